"""`live.html`: today's stream, the calendar, the recordings. The list is complete; a script points at today."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from council.model.events import Event, EventId
from council.pages import dates
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.grouping import grouped
from council.pages.page import Page
from council.pages.recordings import RecordingLink, recording_link, recordings_of
from council.pages.sheet import Sheet, Studio
from council.pages.sittings import SittingView, sitting_link, sitting_view


class RecordingGroup(Struct, frozen=True):
    """The recordings of one sitting."""

    title: str
    href: str
    year: str
    body: str
    recordings: tuple[RecordingLink, ...]


class RecordingYear(Struct, frozen=True):
    """The recordings of a year's sittings as finished list items, with the years and bodies to choose from."""

    items: str
    years: tuple[str, ...]
    bodies: tuple[str, ...]


class LivePage(Struct, frozen=True):
    """What the page of streams says: ``months`` are the calendar, the last month first."""

    timezone: str
    calendar: str
    months: tuple[tuple[str, tuple[SittingView, ...]], ...]
    filter: FilterBar
    groups: Markup


def compose_live(studio: Studio) -> Page:
    """Return the page of streams and recordings."""
    sheet = studio.sheet("live.html")
    events = sorted(studio.record.council.events.values(), key=lambda event: event.sort_key)
    found = _recordings(sheet, events)
    choices = (
        choice(sheet, "year", ((year, sheet.t("date.year", n=year)) for one in found for year in one.years)),
        choice(sheet, "body", ((body, body) for one in found for body in one.bodies)),
    )
    view = LivePage(
        timezone=studio.record.council.facts.timezone,
        calendar=sheet.href("calendar.ics"),
        months=_months(sheet, calendar_events(events)),
        filter=filter_bar(sheet, "recordings-list", choices),
        groups=Markup("\n  ".join(one.items for one in found if one.items)),  # noqa: S704 - an autoescaped template's own output
    )
    return Page(
        uri=sheet.uri,
        kind="live",
        title=sheet.t("live.title"),
        body=sheet.render("record/live.html.j2", view),
        description=sheet.t("live.lead"),
        section="live",
    )


def calendar_events(events: list[Event]) -> list[Event]:
    """Return the sittings of the last year of the record and all to come: what a calendar is opened for."""
    days = [event.start_date for event in events if event.start_date]
    last = max(days, default=None)
    return [event for event in events if last and event.start_date and (last - event.start_date).days < 366]  # noqa: PLR2004 - a year


def _months(sheet: Sheet, events: list[Event]) -> tuple[tuple[str, tuple[SittingView, ...]], ...]:
    by_month = grouped((dates.month_words(one.start_date, sheet.language), one) for one in events if one.start_date)
    newest_first = reversed(by_month.items())
    return tuple((month, tuple(sitting_view(sheet, one) for one in found)) for month, found in newest_first)


def _recordings(sheet: Sheet, events: list[Event]) -> list[RecordingYear]:
    """Return all recordings, those of the newest sitting first, those without a sitting last."""
    years = grouped((event.sort_key[0][:4], event.id) for event in reversed(events))
    found = [sheet.part(f"recordings:{year}", partial(_year, sheet), ids) for year, ids in years.items()]
    return [*found, _finished(sheet, _without_sitting(sheet))]


def _year(sheet: Sheet, event_ids: Sequence[EventId]) -> RecordingYear:
    found = ((event_id, recordings_of(sheet, event_id)) for event_id in event_ids)
    return _finished(sheet, [_group(sheet, event_id, recordings) for event_id, recordings in found if recordings])


def _finished(sheet: Sheet, groups: Sequence[RecordingGroup]) -> RecordingYear:
    return RecordingYear(
        str(sheet.fragment("recording_groups", groups)),
        tuple(dict.fromkeys(one.year for one in groups)),
        tuple(dict.fromkeys(one.body for one in groups)),
    )


def _group(sheet: Sheet, event_id: EventId, recordings: tuple[RecordingLink, ...]) -> RecordingGroup:
    event, link = sheet.record.council.events[event_id], sitting_link(sheet, event_id)
    year = str(event.start_date.year) if event.start_date else ""
    return RecordingGroup(link.text, link.href, year, sheet.body(event.body), recordings)


def _without_sitting(sheet: Sheet) -> list[RecordingGroup]:
    """Return the recordings of days for which no sitting is known."""
    loose = grouped(((one.date, one.body), one) for one in sheet.record.council.recordings if not one.event_id)
    return [
        RecordingGroup(
            sheet.t("meeting.title", day=sheet.plain_day(day).text, body=sheet.body(body)),
            "",
            str(day.year),
            body,
            links,
        )
        for (day, body), found in reversed(loose.items())
        if (links := tuple(link for one in found if not (link := recording_link(sheet, one)).live))
    ]
