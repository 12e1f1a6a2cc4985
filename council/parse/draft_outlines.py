"""What is told of a draft debate without its words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from council.diagnostics import Finding
from council.location import Location
from council.model.bill_numbers import BillNumber
from council.model.debate import SpeechId, SpeechType
from council.parse.draft_stances import DraftStance


class DraftTurns(Struct, frozen=True):
    """What one speaker said under one heading: where the first turn stands and how it begins."""

    role: str
    name: str
    heading: str
    first_words: str
    type: SpeechType
    speech_id: SpeechId
    location: Location


class DraftHeading(Struct, frozen=True):
    """A heading of a debate with its address and the bills it names."""

    speech_id: SpeechId
    text: str
    location: Location
    level: int = 0
    bills: tuple[BillNumber, ...] = ()


class DraftOutline(Struct, frozen=True):
    """A debate without its words (`council.parse.outlines`).

    ``turns`` and ``headings`` may be `council.parse.columns`; ``numbers``: how many turns each of ``turns`` stands for; ``declared``: the addresses of the speeches that declare
    decisions, empty where none does; ``personal``: what looks like personal data, None where nobody has looked yet.
    """

    turns: Sequence[DraftTurns] = ()
    numbers: tuple[int, ...] = ()
    headings: Sequence[DraftHeading] = ()
    declared: tuple[SpeechId, ...] = ()
    personal: tuple[Finding, ...] | None = None
    stances: tuple[DraftStance, ...] = ()
