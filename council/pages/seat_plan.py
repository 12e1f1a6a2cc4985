"""Where seats stand in the picture of a vote: on arcs around the chair, as far apart on one as on another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

_ROWS = ((8, 1), (16, 2), (34, 3), (56, 4))
_MOST_ROWS = 5
_INNER, _OUTER, _LARGEST = 46.0, 132.0, 17.0
_EDGE = 1.0
_TURN = math.radians(12)
"""How far beyond the half circle the rows begin and end; radii and sizes are in units of the picture."""


class SeatPlan(Struct, frozen=True):
    """The middles of the seats from left to right, the picture's size, and the radius of every seat, as written."""

    places: tuple[tuple[str, str], ...]
    width: str
    height: str
    radius: str


@cache
def seat_plan(number: int) -> SeatPlan:
    """Return where so many seats stand."""
    rows = next((rows for most, rows in _ROWS if number <= most), _MOST_ROWS)
    radii = _radii(rows)
    shares = _shares(number, radii)
    radius = _radius(radii, shares)
    middle = _OUTER + radius + _EDGE
    places = tuple((_written(middle + x), _written(middle - y)) for x, y in _places(radii, shares))
    height = middle + _OUTER * math.sin(_TURN) + radius + _EDGE
    return SeatPlan(places, _written(2 * middle), _written(height), _written(radius))


def _radii(rows: int) -> list[float]:
    if rows == 1:
        return [_OUTER]
    inner = _OUTER - (_OUTER - _INNER) * min(1.0, (rows - 1) / 3)
    return [inner + (_OUTER - inner) * row / (rows - 1) for row in range(rows)]


def _shares(number: int, radii: Sequence[float]) -> list[int]:
    """Return how many seats each arc has, by its length; the longest has what is left."""
    whole = sum(radii)
    counts = [round(number * radius / whole) for radius in radii[:-1]]
    return [*counts, number - sum(counts)]


def _radius(radii: Sequence[float], shares: Sequence[int]) -> float:
    """Return the size of a seat: so large that neighbours do not touch."""
    arcs = zip(radii, shares, strict=True)
    beside = [(math.pi + 2 * _TURN) * radius / (count - 1) for radius, count in arcs if count > 1]
    behind = [after - before for before, after in pairwise(radii)]
    return min([_LARGEST, *(0.46 * distance for distance in (*beside, *behind))])


def _places(radii: Sequence[float], shares: Sequence[int]) -> list[tuple[float, float]]:
    """Return the places seen from the chair, from left to right, on one line of sight from the front to the back."""
    found = []
    for radius, count in zip(radii, shares, strict=True):
        for place in range(count):
            part = place / (count - 1) if count > 1 else 0.5
            found.append((math.pi + _TURN - part * (math.pi + 2 * _TURN), radius))
    found.sort(key=lambda one: (-round(one[0], 6), one[1]))
    return [(radius * math.cos(angle), radius * math.sin(angle)) for angle, radius in found]


def _written(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
