"""Text with separators to a grid whose row numbers are those that Excel shows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from council.diagnostics import Outcome, finding
from council.location import Location
from council.read.documents import Grid, GridRow
from council.read.encoding import DecodedText
from council.rules import files as rules

_SEPARATORS = ",\t;"  # what Excel writes; the earlier one wins where both fit
_SAMPLE = 200_000
_SAMPLE_LINES = 200
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_LINE_END = re.compile(r"\r\n|\r|\n")
_DECLARED = re.compile(r'"?sep=([,;\t|])"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
_KEPT_AS_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)


def read_csv(decoded: DecodedText, name: str) -> Outcome[tuple[Grid, ...]]:
    """Read the rows of a CSV file; columns that are empty in all rows at the right are left out.

    Findings: R106 (nothing in it), R111 (quotation marks do not pair), R112 (a cell without end).
    """
    text, separator = _separator(decoded.text)
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        rule = rules.CELL_TOO_LONG if "field larger" in str(error) else rules.UNCLOSED_QUOTE
        return Outcome((), (finding(rule, Location(name, line=len(rows) + 1)),))
    width = max((_filled_width(row) for row in rows), default=0)
    if not width:
        return Outcome((), (finding(rules.EMPTY_FILE, Location(name)),))
    if swallowing := _swallowing_row(rows, separator):
        return Outcome((), (finding(rules.UNCLOSED_QUOTE, Location(name, line=swallowing)),))
    grid_rows = (GridRow(line, tuple(map(_shown, row[:width]))) for line, row in enumerate(rows, start=1))
    return Outcome((Grid(name, tuple(grid_rows), decoded.encoding),))


def _shown(cell: str) -> str:
    """Return the cell as Excel shows it: ``="001"`` is the text 001."""
    kept = _KEPT_AS_TEXT.match(cell)
    return kept[1].replace('""', '"') if kept else cell


def _filled_width(row: list[str]) -> int:
    return max((place for place, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _separator(text: str) -> tuple[str, str]:
    """Return the text without Excel's ``sep=`` line, and the separator that parts most rows alike."""
    if declared := _DECLARED.match(text):
        return text[declared.end() :], declared[1]
    lines = [line for line in _LINE_END.split(_QUOTED.sub("", text[:_SAMPLE])) if line.strip()][:_SAMPLE_LINES]
    return text, max(_SEPARATORS, key=lambda separator: _evenness(lines, separator))


def _evenness(lines: list[str], separator: str) -> tuple[int, int]:
    """Return how many rows hold the commonest number of separators, and that number."""
    counts = Counter(count for line in lines if (count := line.count(separator)))
    number, rows = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return rows, number


def _swallowing_row(rows: list[list[str]], separator: str) -> int | None:
    """Return the row one of whose cells holds whole rows: a quotation mark was left open and another closed it."""
    usual = Counter(len(row) - 1 for row in rows).most_common(1)[0][0]
    if usual < 2:  # noqa: PLR2004 - one separator may well stand in ordinary words
        return None
    for line, row in enumerate(rows, start=1):
        for cell in row:
            inner = _LINE_END.split(cell)[1:-1] if "\n" in cell or "\r" in cell else ()
            if any(part.count(separator) == usual for part in inner):
                return line
    return None
