"""The style sheet of a Word file: what a style id means for visibility, outline level and numbering."""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from council.read.docx.colours import SHADING, shading
from council.read.docx.formats import PLAIN, RunFormat, read_format
from council.read.docx.names import P_PR, R_PR, VAL, children, integer, w
from council.text.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.read.docx.names import Element

V = TypeVar("V")
_HEADING = regex(r"(?:heading|見出し) ?([1-9１-９])$", re.IGNORECASE)
_BODY_TEXT = 9
_STYLE_ID, _TYPE = w("styleId"), w("type")
_NUMBER, _OUTLINE = w("numPr"), w("outlineLvl")
# where a table style says what is behind its words, what lies nearest to them first
_FILLS = tuple(f"{w(name)}/{SHADING}" for name in ("pPr", "tcPr", "tblPr"))
REGIONS = frozenset(
    "wholeTable firstRow lastRow firstCol lastCol band1Vert band2Vert band1Horz band2Horz nwCell neCell swCell seCell".split()
)


class NumberRef(Struct, frozen=True):
    """A paragraph's place in a list: ``number_id`` 0 takes it out; None is silence.

    ``style`` is the paragraph style that says it; a list may keep one level for it.
    """

    number_id: int | None
    level: int | None
    style: str = ""

    def over(self, below: NumberRef | None) -> NumberRef:
        """Return this place with ``below`` shining through where it says nothing."""
        if below is None or self.number_id is not None:
            return self
        return NumberRef(below.number_id, self.level if self.level is not None else below.level, self.style)


class ParagraphStyle(Struct, frozen=True):
    """A paragraph style with everything it inherits; ``level`` counts headings from 1, 0 is body text."""

    run: RunFormat = PLAIN
    level: int | None = None
    number: NumberRef | None = None
    background: str | None = None


class Region(Struct, frozen=True):
    """What a table style says of one region of its tables: its words and the colour behind them."""

    run: RunFormat = PLAIN
    fill: str | None = None


class StyleSheet:
    """Answers by style id, each id worked out once; a missing sheet or id answers with nothing special."""

    def __init__(self, root: Element | None) -> None:
        """Index the styles of a styles part (None: there is none)."""
        styles = [] if root is None else list(root.iterchildren(w("style")))
        self._elements = {(one.get(_TYPE), one.get(_STYLE_ID)): one for one in styles}
        self._default: dict[str | None, str | None] = {}
        for one in filter(_is_default, styles):
            self._default.setdefault(one.get(_TYPE), one.get(_STYLE_ID))
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}")
        self.defaults = read_format(defaults)
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._known_paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str | None, RunFormat] = {}
        self._tables: dict[str | None, dict[str, Region]] = {}

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """Return a paragraph style; the default one for None or an unknown id."""
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._read_paragraph(style_id)
        return self._paragraphs[style_id]

    def character(self, style_id: str | None) -> RunFormat:
        """Return what a character style says of visibility; the default one for None."""
        style_id = style_id or self._default.get("character")
        return self._inherited("character", style_id, self._characters, _character) or PLAIN

    def table(self, style_id: str | None) -> dict[str, Region]:
        """Return a table style's regions (``wholeTable``, ``firstRow`` …); the default one's for None."""
        style_id = style_id or self._default.get("table")
        return self._inherited("table", style_id, self._tables, _table) or {}

    def _read_paragraph(self, style_id: str | None) -> ParagraphStyle:
        known = style_id if ("paragraph", style_id) in self._elements else self._default.get("paragraph")
        return self._inherited("paragraph", known, self._known_paragraphs, _paragraph) or ParagraphStyle()

    def _inherited(
        self, kind: str, style_id: str | None, known: dict[str | None, V], over: Callable[[Element, V | None], V]
    ) -> V | None:
        """Work out a style and those it is based on, each once; of a circle, all are read as the first one met."""
        chain: dict[str | None, Element] = {}
        base = style_id
        while base not in known and base not in chain and (kind, base) in self._elements:
            chain[base] = self._elements[kind, base]
            base = _base(chain[base])
        for one, style in reversed(chain.items()):
            known[one] = over(style, known.get(_base(style)))
        if base in chain:
            circle = dropwhile(lambda one: one != base, chain)
            known |= dict.fromkeys(circle, known[base])
        return known.get(style_id)


def _base(style: Element) -> str | None:
    base = style.find(w("basedOn"))
    return None if base is None else base.get(VAL)


def _character(style: Element, below: RunFormat | None) -> RunFormat:
    return read_format(style.find(R_PR)).over(below or PLAIN)


def _paragraph(style: Element, below: ParagraphStyle | None) -> ParagraphStyle:
    under = below or ParagraphStyle()
    properties = children(style.find(P_PR))
    level, fill = _outline_level(style, properties), shading(properties.get(SHADING))
    number = number_of(properties, style.get(_STYLE_ID) or "")
    return ParagraphStyle(
        read_format(style.find(R_PR)).over(under.run),
        under.level if level is None else level,
        under.number if number is None else number.over(under.number),
        under.background if fill is None else fill,
    )


def _table(style: Element, below: dict[str, Region] | None) -> dict[str, Region]:
    regions = dict(below or {})
    parts = [one for one in style.iterchildren(w("tblStylePr")) if one.get(_TYPE) in REGIONS]
    for name, part in [("wholeTable", style), *((one.get(_TYPE) or "", one) for one in parts)]:
        under = regions.get(name, Region())
        fill = next((fill for path in _FILLS if (fill := shading(part.find(path))) is not None), under.fill)
        region = Region(read_format(part.find(R_PR)).over(under.run), fill)
        if region != Region():
            regions[name] = region
    return regions


def number_of(properties: dict[str, Element], style: str = "") -> NumberRef | None:
    """Return the list place that the children of a w:pPr give, None where they give none."""
    element = properties.get(_NUMBER)
    if element is None:
        return None
    number, level = element.find(w("numId")), element.find(w("ilvl"))
    return NumberRef(
        None if number is None else integer(number.get(VAL)) or 0,
        None if level is None else integer(level.get(VAL)),
        style,
    )


def place_in_list(properties: dict[str, Element], style: ParagraphStyle) -> NumberRef | None:
    """Return the list place of a paragraph: what its w:pPr says over what its style says."""
    direct = number_of(properties)
    return style.number if direct is None else direct.over(style.number)


def outline_level(properties: dict[str, Element]) -> int | None:
    """Return the outline level they give: 1 to 9 for a heading, 0 for body text, None for silence."""
    element = properties.get(_OUTLINE)
    value = None if element is None else integer(element.get(VAL))
    if value is None:
        return None
    return value + 1 if 0 <= value < _BODY_TEXT else 0


def _is_default(style: Element) -> bool:
    return style.get(w("default")) in {"1", "true", "on"}


def _outline_level(style: Element, properties: dict[str, Element]) -> int | None:
    """Return the level the style states; a built-in heading that states none is known by its name."""
    level = outline_level(properties)
    if level is not None:
        return level
    name = style.find(w("name"))
    match = _HEADING.match((name.get(VAL) or "") if name is not None else "")
    return int(match[1]) if match else None
