"""Recordings as links: to the whole, or to the second where a member or an item begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from msgspec import Struct

from council.glossary import term
from council.model.debate import Debate, SpeechId, SpeechType
from council.model.events import Event, EventId, Recording, RecordingKind, RecordingScope
from council.pages import dates
from council.pages.addresses import meeting_uri
from council.pages.sheet import Link, Moment, Sheet, web_address
from council.pages.traces import is_presiding

_HOSTS_WITH_SECONDS = ("www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be")


class RecordingLink(Struct, frozen=True):
    """A link to a stream or recording; ``time`` is the place in it in words, ``until`` when it goes offline."""

    href: str
    text: str
    time: str
    kind: str
    scope: str
    live: bool
    day: Moment
    meeting: Link | None
    until: Moment | None


def recording_link(sheet: Sheet, recording: Recording) -> RecordingLink:
    """Return a recording as a link."""
    return RecordingLink(
        href=web_address(url_at(recording.url, recording.start)),
        text=_text(sheet, recording),
        time=_time(sheet, recording),
        kind=term(recording.kind).in_language(sheet.language),
        scope=recording.scope.value,
        live=recording.kind is RecordingKind.LIVE,
        day=sheet.day(recording.date),
        meeting=sheet.link(meeting_uri(recording.event_id), sheet.body(recording.body)) if recording.event_id else None,
        until=sheet.plain_day(recording.until) if recording.until else None,
    )


def url_at(url: str, seconds: int | None) -> str:
    """Return the address with the place to begin, for hosts whose way of saying it is public; others as they are."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if not seconds or parts.hostname not in _HOSTS_WITH_SECONDS:
        return url
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "t"]
    return urlunsplit(parts._replace(query=urlencode([*kept, ("t", str(seconds))])))


def _text(sheet: Sheet, recording: Recording) -> str:
    if recording.scope is RecordingScope.MEMBER:
        person = sheet.record.council.people.get(recording.person_id) if recording.person_id else None
        return person.name if person else recording.name
    if recording.scope is RecordingScope.ITEM:
        return recording.item
    return sheet.t("recording.whole")


def _time(sheet: Sheet, recording: Recording) -> str:
    if recording.start is not None:
        return dates.timecode(recording.start)
    return dates.clock(recording.start_time, sheet.language)


def recordings_of(sheet: Sheet, event_id: EventId) -> tuple[RecordingLink, ...]:
    """Return the recordings of a sitting: the whole first, then members and items as they follow; no streams."""
    found = [one for one in sheet.record.recordings_by_event.get(event_id, ()) if one.kind is RecordingKind.RECORDING]
    ordered = sorted(found, key=lambda one: (one.scope is not RecordingScope.MEETING, _place(one)))
    return tuple(recording_link(sheet, recording) for recording in ordered)


def _place(recording: Recording) -> tuple[int, dt.time]:
    return (recording.start or 0, recording.start_time or dt.time())


def links_in_debate(sheet: Sheet, event: Event, debate: Debate) -> Mapping[SpeechId, RecordingLink]:
    """Return which speeches and headings a member's or an item's recording begins with."""
    found = [one for one in sheet.record.recordings_by_event.get(event.id, ()) if one.kind is RecordingKind.RECORDING]
    members = {one.person_id: one for one in found if one.scope is RecordingScope.MEMBER and one.person_id}
    items = {one.item: one for one in found if one.scope is RecordingScope.ITEM and one.item}
    links: dict[SpeechId, RecordingLink] = {}
    for speech in debate.speeches if members or items else ():
        if speech.type is SpeechType.HEADING:
            named = next((item for item in items if item in speech.text), None)
            recording = items.pop(named) if named else None
        else:
            person_id = None if is_presiding(speech) else speech.person_id
            recording = members.pop(person_id, None) if person_id else None
        if recording:
            links[speech.id] = recording_link(sheet, recording)
    return links
