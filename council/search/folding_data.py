"""The table of folding as it is kept: `folding.txt`, the same text that the browser's `words.mjs` holds.

It is kept and not made anew from each Python's Unicode, so that every version of Python and every browser folds alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

TABLE_FILE = Path(__file__).with_name("folding.txt")

_HASH_DIGITS = 16
_BASE = 36


class FoldingTable(Struct, frozen=True):
    """What each character folds to, and what a character and the mark behind it become together.

    ``characters`` maps a code point to its folded text, which may be empty; ``pairs`` two folded characters to one;
    ``breaks`` are the folded characters, other than white space, that end a run; ``version`` is Unicode's.
    """

    version: str
    breaks: tuple[str, ...]
    characters: dict[int, str]
    pairs: dict[str, str]


def hash_of(table: str) -> str:
    """Return 16 hex digits that tell one table's text from another."""
    return hashlib.sha256(table.encode("utf-8")).hexdigest()[:_HASH_DIGITS]


def read_table(text: str) -> FoldingTable:
    """Return the table that a text of four lines holds: version, breaks, characters, pairs."""
    version, breaks, characters, pairs = text.splitlines()
    return FoldingTable(version, tuple(breaks), _characters(characters.split()), dict(_pairs(pairs.split())))


def _characters(tokens: Iterable[str]) -> dict[int, str]:
    """Return what tokens stand for; gaps are counted from the end of the token before.

    ``GAP*COUNT`` folds to nothing, ``GAP:COUNT:STEP:DELTA`` is a stretch moved by one distance, ``GAP=A,B.C`` a list.
    """
    found: dict[int, str] = {}
    code = 0
    for token in tokens:
        if "=" in token:
            gap, listed = token.split("=")
            code += int(gap, _BASE)
            targets = _targets(listed)
            found.update(zip(range(code, code + len(targets)), targets, strict=True))
            code += len(targets)
        elif "*" in token:
            gap, count = token.split("*")
            code += int(gap, _BASE)
            end = code + int(count, _BASE)
            found.update(dict.fromkeys(range(code, end), ""))
            code = end
        else:
            forward, length, step, delta = (int(part, _BASE) for part in token.split(":"))
            code += forward
            codes = range(code, code + length * step, step)
            found.update(zip(codes, map(chr, range(code + delta, codes[-1] + delta + 1, step)), strict=True))
            code = codes[-1] + 1
    return found


def _targets(listed: str) -> list[str]:
    """Return the texts of a list: each character by its distance from the one at its place in the text before."""
    before: list[int] = [0]
    targets: list[str] = []
    for item in listed.split(","):
        if "." in item:
            moves = [int(one or "0", _BASE) for one in item.split(".")]
            codes = [move + (before[place] if place < len(before) else 0) for place, move in enumerate(moves)]
            before[: len(codes)] = codes
            targets.append("".join(map(chr, codes)))
        else:  # nearly all are one character
            before[0] += int(item or "0", _BASE)
            targets.append(chr(before[0]))
    return targets


def _pairs(tokens: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of each token ``MARK=GAP.DELTA,…``: gaps between the characters before, each to its composite."""
    for token in tokens:
        mark, listed = token.split("=")
        code = 0
        for item in listed.split(","):
            gap, delta = (int(part, _BASE) for part in item.split("."))
            code += gap
            yield chr(code) + chr(int(mark, _BASE)), chr(code + delta)
