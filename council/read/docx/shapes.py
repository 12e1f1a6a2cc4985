"""Drawings: the text boxes in them, and what in them is a picture or cannot be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from council.read.docx.colours import UNKNOWN, WHITE, solid_fill
from council.read.docx.names import (
    A_SPACE,
    ALTERNATE,
    O_SPACE,
    PIC_SPACE,
    TXBX_CONTENT,
    V_SPACE,
    WP_SPACE,
    WPS_SPACE,
    chosen,
    local,
    w,
)
from council.text.patterns import regex

if TYPE_CHECKING:
    from council.read.docx.names import Element

_WSP, _SP_PR = f"{{{WPS_SPACE}}}wsp", f"{{{WPS_SPACE}}}spPr"
_DOC_PR = f"{{{WP_SPACE}}}docPr"
_TEXT_PATH = f"{{{V_SPACE}}}textpath"
_PICTURES = {f"{{{PIC_SPACE}}}pic", f"{{{V_SPACE}}}imagedata"}
_UNREAD = {f"{{{O_SPACE}}}OLEObject", w("control")}
_GRAPHIC = f"{{{A_SPACE}}}graphicData"
# What a drawing may hold that is a picture or is looked into; a chart, a diagram and the like keep their words elsewhere.
_READ_GRAPHICS = {"", "picture", "wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas"}
_VISIBILITY_HIDDEN = regex(r"visibility\s*:\s*hidden")


class TextBox(Struct, frozen=True):
    """A text box: its w:txbxContent, the colour behind its words (None: the paper), whether it is shown at all."""

    content: Element
    background: str | None
    hidden: bool


class Drawing(Struct):
    """What a drawing holds."""

    boxes: list[TextBox] = field(default_factory=list)
    pictures: bool = False
    unread: list[str] = field(default_factory=list)


def read_drawing(element: Element) -> Drawing:
    """Look through a w:drawing, w:pict or w:object; of alternatives, only the branch Word shows."""
    drawing = Drawing()
    _look_into(element, drawing, None, hidden=_is_hidden(element))
    return drawing


def _look_into(element: Element, drawing: Drawing, background: str | None, *, hidden: bool) -> None:
    for child in element:
        if child.tag == TXBX_CONTENT:
            drawing.boxes.append(TextBox(child, background, hidden))
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                _look_into(branch, drawing, background, hidden=hidden)
        else:
            _note(child, drawing)
            _look_into(child, drawing, _behind(child, background), hidden=hidden or _is_hidden(child))


def _note(element: Element, drawing: Drawing) -> None:
    if element.tag in _PICTURES:
        drawing.pictures = True
    elif element.tag in _UNREAD:
        drawing.unread.append(local(element.tag))
    elif element.tag == _GRAPHIC and _graphic_kind(element) not in _READ_GRAPHICS:
        drawing.unread.append(_graphic_kind(element))
    elif element.tag == _TEXT_PATH and (element.get("string") or "").strip():
        drawing.unread.append("WordArt")


def _graphic_kind(element: Element) -> str:
    return (element.get("uri") or "").rpartition("/")[2]


def _behind(element: Element, background: str | None) -> str | None:
    """Return the colour that a shape paints behind its words; a theme's fill may be any colour."""
    if element.tag == _WSP:
        properties = element.find(_SP_PR)
        fill = None if properties is None else solid_fill(properties)
        plain = properties is None or all(
            local(child.tag) not in {"gradFill", "pattFill", "blipFill"} for child in properties
        )
        themed = (
            element.find(f"{{{WPS_SPACE}}}style") is not None
            and properties is not None
            and not _states_fill(properties)
        )
        return fill or (background if plain and not themed else UNKNOWN)
    if (
        element.tag.startswith(f"{{{V_SPACE}}}")
        and element.get("fillcolor")
        and element.get("filled") not in {"f", "false"}
    ):
        return _vml_colour(element.get("fillcolor") or "")
    return background


def _states_fill(properties: Element) -> bool:
    return any(local(child.tag) in {"noFill", "solidFill"} for child in properties)


def _vml_colour(value: str) -> str:
    word = value.split(maxsplit=1)[0].lower()
    if word in {"white", "window"}:
        return WHITE
    return word[1:].upper() if re.fullmatch(r"#[0-9a-f]{6}", word) else UNKNOWN


def _is_hidden(element: Element) -> bool:
    """Return whether a shape is switched off (Selection pane in Word)."""
    properties = element.find(_DOC_PR)
    if properties is not None and properties.get("hidden") in {"1", "true"}:
        return True
    return bool(_VISIBILITY_HIDDEN.search(element.get("style") or ""))
