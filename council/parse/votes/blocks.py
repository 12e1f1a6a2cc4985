"""Tables that tell each bill in a block of its own: a line or labels that name the bill, then members and their votes.

The votes stand one in a row (議員名, 賛否), or the names stand behind the side they took (賛成, 反対).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.glossary.results import method_term, result_term
from council.model.bill_numbers import bill_numbers_in
from council.parse.drafts import SessionName
from council.parse.votes.days import DayLine, Days
from council.parse.votes.headings import SPELLINGS, Field
from council.parse.votes.legend import is_legend
from council.parse.votes.lines import Line, is_note, is_total, line_of, session_in, session_of_file
from council.parse.votes.name_lists import looks_like_names, pieces, side_of
from council.parse.votes.rows import Reader, cell_at, filled, is_bill, is_blank
from council.parse.votes.table import Column, Sheet, Spot, Table, TableRow
from council.read.documents import Grid, GridRow
from council.text.dates import parse_date
from council.text.patterns import regex

_LEADING = {Field.NUMBER, Field.TITLE}
_PAIR = (Field.MEMBER, Field.VOTE)
_OF_BILL = (
    Field.NUMBER,
    Field.TITLE,
    Field.PROPOSER,
    Field.REFERRED_TO,
    Field.DATE,
    Field.METHOD,
    Field.RESULT,
    Field.MEETING,
)
_LONGEST = 200
_SEVERAL = regex(r"^(?P<numbers>.*号(?:議案)?(?:まで)?)[\s\u3000:：]*(?P<rest>.*)$", re.DOTALL)
_LAST_WORD = regex(r"^(?P<title>.+?)[\s\u3000:：（(]+(?P<result>[^\s\u3000()（）]{2,12})[)）]?$")


class _Block(Struct):
    """One bill: what is told of it by field, and its votes as pairs of a name's and a vote's cell."""

    bill: dict[Field, Spot] = field(default_factory=dict)
    heading: GridRow | None = None
    rows: list[TableRow] = field(default_factory=list)
    held: list[DayLine | None] = field(default_factory=list)


class _Walk(Struct):
    """What has been met from the top down."""

    grid: Grid
    reader: Reader
    session: SessionName | None = None
    block: _Block = field(default_factory=_Block)
    blocks: list[_Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    totals: list[Line] = field(default_factory=list)
    days: Days = field(default_factory=Days)

    def meet(self, row: GridRow) -> None:
        """Put a row where it belongs."""
        line = line_of(self.grid, row)
        if is_legend(line) or is_note(row):
            self.lines.append(line)
        elif told := self._told_of_bill(row):
            self._begin()
            self.block.bill |= told
        elif _heads_votes(row, self.reader):
            if self.block.rows:
                self._begin()
            self.block.heading = row
        elif names := _names_of_side(row, self.reader) if self.block.heading is None and self.block.bill else ():
            self._add(row, names)
        elif is_total(row):
            self.totals.append(line)
        elif self.block.heading and (votes := _vote_in(row, self.block.heading, self.reader)):
            self._add(row, votes)
        else:
            self._line(line)

    def _begin(self) -> None:
        if self.block.rows:
            self.blocks.append(self.block)
            self.block = _Block()

    def _add(self, row: GridRow, votes: Sequence[tuple[Spot, ...]]) -> None:
        day = self.days.take()
        for cells in votes:
            self.block.rows.append(TableRow(cells, self.grid.at(row.line, cells[0].column), self.session))
            self.block.held.append(day)

    def _line(self, line: Line) -> None:
        self.lines.append(line)
        self.session = session_in(line) or self.session
        self.days.meet(line, self.session or session_of_file(self.grid))

    def _told_of_bill(self, row: GridRow) -> dict[Field, Spot]:
        """Return what a row tells of a bill: labels with what they label, or a line that names a bill; else nothing."""
        spots = [Spot(row.cells[place], row.line, place + 1) for place in filled(row)]
        known = [self.reader.headings.find(spot.text) for spot in spots]
        fields = [heading.field if heading else None for heading in known]
        if len(spots) > 1 and fields[0] in _OF_BILL and len(spots) % 2 == 0 and None not in fields[::2]:
            return {
                kind: spot for kind, spot in zip(fields[::2], spots[1::2], strict=True) if kind in _OF_BILL and kind
            }
        first = spots[0].text
        named = bill_numbers_in(first[:_LONGEST]) or is_bill(first)
        if not named or any(heading for heading in known) or any(self.reader.is_vote(spot.text) for spot in spots):
            return {}
        return _told_by_line(spots)


def _told_by_line(spots: Sequence[Spot]) -> dict[Field, Spot]:
    told: dict[Field, Spot] = {}
    for spot in spots:
        several = _SEVERAL.match(spot.text[:_LONGEST])
        if is_bill(spot.text):
            told.setdefault(Field.NUMBER, spot)
        elif several and len(bill_numbers_in(several["numbers"])) > 1:
            told.setdefault(Field.NUMBER, replace(spot, text=several["numbers"]))
            told.setdefault(Field.TITLE, replace(spot, text=several["rest"]))
        elif result_term(spot.text):
            told.setdefault(Field.RESULT, spot)
        elif method_term(spot.text):
            told.setdefault(Field.METHOD, spot)
        elif parse_date(spot.text[:_LONGEST]):
            told.setdefault(Field.DATE, spot)
        else:
            told.setdefault(Field.TITLE, spot)
    title = told.get(Field.TITLE)
    last = _LAST_WORD.match(title.text) if title and Field.RESULT not in told and len(title.text) <= _LONGEST else None
    if title and last and result_term(last["result"]):
        told[Field.TITLE] = replace(title, text=last["title"])
        told[Field.RESULT] = replace(title, text=last["result"])
    return told


def _heads_votes(row: GridRow, reader: Reader) -> bool:
    """Say whether a row heads names and votes, one column each, and no bills."""
    fields = [heading.field for heading in reader.fields(row).values()]
    return all(fields.count(kind) == 1 for kind in _PAIR) and not _LEADING & set(fields)


def _vote_in(row: GridRow, heading: GridRow, reader: Reader) -> tuple[tuple[Spot, ...], ...]:
    """Return the cells of a row under a heading, if it has a name or a vote."""
    places = {found.field: place for place, found in reader.fields(heading).items()}
    name, vote = (cell_at(row, places[kind]) for kind in _PAIR)
    if is_bill(name) or not ((name and vote) or reader.is_vote(vote) or reader.names.has(name)):
        return ()
    width = max(len(heading.cells), len(row.cells))
    return (tuple(Spot(cell_at(row, place), row.line, place + 1) for place in range(width)),)


def _names_of_side(row: GridRow, reader: Reader) -> tuple[tuple[Spot, ...], ...]:
    """Return a pair of cells for each name behind 賛成, 反対 …; nothing where the row says something else."""
    places = filled(row)
    side = side_of(row.cells[places[0]])
    texts = [row.cells[place] for place in places[1:]]
    if not side or not texts or not looks_like_names(texts, reader.names):
        return ()
    return tuple(
        (Spot(name, row.line, place + 1), Spot(side, row.line, place + 1))
        for place in places[1:]
        for name in pieces(row.cells[place], reader.names)
    )


def has_blocks(grid: Grid, starts: Sequence[int], reader: Reader) -> bool:
    """Say whether bills stand above lists of votes: no heading names a bill's field beside the names."""
    if starts:
        return _heads_votes(grid.rows[starts[0]], reader)
    walk = _walked(grid, reader)
    return any(block.bill and block.rows for block in walk.blocks)


