"""The words of minutes as HTML: escaped in one place, spaces and breaks kept, marks in words. Fast, for it runs over every speech."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from markupsafe import Markup

from council.glossary.interface import Words
from council.text.blocks import Block, Cell, Mark, MarkKind, Paragraph, Row, Table, paragraphs
from council.text.patterns import regex

_STAGE = regex(
    r"[ \u3000]*(?:"
    r"〔[^〔〕]*〕|（[^（）]*）|\([^()]*\)"
    r"|午[前後][ \u3000]*[0-9０-９一二三四五六七八九十零〇]+[ \u3000]*時.{0,12}(?:開会|開議|休憩|再開|散会|閉会|延会|閉議)"
    r"|[ \u3000\-‐\u2011–—―─━－ー・…◇◆○◎×＊*～~=＝_]+"
    r")[ \u3000]*"
)

_DRAWN = regex(r"[ \u3000]*[┌┬├│└┏┣┃┗╔╠║╚]")


def blocks_html(blocks: Iterable[Block], words: Words, corrections: str = "") -> Markup:
    """Return paragraphs and tables as HTML; what was corrected leads to the list at ``corrections``, if there is one.

    A table drawn with lines keeps its lines whole and is scrolled where there is no room.
    """
    html: list[str] = []
    for is_drawn, group in groupby(blocks, _is_drawn):
        inner = "\n".join(_block(block, words, corrections) for block in group)
        html.append(_scrolled(f'<div class="c-drawn">{inner}</div>', words) if is_drawn else inner)
    return Markup("\n".join(html))  # noqa: S704 - every text in it is escaped below


def _is_drawn(block: Block) -> bool:
    return isinstance(block, Paragraph) and _DRAWN.match(block.text) is not None


def is_stage_line(text: str) -> bool:
    """Say whether a paragraph is a stage or time line standing alone: 〔…〕, （…）, 午前11時02分休憩, a ruled line."""
    return bool(text) and _STAGE.fullmatch(text) is not None


def correction_marks(blocks: Iterable[Block], words: Words, corrections: str) -> Markup:
    """Return the marks of corrected and withdrawn words alone, for a heading whose text is printed elsewhere."""
    told = (MarkKind.CORRECTED, MarkKind.REDACTED, MarkKind.PERSONAL)
    marks = (mark for paragraph in paragraphs(blocks) for mark in paragraph.marks if mark.kind in told)
    return Markup(" ".join(_marked(mark, "", words, corrections) for mark in marks))  # noqa: S704 - escaped in `_marked`


def paragraph_html(paragraph: Paragraph, words: Words, corrections: str = "") -> str:
    """Return the text of one paragraph, escaped, with its marks; no element around it."""
    if not paragraph.marks:
        return escape(paragraph.text).replace("\n", "<br>")
    return "".join(_pieces(paragraph, words, corrections)).replace("\n", "<br>")


def _block(block: Block, words: Words, corrections: str) -> str:
    if isinstance(block, Table):
        return _table(block, words, corrections)
    if not block.text.strip() and not block.marks:
        return ""
    opening = '<p class="c-stage">' if is_stage_line(block.text) else "<p>"
    return f"{opening}{paragraph_html(block, words, corrections)}</p>"


def _pieces(paragraph: Paragraph, words: Words, corrections: str) -> Iterable[str]:
    text, place = paragraph.text, 0
    for mark in sorted(paragraph.marks, key=lambda mark: (mark.start, mark.end)):
        start, end = max(mark.start, place), max(mark.end, place)
        yield escape(text[place:start])
        yield _marked(mark, escape(text[start:end]), words, corrections)
        place = end
    yield escape(text[place:])


def _marked(mark: Mark, inner: str, words: Words, corrections: str) -> str:
    match mark.kind:
        case MarkKind.RUBY:
            return f"<ruby>{inner}<rp>（</rp><rt>{escape(mark.value)}</rt><rp>）</rp></ruby>" if inner else ""
        case MarkKind.EMPHASIS:
            return f"<strong>{inner}</strong>" if inner else ""
        case MarkKind.WITHHELD:
            return f'<span class="c-withheld">{escape(words("mark.withheld"))}</span>'
        case MarkKind.REDACTED | MarkKind.PERSONAL:
            return _linked("c-withheld", words(f"mark.{mark.kind.value}"), mark, corrections)
        case MarkKind.CORRECTED:
            shown = corrections and mark.value
            return inner + (_linked("c-chip", words("mark.corrected"), mark, corrections) if shown else "")


def _linked(look: str, word: str, mark: Mark, corrections: str) -> str:
    """Return a word that leads to the correction it tells of, if there is a list of them."""
    if not (corrections and mark.value):
        return f'<span class="{look}">{escape(word)}</span>'
    return f'<a class="{look} c-corrected" href="{escape(corrections)}#{escape(mark.value)}">{escape(word)}</a>'


def _table(table: Table, words: Words, corrections: str) -> str:
    rows = "".join(_row(row, words, corrections) for row in table.rows)
    return _scrolled(f'<table class="c-table c-table--minutes"><tbody>{rows}</tbody></table>', words)


def _scrolled(inner: str, words: Words) -> str:
    label = escape(words("table.label"))
    return f'<div class="c-scroll" role="region" tabindex="0" aria-label="{label}">{inner}</div>'


def _row(row: Row, words: Words, corrections: str) -> str:
    return f"<tr>{''.join(_cell(cell, words, corrections, header=row.header) for cell in row.cells)}</tr>"


def _cell(cell: Cell, words: Words, corrections: str, *, header: bool) -> str:
    name = 'th scope="col"' if header else "td"
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
        f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    )
    inner = "".join(_block(block, words, corrections) for block in cell.blocks)
    return f"<{name}{spans}>{inner}</{name[:2]}>"
