"""Agenda items tied to the heading in the minutes under which they were taken up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from council.model.events import MotionId
from council.model.outline import Heading, Outline
from council.text.numerals import fold_width

_MANY = 1 << 13  # what an agenda says, its headings say again, and every agenda says 日程第１


class Headings(Struct, frozen=True):
    """The headings of a sitting's minutes as an agenda's items look for theirs.

    ``words`` are those of each heading: without its sign, whole, and its address.
    """

    headings: Sequence[Heading] = ()
    words: Sequence[tuple[str, str, str]] = ()

    @classmethod
    def of(cls, outline: Outline | None) -> Headings:
        """Return the headings of a debate; none where there is no debate."""
        headings = outline.headings if outline else ()
        by_words = {_squeezed(heading.text): heading.speech_id for heading in reversed(headings)}
        told = ((one.removeprefix("△").removeprefix("◎"), one, speech) for one, speech in by_words.items())
        return cls(headings, tuple(told))

    def address(self, label: str, title: str, motion_ids: Sequence[MotionId]) -> str:
        """Return the address of an item's heading: the one that bears its label, else names the same bills."""
        if not self.headings:
            return ""
        label = _squeezed(label)
        for bare, words, identifier in self.words if label else ():
            if bare.startswith(label) and not words[_end(words, label)].isdigit():
                return identifier
        for heading in self.headings if motion_ids else ():
            if not set(motion_ids).isdisjoint(heading.motion_ids):
                return heading.speech_id
        title = _squeezed(title)
        return next((identifier for _, words, identifier in self.words if len(title) > 1 and title in words), "")


NOWHERE = Headings()
"""The headings of a sitting without minutes."""


@lru_cache(maxsize=_MANY)
def _squeezed(text: str) -> str:
    return "".join(fold_width(text).split())


def _end(words: str, label: str) -> int:
    return min(words.index(label) + len(label), len(words) - 1)
