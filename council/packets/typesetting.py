"""Word files and workbooks as PDF: set by us, or converted by an office program where the council asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from council.diagnostics import Finding, Outcome, finding
from council.glossary.interface import Words
from council.location import Location
from council.model.paper_content import PaperContent, PaperPages, Tabular
from council.packets.pdf.fonts import is_installed
from council.packets.pdf.glyphs import named
from council.packets.typeset.engine import UnsetPaperError, set_pages
from council.packets.typeset.leaves import Leaves, work_of
from council.rules import typesetting as rules

_MOST_WORK = 12_000
_TOLD = 8  # characters that a finding names


class Typeset(Struct, frozen=True):
    """A paper as PDF, with its pages."""

    pdf: bytes
    pages: PaperPages


def typeset_paper(
    content: PaperContent, title: str, language: str, pictures: Mapping[str, bytes], name: str = ""
) -> Outcome[Typeset | None]:
    """Return a paper set by us as PDF/UA-1; None without the extra ``packet``, or where it cannot be set.

    The same content gives the same bytes. ``pictures`` are those of the content, by name; ``name`` is the paper's path
    in the project. Findings: D401 (a character without shape), D402, D403 (None).
    """
    if not is_installed():
        return Outcome(None)
    place = Location(name)
    if (work := work_of(content)) > _MOST_WORK:
        return Outcome(None, (finding(rules.TOO_LONG_TO_SET, place, count=work),))
    leaves = Leaves(frozenset(pictures), Words(language)("paper.picture"))
    data = leaves.data(content, title, language)
    try:
        pdf, count, starts = set_pages(data, pictures)
    except UnsetPaperError as error:
        return Outcome(None, (finding(rules.NOT_SET, place, reason=error),))
    return Outcome(
        Typeset(pdf, PaperPages(count, _starts(content, starts), rows=tuple(_rows(content, starts)))),
        _missing(leaves, place),
    )


def _starts(content: PaperContent, told: Mapping[tuple[int, int], int]) -> tuple[int, ...]:
    """Return the page on which each block begins; what told nothing begins with the block after it, else before it."""
    found: list[int] = []
    following = 0
    for place in reversed(range(len(content.blocks))):
        following = told.get((place, 0), following)
        found.append(following)
    starts = found[::-1]
    for place, start in enumerate(starts):
        starts[place] = start or (starts[place - 1] if place else 1)
    return tuple(starts)


def _rows(content: PaperContent, told: Mapping[tuple[int, int], int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the tables that go on over pages with the page of each row; one that told nothing is where the last is."""
    for place, block in enumerate(content.blocks):
        if isinstance(block, Tabular):
            page = told.get((place, 0), 1)
            pages = tuple(page := told.get((place, row), page) for row in range(len(block.rows)))
            if len(set(pages)) > 1:
                yield place, pages


def _missing(leaves: Leaves, place: Location) -> tuple[Finding, ...]:
    if not leaves.shapes.missing:
        return ()
    told = list(leaves.shapes.missing)
    characters = " ".join(named(one) for one in told[:_TOLD]) + (" …" if len(told) > _TOLD else "")
    return (finding(rules.NO_SHAPE, place, characters=characters),)
