"""The characters of one paragraph as they come: what is visible, what is concealed, what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.read.docx.report import BLANK, WORDS, Issue
from council.read.docx.visible import Concealment
from council.rules import word_hidden as rules
from council.text.blocks import Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable

_RULES = {
    Concealment.HIDDEN: rules.HIDDEN_TEXT,
    Concealment.COLOUR: rules.INVISIBLE_COLOUR,
    Concealment.TINY: rules.TINY_TEXT,
    Concealment.STRUCK: rules.STRUCK_TEXT,
}


class Ink:
    """Gathers a paragraph's text. Concealed words never enter it: they leave an issue, struck ones a mark as well.

    Blanks are no words: struck, white or tiny blanks that stand alone stay, because they are printed.
    """

    __slots__ = ("_before", "_blanks", "_break", "_kind", "_last", "_parts", "_withheld", "issues", "length", "marks")

    def __init__(self, before: Callable[[str], str]) -> None:
        """Take the function that words what stands before a place."""
        self._before = before
        self._parts: list[str] = []
        self._withheld: list[str] = []
        self._kind: Concealment | None = None
        self._break = False
        self._last = self._blanks = ""
        self.length = 0
        self.marks: list[Mark] = []
        self.issues: list[Issue] = []

    @property
    def text(self) -> str:
        """The visible text so far."""
        return "".join(self._parts)

    @property
    def last(self) -> str:
        """The last visible words so far, without the blanks after them."""
        return self._last

    def write(self, text: str, concealment: Concealment | None) -> None:
        """Add characters in the state they are printed in."""
        if concealment is not self._kind:
            self.settle()
            self._kind = concealment
        if concealment is None:
            self._print(text)
        else:
            self._withheld.append(text)

    def break_page(self) -> None:
        """Add a page or column break: a line break inside text, nothing at its edges."""
        self.settle()
        self._break = self.length > 0

    def begin(self) -> int:
        """Close what is open and return the place where the next visible character will stand."""
        self.settle()
        self._print_break()
        return self.length

    def settle(self) -> None:
        """Close a concealed stretch: report it if it holds words."""
        withheld, kind = "".join(self._withheld), self._kind
        self._withheld.clear()
        self._kind = None
        if kind is None or not withheld:
            return
        if withheld.isspace():
            if kind is not Concealment.HIDDEN:
                self._print(withheld)
            return
        self._report(kind, len("".join(withheld.split())))

    def mark(self, start: int, kind: MarkKind, value: str = "") -> None:
        """Mark everything written since ``start``."""
        if self.length > start:
            self.marks.append(Mark(start, self.length, kind, value))

    def _print(self, text: str) -> None:
        if text:
            self._print_break()
            self._parts.append(text)
            self._remember(text)
            self.length += len(text)

    def _print_break(self) -> None:
        if self._break:
            self._break = False
            self._parts.append("\n")
            self._remember("\n")
            self.length += 1

    def _remember(self, text: str) -> None:
        """Keep the last words, so that nobody need look through the whole paragraph for them."""
        words = text.rstrip(BLANK)
        if words:
            self._last = (self._last + self._blanks + words)[-WORDS:]
            self._blanks = ""
        self._blanks = (self._blanks + text[len(words) :])[-WORDS:]

    def _report(self, kind: Concealment, count: int) -> None:
        self.issues.append(Issue(_RULES[kind], {"count": str(count), "before": self._before(self.last)}))
        mark = Mark(self.length, self.length, MarkKind.WITHHELD)
        if kind is Concealment.STRUCK and self.marks[-1:] != [mark]:
            self.marks.append(mark)
