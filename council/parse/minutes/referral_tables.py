"""Tables of referrals (議案付託表): drawn with lines, of Word, or committees with their bills below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from council.location import Location
from council.model.bill_numbers import BillNumber
from council.parse.draft_referrals import DraftReferral
from council.parse.minutes.lines import squeeze
from council.parse.minutes.referral_columns import heading_place, referred_rows
from council.parse.minutes.referral_words import BARS, RULE, bills_at_head, committees_in, is_committee, joined
from council.text.blocks import Block, Paragraph, Row, Table
from council.text.patterns import regex

_HEADED = "付託表"
_GAP = regex(r"[\s\u3000]+")


class _Entry(Struct):
    """A committee and its bills, while lines are gathered."""

    committee: str = ""
    bills: tuple[BillNumber, ...] = ()
    paragraph: int = 0
    closed: bool = False


def referrals_in_tables(blocks: Iterable[Block], path: str) -> Iterator[DraftReferral]:
    """Yield the referrals of every table that a line 議案付託表 stands above, or whose heading says 付託."""
    gathered: list[Paragraph] = []
    headed = False
    for block in blocks:
        if isinstance(block, Table):
            yield from _of_table(block, path, headed=headed)
            continue
        if "。" in block.text:
            yield from _of_lines(gathered, path)
            gathered, headed = [], _HEADED in block.text
        elif _HEADED[-1] in block.text and squeeze(block.text).endswith(_HEADED):
            yield from _of_lines(gathered, path)
            gathered, headed = [], True
        elif headed:
            gathered.append(block)
    yield from _of_lines(gathered, path)


def _of_lines(printed: Sequence[Paragraph], path: str) -> Iterator[DraftReferral]:
    entries: list[_Entry] = []
    lines = [(line, paragraph.number) for paragraph in printed for line in paragraph.text.split("\n")]
    heading = heading_place(lines)
    for line, number in lines[:heading]:
        _read_line(line, number, entries)
    if heading is not None:
        rows = referred_rows(lines[heading + 1 :])
        entries += [_Entry(row.committee, bills_at_head(row.number), row.paragraph) for row in rows]
    yield from (one for entry in entries for one in _referral(entry, path))


def _read_line(line: str, number: int, entries: list[_Entry]) -> None:
    """Take in a line: first a committee or a part of its name (総務常任 / 委員会), or nothing; then bills."""
    if RULE.match(squeeze(line)) and entries:
        entries[-1].closed = True
    first, *rest = _columns(line)
    if first.startswith("付託") or not (first or rest):
        return
    if rest and is_committee(squeeze(rest[-1])) and (bills := bills_at_head(first)):
        entries.append(_Entry(squeeze(rest[-1]), bills, number, closed=True))
        return
    if first and (not entries or entries[-1].closed or is_committee(entries[-1].committee)):
        entries.append(_Entry("", (), number))
    if entries:
        entries[-1].committee += first
        entries[-1].bills += tuple(bill for text in rest for bill in bills_at_head(text))


def _columns(line: str) -> tuple[str, ...]:
    """Return the first column without spaces and the others; without lines drawn, a committee or nothing, and the rest."""
    bare = line.strip()
    if not bare or RULE.match(squeeze(bare)):
        return ("",)
    if len(cells := BARS.split(bare)) > 1:
        inner = cells[1:] if not cells[0].strip() else cells
        return squeeze(inner[0]), *(cell.strip() for cell in inner[1:] if cell.strip())
    first, _, rest = _GAP.sub(" ", bare).partition(" ")
    return (squeeze(first), rest) if is_committee(squeeze(first)) else ("", bare)


def _of_table(table: Table, path: str, *, headed: bool) -> Iterator[DraftReferral]:
    rows = list(_grid(table.rows))
    if not rows or not (headed or any("付託" in squeeze(text) for text in rows[0])):
        return
    column = next((place for row in rows for place, text in enumerate(row) if is_committee(joined(text))), None)
    above = ""
    for row in rows if column is not None else ():
        printed = joined(row[column]) if column is not None and column < len(row) else ""
        # In the first column a name holds for the empty cells below it.
        above = printed or (above if column == 0 else "")
        others = ([bill for line in text.split("\n") for bill in bills_at_head(line)] for text in _without(row, column))
        yield from _referral(_Entry(above, tuple(next(filter(None, others), ())), table.number), path)


def _without(row: Sequence[str], column: int | None) -> Iterator[str]:
    return (text for place, text in enumerate(row) if place != column)


def _grid(rows: Iterable[Row]) -> Iterator[list[str]]:
    """Yield the texts of each row by column, cells that span rows or columns in all of theirs."""
    spans: dict[int, tuple[int, str]] = {}
    for row in rows:
        texts: dict[int, str] = {}
        place = 0
        for cell in row.cells:
            while place in spans:
                place += 1
            for column in range(place, place + cell.columns):
                texts[column] = cell.text
                spans[column] = (cell.rows, cell.text)
            place += cell.columns
        texts = {**{column: text for column, (_, text) in spans.items()}, **texts}
        spans = {column: (left - 1, text) for column, (left, text) in spans.items() if left > 1}
        yield [texts.get(column, "") for column in range(max(texts, default=-1) + 1)]


def _referral(entry: _Entry, path: str) -> Iterator[DraftReferral]:
    if entry.bills and (names := committees_in(entry.committee)):
        at = Location(path, paragraph=entry.paragraph, words=entry.committee)
        yield DraftReferral(tuple(dict.fromkeys(entry.bills)), names, at)
