"""The second entry (votes/second/): the same tables keyed by another person, compared cell by cell with the first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Finding, Outcome, finding
from council.glossary import canonical_method, canonical_result
from council.location import Location
from council.model.people import PersonId
from council.parse.drafts import DraftVote, DraftVoteEvent
from council.resolve.motions import squeezed
from council.resolve.second_pairs import Pair, pair_entries, stem_of
from council.resolve.voters import Chamber, Told, roll_of
from council.rules import second as rules
from council.text.names import comparable_name


def compare_entries(
    told: Sequence[Told], again: Sequence[Told], rows: Iterable[DraftVoteEvent], chamber: Chamber
) -> Outcome[tuple[Told, ...]]:
    """Compare the decisions of the first tables with those ``again`` told by second ones.

    Returns what was told, those decisions marked whose votes differ and those whose votes are all the same; no vote of
    a second table goes into the record.
    ``rows`` are all rows of the second tables. Findings: V401-V406.
    """
    voting = [row for row in rows if row.votes or row.withheld]
    paired = pair_entries([one for one in told if one.table and _votes(one)], list(filter(_votes, again)), voting)
    voters = _Voters(chamber)
    findings: list[Finding] = []
    disputed: set[Location] = set()
    confirmed: dict[Location, str] = {}
    for pair in paired.pairs:
        compared = voters.compare(pair)
        disputed |= {pair.first.location} if compared.differing else set()
        if compared.whole:
            confirmed[pair.first.location] = str(pair.second.location)
        findings += (*compared.differing, *_other_cells(pair))
    # A row whose cells have moved is reported already, as one that cannot be compared.
    lost = (one for one in paired.only_second if not one.moved)
    findings += (finding(rules.NOT_IN_FIRST, one.location, bill=one.bill) for one in lost)
    findings += (*_not_keyed_again(paired.only_first, paired.pairs, again), *voters.missing())
    return Outcome(tuple(_marked(one, disputed, confirmed) for one in told), tuple(findings))


def _marked(one: Told, disputed: set[Location], confirmed: dict[Location, str]) -> Told:
    if not one.table:
        return one
    if one.location in disputed:
        return replace(one, disputed=True)
    same = confirmed.get(one.location, "")
    return replace(one, confirmed_by=same) if same else one


def _votes(one: Told) -> bool:
    return bool(one.votes or one.withheld)


def _not_keyed_again(alone: Iterable[Told], pairs: Iterable[Pair], again: Iterable[Told]) -> Iterator[Finding]:
    """Yield the rows that only the first entry has, if their table has a second."""
    tables = {stem_of(one.table): one.table for one in again}
    tables |= {stem_of(pair.first.table): pair.second.table for pair in pairs}
    for one in alone:
        if table := tables.get(stem_of(one.table)):
            yield finding(rules.NOT_IN_SECOND, one.location, bill=one.bill, second_table=table)


class _Side(Struct, frozen=True):
    """The cells of one entry: each person's, None where it was not read; and those of names that are nobody's."""

    cells: dict[PersonId, DraftVote | None]
    strangers: dict[str, DraftVote]


class _Compared(Struct, frozen=True):
    """What differs between two entries of a decision; ``whole``: nothing, and every vote of the first was compared."""

    differing: tuple[Finding, ...] = ()
    whole: bool = False


class _Voters:
    """Compares voters' cells; those that stand on one side only are counted over the whole table."""

    def __init__(self, chamber: Chamber) -> None:
        self.chamber = chamber
        self.only_first: dict[tuple[str, str, str], list[Location]] = defaultdict(list)
        self.only_second: dict[tuple[str, str, str], list[Location]] = defaultdict(list)
        self.misspelt: dict[tuple[str, str, str], list[Location]] = defaultdict(list)
        self.meant_in_first: set[tuple[str, str, str]] = set()

    def compare(self, pair: Pair) -> _Compared:
        """Return the differences between the cells of one decision; cells that were not read are reported already."""
        if pair.first.moved or pair.second.moved:
            return _Compared()
        first, second = self._side(pair.first), self._side(pair.second)
        tables = pair.first.table, pair.second.table
        differing: list[Finding] = []
        for voter in dict.fromkeys((*first.cells, *second.cells)):
            name = self.chamber.roster.people[voter].name
            one, other = first.cells.get(voter), second.cells.get(voter)
            if one and other and (one.option, one.role) != (other.option, other.role):
                differing.append(_difference(pair.first, name, one, other))
            elif one and voter not in second.cells:
                self.only_first[name, *tables].append(one.location)
            elif other and voter not in first.cells:
                self.only_second[name, *tables].append(other.location)
        for name, draft in second.strangers.items():
            same = first.strangers.get(name)
            if same is None:
                self.misspelt[draft.name, *tables].append(draft.name_at or draft.location)
            elif (same.option, same.role) != (draft.option, draft.role):
                differing.append(_difference(pair.first, same.name, same, draft))
        # A name of the first entry that is nobody's is reported there.
        self.meant_in_first |= {(self.chamber.roster.near(name), *tables) for name in first.strangers}
        whole = not differing and all(second.cells.get(voter) for voter, one in first.cells.items() if one)
        return _Compared(tuple(differing), whole)

    def _side(self, told: Told) -> _Side:
        roll = roll_of(told, self.chamber).value
        drafts = {str(draft.location): draft for draft in told.votes}
        cells = {voter: drafts[roll.votes[voter].source] if voter in roll.votes else None for voter in roll.places}
        period = self.chamber.period(told)
        strangers = [one for one in told.votes if self.chamber.roster.find(one.name, period).person is None]
        return _Side(cells, {comparable_name(one.name): one for one in strangers})

    def missing(self) -> Iterator[Finding]:
        """Yield who stands on one side only; a name that is nobody's with the one that is probably meant."""
        offered: set[tuple[str, str, str]] = set()
        for (name, first, second), at in self.misspelt.items():
            near = self.chamber.roster.near(name)
            offered.add((near, first, second))
            values = {"person": name, "first_table": first, "count": len(at), "near": near}
            yield finding(rules.VOTER_NOT_IN_FIRST, at[0], **values)
        for key, at in self.only_first.items():
            if key not in offered:
                values = {"person": key[0], "second_table": key[2], "count": len(at)}
                yield finding(rules.VOTER_NOT_IN_SECOND, at[0], **values)
        for key, at in self.only_second.items():
            if key not in self.meant_in_first:
                values = {"person": key[0], "first_table": key[1], "count": len(at), "near": ""}
                yield finding(rules.VOTER_NOT_IN_FIRST, at[0], **values)


