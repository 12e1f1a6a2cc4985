"""“Councillor Marsh declared a conflict of interest on Item 4”: who declared it, and the decision on that matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from council.model.bill_numbers import BillNumber
from council.model.debate import SpeechType
from council.parse.draft_interests import DraftInterest
from council.parse.drafts import DraftDecision, DraftSpeech
from council.parse.minutes.motions import SENTENCE
from council.parse.minutes.profile import Pattern
from council.parse.minutes.spoken_numbers import numbers_in
from council.parse.minutes.tabled_rows import names_in
from council.text.blocks import Paragraph
from council.text.latin_names import TITLES, is_latin_name, without_titles
from council.text.numerals import fold_width

_LONGEST = 400


class _Declared(Struct, frozen=True):
    """Who declared an interest: in numbered matters, or in what stood under the last heading."""

    interests: tuple[DraftInterest, ...]
    bills: tuple[BillNumber, ...]
    heading: int


def with_spoken_interests(
    decisions: Sequence[DraftDecision], debate: Sequence[DraftSpeech], said: Mapping[str, Pattern]
) -> tuple[DraftDecision, ...]:
    """Add declarations to the decisions on their matters; one whose matter is not sure adds nothing."""
    found = list(decisions)
    for one in _declarations(debate, said):
        for place in _meant(one, found, debate):
            found[place] = replace(found[place], interests=(*found[place].interests, *one.interests))
    return tuple(found)


def _declarations(debate: Sequence[DraftSpeech], said: Mapping[str, Pattern]) -> Iterator[_Declared]:
    heading = -1
    for place, speech in enumerate(debate if said else ()):
        heading = place if speech.type is SpeechType.HEADING else heading
        for block in speech.blocks:
            if isinstance(block, Paragraph):
                yield from _in_paragraph(block, speech, heading, said)


def _in_paragraph(
    block: Paragraph, speech: DraftSpeech, heading: int, said: Mapping[str, Pattern]
) -> Iterator[_Declared]:
    for sentence in SENTENCE.split(" ".join(fold_width(block.text).split())):
        told = said["interest"].match(sentence) if len(sentence) <= _LONGEST else None
        names = _people(told["who"]) if told else []
        bills = numbers_in(sentence, said)
        if told and names and (bills or said["this_matter"].search(told["matter"] or "") or not told["matter"]):
            at = replace(speech.location, paragraph=block.number, words=sentence[:24])
            yield _Declared(tuple(DraftInterest(name, at) for name in names), bills, heading)


def _people(who: str) -> list[str]:
    """Return the names of titled people (Councillors Marsh and Brook); nobody if any word is no name's."""
    titled = who.split(maxsplit=1)[0].strip(".,").casefold() in TITLES
    return [without_titles(name) for name in names_in(who)] if titled and is_latin_name(who) else []


def _meant(one: _Declared, decisions: Sequence[DraftDecision], debate: Sequence[DraftSpeech]) -> list[int]:
    """Return which decisions are on the matter: those of its numbers, or the only one under its heading."""
    if one.bills:
        return [place for place, decision in enumerate(decisions) if set(decision.bills) & set(one.bills)]
    following = range(one.heading + 1, len(debate))
    end = next((place for place in following if debate[place].type is SpeechType.HEADING), len(debate))
    under = [place for place, decision in enumerate(decisions) if one.heading < (decision.speech or 0) < end]
    return under if len(under) == 1 and one.heading >= 0 else []
