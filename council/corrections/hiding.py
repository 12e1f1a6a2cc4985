"""Withdrawn words kept out of what was said before they left: findings of the readers, reasons of other corrections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from council.corrections.folding import Span, fold, folded
from council.diagnostics import Finding
from council.parse.drafts import DraftCorrection

INSTEAD = "〔発言取消〕"
_RUN = 3
_FEW = 2  # one character says nothing


def without_words(row: DraftCorrection, hidden: Iterable[str]) -> DraftCorrection:
    """Return a correction whose own words do not repeat withdrawn ones."""
    for words in hidden:
        row = replace(
            row,
            place=_without(row.place, words),
            was=_without(row.was, words),
            now=_without(row.now, words),
            reason=_without(row.reason, words),
            decided_by=_without(row.decided_by, words),
        )
    return row


def without_words_in_findings(findings: Iterable[Finding], hidden: Sequence[str]) -> tuple[Finding, ...]:
    """Return the findings of a file without any quotation that shares three characters in a row with withdrawn words.

    A quotation may be cut off, so that the words as a whole are not looked for.
    """
    runs = frozenset(run for words in hidden for run in _runs(fold(words)))
    return tuple(_hushed(found, runs) for found in findings) if runs else tuple(findings)


def _without(text: str, words: str) -> str:
    if not text:
        return text
    for span in sorted(_spans(text, words), reverse=True):
        text = text[: span.start] + INSTEAD + text[span.end :]
    return text


def _spans(text: str, words: str) -> tuple[Span, ...]:
    return folded(text).find(words) if len(fold(words)) >= _FEW else ()


def _runs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + _RUN] for place in range(max(len(text) - _RUN + 1, 1))) - {""}


def _hushed(found: Finding, runs: frozenset[str]) -> Finding:
    place = found.location
    values = tuple((name, INSTEAD if _quotes(value, runs) else value) for name, value in found.values)
    heading = "" if _quotes(place.heading, runs) else place.heading
    words = "" if _quotes(place.words, runs) else place.words
    return Finding(found.rule, replace(place, heading=heading, words=words), values)


def _quotes(text: str, runs: frozenset[str]) -> bool:
    squeezed = fold(text)
    return any(run in squeezed for run in runs)
