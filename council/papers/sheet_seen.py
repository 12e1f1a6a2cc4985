"""One sheet of a cleaned workbook as it is seen: the words of its cells, where they lie, how wide its columns are."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct, field
from openpyxl.utils.cell import range_boundaries

from council.papers.sheet_faces import PLAIN, CellFace
from council.papers.sheet_places import Range, cells, lies_in
from council.read.xlsx_shown import displayed, text_displayed
from council.read.xlsx_values import Styles, rich_text, unescaped
from council.text.patterns import regex

Place = tuple[int, int]
_USUAL_WIDTH = 8.43
_LETTER_PX, _EDGE_PX, _PX_MM = 7, 5, 25.4 / 96
_WORDS = frozenset({"s", "str", "inlineStr", "d"})
_FIGURE = "figure"
_FROZEN = frozenset({"frozen", "frozenSplit"})
_TITLE_ROWS = regex(r"\$([0-9]{1,7}):\$([0-9]{1,7})")


class SeenCell(Struct, frozen=True):
    """A cell with something in it or lines around it; ``kind`` is figure, word or other."""

    text: str
    face: CellFace = PLAIN
    kind: str = "word"


class SeenSheet(Struct):
    """A sheet; rows and columns from 1.

    ``spans`` are merged ranges by their first cell, ``heads`` the last row of those that are repeated in print,
    ``orientation`` is portrait, landscape or not said.
    """

    cells: dict[Place, SeenCell] = field(default_factory=dict)
    spans: dict[Place, Range] = field(default_factory=dict)
    crossing: dict[int, list[Range]] = field(default_factory=dict)  # merged ranges by the rows that they cross
    columns: dict[int, list[int]] = field(default_factory=dict)  # of the cells, by row
    hidden_rows: set[int] = field(default_factory=set)
    widths: list[tuple[int, int, float]] = field(default_factory=list)
    usual_width: float = _USUAL_WIDTH
    heads: int = 0
    orientation: str = ""

    def covers(self, place: Place) -> bool:
        """Say whether a merged cell that begins elsewhere covers a place."""
        return any(lies_in(place, one) and place != (one[1], one[0]) for one in self.crossing.get(place[0], ()))

    def is_reached(self, row: int) -> bool:
        """Say whether a merged cell with words reaches into a row from above."""
        return any(top < row and (top, left) in self.cells for left, top, _, _ in self.crossing.get(row, ()))

    def width(self, column: int) -> float:
        """Return the width of a column in mm; 0 for a hidden one."""
        found = next((width for first, last, width in self.widths if first <= column <= last), self.usual_width)
        return (found * _LETTER_PX + _EDGE_PX) * _PX_MM if found else 0


class Book(Struct, frozen=True):
    """What the sheets of a workbook share."""

    strings: tuple[str, ...]
    styles: Styles
    faces: tuple[CellFace, ...]


def see_sheet(root: etree._Element, book: Book, titles: str = "") -> SeenSheet:
    """Return a sheet as it is seen; ``titles`` is what the workbook says of the rows repeated in print.

    Raises ValueError, IndexError or TypeError for a sheet that is broken.
    """
    seen = SeenSheet()
    _take_columns(root, seen)
    seen.hidden_rows = {number for number, row in _rows(root) if _is_hidden(row)}
    for merged in root.iterfind("{*}mergeCells/{*}mergeCell"):
        _merge(seen, merged.get("ref", ""))
    for place, cell in cells(root):
        made = _cell(cell, book)
        if place[0] not in seen.hidden_rows and (made.text.strip() or made.face.ruled) and not seen.covers(place):
            seen.cells[place] = made
            seen.columns.setdefault(place[0], []).append(place[1])
    seen.heads = _heads(root, titles)
    setup = root.find("{*}pageSetup")
    seen.orientation = "" if setup is None else setup.get("orientation") or ""
    return seen


def _rows(root: etree._Element) -> list[tuple[int, etree._Element]]:
    found: list[tuple[int, etree._Element]] = []
    number = 0
    for row in root.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r") or number + 1)
        found.append((number, row))
    return found


def _take_columns(root: etree._Element, seen: SeenSheet) -> None:
    usual = root.find("{*}sheetFormatPr")
    told = "" if usual is None else usual.get("defaultColWidth") or usual.get("baseColWidth") or ""
    seen.usual_width = float(told) if told else _USUAL_WIDTH
    for column in root.iterfind("{*}cols/{*}col"):
        width = 0.0 if _is_hidden(column) else float(column.get("width") or seen.usual_width)
        seen.widths.append((int(column.get("min", "1")), int(column.get("max", "1")), width))


def _is_hidden(node: etree._Element) -> bool:
    return node.get("hidden") in ("1", "true") or node.get("ht") == "0" or node.get("width") == "0"


def _merge(seen: SeenSheet, reference: str) -> None:
    left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(reference))
    seen.spans[top, left] = (left, top, right, bottom)
    for row in range(top, bottom + 1):
        seen.crossing.setdefault(row, []).append((left, top, right, bottom))


def _cell(cell: etree._Element, book: Book) -> SeenCell:
    place = int(cell.get("s") or 0)
    face = book.faces[place] if place < len(book.faces) else PLAIN
    kind = cell.get("t", "n")
    number_format = book.styles.of(cell.get("s"))
    if kind == "inlineStr":
        return SeenCell(text_displayed("".join(rich_text(one) for one in cell.iterfind("{*}is")), number_format), face)
    stored = cell.findtext("{*}v") or ""
    if kind == "n":
        text = displayed(stored, number_format, book.styles.epoch) if stored else ""
        return SeenCell(text, face, _FIGURE)
    if kind == "s":
        return SeenCell(text_displayed(book.strings[int(stored)] if stored else "", number_format), face)
    if kind == "b" and stored:
        return SeenCell("TRUE" if stored == "1" else "FALSE", face, "other")
    return SeenCell(unescaped(stored).removesuffix("T00:00:00"), face, "word" if kind in _WORDS else "other")


def _heads(root: etree._Element, titles: str) -> int:
    """Return the last of the rows that are repeated in print, else of those that stay when the sheet is scrolled."""
    found = _TITLE_ROWS.search(titles)
    if found:
        return int(found[2])
    pane = root.find("{*}sheetViews/{*}sheetView/{*}pane")
    if pane is None or pane.get("state") not in _FROZEN:
        return 0
    return int(float(pane.get("ySplit") or 0))
