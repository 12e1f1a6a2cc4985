"""A Word file or workbook as it is seen: passages, tables and pictures with their looks, no format of any file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct


class Align(StrEnum):
    """How the lines of a passage lie."""

    START = ""
    CENTER = "center"
    END = "end"
    SPREAD = "spread"  # 均等割り付け: over the whole width


class Rise(StrEnum):
    """Whether letters stand on the line, above or below it."""

    NONE = ""
    SUPER = "super"
    SUB = "sub"


class Face(Struct, frozen=True):
    """How letters look; ``scale`` is their size against the paper's usual one."""

    bold: bool = False
    gothic: bool = False
    underline: bool = False
    rise: Rise = Rise.NONE
    scale: float = 1.0


PLAIN_FACE = Face()


class Run(Struct, frozen=True):
    r"""Letters of one look; line break ``\n``, tab ``\t``; ``ruby`` is the reading printed above them."""

    text: str
    face: Face = PLAIN_FACE
    ruby: str = ""


class Picture(Struct, frozen=True):
    """A picture in a passage.

    ``name`` is that of its file, made of its content; empty where it cannot be shown. Sizes in mm, 0 where unknown;
    ``crop`` are the shares of width and height that are cut off at the left, top, right and bottom.
    """

    name: str
    width: float = 0
    height: float = 0
    alt: str = ""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)


Inline = Run | Picture


class Passage(Struct, frozen=True):
    """A paragraph.

    ``label`` is its number as printed; ``first``, ``left`` and ``right`` are indents in letters (``first`` below 0: the
    first line hangs out); ``level`` 1-9 where it is a heading; ``origin`` body or note; ``leader``: what follows its
    last tab stands at the right edge, dots before it.
    """

    inlines: tuple[Inline, ...] = ()
    label: str = ""
    align: Align = Align.START
    first: float = 0
    left: float = 0
    right: float = 0
    level: int | None = None
    origin: str = "body"
    leader: bool = False

    @property
    def text(self) -> str:
        """The words, without the number before them."""
        return "".join(one.text for one in self.inlines if isinstance(one, Run))


class TabularCell(Struct, frozen=True):
    """A cell with its spans; ``middle`` and ``bottom`` say where its words stand, ``header`` that it heads others."""

    blocks: tuple[Content, ...] = ()
    columns: int = 1
    rows: int = 1
    header: bool = False
    stands: str = ""  # middle, bottom; else at the top


class TabularRow(Struct, frozen=True):
    """A row; cells continued from above are not in it."""

    cells: tuple[TabularCell, ...]


class Tabular(Struct, frozen=True):
    """A table without gaps: every place of its grid belongs to one cell.

    ``widths`` are its columns' in mm; the first ``heads`` rows are repeated on every page; ``ruled``: it has lines.
    """

    rows: tuple[TabularRow, ...]
    widths: tuple[float, ...]
    heads: int = 0
    ruled: bool = True


class Frame(Struct, frozen=True):
    """A box with words of its own."""

    blocks: tuple[Content, ...]


class PageBreak(Struct, frozen=True):
    """A new page, from here on lying on its side or upright."""

    landscape: bool = False


Content = Passage | Tabular | Frame | PageBreak


class ContentPart(Struct, frozen=True):
    """A sheet of a workbook (``title`` is its name) or the whole of a Word file; ``number`` counts from 1."""

    number: int
    blocks: tuple[Content, ...]
    title: str = ""
    landscape: bool = False


class PaperContent(Struct, frozen=True):
    """A paper as it is seen; ``kind`` docx or xlsx."""

    kind: str
    parts: tuple[ContentPart, ...] = ()

    @property
    def blocks(self) -> tuple[Content, ...]:
        """The blocks of all parts, in order: by their places here typeset pages and HTML speak of them."""
        return tuple(block for part in self.parts for block in part.blocks)


class PaperPages(Struct, frozen=True):
    """A paper's printed pages: how many, on which each of its blocks begins (from 1; empty where that is not known).

    ``way`` is how they were made: own, libreoffice or word; ``rows`` are the tables that more than one page shows, by
    their places among the blocks, with the page of each row.
    """

    count: int
    starts: tuple[int, ...] = ()
    way: str = "own"
    rows: tuple[tuple[int, tuple[int, ...]], ...] = ()


def placed(table: Tabular) -> Iterator[tuple[int, int, TabularCell]]:
    """Yield every cell of a table with its row and the first of its columns, from 0."""
    reaching = [0] * len(table.widths)
    for place, row in enumerate(table.rows):
        at = 0
        for cell in row.cells:
            while at < len(reaching) and reaching[at]:
                at += 1
            reaching[at : at + cell.columns] = [cell.rows] * len(reaching[at : at + cell.columns])
            yield place, at, cell
            at += cell.columns
        reaching = [max(one - 1, 0) for one in reaching]


def passages(blocks: Iterable[Content]) -> Iterator[Passage]:
    """Yield every passage in reading order, those in tables and frames included."""
    for block in blocks:
        match block:
            case Passage():
                yield block
            case Frame():
                yield from passages(block.blocks)
            case Tabular():
                for row in block.rows:
                    for cell in row.cells:
                        yield from passages(cell.blocks)
            case PageBreak():
                pass


def pictures(blocks: Iterable[Content]) -> Iterator[Picture]:
    """Yield every picture in reading order."""
    for passage in passages(blocks):
        yield from (one for one in passage.inlines if isinstance(one, Picture))


def letters(content: PaperContent) -> str:
    """Return everything that is printed, piece by piece: sheets' names, numbers, words, readings, what pictures show."""
    found: list[str] = []
    for part in content.parts:
        found.append(part.title)
        for passage in passages(part.blocks):
            found.append(passage.label)
            for one in passage.inlines:
                found += [one.text, one.ruby] if isinstance(one, Run) else [one.alt]
    return "\n".join(filter(None, found))
