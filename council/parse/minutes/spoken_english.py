"""Decisions of English minutes in which people speak: “Carried.”, “Motion carried 5-2”, “Lost”; results as printed.

A decision is a paragraph that says nothing else, the end of one that begins “Moved by …”, or a sentence of whoever is in
the chair. It is on the number that it, the motion or the heading gives, else on the motion's words, else on the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from council.glossary.extents import extent_words
from council.location import Location
from council.model.debate import SpeechType
from council.parse.drafts import DraftDecision, DraftSpeech
from council.parse.minutes.debate import presides
from council.parse.minutes.motions import SENTENCE
from council.parse.minutes.profile import Pattern, Profile
from council.parse.minutes.spoken_numbers import numbers_in
from council.text.blocks import Paragraph
from council.text.numerals import fold_width
from council.text.patterns import regex

_LABEL = regex(r"^(?:item\s*)?[0-9]{1,3}[.)]\s*", re.IGNORECASE)
_SECONDED = regex(r",?\s*(?:and\s+)?seconded by.*$", re.IGNORECASE)
_LONGEST = 200


class _Floor(Struct):
    """What is before the council: the heading, and the motion that was last moved."""

    said: Mapping[str, Pattern]
    heading: str = ""
    motion: str = ""
    mover: str = ""
    figures: tuple[int | None, int | None] = (None, None)

    def hear(self, text: str, at: Location, speech: int, *, decides: bool) -> DraftDecision | None:
        """Take in a sentence; return what it declares if it may."""
        if moved := self.said["moved"].search(text):
            self.motion, self.figures = moved["motion"] or moved["by_mover"], (None, None)
            self.mover = _SECONDED.sub("", moved["mover"] or "")
        declared = self.said["declared"].match(text) if decides else None
        if declared is None:
            self.figures = _sides(text, self.said) or self.figures
            return None
        decision = self._decision(declared, text, at, speech)
        if decision and decision.aspect == "main":
            self.motion = ""
        self.figures = (None, None)
        return decision

    def _decision(self, declared: re.Match[str], text: str, at: Location, speech: int) -> DraftDecision | None:
        bills = next((found for one in (text, self.motion, self.heading) if (found := numbers_in(one, self.said))), ())
        title = "" if bills else _shortened(self.motion or _LABEL.sub("", self.heading))
        if len(bills) > 1 or not (bills or title):
            return None
        yes, no = _sides(text, self.said) or _pair(declared, self.said) or self.figures
        return DraftDecision(
            method="",
            result=declared["result"],
            location=at,
            bills=bills,
            title=title,
            aspect="amend" if "amendment" in (declared["what"] or "").casefold() else "main",
            speech=speech,
            declared_yes=yes,
            declared_no=no,
            extent=extent_words(text),
            mover=self.mover if self.motion and not bills else "",
        )


def spoken_decisions(debate: Sequence[DraftSpeech], profile: Profile, *, committee: bool) -> Iterator[DraftDecision]:
    """Yield the decisions that a debate in English tells of, each with the index of its speech."""
    floor = _Floor(profile.spoken or {})
    for index, speech in enumerate(debate if profile.spoken else ()):
        paragraphs = [block for block in speech.blocks if isinstance(block, Paragraph)]
        if speech.type is SpeechType.HEADING:
            floor = _Floor(floor.said, " ".join(paragraphs[0].text.split()) if paragraphs else "")
            continue
        chair = not speech.attribution or presides(speech.role, profile, committee=committee)
        for place, paragraph in enumerate(paragraphs):
            at = replace(speech.location, paragraph=paragraph.number, words=paragraph.text.strip()[:24])
            for text, alone in _sentences(paragraph, floor.said):
                decides = chair or (alone and place > 0)
                found = floor.hear(text, at, index, decides=decides)
                yield from (found,) if found else ()


def _sentences(paragraph: Paragraph, said: Mapping[str, Pattern]) -> Iterator[tuple[str, bool]]:
    """Yield sentences, and whether each stands alone in its paragraph, or at the end of one that begins “Moved by”."""
    for line in fold_width(paragraph.text).split("\n"):
        sentences = SENTENCE.split(" ".join(line.split()))
        alone = len(sentences) == 1 or bool(said["moved"].match(sentences[0]))
        for place, text in enumerate(sentences):
            yield text, alone and place == len(sentences) - 1


def _sides(text: str, said: Mapping[str, Pattern]) -> tuple[int, int] | None:
    """Return both figures where their sides are named: 5 in favour, 2 opposed; Ayes: 5 Nays: 2."""
    found = said["sides"].search(text) or said["sides_first"].search(text)
    return (int(found["yes"]), int(found["no"])) if found else None


def _pair(declared: re.Match[str], said: Mapping[str, Pattern]) -> tuple[int, int] | None:
    """Return the figures of “carried 5-2”, yes first, unless what was declared tells that they stand otherwise."""
    found = said["pair"].search(declared["manner"])
    if not found:
        return None
    first, second = int(found["first"]), int(found["second"])
    carried = bool(said["carried"].fullmatch(declared["result"]))
    return (first, second) if carried == (first > second) else None


def _shortened(text: str) -> str:
    bare = text.strip(" .:;,")
    return bare if len(bare) <= _LONGEST else f"{bare[:_LONGEST].rsplit(' ', 1)[0]} …"
