"""Table styles: which of a style's regions (first row, bands …) hold for a cell (ECMA-376 part 1, 17.7.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from council.read.docx.colours import SHADING, shading
from council.read.docx.names import VAL, is_on, w
from council.read.docx.styles import Region, StyleSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.read.docx.names import Element
    from council.read.docx.reading import Surround

_WHOLE = "wholeTable"
# attribute of w:tblLook → its bit in the older w:val
_FLAGS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}


class _Place(Struct, frozen=True):
    """A cell's place in its table, from 0."""

    row: int
    column: int
    rows: int
    columns: int


class TableLook:
    """What a table's style says of the words in each of its cells."""

    def __init__(self, styles: StyleSheet, properties: Element | None, rows: int) -> None:
        """Read the w:tblPr of a table that has ``rows`` rows."""
        style = None if properties is None else properties.find(w("tblStyle"))
        self._regions = styles.table(None if style is None else style.get(VAL))
        own = None if properties is None else shading(properties.find(SHADING))
        if own is not None:
            whole = self._regions.get(_WHOLE, Region())
            self._regions = {**self._regions, _WHOLE: replace(whole, fill=own)}
        self._flags = _flags(None if properties is None else properties.find(w("tblLook")))
        self._rows = rows
        self._known: dict[tuple[Surround, tuple[str, ...]], Surround] = {}

    def surround(self, outer: Surround, row: int, column: int, columns: int) -> Surround:
        """Return the surroundings of a cell."""
        if not self._regions:
            return outer
        names = tuple(name for name in self._names(_Place(row, column, self._rows, columns)) if name in self._regions)
        key = (outer, names)
        if key not in self._known:
            self._known[key] = _styled(outer, [self._regions[name] for name in names])
        return self._known[key]

    def _names(self, place: _Place) -> Iterator[str]:
        """Yield the regions of a place, the stronger ones later."""
        flags = self._flags
        yield _WHOLE
        if "noVBand" not in flags:
            yield "band1Vert" if (place.column - ("firstColumn" in flags)) % 2 == 0 else "band2Vert"
        if "noHBand" not in flags:
            yield "band1Horz" if (place.row - ("firstRow" in flags)) % 2 == 0 else "band2Horz"
        edges = {
            "firstCol": "firstColumn" in flags and place.column == 0,
            "lastCol": "lastColumn" in flags and place.column == place.columns - 1,
            "firstRow": "firstRow" in flags and place.row == 0,
            "lastRow": "lastRow" in flags and place.row == place.rows - 1,
        }
        yield from (name for name, holds in edges.items() if holds)
        corners = {
            "nwCell": ("firstRow", "firstCol"),
            "neCell": ("firstRow", "lastCol"),
            "swCell": ("lastRow", "firstCol"),
            "seCell": ("lastRow", "lastCol"),
        }
        yield from (name for name, sides in corners.items() if all(edges[side] for side in sides))


def _flags(look: Element | None) -> set[str]:
    if look is None:
        return set()
    try:
        bits = int(look.get(VAL) or "0", 16)
    except ValueError:
        bits = 0
    return {name for name, bit in _FLAGS.items() if _flag(look.get(w(name)), bits & bit)}


def _flag(attribute: str | None, bit: int) -> bool:
    return bool(bit) if attribute is None else is_on(attribute)


def _styled(outer: Surround, regions: list[Region]) -> Surround:
    surround = outer
    for region in regions:
        background = region.fill if region.fill is not None else surround.background
        surround = replace(surround, table=region.run.over(surround.table), background=background)
    return surround
