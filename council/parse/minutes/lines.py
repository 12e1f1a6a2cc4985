"""A document as lines: what stands between two line breaks, still tied to its paragraph; tables as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from council.location import Location
from council.text.blocks import Block, Mark, Paragraph, Table, paragraphs
from council.text.numerals import fold_width
from council.text.patterns import regex

_RULE = regex(r"^[○◯〇◇◆●*=~〜\-―—–─━‐_・･.…※☆★+|\u2500-\u257f]+$")
_DRAWN = regex(r"[*=~〜\-―—–─━‐_・･.…※☆★+|\u2500-\u257f◇◆]")
_WORDS = 24


def squeeze(text: str) -> str:
    """Return the text in half-width ASCII without any space: what the patterns of profiles are matched against."""
    return "".join(fold_width(text).split())


class Line(Struct, frozen=True):
    """A stretch ``[start, end)`` of a paragraph between line breaks, or a whole table (then ``text`` is empty)."""

    block: Block
    start: int
    end: int
    text: str
    squeezed: str

    @property
    def table(self) -> Table | None:
        """The table, if the line is one."""
        return self.block if isinstance(self.block, Table) else None

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph the line is part of, if it is no table."""
        return self.block if isinstance(self.block, Paragraph) else None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed here."""
        return self.table is None and not self.squeezed

    @property
    def is_rule(self) -> bool:
        """Whether the line is drawn (────, ○──○), not written."""
        return bool(_RULE.match(self.squeezed) and _DRAWN.search(self.squeezed))


def lines_of(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """Return the lines of a document in order."""
    return tuple(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        yield Line(block, 0, 0, "", "")
        return
    start = 0
    for text in block.text.split("\n"):
        yield Line(block, start, start + len(text), text, squeeze(text))
        start += len(text) + 1


def blocks_of(lines: Sequence[Line], skip: int = 0) -> tuple[Block, ...]:
    """Return the lines as blocks again; lines of one paragraph become one paragraph.

    The first ``skip`` characters (a label and its space) are left out; if nothing remains of their line, not even a mark
    of words that were taken out, the line is.
    """
    if skip and lines:
        first = replace(lines[0], start=min(lines[0].start + skip, lines[0].end))
        lines = lines[1:] if first.start == first.end and not _is_marked(first) else (first, *lines[1:])
    pieces: list[Block] = []
    for _, group in groupby(lines, key=lambda line: id(line.block)):
        of_block = tuple(group)
        block = of_block[0].block
        pieces.append(
            cut(block, of_block[0].start, of_block[-1].end) if isinstance(block, Paragraph) else block,
        )
    return tuple(pieces)


def _is_marked(line: Line) -> bool:
    """Say whether something was taken out where a line now is empty."""
    marks = line.paragraph.marks if line.paragraph else ()
    return any(mark.start == mark.end == line.end for mark in marks)


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return the stretch ``[start, end)`` of a paragraph with its marks."""
    if (start, end) == (0, len(paragraph.text)):
        return paragraph
    marks = tuple(
        Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind, mark.value)
        for mark in paragraph.marks
        if mark.start <= end
        and mark.end >= start
        and (mark.start == mark.end or (mark.start < end and mark.end > start))
    )
    return replace(paragraph, text=paragraph.text[start:end], marks=marks)


def number_of(line: Line) -> int | None:
    """Return the running number of a line's paragraph."""
    return line.block.number


def place(path: str, line: Line, heading: str = "") -> Location:
    """Return where a line stands, with words to search for in Word."""
    words = line.text.strip() or next((one.text.strip() for one in paragraphs((line.block,)) if one.text.strip()), "")
    return Location(path, paragraph=line.block.number, heading=heading, words=words.split("\n")[0][:_WORDS])
