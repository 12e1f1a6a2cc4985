"""Places on a PDF page: matrices, rectangles, and how light a colour is (ISO 32000-1, 8.3, 8.6)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from council.papers.pdf_objects import number

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)


def numbers(operands: Sequence[Any], count: int) -> tuple[float, ...]:
    """Return the first operands as numbers, missing ones as 0."""
    found = tuple(number(one) for one in operands[:count])
    return found + (0.0,) * (count - len(found))


def matrix_of(operands: Sequence[Any]) -> Matrix:
    """Return a matrix of six operands."""
    a, b, c, d, e, f = numbers(operands, 6)
    return (a, b, c, d, e, f)


def multiply(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that does one and then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a point lies after a matrix."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def stretch(matrix: Matrix) -> float:
    """Return how much taller a matrix makes things."""
    return math.hypot(matrix[2], matrix[3])


def common(one: Box, other: Box) -> Box:
    """Return the part of two rectangles that they share; upside down if they share none."""
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def holds(box: Box, x: float, y: float, room: float) -> bool:
    """Say whether a point lies in a rectangle or next to it."""
    return box[0] - room <= x <= box[2] + room and box[1] - room <= y <= box[3] + room


def edges(points: Sequence[tuple[float, float]], more: float) -> Box:
    """Return the outer edges of some points, and something around them."""
    columns, rows = [x for x, _ in points], [y for _, y in points]
    return (min(columns) - more, min(rows) - more, max(columns) + more, max(rows) + more)


def lightness(parts: list[float]) -> float | None:
    """Return how light a colour is: grey, red-green-blue or cyan-magenta-yellow-black by the number of its parts."""
    match parts:
        case [grey]:
            return grey
        case [red, green, blue]:
            return 0.3 * red + 0.59 * green + 0.11 * blue
        case [cyan, magenta, yellow, black]:
            return (1 - black) * (1 - 0.3 * cyan - 0.59 * magenta - 0.11 * yellow)
        case _:
            return None
