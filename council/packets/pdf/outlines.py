"""The outline of a packet: cover, contents, items, their papers, and what each paper's own outline says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import pikepdf
from msgspec import Struct
from pikepdf import Array, Dictionary, Name, String

from council.glossary import words_binding as words
from council.packets.book import Book, LeafKind
from council.packets.pdf.links import Places

_DEEPEST = 6
_MOST = 1500  # entries of one paper
_LONGEST = 300  # characters of an entry


class Entry(Struct, frozen=True):
    """A line of an outline: its words, the place in ``Book.leaves`` where it leads (-1: nowhere), what is below it."""

    title: str
    leaf: int
    below: tuple[Entry, ...] = ()


class PaperEntry(Struct, frozen=True):
    """A line of a paper's own outline; ``page`` counts from 0."""

    title: str
    page: int
    below: tuple[PaperEntry, ...] = ()


def own_outline(pdf: pikepdf.Pdf, places: Places) -> tuple[PaperEntry, ...]:
    """Return a paper's own outline as far as it leads to its pages."""
    root = pdf.Root.get("/Outlines")
    return tuple(_below(root, places, set(), 0)) if isinstance(root, Dictionary) else ()


def _below(parent: Dictionary, places: Places, met: set[tuple[int, int]], depth: int) -> Iterator[PaperEntry]:
    one = parent.get("/First")
    while isinstance(one, Dictionary) and one.objgen not in met and len(met) < _MOST and depth < _DEEPEST:
        met.add(one.objgen)
        title = " ".join(str(one.get("/Title", "")).split())[:_LONGEST]
        below = tuple(_below(one, places, met, depth + 1))
        page = places.page_of(one.get("/A") if "/A" in one else one.get("/Dest"))
        if title and (page >= 0 or below):
            yield PaperEntry(title, page, below)
        one = one.get("/Next")


def entries(book: Book, outlines: Mapping[int, tuple[PaperEntry, ...]]) -> tuple[Entry, ...]:
    """Return the outline of a packet; ``outlines`` are those of its papers, by their places in ``Book.papers``."""
    return tuple(_Outline(book, outlines).top())


class _Outline:
    def __init__(self, book: Book, outlines: Mapping[int, tuple[PaperEntry, ...]]) -> None:
        self._book = book
        self._outlines = outlines
        self._leaves: dict[tuple[int, int], int] = {}
        self._first: dict[int, int] = {}
        for place, leaf in enumerate(book.leaves):
            self._leaves.setdefault((leaf.paper, leaf.page), place)
            self._first.setdefault(leaf.paper, place)

    def top(self) -> Iterator[Entry]:
        kinds = [leaf.kind for leaf in self._book.leaves]
        for kind, title in ((LeafKind.COVER, words.COVER), (LeafKind.CONTENTS, words.CONTENTS)):
            if kind in kinds:
                yield Entry(title.in_language(self._book.language), kinds.index(kind))
        for place, item in enumerate(self._book.items):
            sheet = next((at for at, leaf in enumerate(self._book.leaves) if leaf.item == place), -1)
            if sheet >= 0:
                yield Entry(f"{item.label}\u3000{item.title}".strip(), sheet, tuple(map(self._paper, item.papers)))
        if self._book.rest:
            papers = tuple(map(self._paper, self._book.rest))
            yield Entry(words.OTHER_PAPERS.in_language(self._book.language), papers[0].leaf, papers)

    def _paper(self, paper: int) -> Entry:
        found = self._book.papers[paper]
        below = self._own(paper, self._outlines.get(paper, ()))
        return Entry(f"{found.number}\u3000{found.title}".strip(), self._first.get(paper, -1), below)

    def _own(self, paper: int, own: tuple[PaperEntry, ...]) -> tuple[Entry, ...]:
        return tuple(
            Entry(one.title, self._leaves.get((paper, one.page + 1), -1), self._own(paper, one.below)) for one in own
        )


def write_outline(pdf: pikepdf.Pdf, top: tuple[Entry, ...], places: Mapping[int, Array]) -> None:
    """Write an outline; papers are closed, items open, as a table of contents is read."""
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    _write_below(pdf, root, top, places, 0)
    pdf.Root.Outlines = root


def _write_below(
    pdf: pikepdf.Pdf, parent: Dictionary, below: tuple[Entry, ...], places: Mapping[int, Array], depth: int
) -> None:
    made = [pdf.make_indirect(Dictionary(Title=String(one.title), Parent=parent)) for one in below]
    for one, entry in zip(made, below, strict=True):
        if entry.leaf >= 0:
            one.Dest = places[entry.leaf]
        if entry.below:
            _write_below(pdf, one, entry.below, places, depth + 1)
    for before, after in pairwise(made):
        before.Next, after.Prev = after, before
    if made:
        parent.First, parent.Last = made[0], made[-1]
        parent.Count = -len(made) if depth > 1 else _open(below, depth)


def _open(below: tuple[Entry, ...], depth: int) -> int:
    """Return how many lines are seen below an open one."""
    return len(below) + (sum(len(one.below) for one in below) if depth == 0 else 0)