def _difference(told: Told, person: str, first: DraftVote, second: DraftVote) -> Finding:
    return finding(
        rules.SECOND_DIFFERS,
        first.location,
        bill=told.bill,
        person=person,
        first=first.raw,
        second=second.raw,
        second_place=second.location,
    )


def _other_cells(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each other cell that both filled, and differently."""
    for cell, one, other in _values(pair):
        if one and other and squeezed(one) != squeezed(other):
            values = {"bill": pair.first.bill, "first": one, "second": other}
            place = pair.second.place_of(cell)
            yield finding(rules.SECOND_SAYS_OTHERWISE, pair.first.place_of(cell), **values, second_place=place)


def _values(pair: Pair) -> Iterator[tuple[str, str, str]]:
    one, other = pair.first, pair.second
    yield "title", one.title, other.title
    first_day, second_day = (day.isoformat() if day else "" for day in pair.days)
    yield "date", first_day, second_day
    yield "method", canonical_method(one.method), canonical_method(other.method)
    yield "result", canonical_result(one.result), canonical_result(other.result)
    yield "yes", _count("○", one.declared_yes), _count("○", other.declared_yes)
    yield "no", _count("×", one.declared_no), _count("×", other.declared_no)


def _count(symbol: str, count: int | None) -> str:
    return "" if count is None else f"{symbol} {count}"
