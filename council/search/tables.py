"""The tables by which words are widened: which other texts say the same as a word."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

_HIRAGANA = {code: code - 0x60 for code in (*range(ord("ァ"), ord("ヶ") + 1), ord("ヽ"), ord("ヾ"))}
_KATAKANA = {hiragana: katakana for katakana, hiragana in _HIRAGANA.items()}


class Tables(Struct, frozen=True):
    """Folded words in hiragana, each with the folded texts that say the same: names by their readings, synonyms."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def as_json(self) -> dict[str, dict[str, list[str]]]:
        """Return the tables as the browser reads them."""
        return {"words": {word: list(others) for word, others in self.words.items()}}


def hiragana(text: str) -> str:
    """Return a text with katakana as hiragana."""
    return text.translate(_HIRAGANA)


def katakana(text: str) -> str:
    """Return a text with hiragana as katakana."""
    return text.translate(_KATAKANA)
