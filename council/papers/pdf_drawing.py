"""The letters of a PDF page and the rectangles filled on it, each with its place in the order of drawing.

A small walk through the operators of a content stream (ISO 32000-1, annex A): as exact as needed to tell whether a
letter lies in a filled rectangle. Areas under a clip that is no rectangle, transparent ones and patterns are left out.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from pypdf.generic import ArrayObject, ByteStringObject, ContentStream, DictionaryObject, StreamObject, TextStringObject

from council.papers.pdf_fonts import FontWidths, font_widths
from council.papers.pdf_geometry import (
    SAME,
    Box,
    Matrix,
    apply,
    common,
    lightness,
    matrix_of,
    multiply,
    numbers,
    stretch,
)
from council.papers.pdf_marks import Area, Glyph, State
from council.papers.pdf_objects import dictionary_at, list_at, number, word_at

_DEEPEST = 6
_MOST_AREAS = 20_000
_MIDDLE = 0.35  # of a letter's height above the line it stands on
_UNSEEN = 3
_CORNERS = 4
_FILLS = frozenset("f F f* B B* b b*".split())
_ENDS = frozenset("S s n".split())


def drawn(page: DictionaryObject, contents: ContentStream) -> tuple[list[Glyph], list[Area]]:
    """Return the letters and filled rectangles of a page."""
    walk = _Walk()
    walk.run(contents, dictionary_at(page, "/Resources"), State(), 0)
    return walk.glyphs, walk.areas


class _Walk:
    def __init__(self) -> None:
        self.glyphs: list[Glyph] = []
        self.areas: list[Area] = []
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

    def run(self, contents: ContentStream, resources: DictionaryObject, state: State, depth: int) -> None:
        outer = (self.resources, self.state, self.saved, self.depth)
        self.resources, self.state, self.saved, self.depth = resources, state, [], depth
        for operands, operator in contents.operations:
            name = operator.decode("latin-1")
            handle = _OPERATORS.get(name)
            if handle is not None:
                handle(self, operands)
            elif name in _FILLS or name in _ENDS:
                self.paint(fill=name in _FILLS)
        self.resources, self.state, self.saved, self.depth = outer

    def change(self, **values: Any) -> None:  # noqa: ANN401 - fields of the state
        self.state = replace(self.state, **values)

    # -- paths

    def rectangle(self, operands: Sequence[Any]) -> None:
        x, y, width, height = numbers(operands, 4)
        self.path.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])

    def move(self, operands: Sequence[Any]) -> None:
        x, y = numbers(operands, 2)
        self.path.append([(x, y)])

    def straight_line(self, operands: Sequence[Any]) -> None:
        x, y = numbers(operands, 2)
        if self.path:
            self.path[-1].append((x, y))

    def curve(self, _operands: Sequence[Any]) -> None:
        self.straight = False

    def clip(self, _operands: Sequence[Any]) -> None:
        self.clipping = True

    def paint(self, *, fill: bool) -> None:
        boxes = [self.box(points) for points in self.path] if self.straight else [None]
        state = self.state
        if fill and state.opaque and state.shade is not None and state.clip and len(self.areas) < _MOST_AREAS:
            for box in boxes:
                if box:
                    left, bottom, right, top = common(box, state.clip)
                    self.areas.append(Area(next(self.order), left, bottom, right, top, state.shade))
        if self.clipping:
            only = boxes[0] if len(boxes) == 1 else None
            self.change(clip=common(only, state.clip) if only and state.clip else None)
        self.path, self.straight, self.clipping = [], True, False

    def box(self, points: list[tuple[float, float]]) -> Box | None:
        """Return the rectangle that a path is on the page, or None if it is none."""
        corners = list(dict.fromkeys(apply(self.state.matrix, x, y) for x, y in points))
        columns = {round(x, 2) for x, _ in corners}
        rows = {round(y, 2) for _, y in corners}
        if len(corners) != _CORNERS or len(columns) != 2 or len(rows) != 2:  # noqa: PLR2004 - two sides each way
            return None
        return (min(columns), min(rows), max(columns), max(rows))

    # -- state

    def save(self, _operands: Sequence[Any]) -> None:
        self.saved.append(self.state)

    def restore(self, _operands: Sequence[Any]) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def transform(self, operands: Sequence[Any]) -> None:
        self.change(matrix=multiply(matrix_of(operands), self.state.matrix))

    def extended_state(self, operands: Sequence[Any]) -> None:
        found = dictionary_at(dictionary_at(self.resources, "/ExtGState"), str(operands[0]) if operands else "")
        if "/ca" in found or "/BM" in found or "/SMask" in found:
            clear = "/ca" in found and number(found["/ca"]) < 1
            mixed = word_at(found, "/BM") not in ("", "/Normal", "/Compatible")
            self.change(opaque=not clear and not mixed and word_at(found, "/SMask") in ("", "/None"))

    def colour(self, operands: Sequence[Any]) -> None:
        self.change(shade=lightness([number(one) for one in operands]))

    def colour_or_pattern(self, operands: Sequence[Any]) -> None:
        named = bool(operands) and isinstance(operands[-1], str)
        self.change(shade=None if named else lightness([number(one) for one in operands]))

    def colour_space(self, _operands: Sequence[Any]) -> None:
        self.change(shade=0.0)

    # -- text

    def begin_text(self, _operands: Sequence[Any]) -> None:
        self.line = self.text = SAME

    def font(self, operands: Sequence[Any]) -> None:
        if len(operands) == 2:  # noqa: PLR2004 - name and size
            found = dictionary_at(dictionary_at(self.resources, "/Font"), str(operands[0]))
            widths = self.fonts.setdefault(id(found), font_widths(found))
            self.change(font=widths, size=number(operands[1]))

    def text_matrix(self, operands: Sequence[Any]) -> None:
        self.line = self.text = matrix_of(operands)

    def next_line(self, operands: Sequence[Any]) -> None:
        x, y = numbers(operands, 2)
        self.line = self.text = multiply((1, 0, 0, 1, x, y), self.line)

    def next_line_leading(self, operands: Sequence[Any]) -> None:
        self.change(leading=-numbers(operands, 2)[1])
        self.next_line(operands)

    def new_line(self, _operands: Sequence[Any]) -> None:
        self.next_line((0, -self.state.leading))

    def show(self, operands: Sequence[Any]) -> None:
        self.letters(operands[-1] if operands else b"")

    def show_line(self, operands: Sequence[Any]) -> None:
        self.new_line(())
        self.show(operands)

    def show_spaced_line(self, operands: Sequence[Any]) -> None:
        if len(operands) == 3:  # noqa: PLR2004 - word space, letter space, words
            self.change(word_spacing=number(operands[0]), spacing=number(operands[1]))
        self.show_line(operands)

    def show_pieces(self, operands: Sequence[Any]) -> None:
        for piece in operands[0] if operands and isinstance(operands[0], ArrayObject | list) else ():
            if isinstance(piece, str | bytes):
                self.letters(piece)
            else:
                self.advance(-number(piece) / 1000 * self.state.size * self.state.scale)

    def letters(self, words: object) -> None:
        state = self.state
        if state.font is None:
            return
        for code, width in state.font.codes(_bytes(words)):
            step = width * state.size
            x, y = apply(self.text, step * state.scale / 2, state.size * _MIDDLE + state.rise)
            x, y = apply(state.matrix, x, y)
            size = abs(state.size) * stretch(multiply(self.text, state.matrix))
            if code not in state.font.blanks:
                shade = 0.0 if state.shade is None else state.shade
                self.glyphs.append(Glyph(next(self.order), x, y, size, shade, state.mode == _UNSEEN))
            self.advance((step + state.spacing + (state.word_spacing if code == b" " else 0)) * state.scale)

    def advance(self, x: float) -> None:
        self.text = multiply((1, 0, 0, 1, x, 0), self.text)

    # -- forms

    def form(self, operands: Sequence[Any]) -> None:
        found = dictionary_at(dictionary_at(self.resources, "/XObject"), str(operands[0]) if operands else "")
        if not isinstance(found, StreamObject) or word_at(found, "/Subtype") != "/Form" or self.depth >= _DEEPEST:
            return
        matrix = matrix_of(list_at(found, "/Matrix")) if "/Matrix" in found else SAME
        inner = dictionary_at(found, "/Resources") if "/Resources" in found else self.resources
        state = replace(self.state, matrix=multiply(matrix, self.state.matrix))
        self.run(ContentStream(found, None), inner, state, self.depth + 1)


def _field(name: str, factor: float = 1.0) -> Callable[[_Walk, Sequence[Any]], None]:
    return lambda walk, operands: walk.change(**{name: number(operands[0]) * factor if operands else 0.0})


def _mode(walk: _Walk, operands: Sequence[Any]) -> None:
    walk.change(mode=int(number(operands[0])) if operands else 0)


_OPERATORS: dict[str, Callable[[_Walk, Sequence[Any]], None]] = {
    "q": _Walk.save,
    "Q": _Walk.restore,
    "cm": _Walk.transform,
    "gs": _Walk.extended_state,
    "re": _Walk.rectangle,
    "m": _Walk.move,
    "l": _Walk.straight_line,
    "c": _Walk.curve,
    "v": _Walk.curve,
    "y": _Walk.curve,
    "W": _Walk.clip,
    "W*": _Walk.clip,
    "g": _Walk.colour,
    "rg": _Walk.colour,
    "k": _Walk.colour,
    "cs": _Walk.colour_space,
    "sc": _Walk.colour,
    "scn": _Walk.colour_or_pattern,
    "BT": _Walk.begin_text,
    "Tf": _Walk.font,
    "Tm": _Walk.text_matrix,
    "Td": _Walk.next_line,
    "TD": _Walk.next_line_leading,
    "T*": _Walk.new_line,
    "Tj": _Walk.show,
    "'": _Walk.show_line,
    '"': _Walk.show_spaced_line,
    "TJ": _Walk.show_pieces,
    "TL": _field("leading"),
    "Tc": _field("spacing"),
    "Tw": _field("word_spacing"),
    "Tz": _field("scale", 0.01),
    "Ts": _field("rise"),
    "Tr": _mode,
    "Do": _Walk.form,
}


def _bytes(words: object) -> bytes:
    if isinstance(words, TextStringObject):
        return words.original_bytes
    if isinstance(words, ByteStringObject | bytes):
        return bytes(words)
    return str(words).encode("latin-1", "replace")
