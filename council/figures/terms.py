"""Who was no member of the council on a day, as far as terms of office are known."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from functools import cache

from council.model.council import COUNCIL_ID, Council
from council.model.people import Membership, PersonId


def outsiders(council: Council) -> Callable[[dt.date | None], frozenset[PersonId]]:
    """Return what tells whose known terms all leave out a day; each day is looked up once, no day leaves nobody out."""
    terms: dict[PersonId, list[Membership]] = defaultdict(list)
    for one in council.memberships:
        if one.organization_id == COUNCIL_ID:
            terms[one.person_id].append(one)

    @cache
    def on(day: dt.date | None) -> frozenset[PersonId]:
        if day is None:
            return frozenset()
        return frozenset(person for person, held in terms.items() if not any(one.covers(day) for one in held))

    return on
