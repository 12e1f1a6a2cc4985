"""The words of a workbook: each visible sheet as a table."""

from __future__ import annotations

from council.model.paper_text import PaperPart, PaperText
from council.read.documents import Grid
from council.text.blocks import Cell, Paragraph, Row, Table

_COLUMN = "column "


def sheet_text(data: bytes, name: str) -> PaperText:
    """Return the words of a workbook that has been cleaned: it holds visible sheets only."""
    from council.read.xlsx_file import read_xlsx  # noqa: PLC0415 - openpyxl is slow to import

    grids = read_xlsx(data, name).value
    parts = (PaperPart(number, (_table(grid),), title=grid.sheet) for number, grid in enumerate(grids, start=1))
    return PaperText("xlsx", tuple(parts))


def _table(grid: Grid) -> Table:
    """Return the rows without the columns that are empty all the way down."""
    width = max((len(row.cells) for row in grid.rows), default=0)
    filled = [place for place in range(width) if any(_at(row.cells, place).strip() for row in grid.rows)]
    rows = (Row(tuple(_cell(row.line, place, _at(row.cells, place)) for place in filled)) for row in grid.rows)
    return Table(grid.rows[0].line if grid.rows else 1, tuple(rows))


def _cell(line: int, place: int, text: str) -> Cell:
    return Cell((Paragraph(line, text, origin=f"{_COLUMN}{place + 1}"),))


def column_of(paragraph: Paragraph) -> int | None:
    """Return the column, from 1, of the cell that a workbook's paragraph is; None for other paragraphs."""
    number = paragraph.origin.removeprefix(_COLUMN)
    return int(number) if number.isdecimal() else None


def _at(cells: tuple[str, ...], place: int) -> str:
    return cells[place] if place < len(cells) else ""
