"""Tables corrected before they are read: vote tables, the roster, the links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from council.corrections.cell_places import cell_place
from council.corrections.corrected import Corrected
from council.corrections.errata import Errata
from council.corrections.settle import not_checked
from council.corrections.units import Unit, UnitDesk
from council.diagnostics import Outcome
from council.location import Location
from council.parse.drafts import DraftCorrection
from council.read.documents import Grid, GridRow
from council.rules import corrections as rules

Texts = Mapping[Location, str]


def correct_tables(path: str, grids: tuple[Grid, ...], errata: Errata) -> Outcome[Corrected[tuple[Grid, ...]]]:
    """Carry out the corrections of one table file.

    Findings: K201-K203 at the row; K206 at the file where what was withdrawn is not found: nothing of it is used then.
    """
    rows = errata.of(path)
    if not grids or path in errata.kept_back:
        return Outcome(Corrected(()), not_checked(rows))
    if not rows:
        return Outcome(Corrected(grids))
    desk = UnitDesk([unit for grid in grids for unit in _units(grid, rows)], rules.WITHDRAWN_CELL_NOT_FOUND)
    desk.carry_out(rows)
    is_kept_back = any(found.rule is rules.WITHDRAWN_CELL_NOT_FOUND for found in desk.findings)
    texts = {unit.at: unit.text for unit in desk.units}
    made = () if is_kept_back else tuple(_with_texts(grid, texts) for grid in grids)
    return Outcome(Corrected(made, tuple(desk.matched), tuple(desk.hidden)), tuple(desk.findings))


def _units(grid: Grid, rows: Sequence[DraftCorrection]) -> Iterator[Unit]:
    """Yield the cells of a grid, and empty ones up to a cell that a row names beyond the end of its line."""
    widest: dict[int, int] = {}
    for place in filter(None, (cell_place(one.place) for one in rows)):
        widest[place.line] = max(place.column, widest.get(place.line, 0))
    for row in grid.rows:
        missing = widest.get(row.line, 0) - len(row.cells)
        for column, cell in enumerate((*row.cells, *[""] * missing), start=1):
            yield Unit(cell, grid.at(row.line, column))


def _with_texts(grid: Grid, texts: Texts) -> Grid:
    return replace(grid, rows=tuple(_row(grid, row, texts) for row in grid.rows))


def _row(grid: Grid, row: GridRow, texts: Texts) -> GridRow:
    """Return a row with its texts as they are now; it grows only as far as a cell beyond its end was filled."""
    cells = [texts[grid.at(row.line, column)] for column in range(1, len(row.cells) + 1)]
    beyond = len(cells) + 1
    while (text := texts.get(grid.at(row.line, beyond))) is not None:
        cells.append(text)
        beyond += 1
    while len(cells) > len(row.cells) and not cells[-1]:
        cells.pop()
    return GridRow(row.line, tuple(cells))