def _walked(grid: Grid, reader: Reader) -> _Walk:
    walk = _Walk(grid, reader)
    for row in grid.rows:
        if not is_blank(row):
            walk.meet(row)
    walk.blocks += [walk.block] if walk.block.rows else []
    return walk


def read_blocks(grid: Grid, reader: Reader) -> Sheet | None:
    """Read the blocks of a grid, each as a table of single votes; None if no block names its bill."""
    walk = _walked(grid, reader)
    if not any(block.bill for block in walk.blocks) or not _mostly_votes(walk):
        return None
    tables = tuple(_table(grid, block, walk.days) for block in walk.blocks)
    return Sheet((), tables, tuple(walk.lines), tuple(walk.totals), walk.days.understood)


def _mostly_votes(walk: _Walk) -> bool:
    """Say whether most rows hold a vote or a member's name, so that their headings are what they say."""
    rows = [row for block in walk.blocks for row in block.rows]
    known = walk.reader.is_vote, walk.reader.names.has
    return 2 * sum(any(of(spot.text) for spot in row.cells for of in known) for row in rows) >= len(rows)


def _table(grid: Grid, block: _Block, days: Days) -> Table:
    """Return a block as a table of single votes in which every row names the bill."""
    bill = tuple(spot for kind in _OF_BILL if (spot := block.bill.get(kind)))
    headings = [_heading(kind, block.bill[kind]) for kind in _OF_BILL if kind in block.bill]
    headings += _headings_of_votes(block)
    rows = tuple(
        replace(row, cells=(*bill, *row.cells), day=days.settled(held))
        for row, held in zip(block.rows, block.held, strict=True)
    )
    return Table(grid, tuple(headings), rows)


def _headings_of_votes(block: _Block) -> Iterator[Column]:
    first = block.rows[0].cells
    if block.heading is None:
        yield from (_heading(kind, first[0]) for kind in (Field.MEMBER, Field.VOTE))
        return
    for place in range(max(len(row.cells) for row in block.rows)):
        yield Column((Spot(cell_at(block.heading, place), block.heading.line, place + 1),))


def _heading(kind: Field, spot: Spot) -> Column:
    return Column((Spot(SPELLINGS[kind].split()[0], spot.line, spot.column),))
