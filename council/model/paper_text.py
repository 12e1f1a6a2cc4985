"""The words of a paper as they were taken out of its file."""

from __future__ import annotations

from msgspec import Struct

from council.text.blocks import Block, paragraphs


class PaperPart(Struct, frozen=True):
    """A page of a PDF, a sheet of a workbook or the whole of a Word file.

    ``number`` counts from 1; ``title`` is a sheet's name; ``readable`` is false where a page's words could not be
    taken out although it has some.
    """

    number: int
    blocks: tuple[Block, ...]
    title: str = ""
    readable: bool = True


class PaperText(Struct, frozen=True):
    """A paper's words, part by part; a picture or a scan has none."""

    kind: str
    parts: tuple[PaperPart, ...] = ()

    @property
    def has_words(self) -> bool:
        """Whether there is anything to read."""
        return any(part.blocks for part in self.parts)

    @property
    def text(self) -> str:
        r"""All words, paragraphs joined by ``\n``, tables cell by cell."""
        return "\n".join(paragraph.text for part in self.parts for paragraph in paragraphs(part.blocks))
