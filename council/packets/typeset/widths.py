"""How wide the columns of a table are set: as the file says, wider where a figure would not fit, smaller where all do not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from council.model.paper_content import Run, Tabular, passages, placed
from council.packets.typeset.shapes import LONGEST, PIECE
from council.text.patterns import regex

_WHOLE = regex(r"[^\s\u3000-\u9fff\uff00-\uffef]+")  # what no line breaks in: figures, Latin words
_USUAL, _SMALLEST = 9.0, 4.5  # points
_MM_A_POINT = 25.4 / 72
_EDGES = 0.9  # of a cell, in its letters
_LATIN, _WIDE = 0.6, 1.0
_NEARLY = 0.7  # of the room: what is nearly as wide as the page is as wide as the page
_WIDEST = 80.0  # mm; words that need more are read more easily in two lines


class Measures(Struct, frozen=True):
    """How a table is set: its columns in mm, the size of its letters in points, whether it fills the whole width."""

    widths: tuple[float, ...]
    size: float
    fills: bool
    room: float

    def width(self, at: int, columns: int) -> float:
        """Return how wide some columns are set, in mm."""
        share = self.room / max(sum(self.widths), 1) if self.fills else 1
        return max(sum(self.widths[at : at + columns]) * share, 1)

    def lines(self, text: str, width: float) -> int:
        """Return about how many lines a text takes in a cell."""
        return sum(1 + int(_length(line) * self.size * _MM_A_POINT / width) for line in text.split("\n"))


def needed(table: Tabular) -> tuple[float, ...]:
    """Return how wide each column must be in mm for letters of the usual size."""
    widths = list(table.widths)
    letter = _USUAL * _MM_A_POINT
    for at, words in _single_cells(table):
        longest = max(
            (_length(one[: PIECE if len(one) > LONGEST else None]) for one in _WHOLE.findall(words)), default=0
        )
        widths[at] = max(widths[at], (max(longest, 1) + _EDGES) * letter)
    return tuple(round(width, 2) for width in widths)


def measures(table: Tabular, room: float) -> Measures:
    """Return how a table is set in ``room`` mm; letters shrink where it is wider, down to what can still be read."""
    widths = needed(table)
    total = sum(widths)
    if total <= room:
        eased = _eased(table, widths, room - total)
        return Measures(eased, _USUAL, fills=sum(eased) > _NEARLY * room, room=room)
    size = max(round(_USUAL * room / total, 2), _SMALLEST)
    return Measures(widths, size, fills=True, room=room)


def _eased(table: Tabular, widths: tuple[float, ...], free: float) -> tuple[float, ...]:
    """Return columns with what is free shared among those whose words would else need a second line."""
    letter = _USUAL * _MM_A_POINT
    wanted = [0.0] * len(widths)
    for at, words in _single_cells(table):
        longest = max(map(_length, words.split("\n")), default=0)
        wanted[at] = max(wanted[at], min((longest + _EDGES + 0.2) * letter, _WIDEST) - widths[at])
    total = sum(wanted)
    share = min(free / total, 1) if total > 0 else 0
    return tuple(round(width + more * share, 2) for width, more in zip(widths, wanted, strict=True))


def _single_cells(table: Tabular) -> Iterator[tuple[int, str]]:
    """Yield the column and words of each cell that is one column wide."""
    for _, at, cell in placed(table):
        if cell.columns == 1 and at < len(table.widths):
            yield at, "\n".join(_words(one.inlines) for one in passages(cell.blocks))


def _words(inlines: Iterable[object]) -> str:
    return "".join(one.text for one in inlines if isinstance(one, Run))


def _length(word: str) -> float:
    return sum(_WIDE if unicodedata.east_asian_width(one) in "WF" else _LATIN for one in word)
