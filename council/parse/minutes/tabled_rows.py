"""Minutes in tables as rows: what opens a part, what the columns are, what each row says in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import TableWords
from council.text.blocks import Block, Cell, Paragraph, Row, Table, paragraphs
from council.text.latin_names import TITLES
from council.text.patterns import regex

_NUMBER = regex(r"^[0-9]{1,3}[.)]?$")
_LONGEST_HEADING = 60
_BETWEEN = regex(r"[,;]|(?<=\s)(?:and|&)(?=\s)")
_AND = regex(r"\s(?:and|&)\s")
_COUNT = regex(r"(?:[-–—:]?[(]?[0-9]{1,3}[)]?)?:?$")  # IN FAVOUR (10), NAYS - 5, YEAS:


class TabledRow(Struct, frozen=True):
    """A row under its part (``REPORT OF …``) and its columns: cells by what they are, place of the first paragraph."""

    part: str
    cells: dict[str, Cell]
    paragraph: int

    def text(self, column: str) -> str:
        """Return what a column says, on one line."""
        return " ".join(self.cells[column].text.split()) if column in self.cells else ""

    def lines(self, column: str) -> tuple[str, ...]:
        """Return the lines of a column that are not empty."""
        cell = self.cells.get(column)
        return tuple(" ".join(line.split()) for line in cell.text.split("\n") if line.strip()) if cell else ()


class _Reading(Struct):
    """What part and which columns hold for the rows to come; a table cut in several goes on in the next."""

    words: TableWords
    part: str = ""
    columns: dict[int, str] = field(default_factory=dict)


def rows_of(blocks: Sequence[Block], words: TableWords) -> Iterator[TabledRow]:
    """Yield every row that says something under a heading, tables in cells included."""
    reading = _Reading(words)
    for block in blocks:
        if isinstance(block, Table):
            yield from _rows(block, reading)


def part_of(row: Row) -> str:
    """Return what a row of one filled cell opens; empty if the row holds several, or a table."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    if len(filled) != 1 or filled[0] is not row.cells[0] or _nested(row):
        return ""
    return " ".join(filled[0].text.split())


def columns_of(row: Row, words: TableWords) -> dict[int, str]:
    """Return what the columns are, by the place where each begins, if a row is their heading; else nothing.

    Among headings in capitals there may be one that nobody knows; its column says nothing.
    """
    headings = [(start, squeeze(cell.text)) for start, cell in _placed(row)]
    printed = [(start, squeezed) for start, squeezed in headings if 0 < len(squeezed) <= _LONGEST_HEADING]
    kinds = {start: _column(squeezed, words) for start, squeezed in printed}
    known = sum(bool(kind) for kind in kinds.values())
    strange = [squeezed for start, squeezed in printed if not kinds[start]]
    return kinds if known > 1 and (not strange or all(one.isupper() for _, one in printed)) else {}


def _column(squeezed: str, words: TableWords) -> str:
    bare = _COUNT.sub("", squeezed)
    return next((one.name for one in words.columns if bare and one.pattern.fullmatch(bare)), "")


def names_in(line: str) -> list[str]:
    """Return the names of a line: one, or several (Mayor Ford, Councillors Lee, Diaz and Kim); titles alone are none."""
    pieces = [piece.strip() for piece in _BETWEEN.split(line) if piece.strip()]
    if len(pieces) < 3 and not _AND.search(line):  # noqa: PLR2004 - Smith, Jane is one, and so is The Speaker, Councillor Lee
        return [line]
    return [piece for piece in pieces if any(word.strip(".").casefold() not in TITLES for word in piece.split())]


def _rows(table: Table, reading: _Reading) -> Iterator[TabledRow]:
    for place, row in enumerate(table.rows):
        nested = _nested(row)
        if nested and not (reading.columns and _says(row)):
            for inner in nested:
                yield from _rows(inner, reading)
        elif columns := columns_of(row, reading.words):
            reading.columns = columns
        elif (part := part_of(row)) and (place == 0 or part.isupper()):
            reading.part, reading.columns = part, {}
        elif any(cell.text.strip() for cell in row.cells):
            cells = _cells(row, reading)
            if cells:
                yield TabledRow(reading.part, cells, _paragraph(row))


def _says(row: Row) -> bool:
    """Say whether a row with a table in a cell is a row like the others: two cells or more have words of their own."""
    own = [cell for cell in row.cells if any(isinstance(one, Paragraph) and one.text.strip() for one in cell.blocks)]
    return len(own) > 1


def _nested(row: Row) -> list[Table]:
    return [block for cell in row.cells for block in cell.blocks if isinstance(block, Table)]


def _cells(row: Row, reading: _Reading) -> dict[str, Cell]:
    if not reading.columns:
        return _item(row, reading)
    found: dict[str, Cell] = {}
    for start, cell in _placed(row):
        begun = [place for place in reading.columns if place <= start]
        kind = reading.columns[max(begun)] if begun else ""
        if kind and kind not in found:
            found[kind] = cell
    return found


def _item(row: Row, reading: _Reading) -> dict[str, Cell]:
    """Read number, title and disposition of a report's item, which has no heading of columns."""
    if not reading.words.patterns["report"].search(reading.part) or len(row.cells) not in (3, 4):
        return {}
    if not _NUMBER.match(squeeze(row.cells[0].text)):
        return {}
    return {"number": row.cells[0], "subject": row.cells[1], "result": row.cells[-1]}


def _placed(row: Row) -> Iterator[tuple[int, Cell]]:
    start = 0
    for cell in row.cells:
        yield start, cell
        start += cell.columns


def _paragraph(row: Row) -> int:
    return next((paragraph.number for cell in row.cells for paragraph in paragraphs(cell.blocks)), 0)
