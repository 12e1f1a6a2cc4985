"""How often a member was there, out of the sittings whose attendance list names the member."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from council.model.council import COUNCIL_ID, Council
from council.model.events import AttendanceKind, AttendanceStatus, Event
from council.model.identifiers import PLENARY
from council.model.people import Membership, PersonId


@dataclass(frozen=True, slots=True)
class AttendanceFigure:
    """Attendance of one person at one sort of sittings.

    ``held`` (the denominator) counts sittings with minutes whose list names the person; ``attended`` those where the
    person was there, late, left early or online; ``left_out`` counts sittings in the person's terms whose minutes
    hold no line for the person: they are in neither figure.
    """

    person_id: PersonId
    held: int = 0
    attended: int = 0
    absent: int = 0
    late: int = 0
    left: int = 0
    online: int = 0
    left_out: int = 0


def attendance_figures(council: Council, *, plenary: bool = True) -> dict[PersonId, AttendanceFigure]:
    """Count everybody's attendance at plenary sittings, or at committee sittings with ``plenary=False``.

    A committee sitting without a line for a person is none of the person's sittings and is not left out either.
    """
    terms = _terms(council) if plenary else {}
    statuses: dict[PersonId, Counter[AttendanceStatus]] = defaultdict(Counter)
    dated: Counter[PersonId] = Counter()
    days: list[dt.date] = []
    for event in council.events.values():
        if not event.has_minutes or (event.body in (PLENARY, "council")) is not plenary:
            continue
        if event.start_date:
            days.append(event.start_date)
        for person_id, status in _lines(event).items():
            statuses[person_id][status] += 1
            dated[person_id] += any(
                event.start_date and term.covers(event.start_date) for term in terms.get(person_id, ())
            )
    days.sort()
    return {
        person_id: _figure(person_id, statuses[person_id], _in_terms(days, terms.get(person_id, ())) - dated[person_id])
        for person_id in council.people
    }


def _terms(council: Council) -> dict[PersonId, list[Membership]]:
    terms: dict[PersonId, list[Membership]] = defaultdict(list)
    for one in council.memberships:
        if one.organization_id == COUNCIL_ID:
            terms[one.person_id].append(one)
    return terms


def _lines(event: Event) -> dict[PersonId, AttendanceStatus]:
    """Return who is listed as what; of two lines of one person the first counts."""
    found: dict[PersonId, AttendanceStatus] = {}
    for line in event.attendance:
        if line.person_id and line.kind is AttendanceKind.MEMBER:
            found.setdefault(line.person_id, line.status)
    return found


def _in_terms(days: list[dt.date], terms: Iterable[Membership]) -> int:
    """Return how many of the days, which are in order, lie in any of the terms."""
    within: set[int] = set()
    for term in terms:
        start = bisect_left(days, term.start_date) if term.start_date else 0
        end = bisect_right(days, term.end_date) if term.end_date else len(days)
        within.update(range(start, end))
    return len(within)


def _figure(person_id: PersonId, statuses: Counter[AttendanceStatus], left_out: int) -> AttendanceFigure:
    held, absent = statuses.total(), statuses[AttendanceStatus.ABSENT]
    return AttendanceFigure(
        person_id,
        held=held,
        attended=held - absent,
        absent=absent,
        late=statuses[AttendanceStatus.LATE],
        left=statuses[AttendanceStatus.LEFT],
        online=statuses[AttendanceStatus.ONLINE],
        left_out=left_out,
    )
