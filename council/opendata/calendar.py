"""`calendar.ics`: sittings held and to come (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from council.model.council import Council
from council.model.events import Event
from council.pages.addresses import meeting_uri

# A calendar needs a stamp; a record without any date has none of its own.
_EPOCH = dt.date(2000, 1, 1)


def calendar(council: Council) -> bytes:
    """Return the sittings of an edition; each keeps its UID, and the stamp is the date of the data."""
    made = Calendar()
    made.add("prodid", "-//council toolkit//record//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", council.facts.name)
    made.add("x-wr-timezone", council.facts.timezone)
    stamp = dt.datetime.combine(council.data_date or _EPOCH, dt.time(), tzinfo=dt.UTC)
    for event in council.events.values():
        if event.start_date:
            made.add_component(_entry(event, event.start_date, stamp, council))
    return bytes(made.to_ical())


def _entry(event: Event, day: dt.date, stamp: dt.datetime, council: Council) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@{_host(council)}")
    entry.add("dtstamp", stamp)
    session = council.sessions.get(event.session_id)
    entry.add("summary", " ".join(part for part in (session.name if session else "", event.body, event.number) if part))
    _add_times(entry, event, day, ZoneInfo(council.facts.timezone))
    if council.facts.site_url:
        entry.add("url", council.facts.site_url.rstrip("/") + "/" + meeting_uri(event.id))
    elif event.live_url:
        entry.add("url", event.live_url)
    return entry


def _add_times(entry: Entry, event: Event, day: dt.date, zone: ZoneInfo) -> None:
    """Give the times that are known, in UTC; a sitting of unknown hour fills its day."""
    begins = event.opened or event.scheduled
    if begins is None:
        entry.add("dtstart", day)
        return
    start = dt.datetime.combine(day, begins, tzinfo=zone)
    entry.add("dtstart", start.astimezone(dt.UTC))
    if event.closed:
        end = dt.datetime.combine(day, event.closed, tzinfo=zone)
        # A sitting that closes before it opens on the clock went past midnight.
        end += dt.timedelta(days=1) if end < start else dt.timedelta()
        entry.add("dtend", end.astimezone(dt.UTC))


def _host(council: Council) -> str:
    return council.facts.site_url.split("//")[-1].split("/")[0] or "council"
