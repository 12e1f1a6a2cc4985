"""Make the table of folding out of Unicode's and ours: `python -m council.search.folding_table` writes it anew.

For each character on its own: NFKC, lower case, variant kanji by the form they are compared by, until nothing changes.
White space is a plain space, zero-width characters and variation selectors are nothing.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, groupby, takewhile
from pathlib import Path

from council.search.folding_data import TABLE_FILE, FoldingTable, hash_of
from council.text.variants import VARIANTS

WORDS_MODULE = Path(__file__).parents[2] / "site_templates" / "theme" / "assets" / "search" / "words.mjs"
BEGIN, END = "// folding table: made by council.search.folding_table", "// end of the folding table"
BREAKS = "。、・「」『』()[]【】〔〕{}〈〉《》,.!?:;\"'"

# Soft hyphen, joiners, marks of direction, variation selectors, tags; a lone surrogate is no character.
_NOTHING = frozenset(
    code
    for first, last in (
        (0xAD, 0xAD),
        (0x34F, 0x34F),
        (0x61C, 0x61C),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0xD800, 0xDFFF),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xE0000, 0xE0FFF),
    )
    for code in range(first, last + 1)
)
_WORTH_A_RUN = 3
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def fold_character(character: str) -> str:
    """Return what one character folds to on its own."""
    text, before = character, ""
    while text != before:
        before = text
        lowered = (one.lower() for one in unicodedata.normalize("NFKC", text))
        text = "".join(_plain(VARIANTS.get(one, one)) for word in lowered for one in word)
    return text


def make_table() -> FoldingTable:
    """Return the table as this Python's version of Unicode has it."""
    folds = ((code, fold_character(chr(code))) for code in range(sys.maxunicode + 1))
    characters = {code: to for code, to in folds if to != chr(code)}
    pairs = dict(sorted(_compositions(characters)))
    return FoldingTable(unicodedata.unidata_version, tuple(BREAKS), characters, pairs)


def write_table(table: FoldingTable) -> str:
    """Return a table as text, the way `read_table` reads it."""
    lines = (table.version, "".join(table.breaks), " ".join(_runs(table.characters)), " ".join(_marks(table.pairs)))
    return "\n".join(lines) + "\n"


def put_into(module: str, table: str, folding_hash: str) -> str:
    """Return the browser's module with the table between its two marks."""
    before, rest = module.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    made = f'\nexport const FOLDING = "{folding_hash}";\nconst TABLE = String.raw`{table}`;\n'
    return before + BEGIN + made + END + after


def _plain(character: str) -> str:
    if ord(character) in _NOTHING:
        return ""
    return " " if character.isspace() and character not in "\n\t" else character


def _compositions(characters: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of folded characters that have a composite; what does not fold to one character has none."""
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and parts[0][0] != "<" and unicodedata.normalize("NFC", chr(code)) == chr(code):  # noqa: PLR2004 - a pair
            first, second, whole = (
                characters.get(one, chr(one)) for one in (int(parts[0], 16), int(parts[1], 16), code)
            )
            if len(first) == len(second) == len(whole) == 1:
                yield first + second, whole


def _runs(characters: Mapping[int, str]) -> Iterator[str]:
    """Yield tokens as `read_table` reads them: what folds to nothing, stretches that fold alike, lists of the rest."""
    codes = sorted(characters)
    done = 0
    while codes:
        token, last, length = _run(characters, codes[0])
        yield f"{_digits(codes[0] - done)}{token}"
        done = last + 1
        del codes[:length]


def _run(characters: Mapping[int, str], start: int) -> tuple[str, int, int]:
    """Return the token of the run that begins at a code, its last code and how many it has."""
    nothing = _length(characters, start, 1, "")
    if nothing:
        return f"*{_digits(nothing)}", start + nothing - 1, nothing
    step, length = _alike(characters, start)
    if length >= _WORTH_A_RUN:
        delta = ord(characters[start]) - start
        return f":{_digits(length)}:{_digits(step)}:{_digits(delta)}", start + (length - 1) * step, length
    codes = [start, *takewhile(lambda code: _is_listed(characters, code), count(start + 1))]
    return f"={','.join(_moves(characters[code] for code in codes))}", codes[-1], len(codes)


def _moves(targets: Iterable[str]) -> Iterator[str]:
    """Yield each text as the distances of its characters from those at their places in the text before."""
    before: list[int] = []
    for target in targets:
        codes = [ord(one) for one in target]
        moves = [code - (before[place] if place < len(before) else 0) for place, code in enumerate(codes)]
        before[: len(codes)] = codes
        yield ".".join(_digits(move) if move else "" for move in moves)


def _is_listed(characters: Mapping[int, str], code: int) -> bool:
    return bool(characters.get(code)) and _alike(characters, code)[1] < _WORTH_A_RUN


def _alike(characters: Mapping[int, str], start: int) -> tuple[int, int]:
    """Return the step, 1 or 2, and the length of the longest stretch of characters moved by one distance."""
    if len(characters[start]) != 1:
        return 1, 0
    delta = ord(characters[start]) - start
    return max(((step, _length(characters, start, step, delta)) for step in (1, 2)), key=lambda found: found[1])


def _length(characters: Mapping[int, str], start: int, step: int, to: int | str) -> int:
    """Return how many codes from ``start`` fold to a text, or to the character at a distance; none lies between."""

    def belongs(code: int) -> bool:
        target = to if isinstance(to, str) else chr(code + to)
        return characters.get(code) == target and not (step > 1 and code > start and code - 1 in characters)

    return sum(1 for _ in takewhile(belongs, count(start, step)))


def _marks(pairs: Mapping[str, str]) -> Iterator[str]:
    by_mark = sorted(pairs, key=lambda pair: (pair[1], pair[0]))
    for mark, listed in groupby(by_mark, key=lambda pair: pair[1]):
        items, before = [], 0
        for pair in listed:
            first = ord(pair[0])
            items.append(f"{_digits(first - before)}.{_digits(ord(pairs[pair]) - first)}")
            before = first
        yield f"{_digits(ord(mark))}={','.join(items)}"


def _digits(number: int) -> str:
    """Return a number in base 36."""
    text, rest = "", abs(number)
    while rest or not text:
        rest, digit = divmod(rest, len(_DIGITS))
        text = _DIGITS[digit] + text
    return "-" + text if number < 0 else text


def main() -> int:
    """Write `folding.txt`, and the table in the browser's module."""
    table = write_table(make_table())
    TABLE_FILE.write_text(table, "utf-8", newline="\n")
    module = WORDS_MODULE.read_text("utf-8")
    WORDS_MODULE.write_text(put_into(module, table, hash_of(table)), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
