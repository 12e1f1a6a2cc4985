"""How often two members voted alike (contract §5.4): only contested decisions on which both said yes or no."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from msgspec import Struct

from council.figures.decisions import is_contested
from council.figures.terms import outsiders
from council.model.council import Council
from council.model.people import PersonId
from council.model.votes import Option, VoteEvent

MINIMUM = 10
"""Of fewer shared decisions no share is given: it would say more than they tell."""


_ONE = ord("1")


class Agreement(Struct, frozen=True):
    """Two people: ``agreed`` out of ``shared`` decisions, the first and last of which are dated ``start`` and ``end``."""

    person_id: PersonId
    other_id: PersonId
    shared: int
    agreed: int
    start: dt.date | None
    end: dt.date | None

    @property
    def percent(self) -> int:
        """How often they agreed in whole percent, half up; 100 is always and 0 never, nothing is rounded to either."""
        rounded = (200 * self.agreed + self.shared) // (2 * self.shared)
        return max(min(rounded, 100 if self.agreed == self.shared else 99), 1 if self.agreed else 0)


class _Sides(Struct, frozen=True):
    """The decisions on which a person said yes, and no: a bit each, in order of date."""

    yes: int
    no: int


def agreement(council: Council, *, with_unanimous: bool = False) -> tuple[Agreement, ...]:
    """Return every ordered pair of people with at least one shared decision, by person and other.

    Formula: agreed / shared. Left out: unanimous decisions (unless asked), absence, abstention, leaving, exclusion,
    decisions without names, and votes given under the name of somebody who was no member on that day.
    """
    counted = [event for event in council.vote_events.values() if with_unanimous or is_contested(event)]
    days = sorted((event.date, place) for place, event in enumerate(counted) if event.date)
    undated = [place for place, event in enumerate(counted) if not event.date]
    sides = _sides([counted[place] for place in (*(place for _, place in days), *undated)], outsiders(council))
    dates = [day for day, _ in days]
    both_ways = [
        Agreement(first, second, *figures)
        for one, other in combinations(sorted(sides), 2)
        if (figures := _figures(sides[one], sides[other], dates))
        for first, second in ((one, other), (other, one))
    ]
    return tuple(sorted(both_ways, key=lambda found: (found.person_id, found.other_id)))


def _sides(
    events: Iterable[VoteEvent], outside: Callable[[dt.date | None], frozenset[PersonId]]
) -> dict[PersonId, _Sides]:
    yes: dict[PersonId, list[int]] = defaultdict(list)
    no: dict[PersonId, list[int]] = defaultdict(list)
    for place, event in enumerate(events):
        left_out = outside(event.date)
        for vote in event.votes:
            side = yes if vote.option is Option.YES else no if vote.option is Option.NO else None
            if side is not None and vote.voter_id not in left_out:
                side[vote.voter_id].append(place)
    return {person: _Sides(_bits(yes.get(person, ())), _bits(no.get(person, ()))) for person in {*yes, *no}}


def _bits(places: Sequence[int]) -> int:
    """Return a number with a bit at each of these places, which are in order: written out, then read at once."""
    if not places:
        return 0
    digits = bytearray(b"0") * (places[-1] + 1)
    for place in places:
        digits[-1 - place] = _ONE
    return int(digits, 2)


def _figures(
    one: _Sides, other: _Sides, dates: Sequence[dt.date]
) -> tuple[int, int, dt.date | None, dt.date | None] | None:
    """Return how many decisions two people share and agree on, the first day and the last; none if they share none."""
    shared = (one.yes | one.no) & (other.yes | other.no)
    if not shared:
        return None
    alike = (one.yes & other.yes) | (one.no & other.no)
    dated = shared & ((1 << len(dates)) - 1)
    if not dated:
        return shared.bit_count(), alike.bit_count(), None, None
    first, last = (dated & -dated).bit_length() - 1, dated.bit_length() - 1
    return shared.bit_count(), alike.bit_count(), dates[first], dates[last]
