"""Finds the tables of a grid: which way they stand, where each begins, and what stands around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from council.diagnostics import Outcome
from council.model.votes import Role
from council.parse.votes.blocks import has_blocks, read_blocks
from council.parse.votes.headings import Field
from council.parse.votes.names import office_of
from council.parse.votes.rows import Reader, filled, is_bill, is_long, is_name
from council.parse.votes.table import Sheet
from council.parse.votes.transposed_layout import read_transposed
from council.parse.votes.wide_layout import read_wide
from council.read.documents import Grid, GridRow

_LEADING = {Field.NUMBER, Field.TITLE}
_LONG = {Field.MEMBER, Field.VOTE}


def read_sheet(grid: Grid, reader: Reader) -> Outcome[Sheet | None]:
    """Return the tables of a grid, or None if no heading of a vote table is in it.

    Findings: V102, V103 (rows too short or too long, headings that fit no row).
    """
    starts = heading_rows(grid, reader)
    if has_blocks(grid, starts, reader) and (blocks := read_blocks(grid, reader)):
        return Outcome(blocks)
    single_votes = any(is_long(grid, start, reader) for start in starts)
    if not single_votes and is_transposed(grid, starts, reader):
        return read_transposed(grid, reader)
    return read_wide(grid, starts, reader) if starts else Outcome(None)


def heading_rows(grid: Grid, reader: Reader) -> list[int]:
    """Return the rows with the headings of fields; further ones begin further tables in the same sheet."""
    strong = [place for place, row in enumerate(grid.rows) if _strength(row, reader) > 1]
    weak = [place for place, row in enumerate(grid.rows) if _strength(row, reader) == 1][:1]
    first = strong[:1] or weak
    return first + [place for place in strong[1:] if _repeats(grid.rows[first[0]], grid.rows[place], reader)]


def _strength(row: GridRow, reader: Reader) -> int:
    """Return how many headings speak for this row; 0 if it cannot head a table."""
    kinds = reader.kinds(row)
    if not (kinds & _LEADING or kinds >= _LONG) or len(filled(row)) <= 1:
        return 0
    known = reader.fields(row)
    others = [row.cells[place] for place in filled(row) if place not in known]
    if any(is_bill(cell) or (reader.is_vote(cell) and office_of(cell) is Role.MEMBER) for cell in others):
        return 0
    return len(kinds) + min(1, sum(is_name(cell, reader) for cell in others))


def _repeats(first: GridRow, row: GridRow, reader: Reader) -> bool:
    here, there = reader.fields(first), reader.fields(row)
    same = [place for place, heading in there.items() if here.get(place) == heading and heading.field in _LEADING]
    return (
        bool(same) or len({heading.field for heading in there.values()} & (_LEADING | {Field.DATE, Field.RESULT})) > 1
    )


def is_transposed(grid: Grid, starts: list[int], reader: Reader) -> bool:
    """Say whether members stand in rows: by where the roster's names stand, then the bills' numbers, then the labels."""
    names = _most_down(grid, reader) - _most_across(grid, reader)
    bills = _bills_across(grid) - _bills_down(grid)
    if names + bills:
        return names + bills > 0
    labelled = [place for place, row in enumerate(grid.rows) if Field.MEMBER in reader.kinds(row)]
    if not labelled:
        return False
    row = grid.rows[labelled[0]]
    if not reader.kinds(row) & _LEADING:
        return not starts or _stacked(grid, starts[0], labelled[0], reader)
    return False


def _stacked(grid: Grid, start: int, labelled: int, reader: Reader) -> bool:
    """Say whether the labels 議案番号 and 氏名 stand one above the other, with one label only in a row."""
    top, bottom = reader.fields(grid.rows[start]), reader.fields(grid.rows[labelled])
    leading = {place for place, heading in top.items() if heading.field in _LEADING}
    named = {place for place, heading in bottom.items() if heading.field is Field.MEMBER}
    return bool(leading & named) and len(leading) == 1


def _most_across(grid: Grid, reader: Reader) -> int:
    return max((len({cell for cell in row.cells if is_name(cell, reader)}) for row in grid.rows), default=0)


def _most_down(grid: Grid, reader: Reader) -> int:
    found: dict[int, set[str]] = {}
    for row in grid.rows:
        for place in filled(row):
            if is_name(row.cells[place], reader):
                found.setdefault(place, set()).add(row.cells[place])
    return max(map(len, found.values()), default=0)


def _bills_across(grid: Grid) -> int:
    return max((sum(is_bill(cell) for cell in row.cells) for row in grid.rows), default=0)


def _bills_down(grid: Grid) -> int:
    return _largest(place for row in grid.rows for place in filled(row) if is_bill(row.cells[place]))


def _largest(places: Iterable[int]) -> int:
    return max(Counter(places).values(), default=0)
