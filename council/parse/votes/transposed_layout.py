"""A table whose rows are members and whose columns are bills, turned so that each bill is a row."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from council.diagnostics import Finding, Outcome, finding
from council.glossary.results import method_term, result_term
from council.parse.drafts import SessionName
from council.parse.votes.days import DayLine, Days
from council.parse.votes.headings import SPELLINGS, Field
from council.parse.votes.legend import is_legend
from council.parse.votes.lines import Line, is_note, is_total, line_of, session_in, session_of_file
from council.parse.votes.rows import Reader, cell_at, filled, is_bill, is_blank, is_name
from council.parse.votes.table import Column, Sheet, Spot, Table, TableRow
from council.parse.votes.widths import Widths, is_figure, measure
from council.read.documents import Grid, GridRow
from council.rules import votes as rules
from council.text.dates import parse_date

_PERSONAL = (Field.MEMBER, Field.LABEL, Field.VOTE)


class _Part(Struct):
    """One table: rows that head it, rows of members, rows of fields (結果, 賛成者数) below or above them."""

    session: SessionName | None = None
    held: DayLine | None = None
    headings: list[GridRow] = field(default_factory=list)
    members: list[GridRow] = field(default_factory=list)
    fields: list[GridRow] = field(default_factory=list)


class _Walk(Struct):
    """What has been met from the top down; ``names`` is the column of the names (from 0)."""

    grid: Grid
    reader: Reader
    names: int
    session: SessionName | None = None
    part: _Part = field(default_factory=_Part)
    parts: list[_Part] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    totals: list[Line] = field(default_factory=list)
    days: Days = field(default_factory=Days)

    def meet(self, row: GridRow) -> None:
        """Put a row where it belongs."""
        labels = self.labels(row)
        heads = any(is_bill(cell) for cell in row.cells[self.names + 1 :]) or Field.MEMBER in labels
        if is_legend(line_of(self.grid, row)) or is_note(row):
            self.line(row)
        elif heads or Field.NUMBER in labels:
            self.begin_unless_heading()
            self.part.headings.append(row)
        elif labels - {*_PERSONAL}:
            (self.part.fields if self.part.members else self.part.headings).append(row)
        elif self.is_member(row):
            if not self.part.members:
                self.part.held = self.days.take()
            self.part.members.append(row)
        elif is_total(row):
            self.totals.append(line_of(self.grid, row))
        elif not self.part.members and len([place for place in filled(row) if place > self.names]) > 1:
            self.part.headings.append(row)
        else:
            self.line(row)

    def labels(self, row: GridRow) -> set[Field]:
        """Return the known headings in the row's leading cells."""
        known = self.reader.fields(GridRow(row.line, row.cells[: self.names + 1]))
        return {heading.field for heading in known.values()}

    def is_member(self, row: GridRow) -> bool:
        """Say whether a row is a member's: a roster name, or words in the column of names and a vote beyond."""
        name = cell_at(row, self.names)
        return is_name(name, self.reader) or any(map(self.reader.is_vote, row.cells[self.names + 1 :]))

    def begin_unless_heading(self) -> None:
        """Begin another table where a heading follows members."""
        if self.part.members:
            self.parts.append(self.part)
            self.part = _Part(self.session)

    def line(self, row: GridRow) -> None:
        """Keep a line of text; the session it names holds for the table that begins below it."""
        line = line_of(self.grid, row)
        self.lines.append(line)
        named = None if is_note(row) else session_in(line)
        self.session = named or self.session
        if named and not self.part.members:
            self.part.session = named
        if not is_note(row):
            self.days.meet(line, self.session or session_of_file(self.grid))


def read_transposed(grid: Grid, reader: Reader) -> Outcome[Sheet | None]:
    """Read the tables of a grid in which members stand in rows. Findings: V102, V103, V120."""
    walk = _Walk(grid, reader, name_column(grid, reader))
    for row in grid.rows:
        if not is_blank(row):
            walk.meet(row)
    tables = [_turned(walk, part) for part in (*walk.parts, walk.part) if part.members and part.headings]
    if not tables:
        return Outcome(None)
    sheet = Sheet(
        tuple(table.value for table in tables), (), tuple(walk.lines), tuple(walk.totals), walk.days.understood
    )
    return Outcome(sheet, tuple(found for table in tables for found in table.findings))


