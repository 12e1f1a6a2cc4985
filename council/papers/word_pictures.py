"""Pictures of a Word file where they stand: which part, how large on the paper, what is cut off, what they are called."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from council.model.paper_content import Picture
from council.papers.picture_files import PictureFiles
from council.read.docx.names import A_SPACE, PIC_SPACE, R_SPACE, V_SPACE, WP_SPACE, Element, local
from council.text.patterns import regex

EMU_A_MM = 36_000
_PICTURE, _VML = f"{{{PIC_SPACE}}}pic", f"{{{V_SPACE}}}imagedata"
_GRAPHIC = f"{{{A_SPACE}}}graphicData"
_DRAWN = frozenset({"chart", "diagram", "chartex"})
_SIDES = ("l", "t", "r", "b")
_WHOLE = 100_000  # shares in a:srcRect are thousandths of a percent
_STYLE_SIZE = regex(r"(?<![\w-])(width|height)\s*:\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)(pt|mm|cm|in)")
_MM = {"pt": 25.4 / 72, "mm": 1.0, "cm": 10.0, "in": 25.4}
_MOST_MM = 2000.0


class _Place(Struct, frozen=True):
    """What a drawing says of itself: its size in mm and its description."""

    width: float
    height: float
    alt: str


def pictures_of(drawing: Element, files: PictureFiles) -> Iterator[Picture]:
    """Yield the pictures of a w:drawing, w:pict or w:object; charts and diagrams without a file."""
    place = _place(drawing)
    found = [one for one in drawing.iter(_PICTURE, _VML, _GRAPHIC) if one.tag != _GRAPHIC or _is_drawn(one)]
    for one in found:
        if one.tag == _GRAPHIC:
            yield Picture("", place.width, place.height, place.alt)
        elif one.tag == _VML:
            yield _vml(one, files)
        else:
            yield _picture(one, place, files, alone=len(found) == 1)


def _is_drawn(graphic: Element) -> bool:
    return (graphic.get("uri") or "").rpartition("/")[2] in _DRAWN


def _place(drawing: Element) -> _Place:
    extent = next(drawing.iter(f"{{{WP_SPACE}}}extent"), None)
    named = next(drawing.iter(f"{{{WP_SPACE}}}docPr"), None)
    return _Place(_mm(extent, "cx"), _mm(extent, "cy"), described(named))


def described(named: Element | None) -> str:
    """Return what people wrote about a picture; a name that a program gave is none."""
    return "" if named is None else " ".join((named.get("descr") or named.get("title") or "").split())


def _picture(element: Element, place: _Place, files: PictureFiles, *, alone: bool) -> Picture:
    size = next(element.iter(f"{{{A_SPACE}}}ext"), None) if not alone else None
    own = next(element.iter(f"{{{PIC_SPACE}}}cNvPr"), None)
    width, height = (_mm(size, "cx"), _mm(size, "cy")) if size is not None else (place.width, place.height)
    return Picture(files.name_of(embedded(element)), width, height, place.alt or described(own), cropped(element))


def embedded(element: Element) -> str:
    """Return the id of the relation that leads to a picture's part."""
    blip = next(element.iter(f"{{{A_SPACE}}}blip"), None)
    return "" if blip is None else blip.get(f"{{{R_SPACE}}}embed") or ""


def cropped(element: Element) -> tuple[float, float, float, float]:
    """Return the shares that are cut off at each side; nothing where that leaves nothing."""
    source = next((one for one in element.iter() if local(str(one.tag)) == "srcRect"), None)
    shares = [0.0] * len(_SIDES) if source is None else [_share(source.get(side)) for side in _SIDES]
    left, top, right, bottom = shares
    return (left, top, right, bottom) if left + right < 1 and top + bottom < 1 else (0, 0, 0, 0)


def _share(written: str | None) -> float:
    try:
        return round(min(max(int(written or "0") / _WHOLE, 0.0), 1.0), 4)
    except ValueError:
        return 0.0


def _vml(element: Element, files: PictureFiles) -> Picture:
    shape = element.getparent()
    style = "" if shape is None else shape.get("style") or ""
    sizes = {name: float(value) * _MM[unit] for name, value, unit in _STYLE_SIZE.findall(style)}
    alt = "" if shape is None else " ".join((shape.get("alt") or "").split())
    name = files.name_of(element.get(f"{{{R_SPACE}}}id") or "")
    return Picture(name, _sane(sizes.get("width", 0.0)), _sane(sizes.get("height", 0.0)), alt)


def _mm(element: Element | None, key: str) -> float:
    try:
        return _sane(int("0" if element is None else element.get(key) or "0") / EMU_A_MM)
    except ValueError:
        return 0.0


def _sane(size: float) -> float:
    return round(min(max(size, 0.0), _MOST_MM), 1)
