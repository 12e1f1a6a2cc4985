"""Words that must stand nowhere: whether a text holds them, whatever signs and spaces it has between their letters.

They are looked for in everything a council's folder holds, so that they must tell: four letters that are no digits, or
seven letters and digits (a telephone number). Fewer stand elsewhere by chance; only a whole title or note of them goes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from council.corrections.folding import Folded, Span, fold
from council.corrections.traces import trace
from council.location import Location
from council.text.blocks import MarkKind

_FEW_LETTERS, _FEW_SIGNS = 4, 7


class Withdrawn(Struct, frozen=True):
    """Words that must stand nowhere, the mark that stands for them, and the row of the list that withdraws them."""

    words: str
    kind: MarkKind
    row: Location
    id: str = ""

    @property
    def letters(self) -> str:
        """The words as they are compared."""
        return letters_of(self.words)


class _Letters(dict[int, str]):
    """What is left of each character: its letters, digits and voicing marks in one form."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(one for one in fold(chr(code)) if one.isalnum() or unicodedata.combining(one))
        return self[code]


_LETTERS = _Letters()


def letters_of(text: str) -> str:
    """Return words as they are compared: letters and digits alone, one form of each."""
    return text.translate(_LETTERS)


def tells(words: str) -> bool:
    """Say whether words are enough to be looked for among other words."""
    signs = [one for one in letters_of(words) if not unicodedata.combining(one)]
    return len(signs) >= _FEW_SIGNS or sum(not one.isdigit() for one in signs) >= _FEW_LETTERS


def holds(withdrawn: Iterable[Withdrawn], text: str) -> bool:
    """Say whether a text holds any of the words; quick, and safe to remember under the text and the words."""
    letters = letters_of(text)
    return any(one.letters in letters for one in withdrawn if tells(one.words))


def spans_of(withdrawn: Withdrawn, text: str) -> tuple[Span, ...]:
    """Return where the words stand in a text."""
    pieces = [_LETTERS[ord(one)] for one in text]
    places = tuple(place for place, piece in enumerate(pieces) for _ in piece)
    return Folded("".join(pieces), places).find(withdrawn.letters)


def replaced(withdrawn: Withdrawn, text: str) -> str:
    """Return a text with 〔発言取消〕 or 〔個人情報〕 in the place of the words."""
    words = trace(withdrawn.kind, text)
    for span in sorted(spans_of(withdrawn, text), reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return text
