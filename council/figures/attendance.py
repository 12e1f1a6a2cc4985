"""How often a member was there, out of the sittings whose attendance list names the member."""

from __future__ import annotations

from dataclasses import dataclass

from council.model.council import Council
from council.model.events import AttendanceKind, AttendanceStatus
from council.model.identifiers import PLENARY
from council.model.people import PersonId


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


def attendance_figure(council: Council, person_id: PersonId, *, plenary: bool = True) -> AttendanceFigure:
    """Count a member's attendance at plenary sittings, or at committee sittings with ``plenary=False``.

    A committee sitting without a line for the person is none of the person's sittings and is not left out either.
    """
    statuses: list[AttendanceStatus] = []
    left_out = 0
    for event in council.events.values():
        if not event.has_minutes or (event.body in (PLENARY, "council")) is not plenary:
            continue
        line = next(
            (one for one in event.attendance if one.person_id == person_id and one.kind is AttendanceKind.MEMBER), None
        )
        if line is not None:
            statuses.append(line.status)
        elif plenary and event.start_date and council.council_membership(person_id, event.start_date):
            left_out += 1
    absent = statuses.count(AttendanceStatus.ABSENT)
    return AttendanceFigure(
        person_id,
        held=len(statuses),
        attended=len(statuses) - absent,
        absent=absent,
        late=statuses.count(AttendanceStatus.LATE),
        left=statuses.count(AttendanceStatus.LEFT),
        online=statuses.count(AttendanceStatus.ONLINE),
        left_out=left_out,
    )
