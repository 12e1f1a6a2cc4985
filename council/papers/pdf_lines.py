"""Lines of a PDF page to paragraphs: what was broken only because the line was full is joined again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from council.text.patterns import regex

_SLACK = 4  # half-widths by which a full line may fall short: punctuation is never put at the start of a line
_SHORTEST = 36  # a narrower column is a table or a list; its lines stay as they are
_ENDS = ("。", "．", "！", "？", "」", "』", "）", "】", "：", ":", ".", "…")
_BEGINS = regex(
    r"[\s\u3000]|[・●○◎◇◆□■▲△▼▽※＊*\-–—☆★→〔【《＜(（「『]|[0-9０-９]{1,3}[\s\u3000.．)）、]|[①-⑳㈠-㉃ア-ン][\s\u3000]|\S{0,8}第[ \u3000]*[0-9０-９一二三四五六七八九十]+[ \u3000]*[条章項節号]"
)
_STANDS_ALONE = regex(r"\u3000|[\s\u3000\-－‐–—ー]*[0-9０-９]+[\s\u3000\-－‐–—ー]*$")  # indented, or a page's number
_WORD = regex(r"[A-Za-z0-9,;]$")
_GAP = regex(r"[ \u3000]{2,}\S")


def joined(lines: Iterable[str]) -> list[str]:
    r"""Return paragraphs; lines that stay apart within one are separated by ``\n``."""
    kept = [line.rstrip(" \t") for line in lines]
    full = max((_width(line) for line in kept), default=0)
    paragraphs: list[list[str]] = []
    before = ""
    for line in kept:
        if before and line.strip() and _goes_on(before, line, full):
            paragraphs[-1][-1] = _glued(paragraphs[-1][-1], line)
        elif before and line.strip() and not _STANDS_ALONE.match(line) and not before.endswith("。"):
            paragraphs[-1].append(line)
        elif line.strip():
            paragraphs.append([line])
        before = line.strip() and line
    return ["\n".join(one) for one in paragraphs]


def _goes_on(before: str, line: str, full: int) -> bool:
    """Say whether a line is the rest of the one before, which filled the column and did not end."""
    if (
        full < _SHORTEST
        or _BEGINS.match(line)
        or _STANDS_ALONE.match(line)
        or _GAP.search(before.strip())
        or before.endswith(_ENDS)
    ):
        return False
    return _width(before) >= full - _SLACK


def _glued(before: str, line: str) -> str:
    return f"{before} {line}" if _WORD.search(before) and line[:1].isascii() else before + line


def _width(text: str) -> int:
    """Return the width in halves: a kanji counts two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
