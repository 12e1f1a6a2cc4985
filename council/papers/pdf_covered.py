"""Words of a PDF that stand under a filled area: covered with a colour, they can still be copied out and searched."""

from __future__ import annotations

from collections import defaultdict

from council.papers.pdf_marks import Area, Drawing, Glyph

_DARK, _SAME = 0.4, 0.12
_SMALLEST = 0.6  # of the size of the letters; a rule under or through them is lower
_BAND = 24.0
_FEWEST = 2  # one letter may stand on the edge of a box


def has_covered_words(drawing: Drawing) -> bool:
    """Say whether letters lie under an area drawn later, or are as dark as the one below."""
    return bool(drawing.areas) and _covered(drawing.glyphs, drawing.areas) >= _FEWEST


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
