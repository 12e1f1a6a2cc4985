"""Invented sentences: patterns from ``words/`` with nouns and figures put in by chance."""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from archive_shape import n

_WORDS = Path(__file__).parent / "words"
_SLOT = re.compile(r"\{(\w+)\}")
_PARAGRAPH = (3, 6)  # sentences


@functools.cache
def patterns(name: str) -> tuple[str, ...]:
    """Return the lines of a list of patterns."""
    lines = (_WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@functools.cache
def sections(name: str) -> Mapping[str, Sequence[str]]:
    """Return the lines of a list below their ``[headings]``."""
    found: dict[str, list[str]] = {}
    for line in patterns(name):
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        else:
            lines.append(line)
    return found


def fill(dice: random.Random, pattern: str, known: Mapping[str, str] | None = None) -> str:
    """Return a pattern with its slots filled: what is known first, else a noun or a figure by chance."""

    def word(match: re.Match[str]) -> str:
        slot = match[1]
        if known and slot in known:
            return known[slot]
        return dice.choice(nouns[slot]) if slot in nouns else _FIGURES[slot](dice)

    nouns = sections("nouns")
    return _SLOT.sub(word, pattern)


def speech(dice: random.Random, kind: str, characters: int) -> list[str]:
    """Return paragraphs of one kind of speech (a list's name, or ``list/heading``), at least so many characters."""
    name, _, heading = kind.partition("/")
    found: list[str] = []
    written, order = 0, list(sections(name)[heading] if heading else patterns(name))
    place = len(order)
    while written < characters or not found:
        sentences = []
        for _ in range(dice.randint(*_PARAGRAPH)):
            if place >= len(order):
                dice.shuffle(order)
                place = 0
            sentences.append(fill(dice, order[place]))
            place += 1
        found.append("".join(sentences))
        written += len(found[-1])
    return found


_FIGURES = {
    "n": lambda dice: n(dice.randint(11, 980)),
    "pct": lambda dice: f"{dice.randint(30, 899) / 10}",
    "years": lambda dice: n(dice.randint(2, 9)),
    "yen": lambda dice: f"{dice.randint(120, 9800):,}",
    "k": lambda dice: str(dice.randint(1, 9)),
}
