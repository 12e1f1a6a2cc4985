"""Who was no member of the council on a day, as far as terms of office are known."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from council.model.council import COUNCIL_ID, Council
from council.model.people import Membership, PersonId


class Terms(Struct, frozen=True):
    """Everybody's terms of office, and the days, in order, from which on somebody else is in office."""

    held: Mapping[PersonId, tuple[Membership, ...]]
    changes: tuple[int, ...]

    @classmethod
    def of(cls, council: Council) -> Terms:
        """Return the terms of a council's members."""
        held: dict[PersonId, list[Membership]] = defaultdict(list)
        for one in council.memberships:
            if one.organization_id == COUNCIL_ID:
                held[one.person_id].append(one)
        changes = sorted({day for terms in held.values() for one in terms for day in _changes(one)})
        return cls({person: tuple(terms) for person, terms in held.items()}, tuple(changes))

    def stretch(self, day: dt.date) -> int:
        """Return the stretch of time of a day: on all days of one stretch the same people are in office."""
        return bisect_right(self.changes, day.toordinal())

    def in_office(self, day: dt.date) -> frozenset[PersonId]:
        """Return who is in office on a day."""
        return frozenset(person for person, terms in self.held.items() if any(one.covers(day) for one in terms))


def _changes(term: Membership) -> Iterable[int]:
    if term.start_date:
        yield term.start_date.toordinal()
    if term.end_date:
        yield term.end_date.toordinal() + 1


def outsiders(council: Council) -> Callable[[dt.date | None], frozenset[PersonId]]:
    """Return what tells whose known terms all leave out a day; no day leaves nobody out."""
    terms = Terms.of(council)
    known: dict[int, frozenset[PersonId]] = {}

    def on(day: dt.date | None) -> frozenset[PersonId]:
        if day is None:
            return frozenset()
        stretch = terms.stretch(day)
        if stretch not in known:
            known[stretch] = frozenset(terms.held) - terms.in_office(day)
        return known[stretch]

    return on
