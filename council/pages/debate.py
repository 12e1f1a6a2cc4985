"""The debate of one sitting as lines to print: headings, speeches, stage lines, with the decisions where they fell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct

from council.model.debate import Debate, Speech, SpeechType
from council.model.events import Event
from council.pages import people
from council.pages.addresses import CORRECTIONS
from council.pages.decisions import DecisionView, decision_view
from council.pages.grouping import Grouped, grouped
from council.pages.page import TocEntry
from council.pages.recordings import RecordingLink, links_in_debate
from council.pages.sheet import Link, Sheet
from council.pages.speech_text import blocks_html, correction_marks
from council.pages.threads import Thread, threads
from council.text.lines import plain

_LONGEST_ENTRY = 44


class DebateLine(Struct, frozen=True):
    """A heading (its ``body`` holds only marks of corrections), a speech, or a line outside any speech.

    ``look`` is heading, speech, question, answer, scene or narrative; ``level`` the heading's (3 or 4), or the one
    that the contents give a questioner; ``title`` the heading's text, or who begins to ask here.
    """

    id: str
    look: str
    body: Markup
    level: int = 3
    title: str = ""
    speaker: Markup | str = ""
    recording: RecordingLink | None = None
    decisions: tuple[DecisionView, ...] = ()
    thread: Thread | None = None


def debate_lines(sheet: Sheet, event: Event, debate: Debate) -> Iterator[DebateLine]:
    """Yield the lines of a debate."""
    declared = _declared_in(sheet, event)
    recordings = links_in_debate(sheet, event, debate)
    answered = threads(sheet, debate)
    speakers: dict[tuple[object, ...], Markup] = {}
    level, asking = 2, ""
    for speech in debate.speeches:
        if speech.type is SpeechType.HEADING:
            level, asking = _level(speech), asking if speech.level > 1 else ""
            yield _heading(sheet, speech, recordings.get(speech.id), declared.get(speech.id, ()))
            continue
        key = (speech.type, speech.role, speech.name, speech.attribution, speech.person_id)
        if key not in speakers:
            speakers[key] = sheet.piece("speaker", _speaker(sheet, speech, event))
        begins = speech.type is SpeechType.QUESTION and bool(speech.name) and speech.name != asking
        asking = speech.name if begins else asking
        yield DebateLine(
            id=speech.id,
            look=speech.type.value,
            body=blocks_html(speech.blocks, sheet.studio.words, sheet.href(CORRECTIONS)),
            level=level + 1,
            title=plain(speech.name) if begins else "",
            speaker=speakers[key],
            recording=recordings.get(speech.id),
            decisions=declared.get(speech.id, ()),
            thread=answered.get(speech.id),
        )


def _heading(
    sheet: Sheet, speech: Speech, recording: RecordingLink | None, decisions: tuple[DecisionView, ...]
) -> DebateLine:
    return DebateLine(
        id=speech.id,
        look="heading",
        body=correction_marks(speech.blocks, sheet.studio.words, sheet.href(CORRECTIONS)),
        level=_level(speech),
        title=plain(speech.text),
        recording=recording,
        decisions=decisions,
    )


def _level(heading: Speech) -> int:
    return 4 if heading.level > 1 else 3


class Speaker(Struct, frozen=True):
    """Who speaks: name and role as printed; ``person`` None where no member is known by that name."""

    kind: str
    name: str
    role: str
    person: Link | None
    group: Link | None


def _speaker(sheet: Sheet, speech: Speech, event: Event) -> Speaker:
    name = speech.name or ("" if speech.role else speech.attribution)
    person_id = speech.person_id
    return Speaker(
        kind=_kind(sheet, speech),
        name=name,
        role=speech.role,
        person=people.person_link(sheet, person_id) if person_id else None,
        group=people.group_link(sheet, person_id, event.start_date) if person_id else None,
    )


def _kind(sheet: Sheet, speech: Speech) -> str:
    if speech.type in (SpeechType.QUESTION, SpeechType.ANSWER):
        return sheet.t(f"speech.{speech.type.value}")
    return ""


def _declared_in(sheet: Sheet, event: Event) -> Grouped[str, DecisionView]:
    decided = sheet.record.decisions_by_event.get(event.id, ())
    return grouped((one.speech_id, decision_view(sheet, one)) for one in decided if one.speech_id)


def toc_entries(lines: Iterable[DebateLine]) -> tuple[TocEntry, ...]:
    """Return the headings of a debate, and under them who asked, for the page's table of contents."""
    return tuple(TocEntry(line.id, shortened(line.title), line.level) for line in lines if line.title)


def shortened(title: str) -> str:
    """Return a title short enough for a list of headings."""
    return title if len(title) <= _LONGEST_ENTRY else title[:_LONGEST_ENTRY] + "…"
