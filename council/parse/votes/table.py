"""A vote table in one orientation, whichever way it stands in the file: a column a member, a row a bill."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from council.location import Location
from council.parse.drafts import SessionName
from council.parse.votes.lines import Line
from council.read.documents import Grid


class Spot(Struct, frozen=True):
    """A cell with its place in the file (both from 1)."""

    text: str
    line: int
    column: int


class Column(Struct, frozen=True):
    """A member's or a field's column: its heading cells, outermost first, as many for every column.

    ``spoilt``: its own row in a transposed file is too short or too long.
    """

    headings: tuple[Spot, ...]
    spoilt: bool = False


class TableRow(Struct, frozen=True):
    """A bill's row, a cell for each column. ``spoilt``: too short or too long, nothing after its number is believed.

    ``day`` is what a line above it says (12月5日議決).
    """

    cells: tuple[Spot, ...]
    place: Location
    session: SessionName | None = None
    spoilt: bool = False
    day: dt.date | None = None


class Table(Struct, frozen=True):
    """A table with the lines around it. ``named_by`` is the level of heading cells that a label calls names."""

    grid: Grid
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    named_by: int | None = None


class Sheet(Struct, frozen=True):
    """All a grid holds: its tables, the lines around them, the rows left out with the reason.

    ``days`` are the places of lines that name the day of the rows below them.
    """

    tables: tuple[Table, ...]
    long_tables: tuple[Table, ...]
    lines: tuple[Line, ...]
    totals: tuple[Line, ...]
    days: frozenset[Location] = frozenset()
