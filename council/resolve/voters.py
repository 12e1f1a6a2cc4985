"""Voters: the cells of one source tied to people, those kept back counted."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from council.cache.structs import CollectionMeta
from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.council import COUNCIL_ID
from council.model.events import EventId, MotionId, SessionId
from council.model.people import Membership, OrganizationId, Person, PersonId
from council.model.votes import Option, Requirement, Role, Vote
from council.parse.columns import Cells, VoteColumns
from council.parse.draft_cells import DraftCell, Places, place_of
from council.parse.draft_interests import DraftInterest
from council.parse.drafts import DraftVote
from council.resolve.attendance import candidates, second_reading
from council.resolve.roster import Match, Matched, Period, Roster
from council.rules import record as rules

_CHAIRS = ("議長", "Chair", "chair", "Speaker")
_SIDES = (Option.YES, Option.NO)


class Told(Struct, frozen=True):
    """What one source tells of one decision: a row of a table or a declaration in the minutes."""

    session_id: SessionId
    motion_id: MotionId
    bill: str  # the printed number, or the title
    aspect: str
    location: Location
    table: str  # empty for minutes
    order: int
    date: dt.date | None
    event_id: EventId | None
    method: str
    result: str
    requirement: Requirement
    means_report: bool
    declared_yes: int | None
    declared_no: int | None
    votes: Sequence[DraftVote]
    withheld: int
    speech_id: str = ""
    extent: str = ""  # how many were in favour, in words (起立多数)
    disputed: bool = False  # the second entry of this row says otherwise
    confirmed_by: str = ""  # the row of the second entry that says the same of everybody
    unread: tuple[DraftCell, ...] = ()  # those of the withheld cells that stand under a name
    title: str = ""
    cells: Places = ()
    moved: bool = False  # a row whose cells stand under wrong headings
    interests: tuple[DraftInterest, ...] = ()

    def place_of(self, cell: str) -> Location:
        """Return where the title, the date … stands, or the place of the whole."""
        return place_of(self.cells, cell, self.location)


class Traced(Struct, frozen=True):
    """What a source tells, and where the draft that it was taken from was read (`Origins`)."""

    told: Told
    origin: str


Bench = tuple[tuple[OrganizationId | None, ...], tuple[int, ...]]
"""The group of each voter, and the places of chairs among them."""


class Chamber(Struct, frozen=True):
    """Who sat in which group and who held which office, looked up by day."""

    roster: Roster
    groups: dict[PersonId, tuple[Membership, ...]]
    periods: dict[SessionId, Period]
    changes: tuple[dt.date, ...]  # the days on which anybody's group or office changes
    _seats: dict[tuple[PersonId, dt.date | None], tuple[OrganizationId | None, bool]] = field(default_factory=dict)
    _chairs: dict[dt.date, frozenset[PersonId]] = field(default_factory=dict)
    _voters: dict[int, tuple[PersonId, ...]] = field(default_factory=dict)
    _benches: dict[tuple[int, int | None], Bench] = field(default_factory=dict)

    def voters(self, names: tuple[str, ...]) -> tuple[PersonId, ...]:
        """Return who is meant by the names above a table's votes whatever day it was; none if that is not sure of all."""
        key = id(names)  # which the drafts hold while they are resolved
        if key not in self._voters:
            found = dict.fromkeys(
                match.person.id for name in names if (match := self.roster.only(name)) and match.person
            )
            self._voters[key] = tuple(found) if len(found) == len(names) else ()
        return self._voters[key]

    def bench(self, voters: tuple[PersonId, ...], day: dt.date | None) -> Bench:
        """Return the group of each of some voters on a day, and who is chair then by the roster."""
        key = (id(voters), bisect_right(self.changes, day) if day else None)
        if key not in self._benches:
            seats = [self.seat(voter, day) for voter in voters]
            groups = tuple(group for group, _ in seats)
            self._benches[key] = groups, tuple(place for place, (_, is_chair) in enumerate(seats) if is_chair)
        return self._benches[key]

    def seat(self, person_id: PersonId, day: dt.date | None) -> tuple[OrganizationId | None, bool]:
        """Return the person's parliamentary group on a day, and whether the roster names the person chair then."""
        key = (person_id, day)
        known = self._seats.get(key)
        if known is None:
            known = self._seats[key] = self._group(person_id, day), self._is_chair(person_id, day)
        return known

    def _group(self, person_id: PersonId, day: dt.date | None) -> OrganizationId | None:
        found = {membership.organization_id for membership in self.groups.get(person_id, ()) if membership.covers(day)}
        return found.pop() if len(found) == 1 else None

    def _is_chair(self, person_id: PersonId, day: dt.date | None) -> bool:
        if day is None:
            return False
        if day not in self._chairs:
            terms = ((one, term) for one, served in self.roster.terms.items() for term in served)
            self._chairs[day] = frozenset(one for one, term in terms if term.role in _CHAIRS and term.covers(day))
        return person_id in self._chairs[day]

    def period(self, told: Told) -> Period:
        """Return the day of a decision, or without one the session's period."""
        return (told.date, told.date) if told.date else self.periods.get(told.session_id, (None, None))


