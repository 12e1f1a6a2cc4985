"""What is known of a debate without its words: who took the floor under which heading, and which bills it names."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from council.model.debate import Debate, SpeechId, SpeechType
from council.model.events import MotionId
from council.model.people import PersonId
from council.model.votes import Option
from council.text.lines import first_words, plain


class Turns(Struct, frozen=True):
    """What one speaker said under one heading: where the first of ``number`` turns stands and how it begins."""

    role: str
    name: str
    heading: str
    first_words: str
    type: SpeechType
    speech_id: SpeechId
    number: int = 1
    person_id: PersonId | None = None


class Heading(Struct, frozen=True):
    """A heading of a debate with its address and the bills it names."""

    speech_id: SpeechId
    text: str
    motion_ids: tuple[MotionId, ...] = ()


class Stance(Struct, frozen=True):
    """Which side a member took in the debate before a vote (討論), and where the minutes say so."""

    person_id: PersonId
    side: Option
    motion_id: MotionId
    source: str


class Outline(Struct, frozen=True):
    """A debate without its words; turns and headings in the order in which they began."""

    turns: tuple[Turns, ...] = ()
    headings: tuple[Heading, ...] = ()
    stances: tuple[Stance, ...] = ()


def outline(debate: Debate) -> Outline:
    """Return the outline of a debate that is at hand."""
    heading = ""
    headings: list[Heading] = []
    turns: dict[tuple[str, str, str], Turns] = {}
    for speech in debate.speeches:
        if speech.type is SpeechType.HEADING:
            heading = plain(speech.text)
            headings.append(Heading(speech.id, speech.text, speech.motion_ids))
        elif speech.name or speech.role:
            key = (speech.role, speech.name, heading)
            known = turns.get(key)
            first = Turns(*key, first_words(speech.text), speech.type, speech.id, 0, speech.person_id)
            turns[key] = replace(known or first, number=known.number + 1 if known else 1)
    return Outline(tuple(turns.values()), tuple(headings))
