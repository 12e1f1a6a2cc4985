"""What stands in the text where words were taken out, so that nothing reads as if it had never been interrupted."""

from __future__ import annotations

from msgspec.structs import replace

from council.glossary.interface import TEXTS
from council.text.blocks import Mark, MarkKind, Paragraph
from council.text.patterns import regex

TAKEN_OUT = (MarkKind.REDACTED, MarkKind.PERSONAL)
_LATIN = regex("[A-Za-z]")
_FIRST_WIDE = "\u2e80"  # kanji, kana and their punctuation


def trace(kind: MarkKind, around: str) -> str:
    """Return the words that stand in the place of others, 〔発言取消〕 or 〔個人情報〕, in the language around them."""
    japanese, english = TEXTS[f"mark.{kind.value}"]
    is_english = _LATIN.search(around) is not None and not any(one >= _FIRST_WIDE for one in around)
    return english if is_english else japanese


def with_traces(paragraph: Paragraph, around: str) -> Paragraph:
    """Return a paragraph whose marks of words taken out hold the words that say so, in the language ``around`` it.

    A gap that the file itself left blank is text of the file and stays as it is.
    """
    for place in range(len(paragraph.marks) - 1, -1, -1):
        mark = paragraph.marks[place]
        if mark.kind in TAKEN_OUT and mark.start == mark.end:
            paragraph = _with_trace(paragraph, place, trace(mark.kind, around))
    return paragraph


def _with_trace(paragraph: Paragraph, place: int, words: str) -> Paragraph:
    at = paragraph.marks[place].start
    marks = (
        replace(one, end=at + len(words)) if number == place else _moved(one, at, len(words), is_later=number > place)
        for number, one in enumerate(paragraph.marks)
    )
    return replace(paragraph, text=paragraph.text[:at] + words + paragraph.text[at:], marks=tuple(marks))


def _moved(mark: Mark, at: int, length: int, *, is_later: bool) -> Mark:
    """Return another mark where it belongs now: behind the words, around them, or before them."""
    if mark.start > at or (mark.start == at and (is_later or mark.end > at)):
        return replace(mark, start=mark.start + length, end=mark.end + length)
    return replace(mark, end=mark.end + length) if mark.end > at else mark
