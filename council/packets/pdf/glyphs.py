"""Texts made ready to be set: a character without a shape becomes 〓 and is told, never an empty box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct, field

from council.packets.pdf.fonts import drawable
from council.text.patterns import regex

GETA = "〓"
"""What printers set where a letter is wanting (下駄)."""

_SPACES = regex(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
_SELECTORS = regex("[\U000e0100-\U000e01ef\ufe00-\ufe0f]")
# Characters that have no shape by their nature: controls, joiners, directions.
_SHAPELESS = frozenset({"Cc", "Cf"})


class Glyphs(Struct):
    """Sets texts, and keeps which characters had no shape and where each stood first."""

    missing: dict[str, str] = field(default_factory=dict)

    def text(self, text: str, where: str) -> str:
        """Return a text whose characters all have a shape; ``where`` says in words what it is."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(self._shown(one, where) for one in _clusters(_SPACES.sub(" ", text).strip()))

    def _shown(self, cluster: str, where: str) -> str:
        base = cluster[0]
        if unicodedata.category(base) in _SHAPELESS or _SELECTORS.fullmatch(base):
            return ""
        if ord(base) not in drawable().characters:
            if base.isspace():
                return " "
            self.missing.setdefault(cluster, where)
            return GETA
        if len(cluster) > 1 and (ord(base), ord(cluster[1])) not in drawable().variants:
            if ord(cluster[1]) > 0xFFFF:  # noqa: PLR2004 - an ideographic one; the others ask for black or colour only
                self.missing.setdefault(cluster, where)
            return base
        return cluster


def named(cluster: str) -> str:
    """Return a character with its code points: ``葛󠄎 (U+845B U+E010E)``."""
    return f"{cluster} ({' '.join(f'U+{ord(one):04X}' for one in cluster)})"


def _clusters(text: str) -> Iterator[str]:
    """Yield each character, a variation selector with the one it belongs to."""
    place = 0
    while place < len(text):
        end = place + 1 + (place + 1 < len(text) and _SELECTORS.match(text, place + 1) is not None)
        yield text[place:end]
        place = end
