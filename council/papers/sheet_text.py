"""The words of a workbook: each visible sheet as a table of what its cells display."""

from __future__ import annotations

from collections.abc import Mapping

from council.model.paper_text import PaperPart
from council.text.blocks import Cell, Paragraph, Row, Table

_COLUMN = "column "


def sheet_part(number: int, title: str, cells: Mapping[tuple[int, int], str]) -> PaperPart:
    """Return the words of a sheet by row and column, without the columns that are empty all the way down."""
    columns = sorted({column for _, column in cells})
    lines = sorted({line for line, _ in cells})
    rows = (Row(tuple(_cell(line, column, cells.get((line, column), "")) for column in columns)) for line in lines)
    return PaperPart(number, (Table(lines[0], tuple(rows)),), title=title)


def _cell(line: int, column: int, text: str) -> Cell:
    return Cell((Paragraph(line, text, origin=f"{_COLUMN}{column}"),))


def column_of(paragraph: Paragraph) -> int | None:
    """Return the column, from 1, of the cell that a workbook's paragraph is; None for other paragraphs."""
    number = paragraph.origin.removeprefix(_COLUMN)
    return int(number) if number.isdecimal() else None
