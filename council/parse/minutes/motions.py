"""Motions of English minutes that stand in paragraphs of their own: “Moved by …, that …” and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from council.parse.minutes.lines import Line
from council.parse.minutes.profile import Pattern
from council.text.numerals import fold_width
from council.text.patterns import regex

SENTENCE = regex(r"(?<=[.!?])(?<![Nn]o\.)(?<!Mr\.)(?<!Ms\.)(?<!Dr\.)(?<!St\.)(?<!Mrs\.)\s+")
_NEAR = 6


def first_motion(lines: Sequence[Line], said: Mapping[str, Pattern]) -> int | None:
    """Return the place of the first line that moves something of which the next lines say what became."""
    for place, line in enumerate(lines) if said else ():
        if said["moved"].match(_plain(line)) and any(_declares(one, said) for one in lines[place : place + _NEAR]):
            return place
    return None


def _declares(line: Line, said: Mapping[str, Pattern]) -> bool:
    return bool(said["declared"].match(SENTENCE.split(_plain(line))[-1]))


def _plain(line: Line) -> str:
    return " ".join(fold_width(line.text).split())
