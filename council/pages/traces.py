"""What member and bill pages need of a debate, kept when the debate itself is let go: one sitting in memory at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from council.model.debate import Debate, Speech, SpeechId, SpeechType
from council.model.events import EventId, MotionId
from council.model.people import PersonId
from council.pages.record import Grouped, grouped

PRESIDING_COUNCIL = frozenset(
    ("議長", "副議長", "臨時議長", "仮議長", "議長代理", "chair", "vice-chair", "speaker", "president")
)
PRESIDING_COMMITTEE = frozenset(
    ("委員長", "副委員長", "委員長代理", "年長委員", "会長", "座長", "chair", "vice-chair", "chairperson")
)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class SpeechRun:
    """One person's turns under one heading: where the first stands, how it begins, how many there are."""

    event_id: EventId
    person_id: PersonId
    speech_id: SpeechId
    heading: str
    first_words: str
    type: SpeechType
    presiding: bool
    turns: int


@dataclass(frozen=True, slots=True)
class HeadingTrace:
    """A heading under which a bill was taken up."""

    event_id: EventId
    motion_id: MotionId
    speech_id: SpeechId
    title: str


@dataclass(frozen=True, slots=True)
class DebateTrace:
    """What remains of one debate."""

    runs: tuple[SpeechRun, ...] = ()
    headings: tuple[HeadingTrace, ...] = ()


@dataclass(frozen=True, slots=True)
class Traces:
    """What remains of all debates, by member and by bill, oldest first."""

    runs: Grouped[PersonId, SpeechRun]
    headings: Grouped[MotionId, HeadingTrace]


def trace(debate: Debate, *, of_council: bool) -> DebateTrace:
    """Gather the turns of members and the headings of bills; a presiding officer's turns are one run a sitting.

    ``of_council`` tells a sitting of the council itself from a committee's.
    """
    heading = ""
    turns: dict[tuple[PersonId, str, bool], list[Speech]] = {}
    for speech in debate.speeches:
        if speech.type is SpeechType.HEADING:
            heading = plain(speech.text)
        elif speech.person_id:
            presiding = is_presiding(speech, of_council=of_council)
            turns.setdefault((speech.person_id, "" if presiding else heading, presiding), []).append(speech)
    return DebateTrace(
        tuple(_run(debate.event_id, key, speeches) for key, speeches in turns.items()), tuple(_headings(debate))
    )


def gather(traces: Iterable[DebateTrace]) -> Traces:
    """Put the remains of all debates under members and bills."""
    kept = tuple(traces)
    return Traces(
        grouped((run.person_id, run) for trace in kept for run in trace.runs),
        grouped((heading.motion_id, heading) for trace in kept for heading in trace.headings),
    )


def is_presiding(speech: Speech, *, of_council: bool = True) -> bool:
    """Say whether a turn was taken in the chair; in the council itself a 委員長 reports and does not preside."""
    return speech.role.lower() in (PRESIDING_COUNCIL if of_council else PRESIDING_COMMITTEE)


def plain(text: str) -> str:
    """Return a text on one line, without the spaces that only lay it out."""
    return " ".join(text.split())


def first_words(text: str) -> str:
    """Return how a text begins."""
    line = plain(text[: _LONGEST * 3])
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _run(event_id: EventId, key: tuple[PersonId, str, bool], speeches: list[Speech]) -> SpeechRun:
    person_id, heading, presiding = key
    first = speeches[0]
    return SpeechRun(
        event_id, person_id, first.id, heading, first_words(first.text), first.type, presiding, len(speeches)
    )


def _headings(debate: Debate) -> Iterable[HeadingTrace]:
    for speech in debate.speeches:
        if speech.type is SpeechType.HEADING:
            for motion_id in speech.motion_ids:
                yield HeadingTrace(debate.event_id, motion_id, speech.id, plain(speech.text))
