"""What the minutes of each sitting come to, session by session: its event, and its debate without the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from council.cache import Prints
from council.diagnostics import Finding
from council.model.events import Event, SessionId
from council.model.outline import Outline
from council.parse.columns import Alike
from council.resolve.attendance import AttendanceLists
from council.resolve.debates import Speakers, outline_of_debate, tied
from council.resolve.meetings import Placed, held
from council.resolve.motions import Motions
from council.resolve.recall import Recall
from council.resolve.roster import Roster
from council.resolve.sessions import Sessions


class Sitting(Struct, frozen=True):
    """What one file of minutes comes to.

    ``printed`` is the event's fingerprint, ``tied`` that of all that ties its debate to the rest of the record. ``outline``
    is none where the minutes are kept back; ``listed`` was found in the attendance list,
    ``spoken`` in the debate.
    """

    event: Event
    printed: bytes
    outline: Outline | None
    tied: bytes
    listed: tuple[Finding, ...]
    spoken: tuple[Finding, ...]


class Known(Struct, frozen=True):
    """What sittings are resolved with; ``roster_print`` tells the roster from any other."""

    roster: Roster
    roster_print: bytes
    motions: Motions
    sessions: Sessions


def resolve_sittings(placed: Sequence[Placed], known: Known, recall: Recall) -> tuple[Sitting, ...]:
    """Return what each file of minutes comes to, in the order given; what a session came to before is recalled.

    Of everything that is known a session's sittings read the roster, the session's standing, and which motion each
    number means in it or in one of them: with their own drafts, that is their basis. Findings: P203, P204, M401–M403, M406.
    """
    by_session: dict[SessionId, list[Placed]] = defaultdict(list)
    for one in placed:
        by_session[one.session_id].append(one)
    numbers, alike = _numbers(known.motions), Alike()
    speakers, lists = Speakers(known.roster, alike), AttendanceLists(known.roster, alike)
    made: dict[int, Sitting] = {}
    for session, members in by_session.items():
        origins = [recall.origins.of(one.draft) for one in members]
        basis = _basis(session, members, origins, known, numbers)

        def make(members: Iterable[Placed] = members) -> tuple[Sitting, ...]:
            return tuple(_resolved(one, known, speakers, lists, recall.prints) for one in members)

        made.update(zip(map(id, members), recall.of(origins, basis, make), strict=True))
    for sitting in made.values():
        recall.prints.know(sitting.event, sitting.printed)
    return tuple(made[id(one)] for one in placed)


Numbers = Mapping[str, Sequence[tuple[str, str, str]]]
"""By session, or by sitting where numbers restart at each: kind and number of a bill, and the motion they mean."""


def _numbers(motions: Motions) -> Numbers:
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for (scope, number), motion in motions.by_number.items():
        found[scope].append((number.kind, number.number, motion))
    return found


def _basis(
    session: SessionId, members: Sequence[Placed], origins: Sequence[str], known: Known, numbers: Numbers
) -> tuple[Any, ...]:
    scopes = (session, *(one.id for one in members))
    status = known.sessions.status.get(session)
    return (
        "sittings",
        known.roster_print,
        session,
        status.value if status else None,
        session in known.motions.restarting,
        [(one.id, origin) for one, origin in zip(members, origins, strict=True)],
        [numbers[scope] for scope in scopes if scope in numbers],
    )


def _resolved(one: Placed, known: Known, speakers: Speakers, lists: AttendanceLists, prints: Prints) -> Sitting:
    outline, ties, spoken = None, b"", tuple[Finding, ...]()
    if not one.draft.withheld:
        told = speakers.of(one.draft)
        outline = outline_of_debate(one, told.value, known.motions)
        ties, spoken = tied(told.value, outline), told.findings
    event = held(one, known.sessions, known.motions, outline, lists)
    return Sitting(event.value, prints.of(event.value), outline, ties, event.findings, spoken)
