"""The letters and pictures of one paragraph of a Word file, cut where their looks change or a page ends."""

from __future__ import annotations

from itertools import pairwise

from council.model.paper_content import PLAIN_FACE, Face, Inline, Run
from council.papers.picture_files import PictureFiles
from council.papers.word_pictures import pictures_of
from council.read.docx.sketch import ParagraphSketch
from council.text.blocks import Mark, MarkKind, Paragraph

_BLANKS = " \t"


def opening(paragraph: Paragraph, sketch: ParagraphSketch) -> str:
    """Return the number that is printed before a paragraph, without the blank after it."""
    return paragraph.text[: sketch.label].rstrip(_BLANKS)


def inlines_of(paragraph: Paragraph, sketch: ParagraphSketch, files: PictureFiles) -> list[tuple[Inline, ...]]:
    """Return what stands in a paragraph after its number: one piece for each page that it has a part on."""
    text = paragraph.text
    rubies = [mark for mark in paragraph.marks if mark.kind is MarkKind.RUBY and mark.start < mark.end]
    cuts = _cuts(len(text), sketch, rubies)
    readings = {mark.start: mark.value for mark in rubies}
    faces = _faces(sketch)
    pieces: list[list[Inline]] = [[]]
    for start, end in pairwise((*cuts, len(text) + 1)):
        if start in sketch.breaks:
            pieces.append([])
        pieces[-1] += [one for at, drawing in sketch.drawings if at == start for one in pictures_of(drawing, files)]
        words = text[start:end].removeprefix("\n" if start in sketch.breaks else "")
        if start >= sketch.label and words:
            _add(pieces[-1], Run(words, faces.get(start, PLAIN_FACE), readings.get(start, "")))
    return [tuple(piece) for piece in pieces]


def _cuts(length: int, sketch: ParagraphSketch, rubies: list[Mark]) -> list[int]:
    """Return the places where something changes, in order; none lies inside letters that share a reading."""
    found = {0, length, sketch.label, *sketch.breaks, *(at for at, _ in sketch.drawings)}
    found |= {place for start, end, _ in sketch.faces for place in (start, end)}
    inside = {place for mark in rubies for place in range(mark.start + 1, mark.end)}
    return sorted((found - inside) | {place for mark in rubies for place in (mark.start, mark.end)})


def _faces(sketch: ParagraphSketch) -> dict[int, Face]:
    """Return the look of the letter at each place where a look is told of."""
    return {place: face for start, end, face in sketch.faces for place in range(start, end)}


def _add(piece: list[Inline], run: Run) -> None:
    """Add letters, to those before them if they look alike."""
    before = piece[-1] if piece else None
    if isinstance(before, Run) and before.face == run.face and not before.ruby and not run.ruby:
        piece[-1] = Run(before.text + run.text, run.face)
    else:
        piece.append(run)
