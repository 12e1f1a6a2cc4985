"""What an index holds of a folded text, and what it is asked for: pairs of neighbours and single characters.

A run is a stretch without white space and punctuation. A pair of neighbours lies within one run, so no word that
holds a break is found by its pairs alone: every hit is verified on the text (`matching`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import add

from council.search.folding import BREAKS, TABLE
from council.text.patterns import regex

WHITE = " \n\t"
"""All the white space a folded text can hold."""

_RUN = regex(f"[^{re.escape(''.join(sorted(BREAKS)))}]+")
_BREAK = regex(f"[{re.escape(''.join(TABLE.breaks))}]")


def runs(folded: str) -> list[str]:
    """Return the stretches without a break."""
    return _RUN.findall(folded)


def terms_of(folded: str) -> set[str]:
    """Return what an index holds of a text: pairs of neighbours within a run, all single characters but white space."""
    found = set(folded).difference(WHITE)
    for run in _RUN.findall(folded):
        found.update(map(add, run, run[1:]))
    return found


def word_terms(word: str) -> tuple[str, ...]:
    """Return what every text with this folded word has, once each: pairs, and single characters that no pair tells of.

    A single character stands for every term that begins with it. Nothing is returned for a word of white space alone.
    """
    terms: dict[str, None] = {}
    for run in _RUN.findall(word):
        terms |= dict.fromkeys(map("".join, pairwise(run)) if len(run) > 1 else (run,))
    return (*terms, *dict.fromkeys(_BREAK.findall(word)))


def is_told_by_terms(word: str) -> bool:
    """Say whether the texts with a word's terms are just those with the word: one character, or two of one run."""
    return bool(word) and word_terms(word) == (word,)
