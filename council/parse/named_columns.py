"""Tables whose columns are known by name (roster, links, corrections): the heading row found, each row by its columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from msgspec import Struct

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.read.documents import Grid, GridRow
from council.rules import columns as rules
from council.text.patterns import regex

_HEADING_WITHIN = 30  # rows: titles and remarks may stand above the headings
_REMARK = regex(r"^[（(\[]?(?:[※＊*]|注[意記釈]?[0-9０-９]*[)）:：\s\u3000]|備考[:：])")
_DITTO = frozenset({"〃", "同上", "″", '"'})
_BRACKETED = regex(r"[（(\[【].*?[)）\]】]")


class Column(Struct, frozen=True):
    """A column by its names; the first is the Japanese one of the contract, the second the English one.

    ``ditto`` says that 〃 and 同上 repeat the value above.
    """

    key: str
    headings: tuple[str, ...]
    required: bool = False
    ditto: bool = False


class NamedRow(Struct, frozen=True):
    """A row's values by column; ``cells`` holds the place and the text of each named column."""

    grid: Grid
    line: int
    cells: Mapping[str, tuple[int, str]]

    def text(self, key: str) -> str:
        """Return a cell's text without spaces around it, in one line; empty where there is no such column."""
        return " ".join(part.strip() for part in self.cells.get(key, (0, ""))[1].splitlines() if part.strip())

    def lines(self, key: str) -> str:
        """Return a cell's text with its line breaks."""
        return self.cells.get(key, (0, ""))[1].strip()

    def at(self, key: str = "") -> Location:
        """Return the place of a cell, or of the row."""
        return self.grid.at(self.line, self.cells[key][0] if key in self.cells else None)

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """The filled cells, to compare rows by."""
        return tuple((key, self.text(key)) for key in sorted(self.cells) if self.text(key))


def named_rows(grids: Iterable[Grid], columns: tuple[Column, ...]) -> Outcome[tuple[NamedRow, ...]]:
    """Return the filled rows below the heading row of each grid that has one.

    Findings: R114 (no heading row anywhere), R115 (a column twice), R116 (a column not used), R117 (values beyond
    the headings), R118 (nothing filled in), R119 (a further sheet without headings), R120 (remarks), R121, R122 (rows
    that end before the headings do).
    """
    rows: list[NamedRow] = []
    findings: list[Finding] = []
    needed = ", ".join(column.headings[0] for column in columns if column.required)
    headless = []
    for grid in grids:
        heading = _heading_row(grid, columns)
        if heading is None:
            headless.append(grid)
            continue
        table = _Table(grid, heading, columns)
        rows += table.rows()
        findings += table.findings
    rule = rules.OTHER_SHEET if rows or findings else rules.NO_HEADING_ROW
    findings += [finding(rule, grid.at(grid.rows[0].line), columns=needed) for grid in headless if grid.rows]
    return Outcome(tuple(rows), tuple(findings))


