"""The letters of a page's drawing, one by one with their places (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pypdf.generic import ArrayObject, ByteStringObject, TextStringObject

from council.papers.pdf_fonts import font_widths
from council.papers.pdf_geometry import SAME, apply, holds, matrix_of, multiply, numbers, stretch
from council.papers.pdf_marks import Glyph
from council.papers.pdf_objects import dictionary_at, number
from council.papers.pdf_walk import PAINTED, Walk

_MIDDLE = 0.35  # of a letter's height above the line it stands on
_STROKED = frozenset({1, 2, 5, 6})  # ways of showing letters by their outlines
_NEVER_SHOWN = frozenset({3, 7})


class Letters(Walk):
    """The operators that show text."""

    def begin_text(self, _operands: Sequence[Any]) -> None:
        """Begin at the origin."""
        self.line = self.text = SAME

    def font(self, operands: Sequence[Any]) -> None:
        """Choose font and size."""
        if len(operands) == 2:  # noqa: PLR2004 - name and size
            found = dictionary_at(dictionary_at(self.resources, "/Font"), str(operands[0]))
            if id(found) not in self.fonts:
                self.fonts[id(found)] = font_widths(found)
            self.change(font=self.fonts[id(found)], size=number(operands[1]))

    def text_matrix(self, operands: Sequence[Any]) -> None:
        """Begin a line anywhere."""
        self.line = self.text = matrix_of(operands)

    def next_line(self, operands: Sequence[Any]) -> None:
        """Begin a line beside the one before."""
        x, y = numbers(operands, 2)
        self.line = self.text = multiply((1, 0, 0, 1, x, y), self.line)

    def next_line_leading(self, operands: Sequence[Any]) -> None:
        """Begin a line and keep how far below it is."""
        self.change(leading=-numbers(operands, 2)[1])
        self.next_line(operands)

    def new_line(self, _operands: Sequence[Any]) -> None:
        """Begin the next line."""
        self.next_line((0, -self.state.leading))

    def show(self, operands: Sequence[Any]) -> None:
        """Show a string."""
        self.letters(operands[-1] if operands else b"")

    def show_line(self, operands: Sequence[Any]) -> None:
        """Show a string on the next line."""
        self.new_line(())
        self.show(operands)

    def show_spaced_line(self, operands: Sequence[Any]) -> None:
        """Show a string on the next line, spaced."""
        if len(operands) == 3:  # noqa: PLR2004 - word space, letter space, words
            self.change(word_spacing=number(operands[0]), spacing=number(operands[1]))
        self.show_line(operands)

    def show_pieces(self, operands: Sequence[Any]) -> None:
        """Show strings with gaps between them."""
        for piece in operands[0] if operands and isinstance(operands[0], ArrayObject | list) else ():
            if isinstance(piece, str | bytes):
                self.letters(piece)
            else:
                self.shift(-number(piece) / 1000 * self.state.size)

    def shift(self, step: float) -> None:
        """Go on along the line."""
        if self.state.font is not None and self.state.font.vertical:
            self.text = multiply((1, 0, 0, 1, 0, step), self.text)
        else:
            self.advance(step * self.state.scale)

    def letters(self, words: object) -> None:
        """Show the letters of a string."""
        state = self.state
        if state.font is None:
            return
        for code, width in state.font.codes(_bytes(words)):
            step = width * state.size
            across, up = step * state.scale / 2, state.size * _MIDDLE + state.rise
            if state.font.vertical:
                across, up = 0.0, -state.size / 2
            x, y = apply(state.matrix, *apply(self.text, across, up))
            if code not in state.font.blanks:
                self.drawing.glyphs.append(
                    self.glyph(x, y, abs(state.size) * stretch(multiply(self.text, state.matrix)))
                )
            extra = state.spacing + (state.word_spacing if code == b" " else 0)
            if state.font.vertical:
                self.text = multiply((1, 0, 0, 1, 0, extra - state.size), self.text)
            else:
                self.advance((step + extra) * state.scale)

    def glyph(self, x: float, y: float, size: float) -> Glyph:
        """Return a letter as it is shown."""
        state = self.state
        outlined = state.mode in _STROKED
        return Glyph(
            next(self.order),
            x,
            y,
            size,
            0.0 if state.shade is None else state.shade,
            unseen=state.mode in _NEVER_SHOWN,
            faint=self.is_white() and not outlined,
            clear=state.alpha <= PAINTED and not outlined,
            cut=state.clip is not None and not holds(state.clip, x, y, size / 2),
            sized=state.font is None or state.font.sized,
        )

    def advance(self, x: float) -> None:
        """Go on to the right."""
        self.text = multiply((1, 0, 0, 1, x, 0), self.text)


def _bytes(words: object) -> bytes:
    if isinstance(words, TextStringObject):
        return words.original_bytes
    if isinstance(words, ByteStringObject | bytes):
        return bytes(words)
    return str(words).encode("latin-1", "replace")
