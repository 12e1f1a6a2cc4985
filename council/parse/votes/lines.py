"""The rows of a sheet as lines of text: titles above a table, legends and footnotes around it."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from council.location import Location
from council.model.bill_numbers import parse_bill_number
from council.parse.drafts import SessionName
from council.parse.session_names import parse_session_name
from council.parse.votes.symbols import mark_key
from council.read.documents import Grid, GridRow
from council.text.numerals import fold_width
from council.text.patterns import regex

_LONGEST = 200
_BREAK = regex(r"[\r\n\v]+")
_MARK = regex(
    r"^\s*[(（【\[]?(?P<mark>[※＊*]\s*[0-9０-９]{0,2}|注釈?\s*[0-9０-９]{0,2})[)）】\]]?\s*[:：、.．]?\s*(?=\S)"
)
_NOTE = regex(
    r"^\s*(?:[※＊*]|[(（【\[〔<＜]?\s*(?:注釈?|凡例|記号|備考|legend|key|notes?)\s*[0-9０-９]{0,2}\s*(?:[:：)）\]】〕>＞.．、\s]|$))",
    re.IGNORECASE,
)
_TOTAL = regex(
    r"^(?:(?:総|小|合)?計|合計数|総数|(?:賛成|反対|棄権|欠席|退席|除斥|出席|表決|投票|議員)(?:議員|者|人|票)?(?:総?数|計|員数|合計)?"
    r"|total|totals|ayes|noes|nays)(?:\((?:人|名|票|数)\))?$",
    re.IGNORECASE,
)


class Line(Struct, frozen=True):
    """A row that is no row of the table: its place and its filled cells, parted by tabs."""

    place: Location
    text: str

    @property
    def mark(self) -> str:
        """The footnote's mark (※1, 注2), or an empty text."""
        match = _MARK.match(self.text)
        return mark_key(match["mark"]) if match else ""


def stripped(grid: Grid) -> Grid:
    """Return the grid with cells without spaces around them."""
    rows = tuple(GridRow(row.line, tuple(cell.strip() for cell in row.cells)) for row in grid.rows)
    return replace(grid, rows=rows)


def line_of(grid: Grid, row: GridRow) -> Line:
    """Return a row as a line; its place is its first filled cell."""
    column = next((place for place, cell in enumerate(row.cells, start=1) if cell), 1)
    return Line(grid.at(row.line, column), "\t".join(cell for cell in row.cells if cell))


def is_note(row: GridRow) -> bool:
    """Say whether a row begins as a footnote or a legend does (※, 注, 凡例); a bill's number makes it a row of the table."""
    first = next((cell for cell in row.cells if cell), "")
    return _NOTE.match(first) is not None and parse_bill_number(_MARK.sub("", first)) is None


def is_total(row: GridRow) -> bool:
    """Say whether a row is a line of sums (合計, 賛成者数)."""
    first = next((cell for cell in row.cells if cell), "")
    return _TOTAL.match(re.sub(r"\s+", "", fold_width(first))) is not None


def session_in(line: Line) -> SessionName | None:
    """Return the session a line names; words after it are no part of its name (…定例会　議案等の賛否)."""
    text = line.text[:_LONGEST]
    ends = [gap.start() for gap in re.finditer(r"[\t\u3000 ]+", text)]
    whole = parse_session_name(text)
    named = next((name for end in ends if (name := parse_session_name(text[:end]))), whole)
    if named and whole and named.number is None and (named.month is None or whole.number is not None):
        return whole
    return named


def session_of_file(grid: Grid) -> SessionName | None:
    """Return the session that the sheet's or the file's name names."""
    stem = grid.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return parse_session_name(grid.sheet) or parse_session_name(stem)


def flat(text: str) -> str:
    """Return a cell in one line: a line break beside a Japanese character vanishes, elsewhere it is a space."""
    parts = [part.strip() for part in _BREAK.split(text)]
    joined = parts[0]
    for part in filter(None, parts[1:]):
        joined += part if not joined or not (joined[-1].isascii() and part[0].isascii()) else f" {part}"
    return joined
