"""The words of papers as HTML: escaped where minutes are, headings as headings, figures of tables set to the right."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from council.glossary.interface import Words
from council.pages.speech_text import paragraph_html
from council.text.blocks import Block, Cell, Paragraph, Row, Table
from council.text.patterns import regex

_FIGURE = regex(r"[-\u2212▲△+]?[0-9０-９][0-9０-９,，.．]*[%％]?")


def paper_html(blocks: Iterable[Block], words: Words, heading: str) -> Markup:
    """Return paragraphs and tables as HTML; ``heading`` is the element for what the file marks as a heading."""
    return Markup("\n".join(_block(block, words, heading) for block in blocks))  # noqa: S704 - every text in it is escaped below


def _block(block: Block, words: Words, heading: str) -> str:
    if isinstance(block, Table):
        return _table(block, words)
    if not block.text.strip() and not block.marks:
        return ""
    name = heading if block.level and block.origin == "body" else "p"
    return f"<{name}>{paragraph_html(block, words)}</{name}>"


def _table(table: Table, words: Words) -> str:
    label = escape(words("material.table"))
    rows = "".join(_row(row, words) for row in table.rows)
    return (
        f'<div class="c-scroll" role="region" tabindex="0" aria-label="{label}">'
        f'<table class="c-table c-table--minutes"><tbody>{rows}</tbody></table></div>'
    )


def _row(row: Row, words: Words) -> str:
    return f"<tr>{''.join(_cell(cell, words, header=row.header) for cell in row.cells)}</tr>"


def _cell(cell: Cell, words: Words, *, header: bool) -> str:
    name = 'th scope="col"' if header else "td"
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
        f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    )
    look = ' class="c-number"' if not header and _FIGURE.fullmatch(cell.text.strip()) else ""
    return f"<{name}{spans}{look}>{_inside(cell, words)}</{name[:2]}>"


def _inside(cell: Cell, words: Words) -> str:
    """Return a cell's words; nothing in a cell is a heading."""
    match cell.blocks:
        case (Paragraph() as only,):
            return paragraph_html(only, words)
        case blocks:
            parts = (
                _table(one, words) if isinstance(one, Table) else f"<p>{paragraph_html(one, words)}</p>"
                for one in blocks
            )
            return "".join(parts)
