"""A document as neutral blocks: paragraphs and tables in reading order, no format of any file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct


class MarkKind(StrEnum):
    """What is said about a stretch of a paragraph's text."""

    RUBY = "ruby"  # value = the reading; the base stands in the text
    WITHHELD = "withheld"  # struck-out words, shown as 確認中; the words themselves are not in the text
    REDACTED = "redacted"  # 発言取消: the words are not in the text; value = the correction
    PERSONAL = "personal"  # personal data taken out, as REDACTED
    CORRECTED = "corrected"  # put right; value = the correction
    EMPHASIS = "emphasis"


class Mark(Struct, frozen=True):
    """A stretch ``[start, end)`` of a paragraph's text, in code points."""

    start: int
    end: int
    kind: MarkKind
    value: str = ""


class Paragraph(Struct, frozen=True):
    r"""One paragraph as printed: full-width spaces kept, line break ``\n``, tab ``\t``, ruby as its base.

    ``number`` is the running number (¶) over body and tables; ``level`` the outline level (1–9) if the file
    says the paragraph is a heading; ``origin`` where it stands: ``body``, ``textbox`` or ``note``.
    """

    number: int
    text: str
    marks: tuple[Mark, ...] = ()
    level: int | None = None
    origin: str = "body"


class Cell(Struct, frozen=True):
    """A table cell; ``columns`` and ``rows`` are its spans. A cell continued from above is not repeated."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """The cell's paragraphs joined by a line break, nested tables included."""
        return "\n".join(paragraph.text for paragraph in paragraphs(self.blocks))


class Row(Struct, frozen=True):
    """A table row; ``header`` where the file marks it as a repeated heading row."""

    cells: tuple[Cell, ...]
    header: bool = False


class Table(Struct, frozen=True):
    """A table; ``number`` is the number of its first paragraph."""

    number: int
    rows: tuple[Row, ...]


Block = Paragraph | Table


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph in reading order, those in tables included."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from paragraphs(cell.blocks)