def name_column(grid: Grid, reader: Reader) -> int:
    """Return the column of the names: that of roster names, else under 氏名, else the one before the first bill."""
    named: dict[int, set[str]] = {}
    labelled: list[int] = []
    bills: list[int] = []
    for row in grid.rows:
        for place in filled(row):
            if is_name(row.cells[place], reader):
                named.setdefault(place, set()).add(row.cells[place])
            if is_bill(row.cells[place]):
                bills.append(place)
        labelled += [place for place, heading in reader.fields(row).items() if heading.field is Field.MEMBER]
    if named:
        return max(named, key=lambda place: (len(named[place]), -place))
    return labelled[0] if labelled else max(min(bills, default=1) - 1, 0)


def _turned(walk: _Walk, part: _Part) -> Outcome[Table]:
    rows = [*part.members, *part.fields]
    widths = measure(walk.grid, part.headings, rows, lambda cell: walk.reader.is_vote(cell) or is_figure(cell))
    columns = [(row, _column(walk, row, widths)) for row in rows]
    columns = _heading_columns(walk, part) + columns
    places = [place for place in range(walk.names + 1, widths.headed) if any(cell_at(row, place) for row, _ in columns)]
    left_out = [place for place in places if _is_remark(walk, part, place)]
    bills = tuple(_bill(walk, part, columns, place) for place in places if place not in left_out)
    table = Table(walk.grid, tuple(column for _, column in columns), bills, named_by=walk.names)
    return Outcome(table, (*widths.findings, *(_left_out(walk, part, place) for place in left_out)))


def _column(walk: _Walk, row: GridRow, widths: Widths) -> Column:
    spots = tuple(Spot(cell_at(row, place), row.line, place + 1) for place in range(walk.names + 1))
    return Column(spots, spoilt=row.line in widths.spoilt)


def _heading_columns(walk: _Walk, part: _Part) -> list[tuple[GridRow, Column]]:
    """Return the heading rows as columns of fields; a row without a label of its own is told by what it holds."""
    made: list[tuple[GridRow, Column]] = []
    taken = {field for row in part.headings for field in walk.labels(row)}
    for row in part.headings:
        column = _column(walk, row, Widths(0, frozenset(), frozenset(), ()))
        if not walk.labels(row) - {*_PERSONAL} and (guessed := _content(row.cells[walk.names + 1 :], taken)):
            taken.add(guessed)
            label = SPELLINGS[guessed].split()[0]
            column = Column(tuple(Spot(label, spot.line, spot.column) for spot in column.headings))
        made.append((row, column))
    return made


def _content(cells: Sequence[str], taken: set[Field]) -> Field | None:
    words = [cell for cell in cells if cell]
    if not words:
        return None
    tests = (
        (Field.NUMBER, is_bill),
        (Field.DATE, lambda cell: len(cell) < 40 and parse_date(cell) is not None),  # noqa: PLR2004 - a date is short
        (Field.RESULT, lambda cell: result_term(cell) is not None),
        (Field.METHOD, lambda cell: method_term(cell) is not None),
        (Field.TITLE, bool),
    )
    return next((kind for kind, test in tests if kind not in taken and all(map(test, words))), None)


def _is_remark(walk: _Walk, part: _Part, place: int) -> bool:
    """Say whether a column is no bill: it is headed 備考 or 計, or holds no heading and no vote."""
    heads = [cell_at(row, place) for row in part.headings]
    if any(walk.reader.headings.find(head) for head in heads):
        return True
    return not any(heads) and not any(walk.reader.is_vote(cell_at(row, place)) for row in part.members)


def _left_out(walk: _Walk, part: _Part, place: int) -> Finding:
    heading = next((cell_at(row, place) for row in part.headings if cell_at(row, place)), "")
    return finding(rules.COLUMN_LEFT_OUT, walk.grid.at(part.headings[-1].line, place + 1), heading=heading)


def _bill(walk: _Walk, part: _Part, columns: list[tuple[GridRow, Column]], place: int) -> TableRow:
    cells = tuple(Spot(cell_at(row, place), row.line, place + 1) for row, _ in columns)
    first = next((row for row in part.headings if cell_at(row, place)), part.headings[0])
    at = walk.grid.at(first.line, place + 1)
    return TableRow(cells, at, part.session, day=walk.days.settled(part.held))
