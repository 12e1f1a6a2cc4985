"""The second entry (votes/second/): the same tables keyed by another person, compared cell by cell with the first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from council.diagnostics import Finding, Outcome, finding
from council.glossary import canonical_method, canonical_result
from council.location import Location
from council.parse.drafts import DraftVote, DraftVoteEvent
from council.resolve.votes import Chamber, Told, votes_of
from council.rules import second as rules


@dataclass(frozen=True, slots=True)
class Pair:
    """One decision in both entries."""

    first: Told
    second: Told


def compare_entries(
    told: Sequence[Told], again: Sequence[Told], rows: Iterable[DraftVoteEvent], chamber: Chamber
) -> Outcome[tuple[Told, ...]]:
    """Compare the decisions of the first tables with those ``again`` told by second ones.

    Returns what was told, those decisions marked whose votes differ; nothing of a second table goes into the record.
    ``rows`` are all rows of the second tables. Findings: V401-V406.
    """
    pairs, single = _paired([one for one in told if one.table], again)
    voters = _Voters(chamber)
    findings: list[Finding] = []
    disputed: set[Location] = set()
    for pair in pairs:
        differing = voters.compare(pair)
        disputed |= {pair.first.location} if differing else set()
        findings += (*differing, *_other_cells(pair))
    placed = {pair.second.location for pair in pairs}
    findings += (finding(rules.NOT_IN_FIRST, row.location, bill=_bill(row)) for row in rows if _lost(row, placed))
    findings += (*single, *voters.missing())
    marked = (replace(one, disputed=True) if one.table and one.location in disputed else one for one in told)
    return Outcome(tuple(marked), tuple(findings))


def _lost(row: DraftVoteEvent, placed: set[Location]) -> bool:
    return bool(row.votes or row.withheld) and row.location not in placed


def _bill(row: DraftVoteEvent) -> str:
    return row.number.printed if row.number else row.title


def _paired(first: Sequence[Told], again: Sequence[Told]) -> tuple[list[Pair], list[Finding]]:
    """Join the rows of both entries, each once; a row that only the first has is a finding if its table has a second."""
    pairs: list[Pair] = []
    free = list(first)
    for second in again:
        same = [one for one in free if _is_same(one, second)]
        if same:
            best = min(same, key=lambda one: (_stem(one) != _stem(second), one.aspect != second.aspect, one.order))
            free.remove(best)
            pairs.append(Pair(best, replace(second, date=best.date or second.date)))
    tables = {_stem(one): one.table for one in reversed(again)} | {
        _stem(pair.first): pair.second.table for pair in pairs
    }
    return pairs, [
        finding(rules.NOT_IN_SECOND, one.location, bill=one.bill, second_table=tables[_stem(one)])
        for one in free
        if _stem(one) in tables
    ]


def _is_same(one: Told, other: Told) -> bool:
    days = {told.date for told in (one, other) if told.date}
    return (one.session_id, one.motion_id) == (other.session_id, other.motion_id) and len(days) <= 1


def _stem(told: Told) -> str:
    """Return a table's name without folder, sheet and suffix: it may be CSV once and a workbook the other time."""
    return PurePosixPath(told.table.partition("[")[0]).stem.casefold()


class _Voters:
    """Compares voters' cells; those that stand on one side only are counted over the whole table."""

    def __init__(self, chamber: Chamber) -> None:
        self.chamber = chamber
        self.only_first: dict[tuple[str, str, str], list[Location]] = defaultdict(list)
        self.only_second: dict[tuple[str, str, str], list[Location]] = defaultdict(list)

    def compare(self, pair: Pair) -> list[Finding]:
        """Return the differences between the cells of one decision."""
        first, second = self._cells(pair.first), self._cells(pair.second)
        for voter in [*first, *second]:
            if voter not in second:
                self.only_first[voter, pair.first.table, pair.second.table].append(first[voter].location)
            elif voter not in first:
                self.only_second[voter, pair.first.table, pair.second.table].append(second[voter].location)
        both = ((voter, first[voter], second[voter]) for voter in first if voter in second)
        return [
            _difference(pair.first, voter, one, other)
            for voter, one, other in both
            if (one.option, one.role) != (other.option, other.role)
        ]

    def _cells(self, told: Told) -> dict[str, DraftVote]:
        """Return the cells by the person's name; by the printed one where it is not exactly one person."""
        known = votes_of(told, self.chamber).value
        people = self.chamber.roster.people
        names = {vote.source: people[voter].name for voter, vote in known.items()}
        cells: dict[str, DraftVote] = {}
        for draft in told.votes:
            cells.setdefault(names.get(str(draft.location), draft.name), draft)
        return cells

    def missing(self) -> Iterator[Finding]:
        """Yield who stands on one side only."""
        for (person, _, table), at in self.only_first.items():
            yield finding(rules.VOTER_NOT_IN_SECOND, at[0], person=person, second_table=table, count=len(at))
        for (person, table, _), at in self.only_second.items():
            yield finding(rules.VOTER_NOT_IN_FIRST, at[0], person=person, first_table=table, count=len(at))


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
    for one, other in _values(pair.first, pair.second):
        if one and other and one != other:
            values = {"bill": pair.first.bill, "first": one, "second": other, "second_place": pair.second.location}
            yield finding(rules.SECOND_SAYS_OTHERWISE, pair.first.location, **values)


def _values(one: Told, other: Told) -> Iterator[tuple[str, str]]:
    yield canonical_method(one.method), canonical_method(other.method)
    yield canonical_result(one.result), canonical_result(other.result)
    yield _count("○", one.declared_yes), _count("○", other.declared_yes)
    yield _count("×", one.declared_no), _count("×", other.declared_no)


def _count(symbol: str, count: int | None) -> str:
    return "" if count is None else f"{symbol} {count}"
