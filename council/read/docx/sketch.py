"""What a Word file says of looks, noted while its words are read: kept by paragraph, next to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from council.model.paper_content import PLAIN_FACE, Face
from council.read.docx.layout import Layout, Said
from council.read.docx.names import child, w

if TYPE_CHECKING:
    from council.read.docx.names import Element
    from council.read.docx.package import Package
    from council.read.docx.styles import NumberRef

_SECTION = w("sectPr")


class ParagraphSketch(Struct):
    """The looks of one paragraph; places are those in its text.

    ``faces`` are stretches with their look, ``label`` is where the printed number ends, ``drawings`` and ``breaks``
    (of pages) stand before the letter at their place; ``section`` ends a section.
    """

    layout: Layout
    said: Said
    faces: list[tuple[int, int, Face]] = field(default_factory=list)
    label: int = 0
    drawings: list[tuple[int, Element]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    section: Element | None = None
    _open: list[Face] = field(default_factory=list)

    def begin_run(self, properties: Element | None) -> None:
        """Note how what is written from here on looks."""
        self._open.append(self.layout.face(self.said, properties))

    def end_run(self) -> None:
        """Go back to the look before the run."""
        self._open.pop()

    def wrote(self, start: int, end: int) -> None:
        """Note that letters were written."""
        face = self._open[-1] if self._open else self.layout.face(self.said, None)
        if end > start and face != PLAIN_FACE:
            self.faces.append((start, end, face))


class Sketch:
    """The looks of a whole file: of paragraphs by their numbers, of tables by those of their first paragraphs."""

    def __init__(self, package: Package) -> None:
        """Begin with no paragraph."""
        self.layout = Layout(package)
        self.paragraphs: dict[int, ParagraphSketch] = {}
        self.tables: dict[int, list[Element]] = {}

    def paragraph(self, number: int, properties: Element | None, place: NumberRef | None) -> ParagraphSketch:
        """Open a paragraph."""
        said = self.layout.paragraph(properties, place)
        section = None if properties is None else child(properties, _SECTION)
        found = self.paragraphs[number] = ParagraphSketch(self.layout, said, section=section)
        return found

    def table(self, number: int, element: Element) -> None:
        """Note a table; one within the first cell of another comes after it."""
        self.tables.setdefault(number, []).append(element)
