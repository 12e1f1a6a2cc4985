"""Where things lie on a page as it is seen: what is cut off, turned, and how large it is (ISO 32000-1, 14.11)."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from msgspec import Struct

_A4_SHORT = 595.28
_A4 = (0.0, 0.0, _A4_SHORT, 841.89)
_LEAST = 3.0  # points; a page that is smaller shows nothing

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


class Seen(Struct, frozen=True):
    """A page as it is seen: its visible part in its own measure, and by how much it is turned clockwise."""

    box: Box
    turn: int

    @property
    def scale(self) -> float:
        """How much larger than A4 it is, by its shorter side: what is laid over it grows likewise."""
        return min(self.box[2] - self.box[0], self.box[3] - self.box[1]) / _A4_SHORT

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen, in points of a page as large as A4."""
        width, height = (self.box[2] - self.box[0]) / self.scale, (self.box[3] - self.box[1]) / self.scale
        return (height, width) if self.turn in {90, 270} else (width, height)

    @property
    def matrix(self) -> Matrix:
        """What lays a page of this `size` over the visible part, upright to whoever looks."""
        left, low, right, high = self.box
        s = self.scale
        turned = {
            0: (s, 0.0, 0.0, s, left, low),
            90: (0.0, s, -s, 0.0, right, low),
            180: (-s, 0.0, 0.0, -s, right, high),
            270: (0.0, -s, s, 0.0, left, high),
        }
        return turned[self.turn]

    @property
    def top(self) -> tuple[float, float]:
        """The corner at the top left as seen, in the page's own measure."""
        _, _, c, d, e, f = self.matrix
        _, height = self.size
        return c * height + e, d * height + f


def seen(page: pikepdf.Page) -> Seen:
    """Return how a page is seen; boxes that make no sense are left out of account."""
    media = box_of(page.obj.get("/MediaBox"), _A4)
    crop = box_of(page.obj.get("/CropBox"), media)
    shown = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return Seen(shown if _is_box(shown) else media, _turn(page))


def box_of(value: object, otherwise: Box) -> Box:
    """Return a rectangle with its corners in order, or another one if it is none."""
    try:
        corners = [float(one) for one in value]  # type: ignore[attr-defined]
    except (TypeError, ValueError, ArithmeticError):
        return otherwise
    if len(corners) != len(otherwise):
        return otherwise
    box = _ordered(corners)
    return box if _is_box(box) else otherwise


def _ordered(corners: Sequence[float]) -> Box:
    one, other, third, last = corners
    return min(one, third), min(other, last), max(one, third), max(other, last)


def _is_box(box: Box) -> bool:
    return box[2] - box[0] >= _LEAST and box[3] - box[1] >= _LEAST


def _turn(page: pikepdf.Page) -> int:
    try:
        return round(float(page.obj.get("/Rotate", 0)) / 90) * 90 % 360
    except (TypeError, ValueError, ArithmeticError):
        return 0
