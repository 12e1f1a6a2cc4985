"""Words of a PDF that nobody sees and everybody can copy: white, tiny, transparent, clipped away, outside the page.

What is cut off counts only where nothing of its line is seen: the end of a long word in a narrow cell is no secret.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pypdf import PageObject

from council.papers.pdf_geometry import Box, common, holds
from council.papers.pdf_marks import EVERYWHERE, Drawing, Glyph, Ground
from council.papers.pdf_objects import number

_TINY = 4.0  # points, as in Word files
_FEWEST = 2  # letters; one may be a mark that a program left behind
_COVERED = 0.5  # of a page that is a scan
_NEAR = 12.0  # points around a picture where its text may lie
_MOST = 2000  # grounds that are compared with each white letter


def unseen_letters(page: PageObject, drawing: Drawing) -> int:
    """Return how many letters of a page cannot be seen."""
    seen_box = common(_box(page.mediabox), _box(page.cropbox))
    unit = number(page.get("/UserUnit", 1)) or 1.0
    pictures = [ground for ground in drawing.grounds if ground.picture]
    if _is_scan(pictures, seen_box):
        pictures.append(Ground(0, EVERYWHERE, picture=True))
    unseen = [one for one in drawing.glyphs if _is_unseen(one, drawing, pictures, unit)]
    count = len(_without_shadows(unseen, drawing.glyphs))
    for line in _lines(drawing.glyphs):
        if all(one.cut or not holds(seen_box, one.x, one.y, one.size / 2) for one in line) and len(line) >= _FEWEST:
            count += len(line)
    return count if count >= _FEWEST else 0


def _without_shadows(unseen: list[Glyph], glyphs: list[Glyph]) -> list[Glyph]:
    """Leave out what stands where a letter is seen: browsers lay the letters of a shadow there, unpainted."""
    hidden = {one.order for one in unseen}
    seen = {(round(one.x), round(one.y)) for one in glyphs if one.order not in hidden} if unseen else set()
    around = (-1, 0, 1)
    return [
        one
        for one in unseen
        if not any((round(one.x) + right, round(one.y) + up) in seen for right in around for up in around)
    ]


def _lines(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield letters drawn one after another at one height, or below one another."""
    line: list[Glyph] = []
    for one, after in itertools.zip_longest(glyphs, glyphs[1:]):
        line.append(one)
        if after is None or (abs(after.y - one.y) >= 1 and abs(after.x - one.x) >= 1):
            yield line
            line = []


def _is_unseen(one: Glyph, drawing: Drawing, pictures: list[Ground], unit: float) -> bool:
    if one.unseen:  # the text of a scan lies below its picture
        return not any(picture.holds(one.x, one.y, _NEAR) for picture in pictures)
    if one.clear or (one.sized and one.size * unit < _TINY):
        return True
    return one.faint and len(drawing.grounds) <= _MOST and not _has_ground(one, drawing.grounds)


def _has_ground(one: Glyph, grounds: list[Ground]) -> bool:
    return any(ground.order < one.order and ground.holds(one.x, one.y, 1) for ground in grounds)


def _is_scan(pictures: list[Ground], seen_box: Box) -> bool:
    covered = sum(_area(common(picture.box, seen_box)) for picture in pictures)
    return covered >= _COVERED * _area(seen_box) > 0


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _box(edges: object) -> Box:
    left, bottom, right, top = (number(one) for one in list(edges))  # type: ignore[call-overload]
    return (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
