"""Whether words can be seen: run, styles, table and background taken together (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from council.read.docx.colours import BLACK, NO_INK, UNKNOWN, WHITE, alike
from council.read.docx.formats import BEARING, PLAIN, RunFormat, read_format
from council.read.docx.symbols import is_symbol_font

if TYPE_CHECKING:
    from council.read.docx.names import Element
    from council.read.docx.styles import StyleSheet

_TINY_HALF_POINTS = 8  # 4 pt


class Concealment(Enum):
    """Why words cannot be seen, or are not to be read."""

    HIDDEN = auto()
    COLOUR = auto()
    TINY = auto()
    STRUCK = auto()


class Look(Struct, frozen=True):
    """How a run comes out: concealed or not, and its font where that is a symbol font."""

    concealment: Concealment | None = None
    symbol_font: str | None = None


class Ground:
    """What the runs of a paragraph stand on: style sheet, table style, paragraph style, colour behind.

    Runs of equal properties are judged once.
    """

    __slots__ = ("_background", "_looks", "_paragraph", "_sheet", "_table", "plain")

    def __init__(self, sheet: StyleSheet, table: RunFormat, paragraph: RunFormat, background: str | None) -> None:
        """Take the formats of the table's style and the paragraph's style, and the colour behind the paragraph."""
        self._sheet = sheet
        self._table = table
        self._paragraph = paragraph
        self._background = background
        self._looks: dict[tuple[object, ...], Look] = {}
        self.plain = self._judge(PLAIN)

    def look(self, properties: Element | None) -> Look:
        """Return how a run with this w:rPr comes out."""
        if properties is None:
            return self.plain
        key: list[str | bytes | None] = []
        for child in properties:
            tag = child.tag
            if tag in BEARING:
                said = BEARING[tag]
                key.append(tag)
                if isinstance(said, str):
                    key.append(child.get(said))
                elif said:
                    key += [child.get(said[0]), child.get(said[1])]
                else:
                    key.append(etree.tostring(child))
        if not key:
            return self.plain
        known = self._looks.get(tuple(key))
        if known is None:
            known = self._looks[tuple(key)] = self._judge(read_format(properties))
        return known

    def _judge(self, direct: RunFormat) -> Look:
        character = self._sheet.character(direct.style)
        whole = direct.over(character).over(self._paragraph).over(self._table).over(self._sheet.defaults)
        levels = (self._table, self._paragraph, character)
        font = whole.font if is_symbol_font(whole.font) else None
        if _toggled(direct.hidden, self._sheet.defaults.hidden, [one.hidden for one in levels]):
            return Look(Concealment.HIDDEN, font)
        struck = _toggled(direct.struck, self._sheet.defaults.struck, [one.struck for one in levels])
        return Look(self._lesser(whole, struck=struck or bool(whole.struck_twice)), font)

    def _lesser(self, whole: RunFormat, *, struck: bool) -> Concealment | None:
        if self._merges(whole):
            return Concealment.COLOUR
        if whole.half_points is not None and whole.half_points <= _TINY_HALF_POINTS:
            return Concealment.TINY
        return Concealment.STRUCK if struck else None

    def _merges(self, whole: RunFormat) -> bool:
        """Return whether the words have the colour of what is behind them.

        Word turns an automatic colour light on dark shading, so it never merges; under a black highlighter
        it is taken as blacked out, because that is what people mean by it.
        """
        if whole.colour in {None, "auto"}:
            return whole.highlight == BLACK
        if whole.colour == NO_INK:
            return True
        behind = whole.highlight or whole.background or self._background or WHITE
        return behind != UNKNOWN and alike(str(whole.colour), behind)


def _toggled(direct: bool | None, default: bool | None, levels: list[bool | None]) -> bool:  # noqa: FBT001 - three answers of one property
    """Return a toggle property: said directly it counts as said, styles that both say it cancel out."""
    if direct is not None:
        return direct
    return bool(default) or sum(map(bool, levels)) % 2 == 1
