"""Large files put together of pieces, so that the pieces that are known need not be made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from council.opendata.rows import Row


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a file's bytes, and how many rows they hold."""

    data: bytes
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A piece that is not made yet; the same ``key`` is the same piece of the same file, an empty one tells nothing."""

    make: Callable[[], Piece]
    key: str = ""


@dataclass(frozen=True, slots=True)
class RowPart:
    """Some rows of a table that are not made yet; the same ``key`` are the same rows."""

    rows: Callable[[], Iterable[Row]]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Spacing:
    """How pieces stand in their file: bytes before the first one, and between two that are not empty."""

    before: int = 0
    between: int = 0


Gather = Callable[[str, Spacing, Iterable[Wanted]], Iterator[Piece]]
"""Gets the pieces of the file with an address, one at a time."""


def all_made(_uri: str, _spacing: Spacing, wanted: Iterable[Wanted]) -> Iterator[Piece]:
    """Make every piece."""
    return (one.make() for one in wanted)
