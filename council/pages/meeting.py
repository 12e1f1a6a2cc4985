"""`meetings/ID.html`: a sitting. Agenda, attendance, every speech at its own address, votes in place, recordings, status."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup
from msgspec import Struct

from council.glossary import term
from council.model.debate import Debate
from council.model.events import AgendaItem, Attendance, AttendanceKind, AttendanceStatus, Audience, Event
from council.pages import dates, people
from council.pages.addresses import CORRECTIONS, bill_uri, meeting_uri, packet_uri, session_uri
from council.pages.debate import DebateLine, debate_lines, toc_entries
from council.pages.decisions import DecisionView, decision_view, source_words
from council.pages.grouping import grouped
from council.pages.materials import MaterialView, materials_of_event
from council.pages.notices import CorrectionNote, StatusNote, correction_notes, status_note
from council.pages.page import Page, TocEntry
from council.pages.recordings import RecordingLink, recordings_of
from council.pages.search_scope import Scope, meeting_scope
from council.pages.sheet import Link, Moment, Sheet, Studio, web_address
from council.pages.sittings import has_packet, live_address, sitting_link
from council.pages.speech_text import blocks_html


class AgendaLine(Struct, frozen=True):
    """One item of the agenda: to the minutes where it was taken up, and to the bills it names."""

    label: str
    title: str
    href: str
    bills: tuple[Link, ...]
    referred_to: tuple[str, ...]
    restricted: bool


class Attendee(Struct, frozen=True):
    """A name in an attendance list, linked where it is exactly one member; ``hours``: since or until when."""

    name: str
    href: str
    seat: str
    post: str
    hours: str


class AttendanceList(Struct, frozen=True):
    """One list of the minutes, by state for members: 出席, 欠席, 説明員, 職員."""

    title: str
    number: int
    attendees: tuple[Attendee, ...]


class MeetingPage(Struct, frozen=True):
    """What the page of a sitting says."""

    heading: str
    day: Moment
    number: str
    title: str
    hours: str
    recesses: str
    scheduled: str
    session: Link
    status: StatusNote
    restricted: bool
    withheld: str
    has_minutes: bool
    online_url: str
    live_url: str
    packet: Link | None
    recordings: tuple[RecordingLink, ...]
    agenda: tuple[AgendaLine, ...]
    attendance: tuple[AttendanceList, ...]
    attendance_summary: str
    decisions: tuple[DecisionView, ...]
    lines: tuple[DebateLine, ...]
    signatures: tuple[str, ...]
    preface: Markup
    epilogue: Markup
    materials: tuple[MaterialView, ...]
    corrections: tuple[CorrectionNote, ...]
    search: Scope | None
    source: str
    previous: Link | None
    next: Link | None
    about: str


def compose_meeting(studio: Studio, event: Event, before: Event | None, after: Event | None) -> Page:
    """Return the page of one sitting; ``before`` and ``after`` are the body's neighbouring sittings."""
    sheet = studio.sheet(meeting_uri(event.id))
    view = _view(sheet, event, studio.record.council.debates.get(event.id), before, after)
    session = studio.record.council.sessions[event.session_id]
    return Page(
        uri=sheet.uri,
        kind="meeting",
        title=sheet.t("meeting.title", day=view.day.text, body=sheet.body(event.body)),
        body=sheet.render("record/meeting.html.j2", view),
        toc=_toc(sheet, view),
        description=sheet.t(
            "meeting.description", session=session.name, day=view.day.text, body=sheet.body(event.body)
        ),
        section="sessions",
        breadcrumbs=((sheet.t("sessions.title"), "sessions.html"), (session.name, session_uri(session.id))),
    )


