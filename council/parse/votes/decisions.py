"""Rows of a table to decisions: a row a bill, a cell a vote."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from council.diagnostics import Finding, finding
from council.location import Location
from council.model.votes import Requirement, Role
from council.parse.draft_cells import DraftCell, Places
from council.parse.drafts import DraftVoteEvent, SessionName
from council.parse.session_names import parse_session_name
from council.parse.votes.ballot import Ballot, VoteCell
from council.parse.votes.bills import Bill, read_bill
from council.parse.votes.columns import MemberColumn, Plan
from council.parse.votes.footnotes import Footnotes, requirement_in, speaks_of_report, without_report
from council.parse.votes.headings import Field
from council.parse.votes.meanings import Meaning
from council.parse.votes.moved_rows import read_moved
from council.parse.votes.name_lists import looks_like_names, pieces
from council.parse.votes.shifts import heading_over, shifts
from council.parse.votes.symbols import Symbols, mark_key
from council.parse.votes.table import Spot, Table, TableRow
from council.parse.votes.unanimity import is_unanimity
from council.parse.votes.values import Values
from council.parse.votes.widths import is_figure
from council.read.encoding import looks_damaged
from council.rules import votes as rules
from council.text.names import comparable_name
from council.text.numerals import fold_width
from council.text.patterns import regex

_MARK = regex(r"[※＊*]\s*[0-9０-９]{0,2}|注釈?\s*[0-9０-９]{1,2}")
_LEADING = (Field.NUMBER, Field.TITLE)
_PLACED = (Field.TITLE, Field.DATE, Field.METHOD, Field.RESULT)
_WORDS = (Field.NUMBER, Field.TITLE, Field.METHOD, Field.RESULT, Field.NOTE)


class Context(Struct, frozen=True):
    """What the whole file says: its symbols, its footnotes, the marks that have a footnote, its name."""

    symbols: Symbols
    footnotes: Footnotes
    marks: frozenset[str]
    table: str


class Decisions(Struct):
    """Gathers decisions in the order of the file. ``voteless`` are the places of rows without any vote."""

    context: Context
    events: list[DraftVoteEvent] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    voteless: list[Location] = field(default_factory=list)

    def read_table(self, table: Table, plan: Plan) -> None:
        """Read a table. Findings: V104, V105, V108–V114, V116, V117."""
        values = Values(table, plan)
        sound = any(not row.spoilt for row in table.rows) or len(table.rows) == 1
        people = len({comparable_name(member.name) or str(member.place) for member in plan.members})
        moved = shifts(table, plan, self.context.symbols)
        for row in table.rows:
            if spot := moved.get(row.place):
                told = {"cell": spot.text, "heading": heading_over(table, spot)}
                self.findings.append(finding(rules.SHIFTED_ROW, values.at(spot), **told))
            if spot or row.spoilt:
                self._keep_back(row, values, people if sound else 0)
            else:
                self._read_row(row, values, plan.members)
        self.findings += values.findings

    def _read_row(self, row: TableRow, values: Values, members: tuple[MemberColumn, ...]) -> None:
        ballot = self._ballot(row, values, members)
        self._listed(row, values, ballot)
        if not (ballot.votes or ballot.withheld):
            if any(spot.text for spot in row.cells):
                self.mention(row, values)
            return
        ballot.preside(member.name for member in members if member.office is Role.CHAIR)
        self.add(row, values, ballot)

    def _ballot(self, row: TableRow, values: Values, members: tuple[MemberColumn, ...]) -> Ballot:
        ballot = Ballot()
        cells = [(member, row.cells[member.place]) for member in members if member.place < len(row.cells)]
        written = [spot for _, spot in cells if spot.text]
        if all(is_unanimity(spot.text) for spot in written):
            return ballot
        for member, spot in cells:
            if not (member.nameless or member.shifted):
                cell = VoteCell(spot.text, values.at(spot), member.name, values.at(member.spot))
                ballot.read(cell, self.context.symbols)
            elif spot.text and _is_kept(self.context.symbols.read(spot.text)):
                _lose(ballot, member, spot, values)
        if not any(vote.raw for vote in ballot.votes) and not ballot.withheld:
            ballot.votes = []
        elif ballot.votes:
            for member, spot in cells:
                if member.shifted and not spot.text:
                    _lose(ballot, member, spot, values)
        return ballot

    def _listed(self, row: TableRow, values: Values, ballot: Ballot) -> None:
        """Read the names in the cells of 賛成者, 反対者 …: each is a vote of that side."""
        for column in values.plan.lists:
            spot = row.cells[column.place] if column.place < len(row.cells) else None
            if spot is None or is_figure(spot.text) or not looks_like_names([spot.text], column.names):
                continue
            for printed in pieces(spot.text, column.names):
                name = column.names.read(printed)
                at = values.at(spot)
                if looks_damaged(printed):
                    ballot.keep_back(finding(rules.DAMAGED_NAME, at, name=printed))
                else:
                    ballot.read(VoteCell(column.side, at, name.name, at), self.context.symbols)

    def add(self, row: TableRow, values: Values, ballot: Ballot) -> None:
        """Make the decision of a row, one for each bill that the row names. Findings: V108 where it names none."""
        bill = self._bill(row, values)
        self.findings += ballot.findings
        if not bill.identified:
            cells = len(ballot.votes) + ballot.withheld
            self.findings.append(finding(rules.UNIDENTIFIED_DECISION, values.field_at(row, *_LEADING), cells=cells))
            return
        self.findings += bill.findings
        self._preside_by_footnote(row, bill, ballot)
        event = self._event(row, values, bill, ballot)
        for number in bill.numbers or (None,):
            self.events.append(replace(event, number=number, order=len(self.events)))

    def mention(self, row: TableRow, values: Values) -> None:
        """Keep what a row without any vote says of its bill (who brought it, the result); it is no decision."""
        self.voteless.append(row.place)
        bill = self._bill(row, values)
        for number in bill.numbers:
            event = self._event(row, values, bill, Ballot())
            self.events.append(replace(event, number=number, order=len(self.events)))

    def _bill(self, row: TableRow, values: Values) -> Bill:
        place = values.place(row, Field.NUMBER)
        number, title = values.text(row, Field.NUMBER), values.text(row, Field.TITLE)
        return read_bill(number, title, place, self.context.marks, serials=values.has_worded_numbers)

    def _event(self, row: TableRow, values: Values, bill: Bill, ballot: Ballot) -> DraftVoteEvent:
        result = values.text(row, Field.RESULT)
        return DraftVoteEvent(
            table=self.context.table,
            order=0,
            location=values.place(row, Field.NUMBER, Field.TITLE),
            title=bill.title,
            proposer=values.text(row, Field.PROPOSER),
            referred_to=values.referred_to(row),
            date=values.date(row),
            meeting=values.text(row, Field.MEETING),
            session=self._session(row, values),
            method=values.text(row, Field.METHOD),
            result=without_report(result),
            aspect="amend" if bill.amends else "main",
            means_report=self._means_report(row, values, bill),
            requirement=self._requirement(row, values, bill),
            counts=values.counts(row),
            votes=tuple(ballot.votes),
            withheld=ballot.withheld,
            unread=tuple(ballot.unread),
            cells=_cells(row, values),
        )

    def _means_report(self, row: TableRow, values: Values, bill: Bill) -> bool:
        if any(speaks_of_report(words) for words in _words(row, values)):
            return True
        return any(scope.holds(bill.numbers, _marks(row)) for scope in self.context.footnotes.reports)

    def _requirement(self, row: TableRow, values: Values, bill: Bill) -> Requirement:
        stated = [requirement_in(words) for words in _words(row, values)]
        noted = [need for need, scope in self.context.footnotes.requirements if scope.holds(bill.numbers, _marks(row))]
        return next((need for need in (*stated, *noted) if need), Requirement.MAJORITY)

    def _preside_by_footnote(self, row: TableRow, bill: Bill, ballot: Ballot) -> None:
        footnotes = self.context.footnotes
        ballot.preside(
            vote.name
            for vote in ballot.votes
            if any(scope.holds(bill.numbers, _marks(row)) for scope in footnotes.chair_is(vote.name))
        )

    def _keep_back(self, row: TableRow, values: Values, people: int) -> None:
        """Keep the place of a row that does not fit, none of its votes.

        All members' votes are kept back; where the headings are unsound, as many as there are votes.
        """
        told = read_moved(row, values, self.context.symbols, self.context.marks)
        if told is None:
            return
        event = DraftVoteEvent(
            self.context.table,
            len(self.events),
            values.place(row, Field.NUMBER, Field.TITLE),
            title=told.title,
            date=values.day(row),
            session=self._session(row, values),
            withheld=people or told.votes,
            moved=True,
            titles=told.titles,
        )
        for number in told.numbers or (None,):
            self.events.append(replace(event, number=number, order=len(self.events)))

    def _session(self, row: TableRow, values: Values) -> SessionName | None:
        return row.session or parse_session_name(values.table.grid.sheet)


def _cells(row: TableRow, values: Values) -> Places:
    """Return where title, date, method, result and the figures of yes and no stand."""
    places = {kind.value: values.filled_at(row, kind) for kind in _PLACED}
    figures = {option.value: row.cells[place] for place, option in values.plan.counts.items() if place < len(row.cells)}
    places |= {option: values.at(spot) for option, spot in figures.items() if spot.text}
    return tuple((cell, place) for cell, place in places.items() if place)


def _lose(ballot: Ballot, member: MemberColumn, spot: Spot, values: Values) -> None:
    """Keep back a cell of a column that is reported as a whole."""
    ballot.withheld += 1
    if not member.nameless:
        ballot.unread.append(DraftCell(member.name, spot.text, values.at(spot)))


def _is_kept(meaning: Meaning | None) -> bool:
    return meaning is None or meaning.option is not None


def _words(row: TableRow, values: Values) -> list[str]:
    return [
        spot.text for kind in _WORDS for _, place in values.plan.fields.get(kind, ()) if (spot := row.cells[place]).text
    ]


def _marks(row: TableRow) -> set[str]:
    return {mark_key(match[0]) for spot in row.cells for match in _MARK.finditer(fold_width(spot.text))}


def marks_of(rows: Iterable[TableRow]) -> frozenset[str]:
    """Return the footnote marks (※1, 注2) that stand in rows."""
    return frozenset(mark for row in rows for mark in _marks(row))
