"""What was said, in the order it was said (Akoma Ntoso debate, Popolo Speech)."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

from msgspec import Struct

from council.model.events import EventId, MotionId
from council.model.people import PersonId
from council.text.blocks import Block, paragraphs

SpeechId = NewType("SpeechId", str)


class SpeechType(StrEnum):
    """Akoma Ntoso's containers, as Popolo lists them."""

    SPEECH = "speech"
    QUESTION = "question"
    ANSWER = "answer"
    HEADING = "heading"
    SCENE = "scene"  # a stage or time line outside any speech
    NARRATIVE = "narrative"  # anything else outside any speech


class Speech(Struct, frozen=True):
    """One utterance or line of a debate; ``id`` is its address within the sitting.

    ``attribution`` is the whole printed label (``○議長（山田太郎君）``), ``role`` 議長, ``name`` 山田太郎 as printed
    (without marker, parentheses, honorific); ``person_id`` only where exactly one member bore that name that day.
    ``blocks`` is what follows the label: paragraphs and, in documents laid out in tables, tables. ``answers`` is the
    address of the question that an answer was given to (Akoma Ntoso's ``to``), empty where that is not sure.
    """

    id: SpeechId
    position: int
    type: SpeechType
    blocks: tuple[Block, ...]
    attribution: str = ""
    role: str = ""
    name: str = ""
    person_id: PersonId | None = None
    level: int = 0  # of a heading: 1 agenda item, 2 below it
    motion_ids: tuple[MotionId, ...] = ()
    source: str = ""
    answers: SpeechId = SpeechId("")

    @property
    def text(self) -> str:
        r"""The words, paragraphs joined by ``\n``."""
        return "\n".join(paragraph.text for paragraph in paragraphs(self.blocks))


class Debate(Struct, frozen=True):
    """A sitting's minutes. ``preface`` is everything before the debate as printed (title, agenda, lists)."""

    event_id: EventId
    preface: tuple[Block, ...]
    speeches: tuple[Speech, ...]
    epilogue: tuple[Block, ...] = ()  # signatures and what follows the close
