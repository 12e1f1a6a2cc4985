"""What run properties say about whether words can be seen, before styles are counted in."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from council.read.docx.names import A_SPACE, VAL, W14_SPACE, integer, switch, w

if TYPE_CHECKING:
    from council.read.docx.names import Element

FILL = w("fill")
SHADING = w("shd")
WHITE = "FFFFFF"
_SAME_TO_THE_EYE = 16
UNKNOWN = "?"  # a colour that cannot be known here; it never counts as that of the paper

_THEME_COLOUR, _THEME_SHADE, _THEME_FILL, _ASCII = w("themeColor"), w("themeShade"), w("themeFill"), w("ascii")
_PAPER_THEMES = {"background1", "light1"}
_A_VAL = "val"
_W14_VAL = f"{{{W14_SPACE}}}val"
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


@dataclass(frozen=True, slots=True)
class RunFormat:
    """What one place (a run, a style) says of visibility; None where it says nothing.

    Colours are six hexadecimal digits, ``auto`` or `UNKNOWN`; ``half_points`` is the size; ``style`` the
    character style named; ``font`` the one for Latin letters, which symbol fonts are set by.
    """

    hidden: bool | None = None
    struck: bool | None = None
    struck_twice: bool | None = None
    colour: str | None = None
    background: str | None = None
    highlight: str | None = None
    half_points: int | None = None
    font: str | None = None
    style: str | None = None

    def over(self, below: RunFormat) -> RunFormat:
        """Return this format with ``below`` shining through where it says nothing."""
        return RunFormat(
            *(
                getattr(self, one.name) if getattr(self, one.name) is not None else getattr(below, one.name)
                for one in fields(self)
            )
        )


PLAIN = RunFormat()

_ASCII_THEME = w("asciiTheme")
_VANISH, _STRIKE, _DOUBLE_STRIKE = w("vanish"), w("strike"), w("dstrike")
_COLOUR, _HIGHLIGHT, _SIZE, _FONTS, _STYLE = w("color"), w("highlight"), w("sz"), w("rFonts"), w("rStyle")
_TEXT_FILL, _TEXT_OUTLINE = f"{{{W14_SPACE}}}textFill", f"{{{W14_SPACE}}}textOutline"
_NO_FILL, _SOLID_COLOUR = f"{{{W14_SPACE}}}noFill", f"{{{W14_SPACE}}}solidFill/{{{W14_SPACE}}}srgbClr"

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
        half_points=integer(_attribute(found.get(_SIZE), VAL)),
        font=_attribute(found.get(_FONTS), _ASCII_THEME) or _attribute(found.get(_FONTS), _ASCII),
        style=_attribute(found.get(_STYLE), VAL),
    )


def _attribute(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(name)


def _colour(found: dict[str, Element]) -> str | None:
    """Return the colour of the words; Word's text effect replaces the font colour."""
    effect = _effect_colour(found.get(_TEXT_FILL), found.get(_TEXT_OUTLINE))
    element = found.get(_COLOUR)
    if effect or element is None:
        return effect
    value = (element.get(VAL) or "auto").upper()
    if value != "AUTO":
        return value
    paper = element.get(_THEME_COLOUR) in _PAPER_THEMES and element.get(_THEME_SHADE) is None
    return WHITE if paper else "auto"


def _effect_colour(fill: Element | None, outline: Element | None) -> str | None:
    """Read a text effect: words without fill and outline are as good as white."""
    if fill is None:
        return None
    if fill.find(_NO_FILL) is not None:
        drawn = outline is not None and outline.find(_NO_FILL) is None
        return UNKNOWN if drawn else WHITE
    colour = fill.find(_SOLID_COLOUR)
    return None if colour is None else (colour.get(_W14_VAL) or UNKNOWN).upper()


def shading(element: Element | None) -> str | None:
    """Return the colour a w:shd paints, None for none, `UNKNOWN` for a theme's colour that is not written out."""
    if element is None:
        return None
    if element.get(VAL) == "nil":
        return None
    colour = element.get(w("color")) if element.get(VAL) == "solid" else element.get(FILL)
    if colour and colour != "auto":
        return colour.upper()
    if element.get(VAL) == "solid":
        return "000000"
    theme = element.get(_THEME_FILL)
    return None if theme is None or theme in _PAPER_THEMES else UNKNOWN


def solid_fill(element: Element) -> str | None:
    """Return the colour of a drawing's own fill: None for none, `UNKNOWN` where a theme decides."""
    fill = element.find(f"{{{A_SPACE}}}solidFill")
    if fill is None:
        return None
    colour = fill.find(f"{{{A_SPACE}}}srgbClr")
    if colour is not None:
        return (colour.get(_A_VAL) or UNKNOWN).upper()
    theme = fill.find(f"{{{A_SPACE}}}schemeClr")
    return None if theme is not None and theme.get(_A_VAL) in {"bg1", "lt1"} else UNKNOWN


def alike(one: str, other: str) -> bool:
    """Return whether two colours look the same to the eye."""
    try:
        pairs = [(int(one[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (0, 2, 4)]
    except ValueError:
        return False
    return all(abs(first - second) <= _SAME_TO_THE_EYE for first, second in pairs)
