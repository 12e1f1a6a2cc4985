"""A Word file or workbook as HTML: escaped in one place, looks as classes, numbers as printed, readings above their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from council.glossary.interface import Words
from council.model.paper_content import (
    Content,
    Face,
    Frame,
    Inline,
    PageBreak,
    Passage,
    Picture,
    Rise,
    Tabular,
    TabularCell,
    TabularRow,
)
from council.pages.picture_html import picture_html
from council.text.patterns import regex

_TAB = "\u2003"
_NARROW = 4  # columns that find room on a phone
_FIGURE = regex(r"[-\u2212▲△+(（]?[0-9０-９][0-9０-９,，.．]*[)）%％円千人件]?")
_LARGE, _SMALL = 1.25, 0.85
_INDENTS, _HANGS, _SHARES = 8, 4, 20
_LAST_HEADING = 6
_RISES = {Rise.SUPER: "sup", Rise.SUB: "sub"}


class ContentHtml(Struct, frozen=True):
    """Writes blocks; ``heading`` is the level of the highest heading (3: h3), ``picture`` leads to a picture's file."""

    words: Words
    heading: int
    picture: Callable[[str], str]

    def blocks(self, blocks: Iterable[Content]) -> Markup:
        """Return blocks as HTML; notes at the end stand together."""
        made: list[str] = []
        for is_note, group in groupby(blocks, _is_note):
            inner = "\n".join(filter(None, (self._block(block) for block in group)))
            made.append(f'<div class="c-notes">{inner}</div>' if is_note and inner else inner)
        return Markup("\n".join(filter(None, made)))  # noqa: S704 - every text in it is escaped below

    def _block(self, block: Content, *, in_cell: bool = False) -> str:
        match block:
            case Passage():
                return self._passage(block, in_cell=in_cell)
            case Tabular():
                return self._table(block)
            case Frame():
                inner = "".join(self._block(one, in_cell=True) for one in block.blocks)
                return f'<div class="c-framed">{inner}</div>' if inner else ""
            case PageBreak():
                return ""

    def _passage(self, passage: Passage, *, in_cell: bool) -> str:
        inner = "".join(self._inline(one) for one in passage.inlines)
        if not inner.strip() and not passage.label:
            return ""
        label = f'<span class="c-label">{escape(passage.label)}</span> ' if passage.label else ""
        name = "p"
        if passage.level and not in_cell:
            name = f"h{min(self.heading + passage.level - 1, _LAST_HEADING)}"
        looks = " ".join(_looks(passage))
        return f"<{name}{f' class={chr(34)}{looks}{chr(34)}' if looks else ''}>{label}{inner}</{name}>"

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Picture):
            return picture_html(inline, self.picture, self.words("paper.picture"))
        inner = escape(inline.text).replace("\t", _TAB).replace("\n", "<br>")
        if inline.ruby and inner:
            inner = f"<ruby>{inner}<rp>（</rp><rt>{escape(inline.ruby)}</rt><rp>）</rp></ruby>"
        return _faced(inner, inline.face) if inner.strip() else inner

    def _table(self, table: Tabular) -> str:
        label = escape(self.words("material.table"))
        look = "c-table c-table--minutes c-table--paper" if table.ruled else "c-table--bare"
        look += " c-table--wide" if len(table.widths) > _NARROW else ""
        total = sum(table.widths) or 1
        columns = "".join(f'<col class="c-w-{_share(width / total)}">' for width in table.widths)
        head, body = table.rows[: table.heads], table.rows[table.heads :]
        inner = f"<thead>{self._rows(head, in_head=True)}</thead>" if head else ""
        return (
            f'<div class="c-scroll" role="group" tabindex="0" aria-label="{label}"><table class="{look}">'
            f"<colgroup>{columns}</colgroup>{inner}<tbody>{self._rows(body, in_head=False)}</tbody></table></div>"
        )

    def _rows(self, rows: Iterable[TabularRow], *, in_head: bool) -> str:
        made = []
        for row in rows:
            cells = "".join(self._cell(cell, in_head=in_head) for cell in row.cells)
            made.append(f"<tr>{cells}</tr>")
        return "".join(made)

    def _cell(self, cell: TabularCell, *, in_head: bool) -> str:
        inner = "".join(self._block(block, in_cell=True) for block in cell.blocks)
        is_head = (in_head or cell.header) and bool(inner)
        scope = f' scope="{"colgroup" if cell.columns > 1 else "col"}"' if is_head else ""
        spans = "".join(
            f' {name}="{count}"' for name, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1
        )
        looks = [f"c-{cell.stands}"] if cell.stands else []
        looks += ["c-whole"] if _is_figure(cell) else []
        look = f' class="{" ".join(looks)}"' if looks else ""
        name = "th" if is_head else "td"
        return f"<{name}{scope}{spans}{look}>{inner}</{name}>"


def _is_figure(cell: TabularCell) -> bool:
    """Say whether a cell holds a figure alone, which no line breaks in."""
    match cell.blocks:
        case (Passage() as only,):
            return _FIGURE.fullmatch(only.text.strip()) is not None
    return False


def _is_note(block: Content) -> bool:
    return isinstance(block, Passage) and block.origin == "note"


def _looks(passage: Passage) -> Iterable[str]:
    """Yield the classes of a passage; indents in whole letters."""
    if passage.align:
        yield f"c-{passage.align.value}"
    left = round(passage.left)
    if left > 0:
        yield f"c-in-{min(left, _INDENTS)}"
    first = round(passage.first)
    if first > 0:
        yield "c-first"
    elif first < 0:
        yield f"c-hang-{min(-first, _HANGS)}"


def _faced(inner: str, face: Face) -> str:
    if face.rise:
        inner = f"<{_RISES[face.rise]}>{inner}</{_RISES[face.rise]}>"
    if face.bold:
        inner = f"<strong>{inner}</strong>"
    looks = [
        *(["c-underlined"] if face.underline else []),
        *(["c-large"] if face.scale >= _LARGE else ["c-small"] if face.scale <= _SMALL else []),
    ]
    return f'<span class="{" ".join(looks)}">{inner}</span>' if looks else inner


def _share(share: float) -> int:
    """Return a share of the width in twentieths, never none."""
    return min(max(round(share * _SHARES), 1), _SHARES)
