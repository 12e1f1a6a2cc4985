"""Rows that are too short or too long: a cell was lost or put in, and every cell after it stands under a wrong heading."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from council.diagnostics import Finding, finding
from council.location import Location
from council.read.documents import Grid, GridRow
from council.rules import votes as rules


class Widths(Struct, frozen=True):
    """What the headings and the rows under them say of a table's width.

    ``headed`` columns have a heading, ``loose`` ones hold remarks under none; ``spoilt`` are the lines of rows that do
    not fit.
    """

    headed: int
    loose: frozenset[int]
    spoilt: frozenset[int]
    findings: tuple[Finding, ...]


def is_figure(cell: str) -> bool:
    """Say whether a cell is a count (20, 20人)."""
    return re.fullmatch(r"[0-9０-９]{1,3}[人名票]?", cell) is not None


def measure(
    grid: Grid,
    headings: Sequence[GridRow],
    rows: Sequence[GridRow],
    is_value: Callable[[str], bool],
) -> Widths:
    """Compare each row's cells with the headings.

    ``is_value`` says whether a cell is a vote or a figure. A workbook has no short rows; in a CSV file a row without its
    last cells is one that lost a cell. Findings: V102 (a row), V103 (no row fits: the headings are unsound).
    """
    headed = max((place for row in headings for place, cell in enumerate(row.cells, start=1) if cell), default=0)
    written = max((len(row.cells) for row in headings), default=0)
    usual = {len(row.cells) for row in rows}
    loose = _loose(rows, headed, is_value)
    bad: dict[int, int] = {}
    for row in rows:
        last = max((place for place, cell in enumerate(row.cells, start=1) if cell and place not in loose), default=0)
        longer = len(row.cells) > written and len(usual) > 1
        shorter = grid.encoding != "xlsx" and len(row.cells) < headed
        if last > headed or longer or shorter:
            bad[row.line] = len(row.cells) if longer or shorter else last
    return Widths(headed, loose, frozenset(bad), _findings(grid, headings, rows, bad, headed))


def _loose(rows: Sequence[GridRow], headed: int, is_value: Callable[[str], bool]) -> frozenset[int]:
    """Return the columns (from 1) beyond the headings that most rows fill with plain words."""
    width = max((len(row.cells) for row in rows), default=0)
    loose = set()
    for place in range(headed, width):
        cells = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]
        if 2 * len(cells) > len(rows) and not any(map(is_value, cells)):
            loose.add(place + 1)
    return frozenset(loose)


def _findings(
    grid: Grid, headings: Sequence[GridRow], rows: Sequence[GridRow], bad: dict[int, int], headed: int
) -> tuple[Finding, ...]:
    if len(rows) > 1 and len(bad) == len(rows):
        place: Location = grid.at(headings[-1].line, headed)
        cells = "、".join(map(str, sorted(set(bad.values()))))
        return (finding(rules.UNSOUND_HEADING, place, width=headed, cells=cells),)
    # The first cell too many, or the last one before those that are missing.
    return tuple(
        finding(rules.ROW_WIDTH, grid.at(line, min(cells, headed + 1)), cells=cells, width=headed)
        for line, cells in bad.items()
    )
