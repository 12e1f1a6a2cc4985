"""What each row of a grid is: heading, row of the table, line of text, line of sums."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable
from enum import Enum, auto

from msgspec import Struct

from council.model.bill_numbers import parse_bill_number
from council.model.votes import Role
from council.parse.session_names import parse_session_name
from council.parse.votes.headings import Field, Heading, Headings
from council.parse.votes.legend import is_legend
from council.parse.votes.lines import is_note, is_total, line_of
from council.parse.votes.names import Names, office_of
from council.parse.votes.symbols import Symbols
from council.read.documents import Grid, GridRow
from council.text.dates import find_date

LONGEST_HEADING = 24
_FIELDS = (Field.NUMBER, Field.TITLE)


class Kind(Enum):
    """What a row is."""

    BLANK = auto()
    BODY = auto()
    LINE = auto()
    TOTAL = auto()


class Reader(Struct, frozen=True):
    """What rows are read with: headings, names, and the symbols known before any legend is read."""

    headings: Headings
    names: Names
    symbols: Symbols

    def fields(self, row: GridRow) -> dict[int, Heading]:
        """Return the known headings of a row by column (from 0)."""
        found = {place: self.headings.find(cell) for place, cell in enumerate(row.cells) if cell}
        return {place: heading for place, heading in found.items() if heading}

    def kinds(self, row: GridRow) -> set[Field]:
        """Return what the known headings of a row hold, labels left out."""
        return {heading.field for heading in self.fields(row).values()} - {Field.LABEL}

    def is_vote(self, cell: str) -> bool:
        """Say whether a cell holds a vote, as far as is known before the legend."""
        return bool(cell) and self.symbols.is_vote(cell)


def is_blank(row: GridRow) -> bool:
    """Say whether a row holds nothing."""
    return not any(row.cells)


def filled(row: GridRow) -> list[int]:
    """Return the columns (from 0) that hold anything."""
    return [place for place, cell in enumerate(row.cells) if cell]


def cell_at(row: GridRow, place: int) -> str:
    """Return a cell, empty beyond the end of the row."""
    return row.cells[place] if place < len(row.cells) else ""


def kind_of(grid: Grid, row: GridRow, leading: Iterable[int], reader: Reader) -> Kind:
    """Return what a row below a heading is; ``leading`` are the columns of number and title."""
    places = filled(row)
    if not places:
        return Kind.BLANK
    lead = sorted(leading)
    if any(is_bill(cell_at(row, place)) for place in lead):
        return Kind.BODY
    votes = [place for place in places if place not in lead and reader.is_vote(row.cells[place])]
    if is_legend(line_of(grid, row)) or (not votes and (is_note(row) or len(places) == 1)):
        return Kind.LINE
    if is_total(row):
        return Kind.TOTAL
    return Kind.BODY if votes or any(cell_at(row, place) for place in lead) else Kind.LINE


def is_bill(cell: str) -> bool:
    """Say whether a cell is a bill's number for certain."""
    return bool(cell) and len(cell) <= LONGEST_HEADING and parse_bill_number(cell) is not None


def is_heading_above(grid: Grid, row: GridRow, lead: int, reader: Reader) -> bool:
    """Say whether a row above the field headings belongs to them (会派, 議席 …) and is no title or legend."""
    places = filled(row)
    beyond = [row.cells[place] for place in places if place > lead]
    if not places or is_note(row) or is_legend(line_of(grid, row)) or any(is_bill(cell) for cell in row.cells):
        return False
    known = reader.fields(row)
    if any(
        reader.is_vote(row.cells[place]) and not is_heading_word(known, place, row) for place in places if place > lead
    ):
        return False
    if any(len(cell) > LONGEST_HEADING or _is_title(cell) for cell in row.cells if cell):
        return False
    return bool(beyond) or bool(reader.fields(row))


def is_heading_word(known: Container[int], place: int, row: GridRow) -> bool:
    """Say whether a cell that reads as a vote is a heading all the same: an office (議長) or a count (賛成)."""
    return place in known or office_of(row.cells[place]) is not Role.MEMBER


def is_heading_below(row: GridRow, leading: Iterable[int], reader: Reader) -> bool:
    """Say whether a row below the field headings still belongs to them: no number, no title, no vote, but words."""
    known = reader.fields(row)
    lead = set(leading)
    if any(cell_at(row, place) and place not in known for place in lead) or is_note(row):
        return False
    others = [row.cells[place] for place in filled(row) if place not in lead]
    return bool(others) and all(
        is_heading_word(known, place, row)
        or (len(row.cells[place]) <= LONGEST_HEADING and not reader.is_vote(row.cells[place]))
        for place in filled(row)
    )


def is_long(grid: Grid, place: int, reader: Reader) -> bool:
    """Say whether a heading row heads single votes: 議員名 and 賛否 in one row, and no further heading below it."""
    if not reader.kinds(grid.rows[place]) >= {Field.MEMBER, Field.VOTE}:
        return False
    leading = [column for column, heading in reader.fields(grid.rows[place]).items() if heading.field in _FIELDS]
    below = grid.rows[place + 1 : place + 2]
    return not (below and leading and is_heading_below(below[0], leading, reader))


def is_name(cell: str, reader: Reader) -> bool:
    """Say whether a cell is a roster name."""
    return len(cell) <= LONGEST_HEADING and reader.names.has(cell)


def _is_title(cell: str) -> bool:
    return parse_session_name(cell) is not None or date_in(cell) is not None


def date_in(cell: str) -> dt.date | None:
    """Return the first date in a short text."""
    return find_date(cell[:200])
