"""The words of a PDF, page by page, guarded against everything a file may do."""

from __future__ import annotations

import unicodedata

from pypdf import PageObject

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.paper_text import PaperPart, PaperText
from council.papers.pdf_lines import joined
from council.papers.pdf_open import open_pdf
from council.papers.pdf_spaces import extracted
from council.papers.radicals import as_kanji
from council.rules import papers as rules
from council.text.blocks import Paragraph
from council.text.patterns import regex

_LONGEST = 8_000_000  # bytes of drawing on one page; a map, not words
_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\(cid:\d+\)")
_LOST = frozenset({"Co", "Cn", "Cs"})
_MOST_LOST = 0.2


def pdf_text(data: bytes, name: str) -> Outcome[PaperText]:
    """Return the words of a PDF. Findings: D315 (it has none), D316 (pages whose words cannot be taken out)."""
    parts: list[PaperPart] = []
    count = 0
    for number, page in enumerate(open_pdf(data).pages, start=1):
        lines, readable = _lines(page)
        paragraphs = joined(lines)
        blocks = tuple(Paragraph(count + place, text) for place, text in enumerate(paragraphs, start=1))
        count += len(blocks)
        parts.append(PaperPart(number, blocks, readable=readable))
    text = PaperText("pdf", tuple(parts))
    return Outcome(text, _findings(text, Location(name)))


def _findings(text: PaperText, place: Location) -> tuple[Finding, ...]:
    unread = [part.number for part in text.parts if not part.readable]
    if unread:
        return (finding(rules.WORDS_NOT_READ, place, pages=", ".join(str(number) for number in unread)),)
    return () if text.has_words else (finding(rules.NO_WORDS, place),)


def _lines(page: PageObject) -> tuple[list[str], bool]:
    """Return a page's lines as printed, and whether they are words at all."""
    try:
        contents = page.get_contents()
        if contents is None or len(contents.get_data()) > _LONGEST:
            return [], contents is None
        raw = extracted(page)
    except Exception:  # noqa: BLE001 - a damaged page may raise anything; the others are read all the same
        return [], False
    text = as_kanji(_CONTROL.sub("", raw))
    if _is_lost(text):
        return [], False
    return text.splitlines(), True


def _is_lost(text: str) -> bool:
    """Say whether the font does not tell which characters its shapes are."""
    visible = [character for character in text if not character.isspace()]
    lost = sum(character == "\ufffd" or unicodedata.category(character) in _LOST for character in visible)
    return bool(visible) and lost > _MOST_LOST * len(visible)
