"""A Word paper as it is seen: the words that its reader found, in the looks that the file gives them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

from msgspec import Struct

from council.model.paper_content import (
    Content,
    ContentPart,
    Frame,
    Inline,
    PageBreak,
    PaperContent,
    Passage,
    Run,
    Tabular,
    TabularCell,
)
from council.papers.picture_files import PictureFiles
from council.papers.squares import sound_heads, squared, width_of
from council.papers.word_inlines import inlines_of, opening
from council.read.docx import read_word_looks
from council.read.docx.archive import part_key
from council.read.docx.layout import align_of, has_lines
from council.read.docx.names import Element, child, integer, w
from council.read.docx.sketch import ParagraphSketch, Sketch
from council.text.blocks import Block, Paragraph, Table

_SECTION, _PAGE_SIZE = w("sectPr"), w("pgSz")
_TWIPS_A_MM = 1440 / 25.4
_ON_ONE_PAGE = frozenset({"continuous", "nextColumn"})


def word_content(data: bytes, name: str) -> tuple[PaperContent, dict[str, bytes], tuple[Block, ...]]:
    """Return what a cleaned Word file shows, its pictures by their names, and the same as neutral blocks."""
    read = read_word_looks(data, name)
    if read is None:
        return PaperContent("docx"), {}, ()
    document, sketch, package = read
    targets = {key: one.target for key, one in package.relations.items() if not one.external}
    files = PictureFiles(_pictures(data), targets)
    builder = _Builder(sketch, files)
    section = package.body.find(_SECTION)
    sections = [*(one.section for one in sketch.paragraphs.values() if one.section is not None), section]
    landscape = _lies(sections[0])
    blocks = tuple(_joined(builder.blocks(document.blocks, sections)))
    part = ContentPart(1, blocks, landscape=landscape)
    return PaperContent("docx", (part,) if blocks else ()), files.found, document.blocks


def _pictures(data: bytes) -> dict[str, bytes]:
    """Return the parts that are no XML; the copy was made here, its sizes were measured before."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [one for one in archive.namelist() if not one.endswith((".xml", ".rels"))]
        return {part_key(one): archive.read(one) for one in names}


class _Builder(Struct):
    sketch: Sketch
    files: PictureFiles

    def blocks(self, blocks: Iterable[Block], sections: list[Element | None]) -> Iterator[Content]:
        """Yield the blocks of the body; a section that ends begins a new page as the next one wants it."""
        for block in blocks:
            if isinstance(block, Table):
                yield self.table(block)
                continue
            yield from self.pages(block)
            sketch = self.sketch.paragraphs.get(block.number)
            if sketch is not None and sketch.section is not None and sections:
                sections.pop(0)
                if sections and (_lies(sections[0]) != _lies(sketch.section) or _starts_page(sections[0])):
                    yield PageBreak(_lies(sections[0]))

    def pages(self, paragraph: Paragraph) -> Iterator[Content]:
        """Yield a paragraph, cut where a page ends in it."""
        sketch = self.sketch.paragraphs.get(paragraph.number)
        if sketch is None:
            yield Passage((Run(paragraph.text),) if paragraph.text else (), level=paragraph.level)
            return
        if sketch.said.get("pageBreakBefore"):
            yield PageBreak()
        pieces = inlines_of(paragraph, sketch, self.files)
        for place, piece in enumerate(pieces):
            if place:
                yield PageBreak()
            made = self.passage(paragraph, sketch, piece, begins=place == 0)
            if made.inlines or made.label or len(pieces) == 1:
                yield Frame((made,)) if paragraph.origin == "textbox" else made

    def passage(
        self, paragraph: Paragraph, sketch: ParagraphSketch, inlines: tuple[Inline, ...], *, begins: bool
    ) -> Passage:
        said, layout = sketch.said, sketch.layout
        hanging = layout.indent(said, "hanging")
        return Passage(
            inlines,
            label=opening(paragraph, sketch) if begins else "",
            align=align_of(said),
            first=-hanging if hanging else layout.indent(said, "firstLine"),
            left=max(layout.indent(said, "left", "start"), 0),
            right=max(layout.indent(said, "right", "end"), 0),
            level=paragraph.level if paragraph.origin == "body" else None,
            origin="note" if paragraph.origin == "note" else "body",
            leader=bool(said.get("leader")) and "\t" in paragraph.text,
        )

    def table(self, table: Table) -> Tabular:
        waiting = self.sketch.tables.get(table.number, [])
        element = waiting.pop(0) if waiting else None
        rows = [
            [TabularCell(tuple(self.inside(cell.blocks)), cell.columns, cell.rows, row.header) for cell in row.cells]
            for row in table.rows
        ]
        made = squared(rows)
        heads = next((place for place, row in enumerate(table.rows) if not row.header), len(table.rows))
        widths = _widths(element, width_of(made))
        return Tabular(made, widths, sound_heads(made, heads), self.ruled(element))

    def inside(self, blocks: Iterable[Block]) -> Iterator[Content]:
        """Yield what stands in a cell; no page ends there, and the empty line that must follow a table is not shown."""
        before: Block | None = None
        for block in blocks:
            if isinstance(block, Table):
                yield self.table(block)
            elif block.text or not isinstance(before, Table):
                yield from (one for one in self.pages(block) if not isinstance(one, PageBreak))
            before = block

    def ruled(self, element: Element | None) -> bool:
        """Say whether a table has lines, of its own, of its style or around single cells."""
        if element is None:
            return True
        if any(has_lines(one) for one in element.iter(w("tblBorders"), w("tcBorders"))):
            return True
        properties = child(element, w("tblPr"))
        if properties is None or child(properties, w("tblBorders")) is not None:
            return False
        style = child(properties, w("tblStyle"))
        return style is not None and self.sketch.layout.is_ruled(style.get(w("val")))


def _widths(element: Element | None, columns: int) -> tuple[float, ...]:
    """Return the widths of a table's columns in mm; equal ones where the file does not say."""
    grid = None if element is None else child(element, w("tblGrid"))
    told = [] if grid is None else [integer(one.get(w("w"))) or 0 for one in grid.iterchildren(w("gridCol"))]
    if len(told) != columns or min(told, default=0) <= 0:
        return (round(160 / max(columns, 1), 1),) * columns
    return tuple(round(one / _TWIPS_A_MM, 1) for one in told)


def _lies(section: Element | None) -> bool:
    size = None if section is None else section.find(_PAGE_SIZE)
    return size is not None and (integer(size.get(w("w"))) or 0) > (integer(size.get(w("h"))) or 0)


def _starts_page(section: Element | None) -> bool:
    kind = None if section is None else section.find(w("type"))
    return kind is None or kind.get(w("val")) not in _ON_ONE_PAGE


def _joined(blocks: Iterable[Content]) -> Iterator[Content]:
    """Join text boxes that follow each other; leave out empty lines at both ends and page breaks that are doubled."""
    made: list[Content] = []
    for block in blocks:
        before = made[-1] if made else None
        if isinstance(block, Frame) and isinstance(before, Frame):
            made[-1] = Frame((*before.blocks, *block.blocks))
        elif isinstance(block, PageBreak) and (before is None or isinstance(before, PageBreak)):
            made[-1:] = [block] if before is not None else []
        elif made or not _is_empty(block):
            made.append(block)
    while made and (_is_empty(made[-1]) or isinstance(made[-1], PageBreak)):
        made.pop()
    yield from made


def _is_empty(block: Content) -> bool:
    return isinstance(block, Passage) and not block.inlines and not block.label
