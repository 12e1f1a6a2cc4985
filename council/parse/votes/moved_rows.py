"""Rows whose cells stand under wrong headings: what of such a row can still be believed."""

from __future__ import annotations

from msgspec import Struct

from council.model.bill_numbers import BillNumber
from council.parse.votes.bills import read_bill
from council.parse.votes.headings import Field
from council.parse.votes.symbols import Symbols
from council.parse.votes.table import TableRow
from council.parse.votes.values import Values


class MovedRow(Struct, frozen=True):
    """What tells the bill of a row: a number in its own column, with its title where that is sure.

    Without a number, ``titles`` are the words that may be the title; no bill is made of them. ``votes`` is the number
    of cells that hold one.
    """

    numbers: tuple[BillNumber, ...]
    title: str
    titles: tuple[str, ...]
    votes: int


def read_moved(row: TableRow, values: Values, symbols: Symbols, marks: frozenset[str]) -> MovedRow | None:
    """Read a row that does not fit; None if it holds no vote or nothing that may tell its bill."""
    at = values.place(row, Field.NUMBER)
    bill = read_bill(values.text(row, Field.NUMBER), "", at, marks)
    title = read_bill("", values.text(row, Field.TITLE), at, marks).title
    titles = tuple(words for words in (bill.title, title) if words and not symbols.is_vote(words))
    votes = sum(symbols.is_vote(spot.text) for spot in row.cells if spot.text)
    if not votes or not (bill.numbers or titles):
        return None
    # A day that reads as one shows that the cells before it are in their places.
    sound = values.day(row) is not None and values.stands_before(row, Field.TITLE, Field.DATE)
    return MovedRow(bill.numbers, title if bill.numbers and sound else "", () if bill.numbers else titles, votes)
