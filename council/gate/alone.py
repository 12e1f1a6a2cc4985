"""Whether short words stand by themselves in a text, as a cell, a line or between signs, and not within other words."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from council.gate.index import Hit
from council.gate.letters import same_forms
from council.text.patterns import regex

_TAG = regex(r"<[^<>]*>")
_BETWEEN = r"[\W_]{0,8}"  # signs and spaces that letters leave out
_EDGES = {True: (r"(?<![a-z0-9])", r"(?![a-z0-9])"), False: (r"(?<![^\W_])", r"(?![^\W_])")}


def stand_alone(hit: Hit, spelt: str, source: str) -> bool:
    """Say whether letters stand alone in a text as it is spelt out, or in its source with mark-up as a boundary.

    A number stands alone where no digit or Latin letter is beside it.
    """
    pattern = _pattern(hit.letters, is_number=hit.is_token)
    return any(pattern.search(text) is not None for text in (_compared(spelt), _apart(source)))


@lru_cache(maxsize=1 << 10)
def _pattern(words: str, *, is_number: bool) -> re.Pattern[str]:
    before, after = _EDGES[is_number]
    if is_number:
        before, after = before * words[:1].isascii(), after * words[-1:].isascii()
    return re.compile(before + _BETWEEN.join(map(re.escape, words)) + after)


@lru_cache(maxsize=2)
def _compared(text: str) -> str:
    return same_forms(unicodedata.normalize("NFKC", text).lower())


@lru_cache(maxsize=1)
def _apart(source: str) -> str:
    return _compared(html.unescape(_TAG.sub("\n", source)))
