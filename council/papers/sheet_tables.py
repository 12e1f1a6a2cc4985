"""The cells of a sheet as tables: parted by empty rows, without columns in which nothing begins, lone lines as words."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from council.model.paper_content import Align, Content, Passage, Run, Tabular, TabularCell
from council.papers.sheet_seen import Place, SeenCell, SeenSheet
from council.papers.squares import sound_heads, squared

_LETTER_MM = 1.95  # half an em of the 11 points that workbooks are written in
_MOST_CELLS = 60_000


class TooLargeError(Exception):
    """A sheet has more cells than are laid out one by one."""


def tables_of(seen: SeenSheet) -> Iterator[Content]:
    """Yield what stands on a sheet, from above to below. Raises TooLargeError."""
    for rows in _regions(seen):
        yield from _Region.of(seen, rows).contents()


def _regions(seen: SeenSheet) -> Iterator[list[int]]:
    """Yield rows that follow each other; a row without anything parts them unless a merged cell reaches over it."""
    last = max(seen.columns, default=0)
    reached = {row for row in seen.crossing if row <= last and seen.is_reached(row)}
    rows = sorted((reached | seen.columns.keys()) - seen.hidden_rows)
    region: list[int] = []
    for row in rows:
        between = range(region[-1] + 1, row) if region else range(0)
        if region and any(one not in seen.hidden_rows for one in between):
            yield region
            region = []
        region.append(row)
    if region:
        yield region


class _Region(Struct, frozen=True):
    """Some rows of a sheet and the columns in which their cells begin; a column ends where the next one begins."""

    seen: SeenSheet
    rows: list[int]
    columns: list[int]

    @classmethod
    def of(cls, seen: SeenSheet, rows: list[int]) -> _Region:
        columns = sorted({column for row in rows for column in seen.columns.get(row, ())})
        if len(rows) * len(columns) > _MOST_CELLS:
            raise TooLargeError
        return cls(seen, rows, columns)

    def contents(self) -> Iterator[Content]:
        """Yield lone lines above, the table, lone lines below."""
        alone = [self._alone(row) for row in self.rows]
        first = next((place for place, one in enumerate(alone) if one is None), len(alone))
        last = max((place for place, one in enumerate(alone) if one is None), default=-1)
        yield from (self._line(one) for one in alone[:first] if one)
        if first <= last:
            yield _Region.of(self.seen, self.rows[first : last + 1]).table()
            yield from (self._line(one) for one in alone[last + 1 :] if one)

    def _alone(self, row: int) -> Place | None:
        """Return the only cell of a row if it has no lines and reaches into no other row."""
        found = self.seen.columns.get(row, [])
        if len(found) != 1 or self.seen.cells[row, found[0]].face.ruled:
            return None
        _, top, _, bottom = self.seen.spans.get((row, found[0]), (0, row, 0, row))
        return None if top != min(bottom, self.rows[-1]) or self.seen.is_reached(row) else (row, found[0])

    def _line(self, place: Place) -> Passage:
        cell = self.seen.cells[place]
        align = cell.face.align or Align.START
        if align is Align.START and place[1] > self.columns[len(self.columns) // 2] and place not in self.seen.spans:
            align = Align.END
        return Passage((Run(cell.text, cell.face.face),), align=align)

    def table(self) -> Tabular:
        rows = [self._row(row) for row in self.rows]
        heads = self._heads(rows)
        made = squared([[_headed(cell) if place < heads else cell for cell in row] for place, row in enumerate(rows)])
        widths = tuple(max(round(self._width(place), 1), 1.0) for place in range(len(self.columns)))
        return Tabular(made, widths, sound_heads(made, heads))

    def _row(self, row: int) -> list[TabularCell]:
        made: list[TabularCell] = []
        free = 0
        for at, column in enumerate(self.columns):
            if at < free or self.seen.covers((row, column)):
                continue
            span, height = self._span(row, at)
            cell = self.seen.cells.get((row, column))
            if cell is not None and cell.text and (row, column) not in self.seen.spans:
                span = self._flowing(row, at, cell)
            made.append(_tabular_cell(cell, span, height))
            free = at + span
        return made

    def _span(self, row: int, at: int) -> tuple[int, int]:
        """Return over how many of the columns and rows that are left a cell reaches."""
        _, top, right, bottom = self.seen.spans.get((row, self.columns[at]), (0, row, self.columns[at], row))
        columns = sum(1 for column in self.columns[at:] if column <= right)
        if bottom == top:
            return max(columns, 1), 1
        return max(columns, 1), bisect_right(self.rows, bottom) - bisect_left(self.rows, top) or 1

    def _flowing(self, row: int, at: int, cell: SeenCell) -> int:
        """Return over how many columns words flow that do not fit their own, as Excel shows them."""
        if cell.kind != "word" or cell.face.wraps or (cell.face.align or Align.START) is not Align.START:
            return 1
        needed = max(map(_letters, cell.text.split("\n"))) * _LETTER_MM * cell.face.face.scale
        span = 1
        while (
            at + span < len(self.columns)
            and sum(self._width(one) for one in range(at, at + span)) < needed
            and (row, self.columns[at + span]) not in self.seen.cells
            and not self.seen.covers((row, self.columns[at + span]))
        ):
            span += 1
        return span

    def _width(self, at: int) -> float:
        """Return the width in mm from a column to the next one in which something begins."""
        first = self.columns[at]
        after = self.columns[at + 1] if at + 1 < len(self.columns) else self._end(first)
        return sum(self.seen.width(column) for column in range(first, min(after, first + 300)))

    def _end(self, last: int) -> int:
        """Return the column after the last one that a cell beginning in ``last`` covers."""
        reached = [
            right for (row, column), (_, _, right, _) in self.seen.spans.items() if column == last and row in self.rows
        ]
        return max(reached, default=last) + 1

    def _heads(self, rows: Sequence[Sequence[TabularCell]]) -> int:
        """Return how many rows at the top head the others: what the file says, else a row that looks like it."""
        told = sum(1 for row in self.rows if row <= self.seen.heads)
        if told:
            return told if told < len(rows) else 0
        cells = [self.seen.cells.get((self.rows[0], column)) for column in self.columns]
        first = [cell for cell in cells if cell is not None and cell.text]
        if len(first) < 2 or any(cell.kind != "word" for cell in first) or len(rows) == 1:  # noqa: PLR2004 - of one column, nothing heads it
            return 0
        below = [
            cell
            for row in self.rows[1:]
            for column in self.seen.columns.get(row, ())
            if (cell := self.seen.cells[row, column]).text
        ]
        stands_out = any(_weight(cell) > max(map(_weight, below), default=0) for cell in first)
        height = max(cell.rows for cell in rows[0])
        over_figures = len(first) == len(self.columns) and any(cell.kind == "figure" for cell in below)
        return height if (stands_out or over_figures) and height < len(rows) else 0


def _weight(cell: SeenCell) -> int:
    return 4 * cell.face.filled + 2 * cell.face.face.bold + (cell.face.align is Align.CENTER)


def _headed(cell: TabularCell) -> TabularCell:
    """Return a cell as one that heads others: in the middle, unless the file says that it stands at the right."""
    blocks = tuple(
        replace(one, align=Align.CENTER) if isinstance(one, Passage) and one.align is Align.START else one
        for one in cell.blocks
    )
    return TabularCell(blocks, cell.columns, cell.rows, header=True, stands="middle")


def _tabular_cell(cell: SeenCell | None, span: int, height: int) -> TabularCell:
    if cell is None or not cell.text.strip():
        return TabularCell((), span, height)
    align = cell.face.align
    if align is None:
        align = {"figure": Align.END, "other": Align.CENTER}.get(cell.kind, Align.START)
    passage = Passage((Run(cell.text, cell.face.face),), align=align, left=cell.face.indent)
    return TabularCell((passage,), span, height, stands=cell.face.stands)


def _letters(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in line)
