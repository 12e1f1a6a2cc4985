"""The few words around the first hit, with every hit in them marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from council.search.matching import Span

BEFORE, LENGTH = 30, 120
"""Code points of the text before the first hit, and in all."""

_ELLIPSIS = "…"
_ONE_LINE = str.maketrans("\n\t", "  ")


def snippet(text: str, spans: Iterable[Span]) -> tuple[str, list[list[int]]]:
    """Return a piece of the text in one line and the marks in it, both in code points; ``…`` stands where it is cut."""
    ordered = sorted(spans)
    start = max(0, ordered[0][0] - BEFORE) if ordered else 0
    end = min(len(text), start + LENGTH)
    front, behind = _ELLIPSIS if start else "", _ELLIPSIS if end < len(text) else ""
    clipped = ((max(first, start), min(last, end)) for first, last in ordered)
    shift = len(front) - start
    marks = [[first + shift, last + shift] for first, last in _merged(span for span in clipped if span[0] < span[1])]
    return front + text[start:end].translate(_ONE_LINE) + behind, marks


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield ascending spans, those that overlap as one."""
    held: Span | None = None
    for span in spans:
        if held and span[0] < held[1]:
            held = (held[0], max(held[1], span[1]))
        else:
            if held:
                yield held
            held = span
    if held:
        yield held
