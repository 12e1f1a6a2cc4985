"""Tables: rows and cells with their spans, merged cells once, and what a table's style says of its words."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from council.read.docx.changes import TBL_PR_CHANGE, TC_PR_CHANGE, TR_PR_CHANGE, former
from council.read.docx.colours import SHADING, shading
from council.read.docx.names import (
    ALTERNATE,
    AUTHOR,
    DEL,
    INS,
    SDT,
    SDT_CONTENT,
    TC,
    TR,
    VAL,
    Element,
    child,
    children,
    chosen,
    integer,
    switch,
    w,
)
from council.read.docx.report import NOTHING_BEFORE, Issue
from council.read.docx.table_style import TableLook
from council.rules import word_hidden as rules
from council.text.blocks import Block, Cell, Row, Table, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.read.docx.reading import Surround
    from council.read.docx.walker import Walker

_TBL_PR, _TR_PR, _TC_PR = w("tblPr"), w("trPr"), w("tcPr")
_ROW_CHANGES = (INS, DEL)
_CELL_CHANGES = (w("cellIns"), w("cellDel"), w("cellMerge"))
_CELL_DEL = w("cellDel")
_HIDDEN, _HEADER = w("hidden"), w("tblHeader")
_BEFORE, _SPAN, _V_MERGE, _H_MERGE = w("gridBefore"), w("gridSpan"), w("vMerge"), w("hMerge")
_MAX_SPAN = 1000  # Word ends at 63 columns; a damaged file may claim any number


class _CellDraft(Struct):
    """A cell that may still grow; ``column`` is where it begins in the grid."""

    blocks: list[Block]
    column: int
    columns: int
    rows: int = 1


class _RowDraft(Struct):
    """A row; ``reaching`` are its cells that may go on below, by column, ``grown`` those from above that do."""

    cells: list[_CellDraft] = field(default_factory=list)
    header: bool = False
    reaching: dict[int, _CellDraft] = field(default_factory=dict)
    grown: list[_CellDraft] = field(default_factory=list)


def read_table(walker: Walker, element: Element, surround: Surround) -> list[Block]:
    """Return a table as one block; none if no row of it is shown."""
    number = walker.reading.paragraph + 1
    if walker.reading.sketch is not None:
        walker.reading.sketch.table(number, element)
    rows = _TableReader(walker, element, surround).rows()
    finished = tuple(
        Row(tuple(Cell(tuple(cell.blocks), cell.columns, cell.rows) for cell in row.cells), row.header) for row in rows
    )
    return [Table(number, finished)] if finished else []


class _TableReader:
    """Reads the rows of one table, carrying cells that reach down from above."""

    def __init__(self, walker: Walker, element: Element, surround: Surround) -> None:
        self._walker = walker
        self._surround = surround
        self._elements = list(_members(element, TR))
        properties = child(element, _TBL_PR)
        self._look = TableLook(walker.reading.styles, properties, len(self._elements))
        self._former = self._look
        if properties is not None and child(properties, TBL_PR_CHANGE) is not None:
            self._former = TableLook(walker.reading.styles, former(properties, TBL_PR_CHANGE), len(self._elements))
        self._reaching: dict[int, _CellDraft] = {}

    def rows(self) -> list[_RowDraft]:
        """Return the rows that are shown."""
        drafts = [self._row(place, element) for place, element in enumerate(self._elements)]
        return [draft for draft in drafts if draft is not None]

    def _row(self, place: int, element: Element) -> _RowDraft | None:
        properties = children(child(element, _TR_PR))
        surround = _of_row(self._surround, properties)
        if TR_PR_CHANGE in properties:
            then = _of_row(self._surround.before, children(former(child(element, _TR_PR), TR_PR_CHANGE)))
            surround = surround.changed_from(then)
        dropped = surround.hidden or DEL in properties
        self._report_changes(properties, _ROW_CHANGES)
        with self._walker.reading.reporter.unseen() if dropped else nullcontext():
            row = self._cells(place, element, properties, surround)
        if dropped:
            return None
        for cell in row.grown:
            cell.rows += 1
        self._reaching = row.reaching
        return row

    def _cells(self, place: int, element: Element, properties: dict[str, Element], surround: Surround) -> _RowDraft:
        column = _number(properties, _BEFORE, 0)
        row = _RowDraft([_CellDraft([], 0, column)] if column else [], _has(properties, _HEADER))
        members = list(_members(element, TC))
        for index, member in enumerate(members):
            inside = self._look.surround(surround, place, index, len(members))
            if self._former is not self._look or surround.former:
                inside = inside.changed_from(self._former.surround(surround.before, place, index, len(members)))
            column += self._cell(member, column, inside, row)
        return row

    def _cell(self, element: Element, column: int, surround: Surround, row: _RowDraft) -> int:
        """Add a cell to its row, or to the one it continues; return its width."""
        properties = children(child(element, _TC_PR))
        cell = _CellDraft([], column, max(_number(properties, _SPAN, 1), 1))
        self._report_changes(properties, _CELL_CHANGES)
        continued = self._continued(properties, cell, row)
        if continued is None and _CELL_DEL not in properties:
            row.cells.append(cell)
            if _merge(properties, _V_MERGE):
                row.reaching[column] = cell
        with nullcontext() if continued is None else self._walker.reading.reporter.unseen():
            cell.blocks += self._walker.blocks(element, _of_cell(surround, element, properties))
        if continued is not None:
            self._report_covered(cell)
        return cell.columns

    def _continued(self, properties: dict[str, Element], cell: _CellDraft, row: _RowDraft) -> _CellDraft | None:
        """Return the cell that this one is merged into, grown by it."""
        above = self._reaching.get(cell.column)
        if _merge(properties, _V_MERGE) == "continue" and above is not None:
            row.grown.append(above)
            row.reaching[cell.column] = above
            return above
        if _merge(properties, _H_MERGE) == "continue" and row.cells:
            row.cells[-1].columns += cell.columns
            return row.cells[-1]
        return None

    def _report_changes(self, properties: dict[str, Element], tags: tuple[str, ...]) -> None:
        for change in (properties[tag] for tag in tags if tag in properties):
            author = change.get(AUTHOR) or NOTHING_BEFORE
            self._walker.report(Issue(rules.TRACKED_TABLE, {"author": author}), self._walker.reading.paragraph + 1)

    def _report_covered(self, cell: _CellDraft) -> None:
        count = sum(len("".join(one.text.split())) for one in paragraphs(cell.blocks))
        if count:
            number = next(paragraphs(cell.blocks)).number
            self._walker.report(Issue(rules.COVERED_CELL, {"count": str(count)}), number)


def _members(element: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, through the wrappers they may stand in."""
    for one in element:
        if one.tag == wanted:
            yield one
        elif one.tag == SDT:
            content = one.find(SDT_CONTENT)
            yield from () if content is None else _members(content, wanted)
        elif one.tag == ALTERNATE:
            branch = chosen(one)
            yield from () if branch is None else _members(branch, wanted)
        elif one.tag == w("customXml"):
            yield from _members(one, wanted)


def _of_row(surround: Surround, properties: dict[str, Element]) -> Surround:
    return replace(surround, hidden=True) if _has(properties, _HIDDEN) else surround


def _of_cell(surround: Surround, element: Element, properties: dict[str, Element]) -> Surround:
    inside = _filled(surround, properties)
    if surround.former is None and TC_PR_CHANGE not in properties:
        return inside
    then = children(former(child(element, _TC_PR), TC_PR_CHANGE))
    return inside.changed_from(_filled(surround.before, then))


def _filled(surround: Surround, properties: dict[str, Element]) -> Surround:
    fill = shading(properties.get(SHADING))
    return surround if fill is None else replace(surround, background=fill)


def _has(properties: dict[str, Element], tag: str) -> bool:
    return bool(switch(properties.get(tag)))


def _number(properties: dict[str, Element], tag: str, default: int) -> int:
    element = properties.get(tag)
    value = None if element is None else integer(element.get(VAL))
    return default if value is None else min(max(value, 0), _MAX_SPAN)


def _merge(properties: dict[str, Element], tag: str) -> str:
    """Return ``restart``, ``continue`` or nothing; a merge without a value continues."""
    element = properties.get(tag)
    return "" if element is None else element.get(VAL) or "continue"
