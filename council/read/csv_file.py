"""Text with separators to a grid whose row numbers are those that Excel shows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from council.diagnostics import Outcome, finding
from council.location import Location
from council.read.csv_quotes import swallowing_row
from council.read.documents import Grid, GridRow
from council.read.encoding import DecodedText
from council.rules import files as rules
from council.text.patterns import regex

_SEPARATORS = ",\t;"  # what Excel writes; the earlier one wins where both fit
_FOREIGN = "|｜，､"  # what people take for a separator and Excel does not
_FEW = 2  # rows and separators in them: fewer prove nothing
_SAMPLE = 200_000
_SAMPLE_LINES = 200
_QUOTED = regex(r'"(?:[^"]|"")*"')
_LINE_END = regex(r"\r\n|\r|\n")
_DECLARED = regex(r'"?sep=([,;\t|])"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
_KEPT_AS_TEXT = regex(r'^="(.*)"$', re.DOTALL)


def read_csv(decoded: DecodedText, name: str) -> Outcome[tuple[Grid, ...]]:
    """Read the rows of a CSV file; columns that are empty in all rows at the right are left out.

    Findings: R106 (nothing in it), R111 (quotation marks do not pair), R112 (a cell without end), R123 (parted by
    characters that part nothing).
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
    if swallowing := swallowing_row(rows, separator):
        return Outcome((), (finding(rules.UNCLOSED_QUOTE, Location(name, line=swallowing)),))
    if foreign := _foreign_separator(rows, separator):
        return Outcome((), (finding(rules.FOREIGN_SEPARATOR, Location(name, line=1), character=foreign),))
    grid_rows = (GridRow(line, tuple(map(_shown, row[:width]))) for line, row in enumerate(rows, start=1))
    return Outcome((Grid(name, tuple(grid_rows), decoded.encoding),))


def place_after(before: str, name: str) -> Location:
    """Return Excel's row and column of what follows ``before``, the beginning of a CSV file."""
    text, separator = _separator(before)
    try:
        rows = list(csv.reader(io.StringIO(f"{text}.", newline=""), delimiter=separator))
    except csv.Error:
        return Location(name, line=len(_LINE_END.findall(text)) + 1)
    return Location(name, line=len(rows), column=len(rows[-1]))


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


def _foreign_separator(rows: list[list[str]], separator: str) -> str | None:
    """Return the character that parts most rows alike where the real separator parts hardly any."""
    lines = [line for row in rows if (line := separator.join(row)).strip()][:_SAMPLE_LINES]
    foreign = max(_FOREIGN, key=lambda character: _evenness(lines, character))
    alike, number = _evenness(lines, foreign)
    parted = sum(separator in line for line in lines)
    return foreign if number >= _FEW and alike >= _FEW and alike > max(len(lines) // 2, 2 * parted) else None
