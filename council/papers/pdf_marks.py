"""What stands on a PDF page as the walk through its drawing sees it: letters, filled areas, and the state between."""

from __future__ import annotations

from msgspec import Struct, field

from council.papers.pdf_fonts import FontWidths
from council.papers.pdf_geometry import SAME, Box, Matrix, holds

EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


class Glyph(Struct, frozen=True):
    """A letter: its middle, size and shade (0 black, 1 white); ``unseen`` for the text below a scan.

    ``faint``: certainly white; ``clear``: nothing of it is painted; ``cut``: it lies outside the clip; ``sized``: its
    size is the size of what is drawn, which it is not in fonts that draw their letters themselves.
    """

    order: int
    x: float
    y: float
    size: float
    shade: float
    unseen: bool
    faint: bool = False
    clear: bool = False
    cut: bool = False
    sized: bool = True


class Area(Struct, frozen=True):
    """A rectangle filled with one colour that nothing shines through."""

    order: int
    left: float
    bottom: float
    right: float
    top: float
    shade: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


class Ground(Struct, frozen=True):
    """Where something that is not white may have been painted, by its outer edges; ``picture`` for a picture."""

    order: int
    box: Box
    picture: bool = False

    def holds(self, x: float, y: float, room: float = 0.0) -> bool:
        """Say whether a point lies in it or next to it."""
        return holds(self.box, x, y, room)


class Drawing(Struct):
    """What is drawn on a page, each in its order."""

    glyphs: list[Glyph] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)


class State(Struct, frozen=True):
    """What the operator q keeps and Q brings back.

    ``clip`` is None where it is no rectangle; ``plain`` says whether the colours are grey, RGB or CMYK.
    """

    matrix: Matrix = SAME
    clip: Box | None = EVERYWHERE
    shade: float | None = 0.0  # None: a pattern
    plain: bool = True
    opaque: bool = True
    alpha: float = 1.0
    line: float = 1.0
    font: FontWidths | None = None
    size: float = 0.0
    leading: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    rise: float = 0.0
    mode: int = 0
