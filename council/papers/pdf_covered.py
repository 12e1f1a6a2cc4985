"""Words of a PDF that stand under a filled area: covered with a colour, they can still be copied out and searched."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pypdf import PageObject, PdfReader

from council.papers.pdf_drawing import drawn
from council.papers.pdf_marks import Area, Glyph
from council.papers.pdf_objects import dictionary_at

# More than this of drawing (a map, a plan) is not walked through.
_LONGEST = 3_000_000
_FILL = re.compile(rb"[\s\])>](?:f\*?|F|B\*?|b\*?)[\s/\[(<]")
_DARK, _SAME = 0.4, 0.12
_SMALLEST = 0.6  # of the size of the letters; a rule under or through them is lower
_BAND = 24.0
_FEWEST = 2  # one letter may stand on the edge of a box


def pages_with_covered_words(reader: PdfReader) -> Iterator[int]:
    """Yield the numbers of pages where letters lie under an area drawn later, or are as dark as the one below."""
    for number, page in enumerate(reader.pages, start=1):
        contents = page.get_contents()
        if contents is None or not _may_cover(page, contents.get_data()):
            continue
        glyphs, areas = drawn(page, contents)
        if areas and _covered(glyphs, areas) >= _FEWEST:
            yield number


def _may_cover(page: PageObject, drawing: bytes) -> bool:
    """Say whether anything is filled on a page at all, or drawn by a form, which most pages of words do not do."""
    forms = "/XObject" in dictionary_at(page, "/Resources") and b" Do" in drawing
    return len(drawing) <= _LONGEST and (forms or _FILL.search(drawing) is not None)


def _covered(glyphs: list[Glyph], areas: list[Area]) -> int:
    bands: dict[int, list[Area]] = defaultdict(list)
    for area in areas:
        for band in range(int(area.bottom // _BAND), int(area.top // _BAND) + 1):
            bands[band].append(area)
    return sum(_is_covered(glyph, bands.get(int(glyph.y // _BAND), ())) for glyph in glyphs)


def _is_covered(glyph: Glyph, areas: list[Area] | tuple[()]) -> bool:
    below: Area | None = None
    for area in areas:
        if not area.holds(glyph.x, glyph.y) or min(area.width, area.height) < _SMALLEST * glyph.size:
            continue
        if area.order > glyph.order:
            return True
        below = area
    return below is not None and not glyph.unseen and below.shade < _DARK and abs(below.shade - glyph.shade) < _SAME
