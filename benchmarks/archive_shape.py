"""How large an archive is, and the small helpers that every part of it uses."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

CITY = "碧野市"
COUNCIL = f"{CITY}議会"
_MOST_SITTINGS = 180  # more would let one session run into the next
_FEWEST_MEMBERS = 8


@dataclass(frozen=True, slots=True)
class Shape:
    """How much an archive holds. ``sittings``, ``bills``, ``recorded`` and ``amendments`` are figures a year.

    ``members`` are in office at a time, ``people`` served in all (in a span too short for an election: those in
    office); ``characters`` is what a sitting's minutes hold, about; ``recorded`` of the bills are decided with every
    member's vote; to ``amendments`` of them an amendment is moved and voted down without names.
    """

    years: int = 20
    sittings: int = 100
    characters: int = 8000
    members: int = 24
    people: int = 100
    bills: int = 125
    recorded: int = 105
    amendments: int = 45
    first_year: int = 2006
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse what cannot be written."""
        if not 1 <= self.sittings <= _MOST_SITTINGS:
            message = f"sittings: 1 to {_MOST_SITTINGS} a year, not {self.sittings}"
            raise ValueError(message)
        if self.years < 1 or self.members < _FEWEST_MEMBERS or not 0 <= self.recorded <= self.bills:
            message = f"a year or more, {_FEWEST_MEMBERS} members or more, and no more recorded decisions than bills"
            raise ValueError(message)

    def dice(self, *parts: object) -> random.Random:
        """Return the source of chance for one thing, the same whatever else the archive holds."""
        return random.Random(" ".join(map(str, (self.seed, *parts))))


def shares(total: int, parts: int) -> list[int]:
    """Divide a number into whole parts as equal as can be, the larger ones first."""
    each, rest = divmod(total, parts)
    return [each + (place < rest) for place in range(parts)]


def dealt(things: Sequence[T], sizes: Sequence[int]) -> Iterator[Sequence[T]]:
    """Yield the things in pieces of the given sizes."""
    place = 0
    for size in sizes:
        yield things[place : place + size]
        place += size


def spread(place: int, wanted: int, total: int) -> bool:
    """Say whether the thing at a place is one of those wanted, if these are spread evenly over the whole."""
    return total > 0 and place * wanted // total != (place + 1) * wanted // total


def n(number: int) -> str:
    """Return a number as minutes print it: one digit full-width, more half-width."""
    return "０１２３４５６７８９"[number] if 0 <= number <= 9 else str(number)  # noqa: PLR2004 - one digit
