"""Stretches of a paragraph replaced or marked, with its other marks kept where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from council.text.blocks import Block, Cell, Mark, MarkKind, Paragraph, Row, Table

_WITHOUT_WORDS = (MarkKind.WITHHELD, MarkKind.REDACTED, MarkKind.PERSONAL)  # what they tell of is not in the text


def edited(paragraph: Paragraph, start: int, end: int, words: str, mark: Mark | None) -> Paragraph:
    """Replace ``[start, end)`` by other words; ``mark`` says something about them (its own places do not count).

    A reading (ruby) that told of replaced words goes with them; emphasis runs on.
    """
    stop = start + len(words)
    marks = [moved for one in paragraph.marks if (moved := _moved(one, start, end, stop))]
    if mark:
        marks.append(replace(mark, start=start, end=stop))
    text = paragraph.text[:start] + words + paragraph.text[end:]
    return replace(paragraph, text=text, marks=tuple(sorted(marks, key=lambda one: (one.start, one.end))))


def marked(paragraph: Paragraph, start: int, end: int, mark: Mark) -> Paragraph:
    """Say something about ``[start, end)`` and change nothing; what is said already is not said again."""
    if any(one.kind is mark.kind and one.start <= start and end <= one.end for one in paragraph.marks):
        return paragraph
    marks = (*paragraph.marks, replace(mark, start=start, end=end))
    return replace(paragraph, marks=tuple(sorted(marks, key=lambda one: (one.start, one.end))))


def _moved(mark: Mark, start: int, end: int, stop: int) -> Mark | None:
    """Return an older mark where it belongs now; None if it told of the replaced words alone."""
    if mark.end <= start:
        return mark
    if mark.start >= end:
        return replace(mark, start=mark.start + stop - end, end=mark.end + stop - end)
    if mark.kind in _WITHOUT_WORDS and mark.start == mark.end:
        return replace(mark, start=stop, end=stop)
    if mark.kind is not MarkKind.EMPHASIS or (start <= mark.start and mark.end <= end):
        return None
    first = mark.start if mark.start < start else stop
    last = mark.end + stop - end if mark.end > end else start
    return replace(mark, start=first, end=last)


def with_paragraphs(blocks: Iterable[Block], paragraphs: Iterator[Paragraph]) -> tuple[Block, ...]:
    """Return the blocks with these paragraphs in the place of their own, in reading order."""
    return tuple(_block(block, paragraphs) for block in blocks)


def _block(block: Block, paragraphs: Iterator[Paragraph]) -> Block:
    if isinstance(block, Paragraph):
        return next(paragraphs)
    return Table(block.number, tuple(_row(row, paragraphs) for row in block.rows))


def _row(row: Row, paragraphs: Iterator[Paragraph]) -> Row:
    return Row(tuple(_cell(cell, paragraphs) for cell in row.cells), row.header)


def _cell(cell: Cell, paragraphs: Iterator[Paragraph]) -> Cell:
    return replace(cell, blocks=with_paragraphs(cell.blocks, paragraphs))
