"""Texts on one line, and how they begin."""

from __future__ import annotations

_LONGEST = 60


def plain(text: str) -> str:
    """Return a text on one line, without the spaces that only lay it out."""
    return " ".join(text.split())


def first_words(text: str) -> str:
    """Return how a text begins."""
    line = plain(text[: _LONGEST * 3])
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
