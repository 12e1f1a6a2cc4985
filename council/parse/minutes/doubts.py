"""What in the minutes cannot be read or believed, though every word of it is published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from council.diagnostics import Finding, finding
from council.model.debate import SpeechType
from council.model.events import AttendanceKind
from council.parse.drafts import DraftMeeting
from council.parse.minutes.layout import Layout, LineKind
from council.parse.minutes.lines import place, squeeze
from council.parse.minutes.profile import Profile
from council.parse.minutes.sections import Section
from council.rules import minutes as rules
from council.text.blocks import paragraphs
from council.text.names import comparable_name
from council.text.patterns import regex

_SHOWN = 40
# A label ends at its brackets and words follow; a bullet (○町道（３号線）の舗装, ○学校（補正）) is none.
_ENDS = regex(r"^[^)）]*$|[)）][ \t\u3000\u00a0]+\S")


def doubts(meeting: DraftMeeting, sections: Sequence[Section], layout: Layout, profile: Profile) -> tuple[Finding, ...]:
    """Return findings M201 (label), M202 (seat), M203 (no speaker), M207 (agenda)."""
    labels = tuple(_labels(meeting, layout, profile))
    told = {found.location.paragraph for found in labels}
    unspoken = (found for found in _unspoken(meeting) if found.location.paragraph not in told)
    return (*_agenda(meeting, sections), *labels, *_seats(meeting), *unspoken)


def _agenda(meeting: DraftMeeting, sections: Sequence[Section]) -> Iterator[Finding]:
    heading = next((section.heading for section in sections if section.kind == "agenda"), None)
    if heading and not meeting.agenda:
        yield finding(rules.EMPTY_AGENDA, place(meeting.path, heading))


def _labels(meeting: DraftMeeting, layout: Layout, profile: Profile) -> Iterator[Finding]:
    """Find lines that look like a label (a mark and, soon after, brackets) and are none."""
    marks = "".join(mark for mark, meaning in profile.markers.items() if meaning != "heading" and mark not in "●◇")
    looks = re.compile(rf"^[{marks}][^。、(]{{0,24}}[(](?![0-9]+[)])[^。)]{{1,20}}[)]?")
    for one in layout.debate:
        looked = one.kind is LineKind.OTHER and looks.match(one.line.squeezed) and _ENDS.search(one.line.text)
        if looked or one.kind is LineKind.UNREAD:
            at = place(meeting.path, one.line)
            yield finding(rules.UNREADABLE_LABEL, at, line=one.line.text.strip()[:_SHOWN])


def _seats(meeting: DraftMeeting) -> Iterator[Finding]:
    seats = {
        comparable_name(one.name): one.seat
        for one in meeting.attendance
        if one.kind is AttendanceKind.MEMBER and one.seat
    }
    told: set[str] = set()
    for speech in meeting.debate:
        printed = re.match(r"([0-9]+)番", squeeze(speech.role))
        seat = seats.get(comparable_name(speech.name), "") if printed and speech.name else ""
        if printed and seat and int(printed[1]) != int(seat) and speech.attribution not in told:
            told.add(speech.attribution)
            yield finding(rules.SEAT_DISAGREES, speech.location, attribution=speech.attribution, seat=seat)


def _unspoken(meeting: DraftMeeting) -> Iterator[Finding]:
    for speech in meeting.debate:
        text = "".join(paragraph.text for paragraph in paragraphs(speech.blocks))
        if speech.type is SpeechType.NARRATIVE and "。" in text:
            yield finding(rules.OUTSIDE_SPEECH, speech.location, line=text.strip()[:_SHOWN])
