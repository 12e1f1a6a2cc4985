"""Colours of words and of what is painted behind them, as Word paints them (ECMA-376 part 1, 17.3.2.6 and 17.3.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from council.read.docx.names import A_SPACE, VAL, W14_SPACE, integer, local, w
from council.text.patterns import regex

if TYPE_CHECKING:
    from council.read.docx.names import Element

FILL = w("fill")
SHADING = w("shd")
WHITE = "FFFFFF"
BLACK = "000000"
UNKNOWN = "?"  # a colour that cannot be known here; it never counts as that of the paper
NO_INK = "-"  # words that leave nothing on whatever is behind them

_SAME_TO_THE_EYE = 16
_AS_GOOD_AS_CLEAR = 94_000  # of 100,000: black comes out as near to white as `_SAME_TO_THE_EYE`
_WHOLE = 100_000
_PAPER_THEMES = {"background1", "light1", "bg1", "lt1"}
_PERCENT = regex(r"pct(\d{1,2})$")
_STRIPES = regex(r"(thin)?(horz|vert|diag|reverseDiag)(Stripe|Cross)$", re.IGNORECASE)
_COLOUR, _THEME_COLOUR, _THEME_SHADE = w("color"), w("themeColor"), w("themeShade")
_THEME_FILL, _THEME_FILL_SHADE = w("themeFill"), w("themeFillShade")
_A_VAL = "val"
_W14 = f"{{{W14_SPACE}}}"
_NO_FILL, _SOLID_FILL, _W14_VAL = f"{_W14}noFill", f"{_W14}solidFill", f"{_W14}val"


def font_colour(element: Element) -> str:
    """Return the colour that a w:color gives: six digits or ``auto``; a theme's colour goes before the one written out."""
    if element.get(_THEME_COLOUR) in _PAPER_THEMES:
        return _grey(element.get(_THEME_SHADE))
    value = (element.get(VAL) or "auto").lstrip("#").upper()
    return "auto" if value == "AUTO" else value


def effect_colour(fill: Element | None, outline: Element | None) -> str | None:
    """Return the colour of Word's text effect, which replaces the font colour; None where there is no effect."""
    if fill is None:
        return None
    if fill.find(_NO_FILL) is not None:
        drawn = outline is not None and outline.find(_NO_FILL) is None
        return UNKNOWN if drawn else NO_INK
    colour = next(iter(fill.iterfind(f"{_SOLID_FILL}/*")), None)
    if colour is None:
        return None
    if _part(colour, "alpha", 0) >= _AS_GOOD_AS_CLEAR:
        return NO_INK
    if local(colour.tag) == "srgbClr":
        return (colour.get(_W14_VAL) or UNKNOWN).upper()
    return _lit(colour) if colour.get(_W14_VAL) in _PAPER_THEMES else None


def shading(element: Element | None) -> str | None:
    """Return the colour a w:shd paints, patterns as the eye mixes them; None for none, `UNKNOWN` for a theme's colour."""
    if element is None or element.get(VAL) == "nil":
        return None
    pattern = element.get(VAL) or "clear"
    fill = _painted(element.get(FILL), element.get(_THEME_FILL), element.get(_THEME_FILL_SHADE))
    share = _share(pattern)
    if not share:
        return fill
    ink = _painted(element.get(_COLOUR), element.get(_THEME_COLOUR), element.get(_THEME_SHADE)) or BLACK
    return _mixed(ink, fill or WHITE, share)


def solid_fill(element: Element) -> str | None:
    """Return the colour of a drawing's own fill: None for none, `UNKNOWN` where a theme decides."""
    fill = element.find(f"{{{A_SPACE}}}solidFill")
    if fill is None:
        return None
    colour = fill.find(f"{{{A_SPACE}}}srgbClr")
    if colour is not None:
        return (colour.get(_A_VAL) or UNKNOWN).upper()
    theme = fill.find(f"{{{A_SPACE}}}schemeClr")
    return WHITE if theme is not None and theme.get(_A_VAL) in _PAPER_THEMES else UNKNOWN


def alike(one: str, other: str) -> bool:
    """Return whether two colours look the same to the eye."""
    first, second = _channels(one), _channels(other)
    if first is None or second is None:
        return False
    return all(abs(here - there) <= _SAME_TO_THE_EYE for here, there in zip(first, second, strict=True))


def _painted(colour: str | None, theme: str | None, shade: str | None) -> str | None:
    """Return one colour of a w:shd: None where it is left to what is behind."""
    if theme in _PAPER_THEMES:
        return _grey(shade)
    if colour and colour != "auto":
        return colour.lstrip("#").upper()
    return UNKNOWN if theme else None


def _grey(shade: str | None) -> str:
    """Return white as a theme's shade darkens it."""
    shaded = re.fullmatch(r"[0-9A-Fa-f]{2}", shade or "")
    return shaded[0].upper() * 3 if shaded else WHITE


def _lit(colour: Element) -> str:
    """Return the theme's white as an effect darkens it."""
    light = min(_WHOLE, max(0, _part(colour, "lumMod", _WHOLE) + _part(colour, "lumOff", 0)))
    return f"{round(255 * light / _WHOLE):02X}" * 3


def _part(colour: Element, name: str, default: int) -> int:
    element = colour.find(f"{_W14}{name}")
    value = None if element is None else integer(element.get(_W14_VAL))
    return default if value is None else value


def _share(pattern: str) -> float:
    """Return how much of the ground a pattern covers."""
    if percent := _PERCENT.match(pattern):
        return int(percent[1]) / 100
    if stripes := _STRIPES.match(pattern):
        return 0.25 if stripes[1] else 0.5
    return 1.0 if pattern == "solid" else 0.0


def _mixed(ink: str, ground: str, share: float) -> str:
    if share == 1:
        return ink
    over, under = _channels(ink), _channels(ground)
    if over is None or under is None:
        return UNKNOWN
    return "".join(f"{round(share * one + (1 - share) * other):02X}" for one, other in zip(over, under, strict=True))


def _channels(colour: str) -> tuple[int, int, int] | None:
    try:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return None
    return red, green, blue
