"""Draft minutes and announced sittings to events."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace

from council.diagnostics import Finding, Outcome, finding
from council.model.events import AgendaItem, Event, EventId, SessionId, Status
from council.model.identifiers import PLENARY, committee_id, event_id, undated_event_id
from council.parse.drafts import DraftAgendaItem, DraftMeeting, Drafts, DraftSitting
from council.resolve.attendance import resolve_attendance
from council.resolve.motions import Motions
from council.resolve.roster import Roster
from council.resolve.sessions import Sessions, name_id, session_of_meeting
from council.rules import record as rules

UNDATED_SESSION = SessionId("undated")


@dataclass(frozen=True, slots=True)
class Placed:
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


def resolve_events(
    placed: tuple[Placed, ...], drafts: Drafts, sessions: Sessions, roster: Roster, motions: Motions
) -> Outcome[dict[EventId, Event]]:
    """Make events of sittings held and announced; findings P203, P204, M403, M406 for attendance lists."""
    events: dict[EventId, Event] = {}
    findings: list[Finding] = []
    for one in placed:
        made = _held(one, sessions, roster, motions)
        events[made.value.id] = made.value
        findings += made.findings
    for file in drafts.sessions:
        session = sessions.by_folder.get(file.folder)
        for sitting in file.sittings:
            identifier = event_id(sitting.date, sitting.body)
            if identifier in events:
                events[identifier] = _announced_over(events[identifier], sitting)
            elif session:
                events[identifier] = _announced(identifier, session, sitting, sessions, motions)
    return Outcome(dict(sorted(events.items(), key=lambda item: item[1].sort_key)), tuple(findings))


def _held(one: Placed, sessions: Sessions, roster: Roster, motions: Motions) -> Outcome[Event]:
    draft = one.draft
    body = draft.body or PLENARY
    event = Event(
        id=one.id,
        session_id=one.session_id,
        organization_id=committee_id(body),
        body=body,
        start_date=draft.date,
        number=draft.number,
        title=draft.title,
        status=sessions.status.get(one.session_id, Status.UNSTATED),
        has_minutes=not draft.withheld,
        withheld=draft.withheld,
        audience=draft.audience,
        source=str(draft.location),
    )
    if draft.withheld:
        return Outcome(event)
    attendance = [resolve_attendance(line, draft.date, roster) for line in draft.attendance]
    return Outcome(
        replace(
            event,
            opened=draft.opened,
            closed=draft.closed,
            recesses=draft.recesses,
            profile=draft.profile,
            agenda=_agenda(draft.agenda, one.session_id, one.id, motions),
            attendance=tuple(line.value for line in attendance),
            signatures=draft.signatures,
        ),
        tuple(found for line in attendance for found in line.findings),
    )


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
    items: tuple[DraftAgendaItem, ...], session: SessionId, sitting: EventId, motions: Motions
) -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(
            position=position,
            label=item.label,
            title=item.title,
            motion_ids=motions.of_item(session, item, sitting),
            referred_to=item.referred_to,
        )
        for position, item in enumerate(items, start=1)
    )
