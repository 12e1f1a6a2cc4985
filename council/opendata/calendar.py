"""`calendar.ics`: sittings held and to come (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct

from council.model.council import Council, CouncilFacts
from council.model.events import Event
from council.pages.addresses import meeting_uri

if TYPE_CHECKING:
    from icalendar import Event as Entry

# A calendar needs a stamp; a record without any date has none of its own.
_EPOCH = dt.date(2000, 1, 1)


_STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_STAMP_LINE = b"\r\nDTSTAMP:20000101T000000Z\r\n"


class Sitting(Struct, frozen=True):
    """All that the entry of one sitting is made of."""

    event: Event
    session: str
    facts: CouncilFacts


def calendar(council: Council, entries: Iterable[bytes]) -> bytes:
    """Return the sittings of an edition, whose entries are given; the stamp of each is the date of the data."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to import, and most builds keep the calendar

    made = Calendar()
    made.add("prodid", "-//council toolkit//record//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", council.facts.name)
    made.add("x-wr-timezone", council.facts.timezone)
    end = b"END:VCALENDAR\r\n"
    day = council.data_date or _EPOCH
    # Within a text every end of a line is escaped or followed by a space: a whole line like this is the stamp's.
    stamped = b"".join(entries).replace(_STAMP_LINE, _STAMP_LINE.replace(b"20000101", f"{day:%Y%m%d}".encode()))
    return bytes(made.to_ical()).removesuffix(end) + stamped + end


def sittings_of(council: Council) -> Iterator[Sitting]:
    """Yield the sittings whose day is known."""
    for event in council.events.values():
        if event.start_date:
            session = council.sessions.get(event.session_id)
            yield Sitting(event, session.name if session else "", council.facts)


def calendar_entries(council: Council) -> Iterator[bytes]:
    """Yield the entry of each sitting."""
    return map(calendar_entry, sittings_of(council))


def calendar_entry(sitting: Sitting) -> bytes:
    """Return the entry of a sitting, stamped with a day that `calendar` replaces; each keeps its UID."""
    from icalendar import Event as Entry  # noqa: PLC0415 - as above

    event, facts = sitting.event, sitting.facts
    entry = Entry()
    entry.add("uid", f"{event.id}@{_host(facts)}")
    entry.add("dtstamp", _STAMP)
    entry.add("summary", " ".join(part for part in (sitting.session, event.body, event.number) if part))
    _add_times(entry, event, ZoneInfo(facts.timezone))
    if facts.site_url:
        entry.add("url", facts.site_url.rstrip("/") + "/" + meeting_uri(event.id))
    elif event.live_url:
        entry.add("url", event.live_url)
    return bytes(entry.to_ical())


def _add_times(entry: Entry, event: Event, zone: ZoneInfo) -> None:
    """Give the times that are known, in UTC; a sitting of unknown hour fills its day."""
    day, begins = event.start_date, event.opened or event.scheduled
    if day is None:
        return
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


def _host(facts: CouncilFacts) -> str:
    return facts.site_url.split("//")[-1].split("/")[0] or "council"
