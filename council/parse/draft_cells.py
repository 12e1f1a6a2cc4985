"""Cells of a row of a vote table: those that were kept back, and where the others stand."""

from __future__ import annotations

from msgspec import Struct

from council.location import Location


class DraftCell(Struct, frozen=True):
    """A voter's cell that was kept back while reading: whose it is and what it holds, as printed."""

    name: str
    raw: str
    location: Location


Places = tuple[tuple[str, Location], ...]


def place_of(cells: Places, cell: str, row: Location) -> Location:
    """Return where the title, the date … of a row stands, or the place of the row."""
    return dict(cells).get(cell, row)
