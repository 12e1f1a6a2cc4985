"""Spaces that nobody wrote (令和8 年第1 回).

Where a number stands in another font than the kanji beside it, a hair's breadth of room is set between them, and the
extraction takes it for a space.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from msgspec import Struct, field
from pypdf import PageObject

from council.papers.pdf_geometry import Matrix, apply, matrix_of, multiply, stretch
from council.text.patterns import regex

_ALNUM = regex(r"[0-9A-Za-z()%.,/\-]")
_WIDEST = 0.5  # of the size of the letters: more is a gap that was meant
_LONGEST = 12  # letters whose width can be told without their font


class _Piece(Struct, frozen=True):
    text: str
    x: float
    y: float
    size: float


class _Pieces(Struct):
    found: list[_Piece] = field(default_factory=list)

    def take(self, text: str, outer: list[float], inner: list[float], _font: Any, size: float) -> None:  # noqa: ANN401 - what pypdf hands over
        place: Matrix = multiply(matrix_of(inner), matrix_of(outer))
        x, y = apply(place, 0, 0)
        parts = (" ", text[1:]) if text.startswith(" ") else (text,)
        self.found += [_Piece(part, x, y, size * stretch(place)) for part in parts if part]


def extracted(page: PageObject) -> str:
    """Return a page's text without the spaces between kanji and numbers that no one set."""
    pieces = _Pieces()
    whole: str = page.extract_text(visitor_text=pieces.take)
    if _plain("".join(one.text for one in pieces.found)) != _plain(whole):
        return whole
    return "".join(_without_hair_spaces(pieces.found)).strip("\n")


def _without_hair_spaces(pieces: list[_Piece]) -> list[str]:
    kept = [one.text for one in pieces]
    for place in range(1, len(pieces) - 1):
        before, after = pieces[place - 1], pieces[place + 1]
        if pieces[place].text == " " and _touch(before, after):
            kept[place] = ""
    return kept


def _touch(before: _Piece, after: _Piece) -> bool:
    """Say whether a kanji and a letter or figure stand next to each other on one line."""
    if len(before.text) > _LONGEST or abs(before.y - after.y) > before.size / 2:
        return False
    last, first = before.text[-1], after.text[0]
    mixed = (_is_wide(last) and _ALNUM.match(first)) or (_ALNUM.match(last) and _is_wide(first))
    return bool(mixed) and after.x - before.x - _width(before) < _WIDEST * after.size


def _width(piece: _Piece) -> float:
    return sum(1.0 if _is_wide(one) else 0.55 for one in piece.text) * piece.size


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _plain(text: str) -> str:
    return "".join(text.split())
