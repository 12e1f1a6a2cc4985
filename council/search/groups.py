"""Who belonged to which parliamentary group on a day: much the same from one sitting to the next."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from council.cache import key_of
from council.model.council import Council
from council.model.people import Membership, OrganizationKind, PersonId


class Groups(Struct, frozen=True):
    """Everybody's group; ``made_of`` tells it from that of another time."""

    of: Mapping[PersonId, str]
    made_of: str

    @classmethod
    def among(cls, terms: Sequence[Membership]) -> Groups:
        """Take the first group of each person."""
        found: dict[PersonId, str] = {}
        for term in terms:
            found.setdefault(term.person_id, term.organization_id)
        return cls(found, key_of(*(part for pair in found.items() for part in pair)))


class GroupTerms(Struct, frozen=True):
    """All memberships of groups, with the days on which one begins and the last days of others, ascending."""

    terms: Sequence[Membership]
    starts: Sequence[dt.date]
    ends: Sequence[dt.date]
    _known: dict[tuple[int, int], Groups] = field(default_factory=dict)

    @classmethod
    def of(cls, council: Council) -> GroupTerms:
        """Take the memberships of a record."""
        kinds = {key: one.classification for key, one in council.organizations.items()}
        terms = [one for one in council.memberships if kinds[one.organization_id] is OrganizationKind.GROUP]
        starts = sorted(one.start_date for one in terms if one.start_date)
        return cls(terms, starts, sorted(one.end_date for one in terms if one.end_date))

    def on(self, day: dt.date | None) -> Groups:
        """Return everybody's group on a day; nobody's where the day is not known."""
        if day is None:
            return Groups.among(())
        begun_and_over = bisect_right(self.starts, day), bisect_left(self.ends, day)
        known = self._known.get(begun_and_over)
        if known is None:
            known = self._known[begun_and_over] = Groups.among([one for one in self.terms if one.covers(day)])
        return known
