"""The truth about a hit: which words of a query stand in a text, and where."""

from __future__ import annotations

import string
from collections.abc import Iterator

from msgspec import Struct

from council.search.folding import Folded
from council.search.query import Group, Query, Word

Span = tuple[int, int]

_ALNUM = frozenset(string.ascii_lowercase + string.digits)


class Hit(Struct, frozen=True):
    """Where the words stand in the original text, in code points, ascending; how often those of each positive group."""

    spans: tuple[Span, ...]
    counts: tuple[int, ...]


def find(query: Query, text: Folded) -> Hit | None:
    """Return the hit of a query in a folded text; None where the text does not match, or nothing is asked for."""
    positive = query.positive
    if not positive or any(_any_stands(group, text.text) for group in query.negative):
        return None
    found = [_places(group, text.text) for group in positive]
    if not all(found):
        return None
    spans = {text.span(*place) for places in found for place in places}
    return Hit(tuple(sorted(spans)), tuple(len(places) for places in found))


def matches(query: Query, folded: str) -> bool:
    """Say whether a folded text matches; nothing matches a query that asks for nothing."""
    positive = query.positive
    return (
        bool(positive)
        and all(_any_stands(group, folded) for group in positive)
        and not any(_any_stands(group, folded) for group in query.negative)
    )


def stands(word: Word, folded: str) -> bool:
    """Say whether a word stands in a folded text."""
    return word.text in folded and (not word.apart or next(_occurrences(word, folded), None) is not None)


def _any_stands(group: Group, folded: str) -> bool:
    return any(stands(word, folded) for word in group.words)


def _places(group: Group, folded: str) -> list[Span]:
    """Return where the words of a group stand; those of one word do not overlap."""
    return [place for word in group.words for place in _occurrences(word, folded)]


def _occurrences(word: Word, folded: str) -> Iterator[Span]:
    start = folded.find(word.text)
    while start >= 0:
        end = start + len(word.text)
        is_whole = not word.apart or not (_continues(folded, start) or _continues(folded, end))
        if is_whole:
            yield start, end
        start = folded.find(word.text, end if is_whole else start + 1)


def _continues(folded: str, place: int) -> bool:
    """Say whether letters or digits stand on both sides of a place."""
    return 0 < place < len(folded) and folded[place - 1] in _ALNUM and folded[place] in _ALNUM
