"""A table whose rows are bills, or whose rows are single votes: heading rows, rows, and the lines between."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.diagnostics import Finding, Outcome
from council.parse.drafts import SessionName
from council.parse.votes.days import DayLine, Days
from council.parse.votes.headings import Field
from council.parse.votes.lines import Line, is_note, line_of, session_in, session_of_file
from council.parse.votes.rows import (
    Kind,
    Reader,
    cell_at,
    filled,
    is_blank,
    is_heading_above,
    is_heading_below,
    is_long,
    kind_of,
)
from council.parse.votes.table import Column, Sheet, Spot, Table, TableRow
from council.parse.votes.widths import Widths, is_figure, measure
from council.read.documents import Grid, GridRow

MOST_HEADING_ROWS = 4
_LEADING = {Field.NUMBER, Field.TITLE}


class _Walk(Struct):
    """What has been met from the top down."""

    grid: Grid
    reader: Reader
    session: SessionName | None = None
    after_body: bool = True
    lines: list[Line] = field(default_factory=list)
    totals: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    long_tables: list[Table] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    days: Days = field(default_factory=Days)
    held: dict[int, DayLine | None] = field(default_factory=dict)

    def line(self, row: GridRow) -> None:
        """Keep a line; the first session named before a row holds for the rows that follow."""
        line = line_of(self.grid, row)
        self.lines.append(line)
        named = None if is_note(row) else session_in(line)
        if named and (self.after_body or self.session is None):
            self.session, self.after_body = named, False
        if not is_note(row):
            self.days.meet(line, self.session or session_of_file(self.grid))


def read_wide(grid: Grid, starts: Sequence[int], reader: Reader) -> Outcome[Sheet | None]:
    """Read the tables that begin at these heading rows."""
    walk = _Walk(grid, reader)
    top = 0
    for start, following in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        block = _heading_block(grid, start, range(top, following), reader)
        for row in grid.rows[top : block.start]:
            if not is_blank(row):
                walk.line(row)
        top = _end_of_block(grid, following, block.stop, reader)
        table = _read_block(walk, [grid.rows[place] for place in block], grid.rows[block.stop : top])
        (walk.long_tables if is_long(grid, start, reader) else walk.tables).append(table)
    tables, long_tables = (tuple(_on_days(table, walk) for table in of) for of in (walk.tables, walk.long_tables))
    sheet = Sheet(tables, long_tables, tuple(walk.lines), tuple(walk.totals), walk.days.understood)
    return Outcome(sheet, tuple(walk.findings))


def _on_days(table: Table, walk: _Walk) -> Table:
    days = {line: walk.days.settled(held) for line, held in walk.held.items() if held}
    if not days:
        return table
    return replace(table, rows=tuple(replace(row, day=days.get(row.place.line or 0)) for row in table.rows))


def _heading_block(grid: Grid, start: int, within: range, reader: Reader) -> range:
    """Return the heading rows around the row with the fields' names."""
    if is_long(grid, start, reader):
        return range(start, start + 1)
    fields = reader.fields(grid.rows[start])
    lead = max((place for place, heading in fields.items() if heading.field in _LEADING), default=0)
    top, bottom = start, start + 1
    lowest = max(within.start, start - MOST_HEADING_ROWS + 1)
    while top > lowest and is_heading_above(grid, grid.rows[top - 1], lead, reader):
        top -= 1
    leading = _leading(grid.rows[top:bottom], reader)
    highest = min(within.stop, top + MOST_HEADING_ROWS)
    while bottom < highest and is_heading_below(grid.rows[bottom], leading, reader):
        bottom += 1
    return range(top, bottom)


def _end_of_block(grid: Grid, following: int, floor: int, reader: Reader) -> int:
    """Return where a table ends before the next one's headings: 会派 and 議席 above these are not its rows."""
    if following == len(grid.rows):
        return following
    return _heading_block(grid, following, range(floor, following + 1), reader).start


def _leading(headings: Sequence[GridRow], reader: Reader) -> set[int]:
    return {place for row in headings for place, heading in reader.fields(row).items() if heading.field in _LEADING}


def _read_block(walk: _Walk, headings: list[GridRow], below: Sequence[GridRow]) -> Table:
    leading = _leading(headings, walk.reader)
    body: list[tuple[GridRow, SessionName | None]] = []
    for row in below:
        kind = kind_of(walk.grid, row, leading, walk.reader)
        if kind is Kind.BODY:
            body.append((row, walk.session))
            walk.after_body = True
            walk.held[row.line] = walk.days.take()
        elif kind is Kind.TOTAL:
            walk.totals.append(line_of(walk.grid, row))
        elif kind is Kind.LINE:
            walk.line(row)
    rows = [row for row, _ in body]
    widths = measure(walk.grid, headings, rows, lambda cell: walk.reader.is_vote(cell) or is_figure(cell))
    walk.findings += widths.findings
    return Table(
        walk.grid, _columns(headings, widths), tuple(_row(walk.grid, row, session, widths) for row, session in body)
    )


def _columns(headings: Sequence[GridRow], widths: Widths) -> tuple[Column, ...]:
    width = max([widths.headed, *widths.loose])
    return tuple(
        Column(tuple(Spot(cell_at(row, place), row.line, place + 1) for row in headings)) for place in range(width)
    )


def _row(grid: Grid, row: GridRow, session: SessionName | None, widths: Widths) -> TableRow:
    width = max([widths.headed, *widths.loose, *(place + 1 for place in filled(row))])
    cells = tuple(Spot(cell_at(row, place), row.line, place + 1) for place in range(width))
    return TableRow(cells, grid.at(row.line), session, spoilt=row.line in widths.spoilt)
