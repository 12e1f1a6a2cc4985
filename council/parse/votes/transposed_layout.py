"""A table whose rows are members and whose columns are bills, turned so that each bill is a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from council.diagnostics import Finding, Outcome
from council.parse.drafts import SessionName
from council.parse.session_names import parse_session_name
from council.parse.votes.headings import Field
from council.parse.votes.legend import is_legend
from council.parse.votes.lines import Line, is_note, line_of
from council.parse.votes.rows import Reader, cell_at, filled, is_bill, is_blank, is_name
from council.parse.votes.table import Column, Sheet, Spot, Table, TableRow
from council.parse.votes.wide_layout import is_figure
from council.parse.votes.widths import measure
from council.read.documents import Grid, GridRow

_PERSONAL = (Field.MEMBER, Field.LABEL)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the names stand (column from 0), and the rows of the table in order."""

    names: int
    headings: tuple[GridRow, ...]
    members: tuple[GridRow, ...]


def read_transposed(grid: Grid, reader: Reader) -> Outcome[Sheet | None]:
    """Read the tables of a grid in which members stand in rows. Findings: V102, V103."""
    tables: list[Table] = []
    lines: list[Line] = []
    findings: list[Finding] = []
    session: SessionName | None = None
    names = _name_column(grid, reader)
    for part in _parts(grid, names, reader):
        rows, outside = _split(grid, part, names, reader)
        lines += outside
        named = (parse_session_name(line.text[:200]) for line in outside if not _NOTES(line))
        session = next((name for name in named if name), session)
        frame = _frame(rows, names, reader)
        if frame.members:
            table, found = _turned(grid, frame, session, reader)
            tables.append(table)
            findings += found
        else:
            lines += [line_of(grid, row) for row in rows]
    return Outcome(Sheet(tuple(tables), (), tuple(lines), ()) if tables else None, tuple(findings))


def _NOTES(line: Line) -> bool:  # noqa: N802
    return bool(line.mark)
