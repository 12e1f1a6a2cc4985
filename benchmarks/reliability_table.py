"""What was tried as a table, and its place in the page that readers have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BEGIN, END = "<!-- reliability: begin -->", "<!-- reliability: end -->"


@dataclass(frozen=True)
class Row:
    """One kind of trial: how many, what became of them in words, and each that broke."""

    ja: str
    en: str
    tried: int
    became: str
    broken: tuple[str, ...]


def as_table(rows: Iterable[Row]) -> str:
    """Return the table as Markdown."""
    lines = ["| 試したこと | tried | number | what became of it | broken |", "|---|---|---:|---|---:|"]
    lines += [f"| {row.ja} | {row.en} | {row.tried} | {row.became} | {len(row.broken)} |" for row in rows]
    return "\n".join(lines) + "\n"


def between_marks(page: str, table: str, command: str, date: str) -> str:
    """Return the page with this table in place of the one between its marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        msg = f"the page holds no {BEGIN} … {END}"
        raise ValueError(msg)
    return f"{before}{BEGIN}\n{date}：`{command}`\n\n{table}{END}{after}"
