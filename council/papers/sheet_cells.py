"""One sheet of a workbook: visible cells as values; what is hidden, covered or computed from elsewhere is gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct
from openpyxl.utils.cell import range_boundaries

from council.papers.refusal import RefusedPaperError
from council.papers.sheet_looks import drop_unshown_words
from council.papers.sheet_places import Range, cells, lies_in
from council.papers.xml_parts import RELATION_SPACE, drop_dangling, local, parsed, remove, serialized
from council.rules import materials

# Of a sheet, what is seen or printed (ECMA-376 part 1, 18.3.1.99); the order stays.
_SHOWN = frozenset(
    "dimension sheetViews sheetFormatPr cols sheetData mergeCells conditionalFormatting hyperlinks printOptions "
    "pageMargins pageSetup headerFooter rowBreaks colBreaks drawing picture autoFilter".split()
)
_OF_CELL = frozenset({"v", "is"})
_MARKS_OF_CELL = ("cm", "vm", "ph")
_MOST_ROWS = 2_000_000
_ID = f"{{{RELATION_SPACE}}}id"


class CleanSheet(Struct, frozen=True):
    """A sheet whose hidden parts are gone, the shared strings its cells show, and how many formulas it had."""

    root: etree._Element
    strings: frozenset[int]
    formulas: int


def clean_sheet(content: bytes) -> CleanSheet:
    """Return a worksheet as it is seen. Raises RefusedPaperError (D103) for one that cannot be read."""
    root = parsed(content, "worksheet")
    try:
        return _cleaned(root)
    except (ValueError, IndexError, TypeError) as error:
        raise RefusedPaperError(materials.UNREADABLE, reason="worksheet") from error


def _cleaned(root: etree._Element) -> CleanSheet:
    for child in list(root):
        if local(child) not in _SHOWN:
            root.remove(child)
    hidden = [column for column in root.iterfind("{*}cols/{*}col") if _is_hidden(column)]
    spans = [range(int(one.get("min", "1")), int(one.get("max", "1")) + 1) for one in hidden]
    covered = _covered(root)
    formulas = 0
    for place, cell in cells(root):
        formulas += cell.find("{*}f") is not None
        if _is_row_hidden(cell) or any(place[1] in span for span in spans):
            remove(cell)
        else:
            _as_value(cell, seen=not any(_is_covered(place, area) for area in covered.get(place[0], ())))
    drop_unshown_words(root)
    return CleanSheet(root, frozenset(_strings(root)), formulas)


def finished_sheet(sheet: CleanSheet, gone: frozenset[str], shown: frozenset[str]) -> bytes:
    """Return the sheet's bytes, links to what is ``gone`` and to sheets that are not ``shown`` taken out."""
    drop_dangling(sheet.root, gone)
    for link in list(sheet.root.iterfind("{*}hyperlinks/{*}hyperlink")):
        place = link.get("location") or ""
        if link.get(_ID) is None and not ("!" in place and sheet_of(place) in shown):
            remove(link)
    for links in list(sheet.root.iterfind("{*}hyperlinks")):
        if len(links) == 0:
            remove(links)
    return serialized(sheet.root)


def sheet_of(reference: str) -> str:
    """Return the sheet that ``'Sheet 1'!A1`` names; empty if it names none."""
    return reference.rpartition("!")[0].strip("'").replace("''", "'")


def _is_row_hidden(cell: etree._Element) -> bool:
    row = cell.getparent()
    return row is not None and _is_hidden(row)


def _is_hidden(node: etree._Element) -> bool:
    return node.get("hidden") in ("1", "true") or node.get("ht") == "0" or node.get("width") == "0"


def _as_value(cell: etree._Element, *, seen: bool) -> None:
    """Leave a cell its value and looks; one that a merged cell covers has no value."""
    for child in list(cell):
        if not seen or local(child) not in _OF_CELL:
            cell.remove(child)
    for reading in list(cell.iter("{*}rPh", "{*}phoneticPr")):
        remove(reading)
    for name in _MARKS_OF_CELL:
        cell.attrib.pop(name, "")
    if len(cell) == 0:
        cell.attrib.pop("t", "")


def _covered(root: etree._Element) -> dict[int, list[Range]]:
    """Return the merged ranges by the rows that they cross."""
    found: dict[int, list[Range]] = defaultdict(list)
    crossed = 0
    for merged in root.iterfind("{*}mergeCells/{*}mergeCell"):
        left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(merged.get("ref", "")))
        crossed += bottom - top + 1
        if crossed > _MOST_ROWS:
            raise ValueError(merged.get("ref"))
        for row in range(top, bottom + 1):
            found[row].append((left, top, right, bottom))
    return found


def _is_covered(place: tuple[int, int], area: Range) -> bool:
    """Say whether a cell lies in a merged range and is not its first."""
    return lies_in(place, area) and place != (area[1], area[0])


def _strings(root: etree._Element) -> Iterator[int]:
    for cell in root.iter("{*}c"):
        value = cell.findtext("{*}v")
        if cell.get("t") == "s" and value:
            yield int(value)
