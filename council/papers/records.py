"""Words and findings as plain lists for JSON, and back again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from council.diagnostics import Finding
from council.location import Location
from council.model.paper_text import PaperPart, PaperText
from council.rules import ALL_RULES
from council.text.blocks import Block, Cell, Mark, MarkKind, Paragraph, Row, Table

Plain = Any  # what JSON gives back


def findings_as_json(findings: Iterable[Finding]) -> Plain:
    """Return findings without the name of their file, which may lie in several places."""
    return [[one.rule.code, _place(one.location), list(one.values)] for one in findings]


def finding_of(plain: Plain, name: str) -> Finding:
    """Return a finding in the file ``name``."""
    code, (line, column, paragraph, heading, words, sheet), values = plain
    place = Location(name, line, column, paragraph, heading, words, sheet)
    return Finding(ALL_RULES[code], place, tuple((key, value) for key, value in values))


def _place(place: Location) -> Plain:
    return [place.line, place.column, place.paragraph, place.heading, place.words, place.sheet]


def text_as_json(text: PaperText) -> Plain:
    """Return a paper's words."""
    parts = [[one.number, one.title, one.readable, [_block(block) for block in one.blocks]] for one in text.parts]
    return [text.kind, parts]


def text_of(plain: Plain) -> PaperText:
    """Return a paper's words; ValueError or TypeError for what is none."""
    kind, parts = plain
    return PaperText(
        str(kind),
        tuple(PaperPart(number, _blocks(blocks), title, readable) for number, title, readable, blocks in parts),
    )


def _block(block: Block) -> Plain:
    if isinstance(block, Table):
        return [block.number, [[row.header, [_cell(cell) for cell in row.cells]] for row in block.rows]]
    marks = [[mark.start, mark.end, mark.kind.value, mark.value] for mark in block.marks]
    return [block.number, block.text, marks, block.level, block.origin]


def _cell(cell: Cell) -> Plain:
    return [cell.columns, cell.rows, [_block(block) for block in cell.blocks]]


def _blocks(plain: Plain) -> tuple[Block, ...]:
    return tuple(_block_of(one) for one in plain)


def _block_of(plain: Plain) -> Block:
    if isinstance(plain[1], str):
        number, text, marks, level, origin = plain
        found = tuple(Mark(start, end, MarkKind(kind), value) for start, end, kind, value in marks)
        return Paragraph(number, text, found, level, origin)
    number, rows = plain
    return Table(number, tuple(Row(tuple(_cell_of(cell) for cell in cells), header) for header, cells in rows))


def _cell_of(plain: Plain) -> Cell:
    columns, rows, blocks = plain
    return Cell(_blocks(blocks), columns, rows)
