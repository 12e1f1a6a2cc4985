"""Letters that the typefaces draw; one without a shape becomes 〓 and is told of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct, field

from council.packets.pdf.fonts import drawable
from council.packets.pdf.glyphs import GETA
from council.text.patterns import regex

_SELECTOR = regex("[\U000e0100-\U000e01ef\ufe00-\ufe0f]")
_IDEOGRAPHIC = 0xFFFF  # selectors above choose between forms of a kanji, those below between black and coloured
LONGEST, PIECE = 24, 8
"""A word of more letters may be cut, after so many."""

_LONG = regex(rf"[!-~]{{{LONGEST + 1},}}|(\S)\1{{{LONGEST},}}")
_MAY_BREAK = "\u200b"
_SHAPELESS = frozenset({"Cc", "Cf", "Cs"})
_NEAR = {"\u00a0": " ", "\u2011": "-", "\u2007": " ", "\u202f": " ", "\u2028": " ", "\u2029": " ", "\ufeff": ""}


class Shapes(Struct):
    """Makes texts ready to be set; ``missing`` are the letters without a shape, in order."""

    missing: dict[str, None] = field(default_factory=dict)

    def text(self, text: str) -> str:
        """Return a text whose letters all have a shape; spaces stay as they are."""
        if not (text.isascii() and text.isprintable()):
            text = "".join(self._shape(cluster) for cluster in _clusters(text))
        return _LONG.sub(_with_breaks, text) if len(text) > LONGEST else text

    def _shape(self, cluster: str) -> str:
        base = _NEAR.get(cluster[0], cluster[0])
        if not base or unicodedata.category(base) in _SHAPELESS or _SELECTOR.fullmatch(base):
            return ""
        drawn = drawable()
        if ord(base) not in drawn.characters:
            if base.isspace():
                return " "
            self.missing[cluster] = None
            return GETA
        if len(cluster) > 1 and (ord(base), ord(cluster[1])) not in drawn.variants:
            if ord(cluster[1]) > _IDEOGRAPHIC:
                self.missing[cluster] = None
            return base
        return base + cluster[1:]


def _with_breaks(match: re.Match[str]) -> str:
    """Return letters that no line breaks in with places at which it may: an address, a row of dots."""
    word = match[0]
    return _MAY_BREAK.join(word[place : place + PIECE] for place in range(0, len(word), PIECE))


def _clusters(text: str) -> Iterator[str]:
    """Yield each letter, a selector with the one that it belongs to."""
    place = 0
    while place < len(text):
        end = place + 1 + (_SELECTOR.match(text, place + 1) is not None)
        yield text[place:end]
        place = end
