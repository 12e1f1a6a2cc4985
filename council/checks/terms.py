"""Terms in the roster that contradict one another."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from council.diagnostics import Finding, finding
from council.location import location_of
from council.model.council import Council
from council.model.people import Membership
from council.rules import checks as rules


def overlapping_membership(council: Council) -> Iterator[Finding]:
    """Report two stretches of one person in one organisation that overlap."""
    stretches: dict[tuple[str, str], list[Membership]] = defaultdict(list)
    for membership in council.memberships:
        stretches[membership.person_id, membership.organization_id].append(membership)
    for rows in stretches.values():
        for earlier, later in pairwise(sorted(rows, key=lambda row: row.start_date or dt.date.min)):
            if earlier.end_date is None or later.start_date is None or later.start_date <= earlier.end_date:
                yield finding(
                    rules.OVERLAPPING_MEMBERSHIP,
                    location_of(later.source),
                    name=council.people[later.person_id].name,
                    organization=council.organizations[later.organization_id].name,
                )
