"""A table whose rows are single votes: the rows of one bill on one day are one decision."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.diagnostics import Finding, Outcome, finding
from council.glossary.results import canonical_result
from council.model.votes import Role
from council.parse.votes.ballot import SIDES, Ballot, VoteCell
from council.parse.votes.columns import Plan, believed, group_findings
from council.parse.votes.decisions import Decisions
from council.parse.votes.headings import Field
from council.parse.votes.lines import flat
from council.parse.votes.names import office_of
from council.parse.votes.rows import Reader
from council.parse.votes.table import Spot, Table, TableRow
from council.parse.votes.values import Values
from council.read.encoding import looks_damaged
from council.rules import votes as rules
from council.text.numerals import fold_width

_KEY = (Field.MEETING, Field.NUMBER, Field.TITLE)


class _Group(Struct):
    """The rows of one decision; ``row`` is the one that tells of it."""

    row: TableRow
    result: str
    ballot: Ballot = field(default_factory=Ballot)
    rows: list[TableRow] = field(default_factory=list)


def plan_long(table: Table, reader: Reader) -> Outcome[Plan]:
    """Return the fields of a long table. Findings: V120 (columns that hold nothing known)."""
    fields: dict[Field, list[tuple[int, int]]] = {}
    findings: list[Finding] = []
    for place, column in enumerate(table.columns):
        spot = column.headings[0]
        heading = reader.headings.find(spot.text)
        if heading and heading.field not in (Field.LABEL, Field.COUNT):
            fields.setdefault(heading.field, []).append((heading.rank, place))
        elif spot.text or any(place < len(row.cells) and row.cells[place].text for row in table.rows):
            at = table.grid.at(spot.line, spot.column)
            findings.append(finding(rules.COLUMN_LEFT_OUT, at, heading=flat(spot.text)))
    return Outcome(Plan((), {kind: believed(sorted(places)) for kind, places in fields.items()}, {}), tuple(findings))


class LongTable(Struct):
    """Reads a long table into ``decisions``. Findings: as other tables, V106 and V107 at the names of rows."""

    table: Table
    plan: Plan
    reader: Reader
    decisions: Decisions
    groups: dict[tuple[object, ...], list[_Group]] = field(default_factory=dict)
    of_groups: list[Spot] = field(default_factory=list)

    def read(self) -> None:
        """Group the rows, read their votes, and hand on each decision in the order of the file."""
        values = Values(self.table, self.plan)
        order: list[_Group] = []
        for row in self.table.rows:
            group = self._group(row, values, order)
            if row.spoilt:
                group.ballot.withheld += 1
            else:
                group.rows.append(row)
                self._vote(row, values, group.ballot)
        for group in order:
            if group.ballot.votes or (group.ballot.withheld and group.rows):
                self.decisions.add(group.row, values, group.ballot)
            else:
                for row in group.rows:
                    self.decisions.mention(row, values)
        self.decisions.findings += (*values.findings, *group_findings(self.table.grid, self.of_groups))

    def _group(self, row: TableRow, values: Values, order: list[_Group]) -> _Group:
        """Return the decision a row belongs to; one bill decided twice on a day is told apart by its results."""
        key = (values.day(row), *("".join(fold_width(values.text(row, kind)).split()) for kind in _KEY))
        result = "" if row.spoilt else canonical_result(values.text(row, Field.RESULT))
        same = self.groups.setdefault(key, [])
        group = next((group for group in same if group.result == result), None)
        if group is None and same and (not result or not same[-1].result or row.spoilt):
            group = same[-1]
            if result and not row.spoilt:
                group.row, group.result = row, result
        if group is None:
            group = _Group(row, result)
            same.append(group)
            order.append(group)
        return group

    def _vote(self, row: TableRow, values: Values, ballot: Ballot) -> None:
        vote, member = self._spot(row, Field.VOTE), self._spot(row, Field.MEMBER)
        symbols, name_at = self.decisions.context.symbols, values.at(member)
        if symbols.is_vote(member.text) and member.text:
            heading = flat(self.table.columns[self.plan.fields[Field.MEMBER][0][1]].headings[0].text)
            ballot.keep_back(finding(rules.SHIFTED_ROW, name_at, cell=member.text, heading=heading))
            return
        if not vote.text and not symbols.is_vote(""):
            return
        if not member.text:
            ballot.keep_back(finding(rules.NAMELESS_MEMBER, name_at))
            return
        if self.reader.names.is_group(member.text):
            self.of_groups.append(member)
            return
        if looks_damaged(member.text):
            ballot.keep_back(finding(rules.DAMAGED_NAME, name_at, name=member.text))
            return
        name, note = self.reader.names.read(member.text), values.text(row, Field.NOTE)
        before = len(ballot.votes)
        ballot.read(VoteCell(vote.text, values.at(vote), name.name, name_at, note), symbols)
        if name.office is Role.CHAIR or _says_chair(note):
            ballot.votes[before:] = [
                replace(one, role=Role.CHAIR) if one.role is Role.MEMBER and one.option in SIDES else one
                for one in ballot.votes[before:]
            ]

    def _spot(self, row: TableRow, kind: Field) -> Spot:
        spots: Sequence[Spot] = [row.cells[place] for _, place in self.plan.fields[kind] if place < len(row.cells)]
        return next((spot for spot in spots if spot.text), spots[0] if spots else row.cells[0])


def _says_chair(note: str) -> bool:
    """Say whether a remark tells that the chair voted: 議長, 議長裁決."""
    return note.startswith(("議長裁決", "議長として")) or office_of(note) is Role.CHAIR
