"""Withdrawn words found by their SHA-256: every stretch that words are likely to be, then every stretch of some length.

The hash is that of the words as the speech holds them: UTF-8, paragraphs joined by a line break, no line break at the
end. Stretches from one mark of punctuation, space or line end to another are tried first (a phrase, a sentence, several
paragraphs), over whole speeches; then every stretch whatsoever, as long as the work allows: all of a speech of 3,000
characters, up to 50 characters anywhere in a sitting of 80,000.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise

from council.text.patterns import regex

_EDGE = regex(r"[\s\u3000、。，．,.「」『』（）()〔〕\uff3b\uff3d\[\]【】〈〉《》？！?!…―—─・：:；;]+")
_LONGEST = 4000  # characters; a longer withdrawal is given in parts
_MOST = 4_500_000  # hashes tried character by character: some seconds
_PREFIX = "sha256:"


def is_hash(words: str) -> bool:
    """Say whether 誤 is given as a hash."""
    return words.startswith(_PREFIX)


def find_hashed(texts: Sequence[str], hashed: str, *, thorough: bool = True) -> str:
    """Return the words whose hash this is, as they stand in one of the texts; empty if none has it."""
    wanted = _digest(hashed)
    if not wanted:
        return ""
    unique = tuple(dict.fromkeys(texts))
    likely = (_search(text, _edges(text), _LONGEST, wanted) for text in unique)
    found = next(filter(None, likely), "")
    if found or not thorough:
        return found
    longest = _MOST // max(sum(map(len, unique)), 1)
    every = (_search(text, range(len(text) + 1), longest, wanted) for text in unique)
    return next(filter(None, every), "")


def _digest(hashed: str) -> bytes:
    """Return the hash that is written; empty for digits that are none."""
    try:
        return bytes.fromhex(hashed.removeprefix(_PREFIX))
    except ValueError:
        return b""


def _edges(text: str) -> list[int]:
    places = {0, len(text)}
    for match in _EDGE.finditer(text):
        places.update(range(match.start(), match.end() + 1))
    return sorted(places)


def _search(text: str, edges: Sequence[int], longest: int, wanted: bytes) -> str:
    """Try every stretch between two edges that is not too long; the hash of each grows out of the one before."""
    pieces = [text[start:end].encode("utf-8", "surrogatepass") for start, end in pairwise(edges)]
    for first, start in enumerate(edges):
        hashing = hashlib.sha256()
        for place in range(first, len(pieces)):
            hashing.update(pieces[place])
            end = edges[place + 1]
            if end - start > longest:
                break
            if hashing.digest() == wanted:
                return text[start:end]
    return ""