def make_chamber(roster: Roster, memberships: Iterable[Membership], periods: dict[SessionId, Period]) -> Chamber:
    """Index memberships of groups by person."""
    groups: dict[PersonId, list[Membership]] = defaultdict(list)
    changes: set[dt.date] = set()
    for membership in memberships:
        changes |= {membership.start_date} if membership.start_date else set()
        last = membership.end_date or dt.date.max
        changes |= {last + dt.timedelta(days=1)} if last < dt.date.max else set()
        if membership.organization_id != COUNCIL_ID and membership.organization_id.startswith("g-"):
            groups[membership.person_id].append(membership)
    by_person = {person: tuple(rows) for person, rows in groups.items()}
    return Chamber(roster, by_person, periods, tuple(sorted(changes)))


class Roll(Struct, frozen=True):
    """The voters of one source.

    ``places`` are the cells of everybody known, in the order of the source; who has no vote is kept back.
    ``strangers`` counts the cells that are nobody's: without a name, or without exactly one person of that name.
    """

    votes: dict[PersonId, Vote]
    places: Mapping[PersonId, Location]
    strangers: int

    @property
    def total(self) -> int:
        """The number of people whose cells the source holds."""
        return len(self.places) + self.strangers


class _Cells(Struct, Mapping[PersonId, Location], metaclass=CollectionMeta, frozen=True, eq=False):
    """The cells of voters, each made when it is asked for."""

    voters: tuple[PersonId, ...]
    places: Sequence[Location]

    def __getitem__(self, voter: PersonId) -> Location:
        if voter not in self.voters:
            raise KeyError(voter)
        return self.places[self.voters.index(voter)]

    def __iter__(self) -> Iterator[PersonId]:
        return iter(self.voters)

    def __len__(self) -> int:
        return len(self.voters)


class _Columns(Struct):
    """The cells of one person in one decision: usually one, two where the table has two columns of the person."""

    person: Person
    votes: list[tuple[DraftVote, Vote]] = field(default_factory=list)
    unread: list[DraftCell] = field(default_factory=list)

    @property
    def agree(self) -> bool:
        if self.unread:
            return False
        return len(self.votes) == 1 or len({_meaning(vote) for _, vote in self.votes}) == 1

    @property
    def place(self) -> Location:
        if len(self.votes) == 1 and not self.unread:
            return self.votes[0][0].location
        return min((*(draft.location for draft, _ in self.votes), *(one.location for one in self.unread)), key=_order)

    def findings(self) -> Iterator[Finding]:
        """Yield a finding at each cell of columns that differ, unless its symbol is reported already; V203."""
        if self.agree or not self.votes:
            return
        first, meaning = self.votes[0][0].raw, _meaning(self.votes[0][1])
        others = (draft.raw for draft, vote in self.votes if _meaning(vote) != meaning)
        second = next(others, None) or self.unread[0].raw
        values = {"person": self.person.name, "first": first, "second": second}
        yield from (finding(rules.DOUBLE_VOTE, draft.location, **values) for draft, _ in self.votes)


