"""Columns that stand among members and hold signs nobody explained: a slip in a vote is an error, not a column left out."""

from __future__ import annotations

from msgspec import Struct

from council.parse.votes.symbols import Symbols
from council.text.numerals import fold_width

_MOST_SIGNS = 6


class Neighbours(Struct, frozen=True):
    """The filled cells of each column. Without a roster a lone drawn sign beside the members' block is a vote too."""

    cells: list[list[str]]
    symbols: Symbols
    without_roster: bool

    def likely(self, free: list[int], certain: set[int]) -> set[int]:
        """Return the columns among ``free`` that belong to the members' block for all their unexplained signs."""
        if not certain:
            return self._block(free)
        likely: set[int] = set()
        while more := {place for place in free if place not in likely and self._belongs(place, certain | likely)}:
            likely |= more
        return likely

    def _belongs(self, place: int, members: set[int]) -> bool:
        inside = min(members) < place < max(members)
        if not self.cells[place]:
            return inside and self.symbols.is_vote("")
        strange = {cell for cell in self.cells[place] if self.symbols.read(cell) is None}
        if not min(members) - 1 <= place <= max(members) + 1:
            return False
        elsewhere = {cell for member in members for cell in self.cells[member]}
        # N/A and ABSNT are no signs, but where they stand under members' names as well, they are votes here too.
        if strange <= elsewhere and any(map(self.symbols.is_vote, self.cells[place])):
            return True
        if not all(map(_is_sign, strange)):
            return False
        drawn = self.without_roster and not any(character.isalnum() for cell in strange for character in cell)
        return inside or drawn or strange <= elsewhere or len(strange) < len(set(self.cells[place]))

    def _block(self, places: list[int]) -> set[int]:
        """Return the columns of a table none of whose signs is explained: all signs, few different ones, side by side."""
        block = {place for place in places if self.cells[place] and all(map(_is_sign, self.cells[place]))}
        signs = {cell for place in block for cell in self.cells[place]}
        beside = {place for place in block if place - 1 in block or place + 1 in block}
        return beside if len(signs) <= _MOST_SIGNS else set()


def _is_sign(cell: str) -> bool:
    return len(cell) <= 2 and not fold_width(cell).isdecimal()  # noqa: PLR2004 - a sign, not a word
