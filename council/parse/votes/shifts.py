"""Rows that are as wide as the headings and yet moved by a cell: Excel fills the end of a row when a cell is deleted."""

from __future__ import annotations

from collections.abc import Iterator

from council.location import Location
from council.parse.votes.columns import Plan
from council.parse.votes.headings import Field
from council.parse.votes.lines import flat
from council.parse.votes.symbols import Symbols
from council.parse.votes.table import Spot, Table, TableRow
from council.parse.votes.widths import is_figure

_NO_RESULT = frozenset("議副欠除退")  # letters of votes that stand for no result and no day
_WORDS = (Field.NOTE, Field.RESULT, Field.METHOD, Field.DATE, Field.REFERRED_TO, Field.PROPOSER)


def shifts(table: Table, plan: Plan, symbols: Symbols) -> dict[Location, Spot]:
    """Return the rows whose cells cannot stand under their headings, each with the cell that shows it.

    A vote among the figures, a sign ○ where the other rows hold words, 議 or 欠 as the result, or a figure among the
    votes of a row that has lost its last figure. Tables with members in rows are moved along another line and are not judged.
    """
    if table.named_by is not None:
        return {}
    rows = [row for row in table.rows if not row.spoilt]
    wordy = [place for place in _places(plan) if 2 * sum(_is_sign(row, place, symbols) for row in rows) < len(rows)]
    summed = _usually_filled(rows, plan)
    found = {row.place: next(_evidence(row, plan, wordy, summed, symbols), None) for row in rows}
    return {place: spot for place, spot in found.items() if spot}


def heading_over(table: Table, spot: Spot) -> str:
    """Return the heading under which a cell stands."""
    headings = table.columns[spot.column - 1].headings if spot.column <= len(table.columns) else ()
    return next((flat(heading.text) for heading in reversed(headings) if heading.text), "")


def _places(plan: Plan) -> list[int]:
    return [place for kind in _WORDS for _, place in plan.fields.get(kind, ())]


def _usually_filled(rows: list[TableRow], plan: Plan) -> int | None:
    """Return the last column of figures if most rows with votes fill it."""
    last = max(plan.counts, default=None)
    if last is None:
        return None
    voting = [row for row in rows if any(row.cells[member.place].text for member in plan.members)]
    return last if 2 * sum(bool(row.cells[last].text) for row in voting) > len(voting) else None


def _evidence(row: TableRow, plan: Plan, wordy: list[int], summed: int | None, symbols: Symbols) -> Iterator[Spot]:
    yield from (
        row.cells[place] for place in plan.counts if row.cells[place].text and symbols.is_vote(row.cells[place].text)
    )
    yield from (row.cells[place] for place in wordy if _is_sign(row, place, symbols))
    results = (place for kind in (Field.RESULT, Field.DATE) for _, place in plan.fields.get(kind, ()))
    yield from (row.cells[place] for place in results if row.cells[place].text in _NO_RESULT)
    if summed is not None and not row.cells[summed].text:
        cells = (row.cells[member.place] for member in plan.members)
        yield from (cell for cell in cells if is_figure(cell.text) and symbols.read(cell.text) is None)


def _is_sign(row: TableRow, place: int, symbols: Symbols) -> bool:
    text = row.cells[place].text
    return bool(text) and symbols.is_vote(text) and not any(character.isalnum() for character in text)