def heading_key(text: str) -> str:
    """Return a heading as it is compared: NFKC, without spaces, underscores and case."""
    return re.sub(r"[\s_\-・:]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _keys_by_heading(columns: tuple[Column, ...]) -> dict[str, str]:
    return {heading_key(heading): column.key for column in columns for heading in column.headings}


def _heading_row(grid: Grid, columns: tuple[Column, ...]) -> GridRow | None:
    """Return the row near the top that holds every required heading and the most others."""
    known = _keys_by_heading(columns)
    required = {column.key for column in columns if column.required}
    best: tuple[int, GridRow] | None = None
    for row in grid.rows[:_HEADING_WITHIN]:
        keys = {key for cell in row.cells if (key := _key_of(cell, known))}
        if required <= keys and (best is None or len(keys) > best[0]):
            best = len(keys), row
    return best[1] if best else None


def _key_of(cell: str, known: Mapping[str, str]) -> str | None:
    return known.get(heading_key(cell)) or known.get(heading_key(_BRACKETED.sub("", cell)))


class _Table:
    """The rows of one grid below its headings."""

    def __init__(self, grid: Grid, heading: GridRow, columns: tuple[Column, ...]) -> None:
        self.grid = grid
        self.heading = heading
        self.columns = {column.key: column for column in columns}
        self.findings: list[Finding] = []
        self.places: dict[str, int] = {}
        self.width = max(place for place, cell in enumerate(heading.cells, start=1) if cell.strip())
        self.sound = self._read_headings(_keys_by_heading(columns))

    def _read_headings(self, known: Mapping[str, str]) -> bool:
        sound = True
        for place, cell in enumerate(self.heading.cells, start=1):
            key = _key_of(cell, known)
            if key and key in self.places:
                sound = False
                at = self.grid.at(self.heading.line, place)
                self.findings.append(finding(rules.DUPLICATE_COLUMN, at, column=cell.strip()))
            elif key:
                self.places[key] = place
            elif cell.strip() or self._is_filled(place):
                self._leave_out(place, cell.strip() or "—")
        return sound

    def _is_filled(self, place: int) -> bool:
        below = (row for row in self.grid.rows if row.line > self.heading.line)
        within = place <= self.width or self.grid.encoding == "xlsx"
        return within and any(row.cells[place - 1].strip() for row in below if len(row.cells) >= place)

    def _leave_out(self, place: int, heading: str) -> None:
        at = self.grid.at(self.heading.line, place)
        self.findings.append(finding(rules.UNKNOWN_COLUMN, at, column=heading))

    def rows(self) -> list[NamedRow]:
        """Return the rows to use; none of a table that has a column twice."""
        if not self.sound:
            return []
        rows: list[NamedRow] = []
        unused = len(self.findings)
        for row in self.grid.rows:
            if row.line > self.heading.line and self._is_meant(row) and self._is_long_enough(row):
                rows.append(self._named(row, rows[-1] if rows else None))
        if not rows and len(self.findings) == unused:
            self.findings.append(finding(rules.NO_ROWS, self.grid.at(self.heading.line)))
        return rows

    def _is_meant(self, row: GridRow) -> bool:
        filled = [cell for cell in row.cells if cell.strip()]
        if not filled or [cell.strip() for cell in row.cells] == [cell.strip() for cell in self.heading.cells]:
            return False
        if len(filled) == 1 and _REMARK.match(filled[0].strip()):
            self.findings.append(finding(rules.REMARK_ROW, self.grid.at(row.line)))
            return False
        if self.grid.encoding != "xlsx" and any(cell.strip() for cell in row.cells[self.width :]):
            place = self.grid.at(row.line, self.width + 1)
            self.findings.append(finding(rules.ROW_TOO_LONG, place, width=self.width))
            return False
        return True

    def _is_long_enough(self, row: GridRow) -> bool:
        """Report a row that ends before the headings do; without a required column it is not used."""
        missing = [column for key, column in self.columns.items() if self.places.get(key, 0) > len(row.cells)]
        if not missing:
            return True
        required = [column for column in missing if column.required]
        named = (self.heading.cells[self.places[column.key] - 1].strip() for column in required or missing)
        values = {"columns": ", ".join(named), "width": self.width}
        rule = rules.ROW_TOO_SHORT if required else rules.ROW_ENDS_EARLY
        place = self.grid.at(row.line, len(row.cells) + 1)
        self.findings.append(finding(rule, place, **values, cells=len(row.cells)))
        return not required

    def _named(self, row: GridRow, above: NamedRow | None) -> NamedRow:
        cells: dict[str, tuple[int, str]] = {}
        for key, place in self.places.items():
            text = row.cells[place - 1] if len(row.cells) >= place else ""
            if self.columns[key].ditto and text.strip() in _DITTO and above:
                text = above.cells[key][1]
            cells[key] = (place, text)
        return NamedRow(self.grid, row.line, cells)
