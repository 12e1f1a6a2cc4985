"""One sheet of a workbook, walked cell by cell: what is shown becomes a grid, what is hidden is reported."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from lxml import etree
from msgspec import Struct, field
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from council.diagnostics import Finding, Outcome, Rule, finding
from council.location import Location
from council.read.documents import Grid, GridRow
from council.read.xlsx_values import Styles, number_text, rich_text, unescaped
from council.rules import workbook as rules

MAX_CELLS = 2_000_000
_TAGS = tuple(f"{{*}}{tag}" for tag in ("row", "c", "col", "mergeCell"))


class SheetError(Exception):
    """The sheet cannot be read; ``rule`` says why."""

    def __init__(self, rule: Rule) -> None:
        """Keep the rule."""
        super().__init__(rule.name)
        self.rule = rule


class _Walk(Struct):
    """What has been seen of a sheet so far; rows and columns from 1."""

    place: Location
    strings: tuple[str, ...]
    styles: Styles
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    row: int = 0
    column: int = 0

    def meet(self, event: str, node: etree._Element) -> None:
        tag = etree.QName(node).localname
        if tag == "row" and event == "start":
            self.begin_row(node)
        elif tag == "c" and event == "end":
            self.cell(node)
            node.clear()
        elif tag == "row":
            node.clear()
        elif event == "end" and tag == "col" and _is_hidden(node):
            self.hidden_columns.append(range(int(node.get("min", "1")), int(node.get("max", "1")) + 1))
        elif event == "end" and tag == "mergeCell":
            self.merged.append(_boundaries(node.get("ref", "")))

    def begin_row(self, node: etree._Element) -> None:
        self.row = int(node.get("r") or self.row + 1)
        self.column = 0
        if _is_hidden(node):
            self.hidden_rows.add(self.row)

    def cell(self, node: etree._Element) -> None:
        reference = node.get("r")
        self.row, self.column = coordinate_to_tuple(reference) if reference else (self.row, self.column + 1)
        text = self.text(node)
        if text.strip():
            self.cells[self.row, self.column] = text

    def text(self, node: etree._Element) -> str:
        kind = node.get("t", "n")
        if kind == "inlineStr":
            return "".join(rich_text(part) for part in node.iterfind("{*}is"))
        stored = node.findtext("{*}v")
        if node.find("{*}f") is not None and not stored and kind != "str":
            self.report(rules.NOT_CALCULATED)
            return "#N/A"
        return self.value(kind, stored or "", node.get("s"))

    def value(self, kind: str, stored: str, style: str | None) -> str:
        if kind == "s":
            return self.strings[int(stored)] if stored else ""
        if kind == "e":
            self.report(rules.FORMULA_ERROR, text=stored)
        if kind == "b":
            return "TRUE" if stored == "1" else "FALSE"
        if kind == "n" and stored:
            return number_text(stored, self.styles.of(style), self.styles.epoch)
        return stored.removesuffix("T00:00:00") if kind == "d" else unescaped(stored)

    def report(self, rule: Rule, **values: object) -> None:
        place = Location(self.place.path, line=self.row, column=self.column, sheet=self.place.sheet)
        self.findings.append(finding(rule, place, **values))


def read_sheet(content: bytes, place: Location, strings: tuple[str, ...], styles: Styles) -> Outcome[Grid | None]:
    """Return a visible sheet as a grid with Excel's own row and column numbers, or None if nothing is on it.

    Hidden rows are left out and hidden columns emptied (R406, R407); of merged cells the first holds the value.
    Raises SheetError for a sheet that is broken or too large.
    """
    walk = _Walk(place, strings, styles)
    try:
        for event, node in etree.iterparse(
            io.BytesIO(content), ("start", "end"), tag=_TAGS, resolve_entities=False, no_network=True, load_dtd=False
        ):
            walk.meet(event, node)
    except (etree.XMLSyntaxError, ValueError, IndexError, TypeError, KeyError) as error:
        raise SheetError(rules.BOOK_DAMAGED) from error
    _drop_covered(walk)
    hidden = _drop_hidden(walk)
    return Outcome(_grid(walk), (*walk.findings, *hidden))


def _grid(walk: _Walk) -> Grid | None:
    if not walk.cells:
        return None
    width = max(column for _, column in walk.cells)
    lines = sorted({row for row, _ in walk.cells})
    if width * len(lines) > MAX_CELLS:
        raise SheetError(rules.BOOK_TOO_LARGE)
    rows = (
        GridRow(line, tuple(walk.cells.get((line, column), "") for column in range(1, width + 1))) for line in lines
    )
    return Grid(walk.place.path, tuple(rows), "xlsx", walk.place.sheet)


def _drop_covered(walk: _Walk) -> None:
    """Forget values that merged cells cover; Excel does not show them."""
    if len(walk.merged) > len(walk.cells) + MAX_CELLS // 100:
        raise SheetError(rules.BOOK_TOO_LARGE)
    budget = 10 * MAX_CELLS
    for left, top, right, bottom in walk.merged:
        area = (right - left + 1) * (bottom - top + 1)
        budget -= min(area, len(walk.cells))
        if budget < 0:
            raise SheetError(rules.BOOK_TOO_LARGE)
        inside: Iterable[tuple[int, int]] = (
            ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
            if area <= len(walk.cells)
            else [(row, column) for row, column in walk.cells if top <= row <= bottom and left <= column <= right]
        )
        for row, column in inside:
            if (row, column) != (top, left):
                walk.cells.pop((row, column), None)


def _drop_hidden(walk: _Walk) -> tuple[Finding, ...]:
    """Forget hidden rows and columns, and report those that held anything."""
    columns = {
        column for column in {column for _, column in walk.cells} if any(column in hid for hid in walk.hidden_columns)
    }
    rows = {row for row, _ in walk.cells if row in walk.hidden_rows}
    walk.cells = {
        (row, column): text
        for (row, column), text in walk.cells.items()
        if row not in walk.hidden_rows and column not in columns
    }
    walk.findings = [
        found
        for found in walk.findings
        if found.location.line not in walk.hidden_rows and found.location.column not in columns
    ]
    reported: list[Finding] = []
    if rows:
        reported.append(finding(rules.HIDDEN_ROWS, walk.place, rows=_spans(rows, str)))
    if columns:
        reported.append(finding(rules.HIDDEN_COLUMNS, walk.place, columns=_spans(columns, get_column_letter)))
    return tuple(reported)


def _spans(numbers: set[int], name: Callable[[int], str]) -> str:
    """Return 3-5, 9 for {3, 4, 5, 9}."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(name(first) if first == last else f"{name(first)}-{name(last)}" for first, last in spans)


def _is_hidden(node: etree._Element) -> bool:
    if node.get("hidden") in ("1", "true"):
        return True
    return node.get("ht") == "0" or node.get("width") == "0"


def _boundaries(reference: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(reference)
    return left, top, right, bottom
