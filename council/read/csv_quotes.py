"""Stray quotation marks in a CSV file: one left open in a row and closed in a later one makes a single cell of rows."""

from __future__ import annotations

from collections import Counter

from council.text.patterns import regex

_LINE_END = regex(r"\r\n|\r|\n")
_WORDS_ALONE = 2  # columns: one separator may well stand in ordinary words


def swallowing_row(rows: list[list[str]], separator: str) -> int | None:
    """Return the first row that swallowed others: a quotation mark was left open in it and another one closed it."""
    usual = Counter(len(row) for row in rows if row).most_common(1)[0][0]
    for line, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if _holds_rows(cell, separator, place, len(row) - place - 1, usual):
                return line
    return None


def _holds_rows(cell: str, separator: str, before: int, after: int, usual: int) -> bool:
    """Say whether the cell, its quotation marks taken away, would be the end, the whole or the beginning of usual rows.

    ``before`` and ``after`` are the cells that stand around it in its row.
    """
    if separator not in cell or ("\n" not in cell and "\r" not in cell):
        return False
    parts = [part.count(separator) for part in _LINE_END.split(cell)]
    widths = [parts[0] + 1 + before, *(count + 1 for count in parts[1:-1]), parts[-1] + 1 + after]
    if usual > _WORDS_ALONE and any(width == usual for width in widths[1:-1]):
        return True
    parted = [width for width, count in zip(widths, parts, strict=True) if count]
    return usual in parted and all(width == usual or count for width, count in zip(widths, parts, strict=True))
