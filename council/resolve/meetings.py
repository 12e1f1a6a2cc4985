"""Draft minutes and announced sittings to events."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

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


class Known(Struct, frozen=True):
    """What is known of all sittings when their events are made."""

    lists: AttendanceLists
    motions: Motions
    outlines: Mapping[EventId, Outline]


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


def resolve_events(
    placed: tuple[Placed, ...], drafts: Drafts, sessions: Sessions, known: Known
) -> Outcome[dict[EventId, Event]]:
    """Make events of sittings held and announced; findings P203, P204, M403, M406 for attendance lists."""
    events: dict[EventId, Event] = {}
    findings: list[Finding] = []
    for one in placed:
        made = _held(one, sessions, known)
        events[made.value.id] = made.value
        findings += made.findings
    for file in drafts.sessions:
        session = sessions.by_folder.get(file.folder)
        for sitting in file.sittings:
            identifier = event_id(sitting.date, sitting.body)
            if identifier in events:
                events[identifier] = _announced_over(events[identifier], sitting)
            elif session:
                events[identifier] = _announced(identifier, session, sitting, sessions, known.motions)
    return Outcome(dict(sorted(events.items(), key=lambda item: item[1].sort_key)), tuple(findings))


def _held(one: Placed, sessions: Sessions, known: Known) -> Outcome[Event]:
    draft = one.draft
    body = draft.body or PLENARY
    # of a sitting that is kept back nothing is told but that it was held
    told = draft if not draft.withheld else DraftMeeting(draft.path, draft.audience, "", draft.location)
    attendance = known.lists.resolve(told.attendance, draft.date)
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
        agenda=_agenda(told.agenda, one.session_id, one.id, known.motions, Headings.of(known.outlines.get(one.id))),
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
