"""Words that tell how many were in favour without a number: 起立全員, 賛成多数, 挙手少数."""

from __future__ import annotations

import re
from enum import StrEnum

from council.text.numerals import fold_width
from council.text.patterns import regex

_SIDE = "(?:起立|挙手|賛成)者?(?:は|が)?"


class Extent(StrEnum):
    """How many were in favour, as a chair says it; ``most`` is said where somebody was not."""

    ALL = "all"
    MOST = "most"
    FEW = "few"


_WORDS = {
    Extent.ALL: regex(
        rf"全会一致|満場一致|全員一致|{_SIDE}(?:全員|総員)|(?:全員|総員)(?:起立|挙手|賛成)|\bunanimous(?:ly)?\b",
        re.IGNORECASE,
    ),
    Extent.MOST: regex(f"{_SIDE}多数"),
    Extent.FEW: regex(f"{_SIDE}少数"),
}


def extent_words(text: str) -> str:
    """Return the words of a text that tell how many were in favour (起立多数), empty if none or different ones do."""
    squeezed = fold_width(text).replace("\u3000", "")
    found = {extent: match[0] for extent, pattern in _WORDS.items() if (match := pattern.search(squeezed))}
    return next(iter(found.values())) if len(found) == 1 else ""


def extent_of(words: str) -> Extent | None:
    """Return what such words say."""
    return next((extent for extent, pattern in _WORDS.items() if pattern.search(words)), None)
