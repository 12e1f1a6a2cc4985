"""Text as it is compared in a search: width, case, variant kanji and combining marks united, each place remembered.

The table of `folding_data` is all there is to know, and the browser's `words.mjs` has the same one. What is shown is
never folded.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from council.search.folding_data import TABLE_FILE, hash_of, read_table
from council.text.patterns import regex

_BASIC = 0x10000
_MANY = 1 << 12  # names and words come again and again


def _any_of(codes: Iterable[int], more: str = "") -> re.Pattern[str]:
    """Return what finds any of the characters of the basic plane; only within it a class is found quickly."""
    return regex(f"[{re.escape(''.join(map(chr, sorted(filter(_BASIC.__gt__, codes)))))}{more}]")


_TEXT = TABLE_FILE.read_text("utf-8")
TABLE = read_table(_TEXT)
FOLDING_HASH = hash_of(_TEXT)
"""Tells one table from another: an index made with one is not asked with the other."""
BREAKS = frozenset({*" \n\t", *TABLE.breaks})
"""The folded characters that end a run; no pair of neighbours holds one."""

_MARKS = frozenset(pair[1] for pair in TABLE.pairs)
_TO = dict(zip(map(chr, TABLE.characters), TABLE.characters.values(), strict=True))
_CHANGED = _any_of(code for code, to in TABLE.characters.items() if len(to) == 1)
# What does not fold to just one character, or may unite with the one before; all that lies beyond the basic plane too.
_UNEVEN = _any_of(
    {code for code, to in TABLE.characters.items() if len(to) != 1 or to in _MARKS} | {ord(mark) for mark in _MARKS},
    f"{chr(_BASIC)}-{chr(sys.maxunicode)}",
)


class Folded(Struct, frozen=True):
    """A folded text. ``places`` has the place of each of its characters in the original, and then its length."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the places in the original that hold the folded characters from ``start`` up to ``end``."""
        return self.places[start], max(self.places[end], self.places[end - 1] + 1)


def fold(text: str) -> Folded:
    """Return a text as it is compared; the places are code points."""
    if _UNEVEN.search(text) is None:
        return Folded(_even(text), range(len(text) + 1))
    parts: list[str] = []
    places = array("I")
    done = 0
    for match in _UNEVEN.finditer(text):
        _add_even(text, done, match.start(), parts, places)
        for character in _TO.get(match[0], match[0]):
            _add(character, match.start(), parts, places)
        done = match.end()
    _add_even(text, done, len(text), parts, places)
    places.append(len(text))
    return Folded("".join(parts), places)


@lru_cache(maxsize=_MANY)
def fold_word(text: str) -> str:
    """Return a short text (a name, a word) as it is compared."""
    return fold(text).text


def _even(text: str) -> str:
    return _CHANGED.sub(lambda match: _TO[match[0]], text)


def _add_even(text: str, start: int, end: int, parts: list[str], places: array[int]) -> None:
    """Add what folds one to one."""
    if start < end:
        parts.append(_even(text[start:end]))
        places.extend(range(start, end))


def _add(character: str, place: int, parts: list[str], places: array[int]) -> None:
    """Add a folded character, or make one of it and the character before it."""
    composed = TABLE.pairs.get(parts[-1][-1] + character) if parts else None
    if composed:
        parts[-1] = parts[-1][:-1] + composed
    else:
        parts.append(character)
        places.append(place)
