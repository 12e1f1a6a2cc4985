"""The letters of a PDF page and what is painted on it, each with its place in the order of drawing.

A small walk through the operators of a content stream (ISO 32000-1, annex A): as exact as needed to tell whether a
letter is seen. Areas under a clip that is no rectangle, transparent ones and patterns are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from council.papers.pdf_geometry import SAME, matrix_of, multiply
from council.papers.pdf_letters import Letters
from council.papers.pdf_marks import Drawing, State
from council.papers.pdf_objects import dictionary_at, list_at, number, word_at
from council.papers.pdf_paths import Paths

_DEEPEST = 6
_FILLS = frozenset("f F f* B B* b b*".split())
_ENDS = frozenset("S s n".split())
_STROKES = frozenset("S s B B* b b*".split())


def drawn(page: DictionaryObject, contents: ContentStream) -> Drawing:
    """Return what is drawn on a page."""
    walk = _Page()
    walk.run(contents, dictionary_at(page, "/Resources"), State(), 0)
    return walk.drawing


class _Page(Paths, Letters):
    def run(self, contents: ContentStream, resources: DictionaryObject, state: State, depth: int) -> None:
        outer = (self.resources, self.state, self.saved, self.depth)
        self.resources, self.state, self.saved, self.depth = resources, state, [], depth
        for operands, operator in contents.operations:
            name = operator.decode("latin-1")
            handle = _OPERATORS.get(name)
            if handle is not None:
                handle(self, operands)
            elif name in _FILLS or name in _ENDS:
                self.paint(fill=name in _FILLS, stroke=name in _STROKES)
        self.resources, self.state, self.saved, self.depth = outer

    def form(self, operands: Sequence[Any]) -> None:
        found = dictionary_at(dictionary_at(self.resources, "/XObject"), str(operands[0]) if operands else "")
        if word_at(found, "/Subtype") == "/Image":
            self.picture()
        if not isinstance(found, StreamObject) or word_at(found, "/Subtype") != "/Form" or self.depth >= _DEEPEST:
            return
        matrix = matrix_of(list_at(found, "/Matrix")) if "/Matrix" in found else SAME
        inner = dictionary_at(found, "/Resources") if "/Resources" in found else self.resources
        state = replace(self.state, matrix=multiply(matrix, self.state.matrix))
        self.run(ContentStream(found, None), inner, state, self.depth + 1)


def _field(name: str, factor: float = 1.0) -> Callable[[_Page, Sequence[Any]], None]:
    return lambda walk, operands: walk.change(**{name: number(operands[0]) * factor if operands else 0.0})


def _mode(walk: _Page, operands: Sequence[Any]) -> None:
    walk.change(mode=int(number(operands[0])) if operands else 0)


_OPERATORS: dict[str, Callable[[_Page, Sequence[Any]], None]] = {
    "q": _Page.save,
    "Q": _Page.restore,
    "cm": _Page.transform,
    "gs": _Page.extended_state,
    "re": _Page.rectangle,
    "m": _Page.move,
    "l": _Page.straight_line,
    "c": _Page.curve,
    "v": _Page.curve,
    "y": _Page.curve,
    "W": _Page.clip,
    "W*": _Page.clip,
    "g": _Page.colour,
    "rg": _Page.colour,
    "k": _Page.colour,
    "cs": _Page.colour_space,
    "sc": _Page.colour_in_space,
    "scn": _Page.colour_or_pattern,
    "BT": _Page.begin_text,
    "Tf": _Page.font,
    "Tm": _Page.text_matrix,
    "Td": _Page.next_line,
    "TD": _Page.next_line_leading,
    "T*": _Page.new_line,
    "Tj": _Page.show,
    "'": _Page.show_line,
    '"': _Page.show_spaced_line,
    "TJ": _Page.show_pieces,
    "TL": _field("leading"),
    "Tc": _field("spacing"),
    "Tw": _field("word_spacing"),
    "Tz": _field("scale", 0.01),
    "Ts": _field("rise"),
    "Tr": _mode,
    "Do": _Page.form,
    "sh": _Page.shading,
    "INLINE IMAGE": _Page.inline_picture,
    "w": _field("line"),
}
