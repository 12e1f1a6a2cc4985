"""Sittings as lists and calendars show them; what is today, now or next a script finds out from the dates."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from council.glossary import term
from council.model.events import Audience, Event, EventId, Recording, RecordingKind
from council.pages import dates
from council.pages.addresses import meeting_uri, packet_uri
from council.pages.sheet import Link, Moment, Sheet, Studio, web_address


class SittingView(Struct, frozen=True):
    """A sitting in a list: day, body, hours, and what there is of it. ``start``/``end`` are ``HH:MM`` or empty."""

    href: str
    day: Moment
    body: str
    number: str
    start: str
    end: str
    time: str
    status: str
    look: str
    has_minutes: bool
    withheld: bool
    restricted: bool
    live_url: str
    recorded: int
    packet: Link | None
    titles: tuple[str, ...]
    year: str
    session_id: str


def has_packet(studio: Studio, event: Event) -> bool:
    """Say whether a sitting has a packet: an agenda or papers to bring."""
    return bool(event.agenda or studio.record.materials_by_event.get(event.id))


def sitting_link(sheet: Sheet, event_id: EventId) -> Link:
    """Return a link to a sitting's page: day and body."""
    event = sheet.record.council.events[event_id]
    day = dates.plain_day(event.start_date, sheet.language) or sheet.t("date.unknown")
    return sheet.link(meeting_uri(event.id), sheet.t("meeting.title", day=day, body=sheet.body(event.body)))


def sitting_view(sheet: Sheet, event: Event) -> SittingView:
    """Return one sitting as lists show it."""
    begins = event.scheduled or event.opened
    return SittingView(
        href=sheet.href(meeting_uri(event.id)),
        day=sheet.day(event.start_date),
        body=sheet.body(event.body),
        number=event.number,
        start=_iso(begins),
        end=_iso(event.closed),
        time=_hours(sheet, event),
        status=_status(sheet, event),
        look=_look(event),
        has_minutes=event.has_minutes and not event.withheld,
        withheld=bool(event.withheld),
        restricted=event.audience is Audience.MEMBERS,
        live_url=live_address(sheet, event),
        recorded=sum(one.kind is RecordingKind.RECORDING for one in _links(sheet, event)),
        packet=sheet.link(packet_uri(event.id), sheet.t("packet.of_sitting"))
        if has_packet(sheet.studio, event)
        else None,
        titles=tuple(item.title for item in event.agenda),
        year=str(event.start_date.year) if event.start_date else "",
        session_id=event.session_id,
    )


def live_address(sheet: Sheet, event: Event) -> str:
    """Return where a sitting is streamed: as announced, else the live link of that day."""
    links = (one.url for one in _links(sheet, event) if one.kind is RecordingKind.LIVE)
    return web_address(event.live_url) or web_address(next(links, ""))


def _links(sheet: Sheet, event: Event) -> tuple[Recording, ...]:
    return sheet.record.recordings_by_event.get(event.id, ())


def _iso(time: dt.time | None) -> str:
    return f"{time:%H:%M}" if time else ""


def _hours(sheet: Sheet, event: Event) -> str:
    if event.opened or event.closed:
        opened, closed = (dates.clock(time, sheet.language) for time in (event.opened, event.closed))
        return sheet.t("time.range", start=opened, end=closed)
    return sheet.t("time.from", start=dates.clock(event.scheduled, sheet.language)) if event.scheduled else ""


def _status(sheet: Sheet, event: Event) -> str:
    if event.withheld:
        return sheet.t("mark.checking")
    if event.has_minutes:
        return term(event.status).in_language(sheet.language) if event.status else sheet.t("sitting.minutes")
    return ""


def _look(event: Event) -> str:
    if event.withheld:
        return "withheld"
    return (event.status.value or "unstated") if event.has_minutes else "announced"
