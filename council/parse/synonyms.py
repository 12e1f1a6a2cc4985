"""Rows of `minutes_src/synonyms.csv`: words that the search takes for one another."""

from __future__ import annotations

from collections.abc import Iterable

from council.diagnostics import Finding, Outcome, finding
from council.parse.draft_synonyms import DraftSynonyms
from council.parse.named_columns import Column, NamedRow, named_rows
from council.read.documents import Grid
from council.read.tables import looks_damaged
from council.rules.files import DAMAGED_ROW
from council.rules.searching import SYNONYM_ALONE
from council.text.patterns import regex

COLUMNS = (
    Column("word", ("語", "word", "言葉", "用語", "見出し語"), required=True),
    Column("synonyms", ("同義語", "synonyms", "類義語", "言い換え", "synonym"), required=True),
)
_SEVERAL = regex(r"[;；、\n]+")


def parse_synonyms(grids: Iterable[Grid]) -> Outcome[tuple[DraftSynonyms, ...]]:
    """Read the rows, each some words that mean the same; they widen a search, and nothing is left out for them.

    Findings: R113 (characters lost in saving), R114-R122 (headings and rows), S501 (a word alone).
    """
    named = named_rows(grids, COLUMNS)
    findings = list(named.findings)
    rows: list[DraftSynonyms] = []
    for row in named.value:
        words = _words(row)
        damaged = next((column for column in COLUMNS if looks_damaged(row.text(column.key))), None)
        if damaged:
            findings.append(_damaged(row, damaged))
        elif len(words) > 1:
            rows.append(DraftSynonyms(words, row.at("word")))
        else:
            findings.append(finding(SYNONYM_ALONE, row.at("synonyms" if row.text("word") else "word")))
    return Outcome(tuple(rows), tuple(findings))


def _words(row: NamedRow) -> tuple[str, ...]:
    parts = (row.text("word"), *_SEVERAL.split(row.lines("synonyms")))
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _damaged(row: NamedRow, column: Column) -> Finding:
    return finding(DAMAGED_ROW, row.at(column.key), column=column.headings[0])
