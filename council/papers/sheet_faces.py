"""How the cells of a workbook look: number format, where the words stand, their face, lines around them."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from council.model.paper_content import PLAIN_FACE, Align, Face

_ALIGNS = {
    "left": Align.START,
    "center": Align.CENTER,
    "centerContinuous": Align.CENTER,
    "right": Align.END,
    "distributed": Align.SPREAD,
    "justify": Align.START,
    "fill": Align.START,
}
_STANDS = {"top": "", "bottom": "bottom", "justify": ""}
_USUAL_POINTS = 11.0
_SMALLEST, _LARGEST = 0.6, 2.5
_PLAIN_FILLS = frozenset({"none", "", "gray125"})


class CellFace(Struct, frozen=True):
    """The looks of one cell style; ``align`` None: figures to the right, words to the left."""

    align: Align | None = None
    stands: str = "middle"
    wraps: bool = False
    indent: int = 0
    face: Face = PLAIN_FACE
    ruled: bool = False
    filled: bool = False


PLAIN = CellFace()


def read_faces(root: etree._Element | None) -> tuple[CellFace, ...]:
    """Return the looks of a workbook's cell styles, by their places."""
    if root is None:
        return ()
    fonts = list(root.iterfind("{*}fonts/{*}font"))
    usual = _points(fonts[0]) if fonts else _USUAL_POINTS
    faces = [_face(font, usual) for font in fonts]
    ruled = [_is_ruled(border) for border in root.iterfind("{*}borders/{*}border")]
    filled = [_is_filled(fill) for fill in root.iterfind("{*}fills/{*}fill")]
    return tuple(_cell_face(xf, faces, ruled, filled) for xf in root.iterfind("{*}cellXfs/{*}xf"))


def _cell_face(xf: etree._Element, faces: list[Face], ruled: list[bool], filled: list[bool]) -> CellFace:
    alignment = xf.find("{*}alignment")
    said = {} if alignment is None else {str(key): str(value) for key, value in alignment.attrib.items()}
    font, border, fill = (_place(xf.get(key)) for key in ("fontId", "borderId", "fillId"))
    return CellFace(
        align=_ALIGNS.get(said.get("horizontal", "")),
        stands=_STANDS.get(said.get("vertical", ""), "middle"),
        wraps=said.get("wrapText") in {"1", "true"},
        indent=min(_place(said.get("indent")), 10),
        face=faces[font] if font < len(faces) else PLAIN_FACE,
        ruled=border < len(ruled) and ruled[border],
        filled=fill < len(filled) and filled[fill],
    )


def _place(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdecimal() else 0


def _face(font: etree._Element, usual: float) -> Face:
    name = font.find("{*}name")
    bold, underline = font.find("{*}b"), font.find("{*}u")
    return Face(
        bold=bold is not None and bold.get("val") not in {"0", "false"},
        gothic=name is not None and "明朝" not in (name.get("val") or ""),
        underline=underline is not None and underline.get("val") != "none",
        scale=round(min(max(_points(font) / usual, _SMALLEST), _LARGEST), 2),
    )


def _points(font: etree._Element) -> float:
    size = font.find("{*}sz")
    try:
        points = float((size.get("val") if size is not None else "") or _USUAL_POINTS)
    except ValueError:
        return _USUAL_POINTS
    return points if points > 0 else _USUAL_POINTS


def _is_ruled(border: etree._Element) -> bool:
    return any(side.get("style", "none") != "none" for side in border)


def _is_filled(fill: etree._Element) -> bool:
    pattern = fill.find("{*}patternFill")
    return pattern is not None and (pattern.get("patternType") or "") not in _PLAIN_FILLS
