"""On which page of somebody else's setting each block of a paper begins, told by its first words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from council.model.paper_content import Content, PaperContent, passages

_LETTERS = 14
_ENOUGH = 0.8


def begins_on(content: PaperContent, pages: Sequence[str]) -> tuple[int, ...]:
    """Return the page, from 1, on which each block begins; nothing where too many of them cannot be found.

    A block without words begins where the one before it does, and so does one whose words are not found.
    """
    squeezed = [_plain(page) for page in pages]
    starts: list[int] = []
    here, asked, found = 1, 0, 0
    for block in content.blocks:
        first = _first_words(block)
        page = next((at for at in range(here, len(squeezed) + 1) if first in squeezed[at - 1]), 0) if first else 0
        asked += bool(first)
        found += bool(page)
        here = page or here
        starts.append(here)
    return tuple(starts) if found >= _ENOUGH * asked else ()


def _first_words(block: Content) -> str:
    for one in _lines(block):
        if one:
            return one[:_LETTERS]
    return ""


def _lines(block: Content) -> Iterable[str]:
    for passage in passages((block,)):
        yield _plain(passage.label + passage.text)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
