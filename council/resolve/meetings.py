"""Draft minutes and announced sittings to events."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Finding, Outcome, finding
from council.model.events import AgendaItem, Event, EventId, SessionId, Status
from council.model.identifiers import PLENARY, committee_id, event_id, undated_event_id
from council.model.outline import Outline
from council.parse.drafts import DraftAgendaItem, DraftMeeting, Drafts, DraftSitting
from council.resolve.agendas import NOWHERE, Headings
from council.resolve.attendance import AttendanceLists
from council.resolve.motions import Motions
from council.resolve.sessions import Sessions, name_id, session_of_meeting
from council.rules import record as rules

UNDATED_SESSION = SessionId("undated")


class Placed(Struct, frozen=True):
    """A draft with the id and session it was given."""

    draft: DraftMeeting
    id: EventId
    session_id: SessionId


def place_meetings(drafts: Drafts) -> Outcome[tuple[Placed, ...]]:
    """Give every sitting with minutes its id; findings M404 (no date), M405 (two minutes of one sitting)."""
    repetitions: Counter[tuple[dt.date, str]] = Counter()
    first: dict[tuple[dt.date, str], str] = {}
    placed: list[Placed] = []
    findings: list[Finding] = []
    for draft in sorted(drafts.meetings, key=lambda one: (one.date or dt.date.max, one.number, one.path)):
        name = session_of_meeting(draft)
        session = name_id(name) if name else UNDATED_SESSION
        if draft.date is None:
            placed.append(Placed(draft, undated_event_id(draft.path), session))
            if not draft.withheld:
                findings.append(finding(rules.UNDATED_SITTING, draft.location))
            continue
        key = (draft.date, draft.body or PLENARY)
        repetitions[key] += 1
        placed.append(Placed(draft, event_id(*key, repetitions[key]), session))
        if repetitions[key] > 1:
            values = {"date": draft.date.isoformat(), "body": key[1], "other": first[key]}
            findings.append(finding(rules.SAME_SITTING_TWICE, draft.location, **values))
        first.setdefault(key, draft.path)
    return Outcome(tuple(placed), tuple(findings))


def with_announced(
    events: Iterable[Event], drafts: Drafts, sessions: Sessions, motions: Motions
) -> dict[EventId, Event]:
    """Return the sittings that were held with those that are announced, in order of their days."""
    found = {one.id: one for one in events}
    for file in drafts.sessions:
        session = sessions.by_folder.get(file.folder)
        for sitting in file.sittings:
            identifier = event_id(sitting.date, sitting.body)
            if identifier in found:
                found[identifier] = _announced_over(found[identifier], sitting)
            elif session:
                found[identifier] = _announced(identifier, session, sitting, sessions, motions)
    return dict(sorted(found.items(), key=lambda item: item[1].sort_key))


def held(
    one: Placed, sessions: Sessions, motions: Motions, outline: Outline | None, lists: AttendanceLists
) -> Outcome[Event]:
    """Make the event of a sitting with minutes. Findings: P203, P204, M403, M406 for the attendance list."""
    draft = one.draft
    body = draft.body or PLENARY
    # of a sitting that is kept back nothing is told but that it was held
    told = draft if not draft.withheld else DraftMeeting(draft.path, draft.audience, "", draft.location)
    attendance = lists.resolve(told.attendance, draft.date)
    event = Event(
        id=one.id,
        session_id=one.session_id,
        organization_id=committee_id(body),
        body=body,
        start_date=draft.date,
        number=draft.number,
        title=draft.title,
        opened=told.opened,
        closed=told.closed,
        recesses=told.recesses,
        profile=told.profile,
        status=sessions.status.get(one.session_id, Status.UNSTATED),
        agenda=_agenda(told.agenda, one.session_id, one.id, motions, Headings.of(outline)),
        attendance=attendance.value,
        signatures=told.signatures,
        has_minutes=not draft.withheld,
        withheld=draft.withheld,
        audience=draft.audience,
        source=str(draft.location),
    )
    return Outcome(event, attendance.findings)


def _announced(
    identifier: EventId, session: SessionId, sitting: DraftSitting, sessions: Sessions, motions: Motions
) -> Event:
    return Event(
        id=identifier,
        session_id=session,
        organization_id=committee_id(sitting.body),
        body=sitting.body,
        start_date=sitting.date,
        scheduled=sitting.time,
        status=sessions.status.get(session, Status.UNSTATED),
        agenda=_agenda(sitting.agenda, session, identifier, motions),
        live_url=sitting.live,
        online_url=sitting.online,
        source=str(sitting.location),
    )


def _announced_over(event: Event, sitting: DraftSitting) -> Event:
    """Add what was announced to a sitting that has minutes; the minutes' own facts stand."""
    return replace(event, scheduled=sitting.time, live_url=sitting.live, online_url=sitting.online)


def _agenda(
    items: tuple[DraftAgendaItem, ...],
    session: SessionId,
    sitting: EventId,
    motions: Motions,
    headings: Headings = NOWHERE,
) -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(
            position=position,
            label=item.label,
            title=item.title,
            motion_ids=(named := motions.of_item(session, item, sitting)),
            referred_to=item.referred_to,
            speech_id=headings.address(item.label, item.title, named),
        )
        for position, item in enumerate(items, start=1)
    )
