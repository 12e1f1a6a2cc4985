"""Makers of hostile and broken tables and YAML files, each from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable

from independent.projects import SETTINGS
from mistakes.folder import VOTES_HEADING, as_csv, ballot

Make = Callable[[random.Random], bytes]

_ODD_CELLS = ("", '"', '""', "\0", "○\n×", "=1+1", "-", "議案第" + "9" * 400 + "号", "\u202e○", "\ufeff", "𠮟", "?", "\ufffd", "　", "○" * 3000, "令和99年99月99日", "0x10", "１２月３２日", "<b>", "'", "../..", "#REF!")  # fmt: skip
_ODD_YAML = ("a: &a 1", "b: *a", "c: !!python/name:os.system", "\td: 1", "e: [", "f: {", "g：1", "? [x]", "- 1", "---", "...", "h: |", "  i: 1", "name: x", "name: y", "sittings:", "  - date: 令和8年3月3日", "    agenda: [", "%YAML 9.9", "'", '"', "k: \0", "\ufeff", "l: \u2028m", "<<: *a", "n: 0x1F", "o: 2026-03-03", "p: ~", "q: " + "[" * 200, "r: " + "x" * 9000, "#")  # fmt: skip
_CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "utf-32", "iso2022_jp")


def good_rows() -> list[list[str]]:
    return [list(VOTES_HEADING), *(ballot(number) for number in range(1, 9))]


def encoded(text: str, seed: random.Random) -> bytes:
    return text.encode(seed.choice(_CODECS), "replace")


def ragged(seed: random.Random) -> bytes:
    rows = good_rows()
    for _ in range(seed.randrange(1, 8)):
        row = seed.choice(rows)
        (
            row.pop
            if len(row) > 1 and seed.random() < 0.5
            else lambda row=row: row.insert(seed.randrange(len(row) + 1), "○")
        )()
    return as_csv(rows)


def odd_cells(seed: random.Random) -> bytes:
    rows = good_rows()
    for _ in range(seed.randrange(1, 20)):
        row = seed.choice(rows)
        row[seed.randrange(len(row))] = seed.choice(_ODD_CELLS)
    return encoded("\r\n".join(seed.choice((",", ",", "\t", ";")).join(row) for row in rows), seed)


def odd_quotes(seed: random.Random) -> bytes:
    text = list(as_csv(good_rows()).decode("utf-8-sig"))
    for _ in range(seed.randrange(1, 9)):
        text.insert(seed.randrange(len(text)), seed.choice('"\'"\r\n'))
    return encoded("".join(text), seed)


def broken_bytes(seed: random.Random) -> bytes:
    data = bytearray(as_csv(good_rows()).decode("utf-8-sig").encode(seed.choice(_CODECS), "replace"))
    for _ in range(seed.randrange(1, 30)):
        data[seed.randrange(len(data))] = seed.randrange(256)
    return bytes(data[: seed.randrange(1, len(data))])


def headings_only(seed: random.Random) -> bytes:
    keys = (
        "日付",
        "会議",
        "種別",
        "対象",
        "URL",
        "開始",
        "氏名",
        "ふりがな",
        "就任日",
        "場所",
        "誤",
        "正",
        "name",
        "from",
        "date",
        "kind",
        "path",
        "place",
        "was",
        "is",
    )
    width = seed.randrange(1, 12)
    rows = [
        [seed.choice(keys) for _ in range(width)],
        *([seed.choice(_ODD_CELLS) for _ in range(width)] for _ in range(9)),
    ]
    return as_csv(rows)


def noise(seed: random.Random) -> bytes:
    return seed.randbytes(seed.randrange(3000))


def wide(seed: random.Random) -> bytes:
    return ("," * seed.randrange(20_000, 200_000) + "\n").encode() * 3


def odd_yaml(seed: random.Random) -> bytes:
    return encoded("\n".join(seed.choice(_ODD_YAML) for _ in range(seed.randrange(1, 25))), seed)


def deep_yaml(seed: random.Random) -> bytes:
    levels = seed.randrange(50, 5000)
    return seed.choice(
        (
            "a: " + "[" * levels,
            "".join(f"{' ' * level}a:\n" for level in range(min(levels, 700))),
            "a: " + "{b: " * levels,
            "- " * levels,
        )
    ).encode()


def odd_settings(seed: random.Random) -> bytes:
    return (SETTINGS + "extra:\n  council:\n" + "\n".join(f"    {seed.choice(_ODD_YAML)}" for _ in range(3))).encode()


TEXT_MAKERS: tuple[Make, ...] = (
    *(ragged, odd_cells, odd_quotes, broken_bytes, headings_only, noise, wide, odd_yaml, deep_yaml, odd_settings),
    *(
        ragged,
        odd_cells,
        odd_quotes,
        broken_bytes,
        headings_only,
        headings_only,
        odd_cells,
        odd_yaml,
        odd_yaml,
        odd_settings,
    ),
)