def _order(place: Location) -> tuple[str, str, int, int, int]:
    return place.sort_key


def _meaning(vote: Vote) -> tuple[Option, Role | None]:
    """Return what two columns of one person must not say differently; who presided may stand in one of them only."""
    return vote.option, None if vote.option in _SIDES else vote.role


def roll_of(source: Told, chamber: Chamber) -> Outcome[Roll]:
    """Return one source's voters. Findings: V201 and V202 (not exactly one person), V203, P203, P204."""
    if not source.votes and not source.unread:
        return Outcome(Roll({}, {}, source.withheld))
    if isinstance(source.votes, VoteColumns) and not source.unread:
        voters, places = chamber.voters(source.votes.column("name")), source.votes.places
        if voters and isinstance(places, Cells) and places.is_in_order:
            votes = _sure_votes(source.votes, places, chamber.bench(voters, source.date), voters)
            return Outcome(Roll(dict(zip(voters, votes, strict=True)), _Cells(voters, places), source.withheld))
    return _roll_of(source, chamber)


def _sure_votes(cells: VoteColumns, places: Cells, bench: Bench, voters: tuple[PersonId, ...]) -> Iterator[Vote]:
    """Return the votes of a row under names that leave no doubt, as `_vote` makes each."""
    groups, chairs = bench
    options, roles = cells.column("option"), cells.column("role")
    for place in chairs:
        if roles[place] is Role.MEMBER and options[place] in _SIDES:
            roles = (*roles[:place], Role.CHAIR, *roles[place + 1 :])
    return map(Vote, voters, options, roles, cells.column("raw"), groups, cells.column("note"), places.sources())


def _roll_of(source: Told, chamber: Chamber) -> Outcome[Roll]:
    """Return the voters of a source that may leave doubts."""
    known: dict[PersonId, _Columns] = {}
    strangers = source.withheld - len(source.unread)
    findings: list[Finding] = []
    period = chamber.period(source)
    for draft in source.votes:
        match = chamber.roster.find(draft.name, period)
        if match.person is None:
            strangers += 1
            findings.append(_no_one(draft, match, chamber, period))
        else:
            if match.rule is not Matched.EXACT:
                findings += second_reading(match, draft.name, source.date, draft.name_at or draft.location)
            columns = known.setdefault(match.person.id, _Columns(match.person))
            columns.votes.append((draft, _vote(draft, match.person.id, source.date, chamber)))
    for cell in source.unread:
        person = chamber.roster.find(cell.name, period).person
        if person is None:
            strangers += 1
        else:
            known.setdefault(person.id, _Columns(person)).unread.append(cell)
    return Outcome(_roll(known, strangers), (*findings, *(one for each in known.values() for one in each.findings())))


def _roll(known: dict[PersonId, _Columns], strangers: int) -> Roll:
    places = {voter: columns.place for voter, columns in known.items()}
    votes = {voter: columns.votes[0][1] for voter, columns in known.items() if columns.agree}
    ordered = sorted(places, key=lambda voter: _order(places[voter]))
    return Roll(votes, {voter: places[voter] for voter in ordered}, strangers)


def _no_one(draft: DraftVote, match: Match, chamber: Chamber, period: Period) -> Finding:
    place, roster = draft.name_at or draft.location, chamber.roster
    if match.rule is Matched.SEVERAL:
        return finding(rules.AMBIGUOUS_VOTER, place, name=draft.name, candidates=candidates(match, roster))
    return finding(rules.UNKNOWN_VOTER, place, name=draft.name, near=roster.near(draft.name, period))


def _vote(draft: DraftVote, voter: PersonId, day: dt.date | None, chamber: Chamber) -> Vote:
    role = draft.role
    group, is_chair = chamber.seat(voter, day)
    if is_chair and role is Role.MEMBER and draft.option in _SIDES:
        role = Role.CHAIR
    return Vote(
        voter_id=voter,
        option=draft.option,
        role=role,
        raw=draft.raw,
        group_id=group,
        note=draft.note,
        source=str(draft.location),
    )
