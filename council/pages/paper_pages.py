"""What a Word file or workbook says, on its own page or page by page in a packet."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from council.model.events import MaterialId
from council.model.paper_content import Content, ContentPart, PaperContent, PaperPages, Tabular
from council.pages.addresses import picture_uri
from council.pages.content_html import ContentHtml
from council.pages.sheet import Sheet
from council.papers.squares import part_of


def content_html(sheet: Sheet, material_id: MaterialId, blocks: Sequence[Content], heading: int) -> Markup:
    """Return blocks of a paper as HTML for this page; ``heading`` is the level of the paper's highest headings."""
    return ContentHtml(sheet.studio.words, heading, lambda name: sheet.href(picture_uri(material_id, name))).blocks(
        blocks
    )


def way_of(sheet: Sheet, material_id: MaterialId) -> str:
    """Return how the pages of a Word file or workbook were made (own, libreoffice, word); empty where it has none."""
    pages = sheet.record.council.printed.get(material_id)
    return pages.way if pages is not None else ""


def page_html(sheet: Sheet, material_id: MaterialId, page: int, heading: int) -> Markup | None:
    """Return what begins on a typeset page of a paper (from 1); None where the paper is not shown as pages of ours.

    Where nothing says on which page what stands, everything stands on the first.
    """
    council = sheet.record.council
    content = council.contents.get(material_id)
    if content is None:
        return None
    found = [
        part_html(sheet, material_id, part, heading)
        for part in on_page(content, council.printed.get(material_id), page)
    ]
    return Markup("\n").join(filter(None, found))


def part_html(sheet: Sheet, material_id: MaterialId, part: ContentPart, heading: int) -> Markup:
    """Return a part of a paper with its title."""
    html = content_html(sheet, material_id, part.blocks, heading + bool(part.title))
    return Markup("<h{0}>{1}</h{0}>\n{2}").format(heading, part.title, html) if part.title and html else html


def on_page(content: PaperContent, pages: PaperPages | None, page: int) -> list[ContentPart]:
    """Return the parts of a paper with those of their blocks that begin on a page; a title stands with its first one."""
    starts = pages.starts if pages is not None else ()
    if len(starts) != len(content.blocks):
        return list(content.parts) if page == 1 else []
    rows = dict(pages.rows) if pages is not None else {}
    found: list[ContentPart] = []
    before = 0
    for part in content.parts:
        own = starts[before : before + len(part.blocks)]
        shown = (_shown(block, own[at], rows.get(before + at, ()), page) for at, block in enumerate(part.blocks))
        blocks = tuple(block for block in shown if block is not None)
        title = part.title if own[:1] == (page,) else ""
        found += [ContentPart(part.number, blocks, title, part.landscape)] if blocks else []
        before += len(part.blocks)
    return found


def _shown(block: Content, start: int, rows: tuple[int, ...], page: int) -> Content | None:
    """Return what of a block stands on a page: of a table that goes on over pages its rows there, else all or nothing."""
    if isinstance(block, Tabular) and rows:
        on_it = [row for row, at in enumerate(rows) if at == page and row >= block.heads]
        return part_of(block, on_it) if on_it else None
    return block if start == page else None