def _view(sheet: Sheet, event: Event, debate: Debate | None, before: Event | None, after: Event | None) -> MeetingPage:
    record = sheet.record
    lines = tuple(debate_lines(sheet, event, debate)) if debate else ()
    decided = tuple(decision_view(sheet, one) for one in record.decisions_by_event.get(event.id, ()))
    return MeetingPage(
        heading=sheet.body(event.body),
        day=sheet.day(event.start_date),
        number=event.number,
        title=event.title,
        hours=_range(sheet, event.opened, event.closed),
        recesses=_recesses(sheet, event),
        scheduled=dates.clock(event.scheduled, sheet.language),
        session=sheet.link(session_uri(event.session_id), record.council.sessions[event.session_id].name),
        status=status_note(sheet, event),
        restricted=event.audience is Audience.MEMBERS,
        withheld=event.withheld,
        has_minutes=debate is not None,
        online_url=web_address(event.online_url),
        live_url=live_address(sheet, event),
        packet=_packet(sheet, event),
        recordings=recordings_of(sheet, event.id),
        agenda=tuple(_agenda_line(sheet, event, item) for item in event.agenda),
        attendance=tuple(_attendance(sheet, event)),
        attendance_summary=_attendance_summary(sheet, event),
        decisions=decided,
        lines=lines,
        signatures=event.signatures,
        preface=blocks_html(debate.preface if debate else (), sheet.studio.words, sheet.href(CORRECTIONS)),
        epilogue=blocks_html(debate.epilogue if debate else (), sheet.studio.words, sheet.href(CORRECTIONS)),
        materials=materials_of_event(sheet, event.id),
        corrections=correction_notes(sheet),
        search=meeting_scope(sheet, event) if lines else None,
        source=source_words(sheet, event.source) if event.source else "",
        previous=_neighbour(sheet, before),
        next=_neighbour(sheet, after),
        about=sheet.href("about.html"),
    )


def _range(sheet: Sheet, start: dt.time | None, end: dt.time | None) -> str:
    if not (start or end):
        return ""
    return sheet.t("time.range", start=dates.clock(start, sheet.language), end=dates.clock(end, sheet.language))


def _recesses(sheet: Sheet, event: Event) -> str:
    times = sheet.t("list.comma").join(_range(sheet, one.start, one.end) for one in event.recesses)
    return sheet.t("meeting.recesses", times=times) if times else ""


def _packet(sheet: Sheet, event: Event) -> Link | None:
    return sheet.link(packet_uri(event.id), sheet.t("packet.of_sitting")) if has_packet(sheet.studio, event) else None


def _agenda_line(sheet: Sheet, event: Event, item: AgendaItem) -> AgendaLine:
    motions = [sheet.record.council.motions[motion_id] for motion_id in item.motion_ids]
    return AgendaLine(
        label=item.label,
        title=item.title,
        href=f"#{item.speech_id}" if item.speech_id and event.id in sheet.record.with_debate else "",
        bills=tuple(sheet.link(bill_uri(motion.id), motion.identifier or motion.text) for motion in motions),
        referred_to=item.referred_to,
        restricted=item.audience is Audience.MEMBERS,
    )


def _attendance(sheet: Sheet, event: Event) -> list[AttendanceList]:
    lists = grouped(((one.kind, one.status), one) for one in event.attendance)
    shown = []
    for kind in AttendanceKind:
        for status in AttendanceStatus:
            if found := lists.get((kind, status)):
                title = term(kind if kind is not AttendanceKind.MEMBER else status).in_language(sheet.language)
                if kind is AttendanceKind.MEMBER:
                    title = sheet.t("attendance.members", status=title)
                shown.append(AttendanceList(title, len(found), tuple(_attendee(sheet, one) for one in found)))
    return shown


def _attendee(sheet: Sheet, one: Attendance) -> Attendee:
    href = people.person_link(sheet, one.person_id).href if one.person_id else ""
    times = (("attendance.from", one.arrived), ("attendance.until", one.departed))
    hours = [sheet.t(key, time=dates.clock(time, sheet.language)) for key, time in times if time]
    return Attendee(one.name, href, one.seat, one.post, sheet.t("list.comma").join(hours))


def _attendance_summary(sheet: Sheet, event: Event) -> str:
    members = [one.status for one in event.attendance if one.kind is AttendanceKind.MEMBER]
    counts = ((status, members.count(status)) for status in AttendanceStatus)
    words = [
        sheet.t("attendance.count", status=term(status).in_language(sheet.language), n=number)
        for status, number in counts
        if number
    ]
    return sheet.t("list.separator").join(words)


def _neighbour(sheet: Sheet, event: Event | None) -> Link | None:
    return sitting_link(sheet, event.id) if event else None


def _toc(sheet: Sheet, view: MeetingPage) -> tuple[TocEntry, ...]:
    parts = (
        ("decisions", bool(view.decisions)),
        ("agenda", bool(view.agenda)),
        ("attendance", bool(view.attendance)),
        ("materials", bool(view.materials)),
        ("minutes", bool(view.lines or view.preface or view.epilogue)),
    )
    entries = [TocEntry(name, sheet.t(f"meeting.{name}")) for name, shown in parts if shown]
    return (*entries, *toc_entries(view.lines))
