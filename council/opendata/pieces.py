"""Large files put together of pieces, so that the pieces that are known need not be made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from council.opendata.rows import Row


class Piece(Struct, frozen=True):
    """Some of a file's bytes, and how many rows they hold."""

    data: bytes
    rows: int = 0


class Wanted(Struct, frozen=True):
    """A piece that is not made yet; the same ``key`` is the same piece of the same file, an empty one tells nothing."""

    make: Callable[[], Piece]
    key: str = ""


class RowPart(Struct, frozen=True):
    """Some rows of a table that are not made yet; the same ``key`` are the same rows."""

    rows: Callable[[], Iterable[Row]]
    key: str = ""


class Spacing(Struct, frozen=True):
    """How pieces stand in their file: bytes before the first one, and between two that are not empty."""

    before: int = 0
    between: int = 0


Gather = Callable[[str, Spacing, Iterable[Wanted]], Iterator[Piece]]
"""Gets the pieces of the file with an address, one at a time."""


def all_made(_uri: str, _spacing: Spacing, wanted: Iterable[Wanted]) -> Iterator[Piece]:
    """Make every piece."""
    return (one.make() for one in wanted)
