"""The style sheet of a Word file: what a style id means for visibility, outline level and numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from council.read.docx.formats import PLAIN, SHADING, RunFormat, read_format, shading
from council.read.docx.names import P_PR, R_PR, VAL, children, integer, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.read.docx.names import Element

_HEADING = re.compile(r"(?:heading|見出し) ?([1-9１-９])$", re.IGNORECASE)
_BODY_TEXT = 9
_STYLE_ID, _TYPE = w("styleId"), w("type")
_NUMBER, _OUTLINE = w("numPr"), w("outlineLvl")


@dataclass(frozen=True, slots=True)
class NumberRef:
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


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with everything it inherits; ``level`` counts headings from 1."""

    run: RunFormat = PLAIN
    level: int | None = None
    number: NumberRef | None = None
    background: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """What a table style says of one region of its tables: its words and the colour behind them."""

    run: RunFormat = PLAIN
    fill: str | None = None


class StyleSheet:
    """Answers by style id, each id worked out once; a missing sheet or id answers with nothing special."""

    def __init__(self, root: Element | None) -> None:
        """Index the styles of a styles part (None: there is none)."""
        styles = [] if root is None else list(root.iterchildren(w("style")))
        self._elements = {(one.get(_TYPE), one.get(_STYLE_ID)): one for one in styles}
        self._default = next((one.get(_STYLE_ID) for one in styles if _is_default_paragraph(one)), None)
        defaults = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}")
        self.defaults = read_format(defaults)
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, RunFormat] = {}
        self._tables: dict[str, dict[str, Region]] = {}

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """Return a paragraph style; the default one for None or an unknown id."""
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._read_paragraph(style_id)
        return self._paragraphs[style_id]

    def character(self, style_id: str | None) -> RunFormat:
        """Return what a character style says of visibility."""
        if style_id is None:
            return PLAIN
        if style_id not in self._characters:
            chain = [read_format(one.find(R_PR)) for one in self._chain("character", style_id)]
            self._characters[style_id] = _merged(chain)
        return self._characters[style_id]

    def table(self, style_id: str | None) -> dict[str, Region]:
        """Return a table style's regions (``wholeTable``, ``firstRow`` …); those that say nothing are left out."""
        if style_id is None:
            return {}
        if style_id not in self._tables:
            self._tables[style_id] = self._read_table(style_id)
        return self._tables[style_id]

    def _chain(self, kind: str, style_id: str | None) -> Iterator[Element]:
        """Yield a style and those it is based on, nearest first; a circle ends where it closes."""
        seen: set[str | None] = set()
        while style_id not in seen and (kind, style_id) in self._elements:
            seen.add(style_id)
            style = self._elements[kind, style_id]
            yield style
            base = style.find(w("basedOn"))
            style_id = None if base is None else base.get(VAL)

    def _read_paragraph(self, style_id: str | None) -> ParagraphStyle:
        known = style_id if ("paragraph", style_id) in self._elements else self._default
        chain = list(self._chain("paragraph", known))
        return ParagraphStyle(
            _merged([read_format(one.find(R_PR)) for one in chain]),
            _outline_level(chain),
            _number(chain),
            next((fill for one in chain if (fill := shading(one.find(f"{P_PR}/{SHADING}"))) is not None), None),
        )

    def _read_table(self, style_id: str) -> dict[str, Region]:
        regions: dict[str, Region] = {}
        for style in reversed(list(self._chain("table", style_id))):
            for name, part in [
                ("wholeTable", style),
                *((one.get(_TYPE) or "", one) for one in style.iterchildren(w("tblStylePr"))),
            ]:
                below = regions.get(name, Region())
                fill = shading(part.find(f"{w('tcPr')}/{SHADING}"))
                regions[name] = Region(
                    read_format(part.find(R_PR)).over(below.run), fill if fill is not None else below.fill
                )
        return {name: region for name, region in regions.items() if region != Region()}


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


def outline_level(properties: dict[str, Element]) -> int | None:
    """Return the outline level they give: 1 to 9 for a heading, 0 for body text, None for silence."""
    element = properties.get(_OUTLINE)
    value = None if element is None else integer(element.get(VAL))
    if value is None:
        return None
    return value + 1 if 0 <= value < _BODY_TEXT else 0


def _is_default_paragraph(style: Element) -> bool:
    return style.get(_TYPE) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}


def _merged(nearest_first: list[RunFormat]) -> RunFormat:
    merged = PLAIN
    for one in reversed(nearest_first):
        merged = one.over(merged)
    return merged


def _number(nearest_first: list[Element]) -> NumberRef | None:
    number: NumberRef | None = None
    for style in reversed(nearest_first):
        own = number_of(children(style.find(P_PR)), style.get(_STYLE_ID) or "")
        number = number if own is None else own.over(number)
    return number


def _outline_level(chain: list[Element]) -> int | None:
    """Return the level the style chain states; a built-in heading that states none is known by its name."""
    for style in chain:
        level = outline_level(children(style.find(P_PR)))
        if level is not None:
            return level or None
        name = style.find(w("name"))
        match = _HEADING.match((name.get(VAL) or "") if name is not None else "")
        if match:
            return int(match[1])
    return None
