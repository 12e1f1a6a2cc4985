"""Links and papers tied to the sitting, the bill and the page they concern."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from council.diagnostics import Finding, Outcome, finding
from council.model.events import Event, EventId, Material, MotionId, Recording, RecordingScope, SessionId
from council.model.identifiers import PLENARY, material_id
from council.parse.drafts import DraftMaterial, DraftRecording, Drafts
from council.resolve.meetings import UNDATED_SESSION
from council.resolve.motions import Motions
from council.resolve.roster import Roster
from council.resolve.sessions import Sessions
from council.rules import record as rules


def resolve_recordings(drafts: Drafts, events: dict[EventId, Event], roster: Roster) -> Outcome[tuple[Recording, ...]]:
    """Tie each link to its sitting and member. Findings: L201 (nobody of that name), L202 (no such sitting)."""
    by_day: dict[dt.date | None, list[Event]] = defaultdict(list)
    for event in events.values():
        by_day[event.start_date].append(event)
    made = [_recording(draft, by_day.get(draft.date, ()), roster) for draft in drafts.recordings]
    return Outcome(
        tuple(sorted((one.value for one in made), key=lambda one: one.date)),
        tuple(found for one in made for found in one.findings),
    )


def _recording(draft: DraftRecording, of_day: Sequence[Event], roster: Roster) -> Outcome[Recording]:
    findings: list[Finding] = []
    sitting = next((event.id for event in of_day if event.body == (draft.body or PLENARY)), None)
    if sitting is None:
        findings.append(
            finding(rules.RECORDING_WITHOUT_SITTING, draft.location, date=draft.date.isoformat(), body=draft.body)
        )
    person = None
    if draft.name:
        person = roster.find(draft.name, (draft.date, draft.date)).person
        if person is None:
            near = roster.near(draft.name)
            findings.append(finding(rules.UNKNOWN_RECORDING_MEMBER, draft.location, name=draft.name, near=near))
    lost = draft.scope is RecordingScope.MEMBER and person is None
    recording = Recording(
        date=draft.date,
        body=draft.body or PLENARY,
        kind=draft.kind,
        scope=RecordingScope.MEETING if lost else draft.scope,
        url=draft.url,
        event_id=sitting,
        person_id=person.id if person else None,
        name=draft.name,
        item=draft.item,
        start=draft.start,
        end=draft.end,
        start_time=draft.start_time,
        end_time=draft.end_time,
        until=draft.until,
        source=str(draft.location),
    )
    return Outcome(recording, tuple(findings))


def resolve_materials(
    drafts: Drafts, events: dict[EventId, Event], sessions: Sessions, motions: Motions
) -> tuple[Material, ...]:
    """Tie each paper to its session, its sitting (by day) and its bills (by number, or by 日程第N of that sitting)."""
    by_session: dict[SessionId, list[Event]] = defaultdict(list)
    for event in events.values():
        by_session[event.session_id].append(event)
    made = [_material(draft, by_session, sessions, motions) for draft in drafts.materials]
    return tuple(sorted(made, key=_paper_order))


def _material(
    draft: DraftMaterial, by_session: dict[SessionId, list[Event]], sessions: Sessions, motions: Motions
) -> Material:
    session = sessions.by_folder.get(draft.folder) or _session_of_day(draft, by_session)
    of_day = [event for event in by_session[session] if draft.day and event.start_date == draft.day]
    sitting = next((event for event in of_day if event.body == PLENARY), of_day[0] if of_day else None)
    bills = motions.of_bills(session, draft.bills, sitting.id if sitting else "") or _bills_of_item(
        sitting, draft.agenda_number
    )
    return Material(
        id=material_id(draft.path),
        session_id=session,
        title=draft.title,
        kind=draft.kind,
        path=draft.path,
        sha256=draft.sha256,
        size=draft.size,
        event_id=sitting.id if sitting else None,
        motion_ids=bills,
        agenda_label=f"日程第{draft.agenda_number}" if draft.agenda_number else "",
        order=draft.order,
        pages=draft.pages,
        withheld=draft.withheld,
        audience=draft.audience,
    )


def _session_of_day(draft: DraftMaterial, by_session: dict[SessionId, list[Event]]) -> SessionId:
    """Return the session of the day that a paper names, where its folder names no session."""
    days = ((event.start_date, key) for key, events in by_session.items() for event in events)
    return next((key for day, key in days if draft.day and day == draft.day), UNDATED_SESSION)


def unsettled_papers(drafts: Drafts, sessions: Sessions) -> tuple[SessionId, ...]:
    """Return the sessions, known otherwise, with papers of which nothing says who may read them."""
    found = (sessions.by_folder.get(folder) for folder in drafts.unsettled_papers)
    return tuple(dict.fromkeys(session for session in found if session))


def _bills_of_item(sitting: Event | None, number: int | None) -> tuple[MotionId, ...]:
    if sitting is None or number is None:
        return ()
    return next((item.motion_ids for item in sitting.agenda if item.position == number), ())


def _paper_order(material: Material) -> tuple[str, str, int, str]:
    return (material.session_id, material.event_id or "", material.order or 10**6, material.path)
