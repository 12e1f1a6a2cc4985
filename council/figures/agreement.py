"""How often two members voted alike (contract §5.4): only contested decisions on which both said yes or no."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from council.figures.decisions import is_contested
from council.model.council import Council
from council.model.people import PersonId
from council.model.votes import Option


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two people: ``agreed`` out of ``shared`` decisions, the first and last of which are dated ``start`` and ``end``."""

    person_id: PersonId
    other_id: PersonId
    shared: int
    agreed: int
    start: dt.date | None
    end: dt.date | None


@dataclass(slots=True)
class _Pair:
    shared: int = 0
    agreed: int = 0
    start: dt.date | None = None
    end: dt.date | None = None

    def add(self, day: dt.date | None, *, alike: bool) -> None:
        self.shared += 1
        self.agreed += alike
        if day:
            self.start = min(day, self.start or day)
            self.end = max(day, self.end or day)


def agreement(council: Council, *, with_unanimous: bool = False) -> tuple[Agreement, ...]:
    """Return every ordered pair of people with at least one shared decision, by person and other.

    Formula: agreed / shared. Left out: unanimous decisions (unless asked), absence, abstention, leaving, exclusion,
    and decisions without names. Both voted, so both were members.
    """
    pairs: dict[tuple[PersonId, PersonId], _Pair] = defaultdict(_Pair)
    for event in council.vote_events.values():
        if not with_unanimous and not is_contested(event):
            continue
        sides = sorted((vote.voter_id, vote.option) for vote in event.votes if vote.option in (Option.YES, Option.NO))
        for (one, option), (other, other_option) in combinations(sides, 2):
            pairs[one, other].add(event.date, alike=option is other_option)
    both_ways = [
        Agreement(first, second, pair.shared, pair.agreed, pair.start, pair.end)
        for (one, other), pair in pairs.items()
        for first, second in ((one, other), (other, one))
    ]
    return tuple(sorted(both_ways, key=lambda found: (found.person_id, found.other_id)))
