"""What the walk through a page's drawing keeps at hand: state, colours, and what has been drawn so far."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from pypdf.generic import DictionaryObject

from council.papers.pdf_fonts import FontWidths
from council.papers.pdf_geometry import SAME, Box, Matrix, lightness, matrix_of, multiply
from council.papers.pdf_marks import Drawing, Ground, State
from council.papers.pdf_objects import at, dictionary_at, list_at, number, word_at

MOST = 20_000  # areas
PAINTED = 0.02  # of opacity; below it nothing is seen
_WHITE = 0.97
_PLAIN_SPACES = frozenset("DeviceGray DeviceRGB DeviceCMYK G RGB CMYK ICCBased CalGray CalRGB".split())


class Walk:
    """The state of a walk and the operators that change it."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self.drawing = Drawing()
        self.state = State()
        self.saved: list[State] = []
        self.resources = DictionaryObject()
        self.depth = 0
        self.path: list[list[tuple[float, float]]] = []
        self.straight = True
        self.clipping = False
        self.line: Matrix = SAME
        self.text: Matrix = SAME
        self.order = itertools.count()
        self.fonts: dict[int, FontWidths] = {}

    def change(self, **values: Any) -> None:  # noqa: ANN401 - fields of the state
        """Change the state."""
        self.state = replace(self.state, **values)

    def note(self, box: Box, *, picture: bool = False) -> None:
        """Note what may be a ground for letters."""
        if len(self.drawing.grounds) < MOST:
            self.drawing.grounds.append(Ground(next(self.order), box, picture))

    def is_white(self) -> bool:
        """Say whether what is filled now is certainly white."""
        state = self.state
        return state.plain and state.shade is not None and state.shade >= _WHITE

    def save(self, _operands: Sequence[Any]) -> None:
        """Keep the state."""
        self.saved.append(self.state)

    def restore(self, _operands: Sequence[Any]) -> None:
        """Bring the state back."""
        if self.saved:
            self.state = self.saved.pop()

    def transform(self, operands: Sequence[Any]) -> None:
        """Change the matrix."""
        self.change(matrix=multiply(matrix_of(operands), self.state.matrix))

    def extended_state(self, operands: Sequence[Any]) -> None:
        """Take over opacity, masks and the way of mixing colours."""
        found = dictionary_at(dictionary_at(self.resources, "/ExtGState"), str(operands[0]) if operands else "")
        if "/ca" in found:
            self.change(alpha=number(found["/ca"]))
        if "/ca" in found or "/BM" in found or "/SMask" in found:
            clear = "/ca" in found and number(found["/ca"]) < 1
            mixed = word_at(found, "/BM") not in ("", "/Normal", "/Compatible")
            masked = isinstance(at(found, "/SMask"), DictionaryObject)
            self.change(opaque=not clear and not mixed and not masked)

    def colour(self, operands: Sequence[Any]) -> None:
        """Fill with grey, RGB or CMYK."""
        self.change(shade=lightness([number(one) for one in operands]), plain=True)

    def colour_in_space(self, operands: Sequence[Any]) -> None:
        """Fill with a colour of the space chosen before."""
        self.change(shade=lightness([number(one) for one in operands]))

    def colour_or_pattern(self, operands: Sequence[Any]) -> None:
        """Fill with a colour or a pattern."""
        named = bool(operands) and isinstance(operands[-1], str)
        self.change(shade=None if named else lightness([number(one) for one in operands]))

    def colour_space(self, operands: Sequence[Any]) -> None:
        """Choose a space; of inks (Separation) and the like nobody here knows how light they are."""
        name = str(operands[0]) if operands else ""
        listed = list_at(dictionary_at(self.resources, "/ColorSpace"), name)
        kind = str(listed[0].get_object()) if listed else name
        self.change(shade=0.0, plain=kind.lstrip("/") in _PLAIN_SPACES)
