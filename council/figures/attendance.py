"""How often a member was there, out of the sittings whose attendance list names the member."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from msgspec import Struct

from council.figures.terms import Terms
from council.model.council import Council
from council.model.events import Attendance, AttendanceKind, AttendanceStatus, Event
from council.model.identifiers import PLENARY
from council.model.people import Membership, PersonId


class AttendanceFigure(Struct, frozen=True):
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
    sittings = [
        event
        for event in council.events.values()
        if event.has_minutes and (event.body in (PLENARY, "council")) is plenary
    ]
    lists = _lists(sittings)
    statuses = {
        status: Counter(chain.from_iterable(listed.get(status, ()) for listed in lists)) for status in AttendanceStatus
    }
    left_out = _left_out(Terms.of(council), sittings, lists) if plenary else {}
    return {
        person_id: _figure(
            person_id, {status: number[person_id] for status, number in statuses.items()}, left_out.get(person_id, 0)
        )
        for person_id in council.people
    }


Listed = Mapping[AttendanceStatus, tuple[PersonId, ...]]


def _lists(sittings: Iterable[Event]) -> list[Listed]:
    """Return of each sitting who is listed as what; lists that are one and the same are looked at once."""
    known: dict[int, Listed] = {}
    found = []
    for event in sittings:
        key = id(event.attendance)
        if key not in known:
            known[key] = _listed(event.attendance)
        found.append(known[key])
    return found


def _listed(lines: Iterable[Attendance]) -> Listed:
    """Return who is listed as what; of two lines of one person the first counts."""
    found: dict[PersonId, AttendanceStatus] = {}
    for line in lines:
        if line.person_id and line.kind is AttendanceKind.MEMBER:
            found.setdefault(line.person_id, line.status)
    by_status: dict[AttendanceStatus, list[PersonId]] = defaultdict(list)
    for person_id, status in found.items():
        by_status[status].append(person_id)
    return {status: tuple(people) for status, people in by_status.items()}


def _left_out(terms: Terms, sittings: Iterable[Event], lists: Iterable[Listed]) -> dict[PersonId, int]:
    """Return for everybody in how many sittings of the own terms no line names the person."""
    days: list[dt.date] = []
    listed: dict[int, list[PersonId]] = defaultdict(list)
    office: dict[int, frozenset[PersonId]] = {}
    for event, found in zip(sittings, lists, strict=True):
        if event.start_date:
            days.append(event.start_date)
            stretch = terms.stretch(event.start_date)
            office[stretch] = office.get(stretch) or terms.in_office(event.start_date)
            listed[stretch] += chain.from_iterable(found.values())
    named: Counter[PersonId] = Counter()
    for stretch, people in listed.items():
        named.update(person_id for person_id in people if person_id in office[stretch])
    days.sort()
    return {person_id: _in_terms(days, held) - named[person_id] for person_id, held in terms.held.items()}


def _in_terms(days: list[dt.date], terms: Iterable[Membership]) -> int:
    """Return how many of the days, which are in order, lie in any of the terms."""
    within: set[int] = set()
    for term in terms:
        start = bisect_left(days, term.start_date) if term.start_date else 0
        end = bisect_right(days, term.end_date) if term.end_date else len(days)
        within.update(range(start, end))
    return len(within)


def _figure(person_id: PersonId, statuses: Mapping[AttendanceStatus, int], left_out: int) -> AttendanceFigure:
    held, absent = sum(statuses.values()), statuses[AttendanceStatus.ABSENT]
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
