"""What is told of a sitting without its words: who took the floor under which heading, where decisions were declared.

Speeches stay on the disk; everything that several pages share is in the outline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from council.model.debate import SpeechId, SpeechType
from council.model.identifiers import speech_id
from council.parse.draft_outlines import DraftHeading, DraftOutline, DraftTurns
from council.parse.drafts import DraftMeeting, DraftSpeech
from council.parse.stances import Stances
from council.text.blocks import paragraphs
from council.text.lines import first_words, plain


def outline_of(meeting: DraftMeeting) -> DraftOutline:
    """Return the outline of a sitting; made of its debate unless it is there already."""
    return meeting.outline or _outline(meeting)


def addressed(debate: Iterator[DraftSpeech]) -> Iterator[tuple[SpeechId, DraftSpeech, str]]:
    """Yield each speech with its address within the sitting and its text."""
    repetitions: Counter[str] = Counter()
    for speech in debate:
        text = "\n".join(paragraph.text for paragraph in paragraphs(speech.blocks))
        base = speech_id(speech.attribution, text)
        repetitions[base] += 1
        yield speech_id(speech.attribution, text, repetitions[base]), speech, text


def _outline(meeting: DraftMeeting) -> DraftOutline:
    heading, ids = "", []
    turns: dict[tuple[str, str, str], DraftTurns] = {}
    numbers: Counter[tuple[str, str, str]] = Counter()
    headings: list[DraftHeading] = []
    stances = Stances()
    for identifier, speech, text in addressed(iter(meeting.debate)):
        ids.append(identifier)
        stances.hear(speech, text)
        if speech.type is SpeechType.HEADING:
            heading = plain(text)
            headings.append(DraftHeading(identifier, text, speech.location, speech.level, speech.bills))
        elif speech.name or speech.role:
            key = (speech.role, speech.name, heading)
            numbers[key] += 1
            if key not in turns:
                turns[key] = DraftTurns(*key, first_words(text), speech.type, identifier, speech.location)
    return DraftOutline(
        turns=tuple(turns.values()),
        numbers=tuple(numbers[key] for key in turns),
        headings=tuple(headings),
        declared=tuple(SpeechId("") if one.speech is None else ids[one.speech] for one in meeting.decisions),
        stances=tuple(stances.found),
    )
