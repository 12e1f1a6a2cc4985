"""Paths, areas, pictures and clips of a page's drawing (ISO 32000-1, 8.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from council.papers.pdf_geometry import Box, apply, common, edges, numbers, stretch
from council.papers.pdf_marks import EVERYWHERE, Area
from council.papers.pdf_walk import MOST, PAINTED, Walk

_CORNERS = 4
_BROAD = 4.0  # of a line that may lie behind letters


class Paths(Walk):
    """The operators that draw and fill."""

    def rectangle(self, operands: Sequence[Any]) -> None:
        """Add a rectangle to the path."""
        x, y, width, height = numbers(operands, 4)
        self.path.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])

    def move(self, operands: Sequence[Any]) -> None:
        """Begin a part of the path."""
        x, y = numbers(operands, 2)
        self.path.append([(x, y)])

    def straight_line(self, operands: Sequence[Any]) -> None:
        """Go on straight."""
        x, y = numbers(operands, 2)
        if self.path:
            self.path[-1].append((x, y))

    def curve(self, operands: Sequence[Any]) -> None:
        """Go on in a curve, whose control points stand for its edges."""
        self.straight = False
        found = numbers(operands, len(operands))
        if self.path:
            self.path[-1] += list(zip(found[::2], found[1::2], strict=False))

    def clip(self, _operands: Sequence[Any]) -> None:
        """Clip with the path that follows."""
        self.clipping = True

    def paint(self, *, fill: bool, stroke: bool) -> None:
        """End the path: fill it, clip with it."""
        self.ground(fill=fill, stroke=stroke)
        boxes = [self.box(points) for points in self.path] if self.straight else [None]
        state = self.state
        if fill and state.opaque and state.shade is not None and state.clip and len(self.drawing.areas) < MOST:
            for box in boxes:
                if box:
                    left, bottom, right, top = common(box, state.clip)
                    self.drawing.areas.append(Area(next(self.order), left, bottom, right, top, state.shade))
        if self.clipping:
            only = boxes[0] if len(boxes) == 1 else None
            self.change(clip=common(only, state.clip) if only and state.clip else None)
        self.path, self.straight, self.clipping = [], True, False

    def ground(self, *, fill: bool, stroke: bool) -> None:
        """Note the outer edges of what may be a dark ground for letters."""
        state = self.state
        wide = state.line * stretch(state.matrix) if stroke else 0.0
        if (fill and not self.is_white() and state.alpha > PAINTED) or wide >= _BROAD:
            for points in self.path:
                self.note(edges([apply(state.matrix, x, y) for x, y in points], wide / 2))

    def shading(self, _operands: Sequence[Any]) -> None:
        """Fill all that is not clipped with shades."""
        self.note(self.state.clip or EVERYWHERE)

    def picture(self) -> None:
        """Place a picture into the unit square."""
        matrix = self.state.matrix
        self.note(edges([apply(matrix, x, y) for x in (0, 1) for y in (0, 1)], 0), picture=True)

    def inline_picture(self, _operands: Sequence[Any]) -> None:
        """Place a picture that stands in the drawing itself."""
        self.picture()

    def box(self, points: list[tuple[float, float]]) -> Box | None:
        """Return the rectangle that a path is on the page, or None if it is none."""
        corners = list(dict.fromkeys(apply(self.state.matrix, x, y) for x, y in points))
        columns = {round(x, 2) for x, _ in corners}
        rows = {round(y, 2) for _, y in corners}
        if len(corners) != _CORNERS or len(columns) != 2 or len(rows) != 2:  # noqa: PLR2004 - two sides each way
            return None
        return (min(columns), min(rows), max(columns), max(rows))
