"""Words found in a text whatever their width, spaces, line breaks or form of kanji; places are those of the text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from council.text.patterns import regex
from council.text.variants import VARIANTS

_NOTHING = regex(r"[\s\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]+")


class Span(Struct, frozen=True, order=True):
    """A stretch ``[start, end)`` of a text."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Say whether another stretch lies within."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether another stretch shares a character."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: Span) -> bool:
        """Say whether another stretch overlaps or begins where this one ends."""
        return self.start <= other.end and other.start <= self.end


@lru_cache(maxsize=16384)
def _folded(character: str) -> str:
    plain = _NOTHING.sub("", unicodedata.normalize("NFKD", character))
    return "".join(VARIANTS.get(one, one) for one in plain).casefold()


def fold(text: str) -> str:
    """Return words as they are compared: NFKD, one form of each kanji, lower case, no space."""
    return "".join(map(_folded, text))


class Folded(Struct, frozen=True):
    """A text as it is compared; ``places`` says from which character of the text each character came."""

    text: str
    places: tuple[int, ...]

    def find(self, words: str) -> tuple[Span, ...]:
        """Return where the words stand, whole characters only: か is not found in が."""
        wanted = fold(words)
        found: list[Span] = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            whole = self._is_edge(at) and self._is_edge(end)
            if whole:
                found.append(Span(self.places[at], self.places[end - 1] + 1))
            at = self.text.find(wanted, end if whole else at + 1)
        return tuple(found)

    def _is_edge(self, at: int) -> bool:
        if at in (0, len(self.text)):
            return True
        return self.places[at - 1] != self.places[at] and not unicodedata.combining(self.text[at])


def folded(text: str) -> Folded:
    """Fold a text and remember the places."""
    pieces: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        piece = _folded(character)
        pieces.append(piece)
        places += [place] * len(piece)
    return Folded("".join(pieces), tuple(places))


def find_exactly(text: str, words: str) -> tuple[Span, ...]:
    """Return where the words stand as they are, whole characters only."""
    spans = (Span(match.start(), match.end()) for match in re.finditer(re.escape(words), text)) if words else ()
    return tuple(span for span in spans if not unicodedata.combining(text[span.end : span.end + 1] or " "))
