"""What run properties say about whether words can be seen, before styles are counted in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from council.read.docx.colours import SHADING, WHITE, effect_colour, font_colour, shading
from council.read.docx.names import VAL, W14_SPACE, switch, w
from council.text.patterns import regex

if TYPE_CHECKING:
    from council.read.docx.names import Element

_MEASURE = regex(r"(\d{1,9}(?:\.\d{1,9})?)(pt|pc|pi|in|cm|mm)?")
_HALF_POINTS = {None: 1, "pt": 2, "pc": 24, "pi": 24, "in": 144, "cm": 144 / 2.54, "mm": 144 / 25.4}
_ASCII = w("ascii")
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": WHITE,
    "yellow": "FFFF00",
}


class RunFormat(Struct, frozen=True):
    """What one place (a run, a style) says of visibility; None where it says nothing.

    Colours are six hexadecimal digits, ``auto``, `UNKNOWN` or `NO_INK`; ``half_points`` is the size; ``style`` the
    character style named; ``font`` the one for Latin letters, which symbol fonts are set by.
    """

    hidden: bool | None = None
    struck: bool | None = None
    struck_twice: bool | None = None
    colour: str | None = None
    background: str | None = None
    highlight: str | None = None
    half_points: float | None = None
    font: str | None = None
    style: str | None = None

    def over(self, below: RunFormat) -> RunFormat:
        """Return this format with ``below`` shining through where it says nothing."""
        if below is PLAIN or self is PLAIN:
            return self if below is PLAIN else below
        return RunFormat(
            *(
                getattr(self, name) if getattr(self, name) is not None else getattr(below, name)
                for name in self.__struct_fields__
            )
        )


PLAIN = RunFormat()

_ASCII_THEME = w("asciiTheme")
_VANISH, _STRIKE, _DOUBLE_STRIKE = w("vanish"), w("strike"), w("dstrike")
_COLOUR, _HIGHLIGHT, _SIZE, _FONTS, _STYLE = w("color"), w("highlight"), w("sz"), w("rFonts"), w("rStyle")
_TEXT_FILL, _TEXT_OUTLINE = f"{{{W14_SPACE}}}textFill", f"{{{W14_SPACE}}}textOutline"

# The children of w:rPr that bear on visibility, with the attributes that say it; None where more is to be read.
BEARING: dict[str, str | tuple[str, str] | None] = {
    _VANISH: VAL,
    _STRIKE: VAL,
    _DOUBLE_STRIKE: VAL,
    _HIGHLIGHT: VAL,
    _SIZE: VAL,
    _STYLE: VAL,
    _FONTS: (_ASCII, _ASCII_THEME),
    _COLOUR: None,
    SHADING: None,
    _TEXT_FILL: None,
    _TEXT_OUTLINE: None,
}


def read_format(properties: Element | None) -> RunFormat:
    """Read a w:rPr (or the same of a style)."""
    if properties is None:
        return PLAIN
    found = {child.tag: child for child in properties if child.tag in BEARING}
    return RunFormat(
        hidden=switch(found.get(_VANISH)),
        struck=switch(found.get(_STRIKE)),
        struck_twice=switch(found.get(_DOUBLE_STRIKE)),
        colour=_colour(found),
        background=shading(found.get(SHADING)),
        highlight=_HIGHLIGHTS.get(_attribute(found.get(_HIGHLIGHT), VAL) or ""),
        half_points=half_points(_attribute(found.get(_SIZE), VAL)),
        font=_attribute(found.get(_FONTS), _ASCII_THEME) or _attribute(found.get(_FONTS), _ASCII),
        style=_attribute(found.get(_STYLE), VAL),
    )


def _attribute(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(name)


def _colour(found: dict[str, Element]) -> str | None:
    """Return the colour of the words; Word's text effect replaces the font colour."""
    element = found.get(_COLOUR)
    effect = effect_colour(found.get(_TEXT_FILL), found.get(_TEXT_OUTLINE))
    return effect or (None if element is None else font_colour(element))


def half_points(written: str | None) -> float | None:
    """Return a size in half points: a plain number is that, one with a unit (``4pt``) is converted."""
    measure = _MEASURE.fullmatch((written or "").strip())
    return float(measure[1]) * _HALF_POINTS[measure[2]] if measure else None
