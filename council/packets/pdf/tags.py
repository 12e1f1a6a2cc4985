"""What a screen reader is told of the papers: each is a part of the packet, in its place among our own tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from council.packets.pdf.drawings import Drawings, Key
from council.packets.pdf.paper_tags import PaperTags
from council.packets.pdf.sources import binding_of


def tag_papers(
    pdf: pikepdf.Pdf, leaves: Mapping[int, int], said: Mapping[int, str], papers: Mapping[int, PaperTags]
) -> None:
    """Tag the pages of papers; ``leaves`` tell whose page a place in the file is, ``said`` what it is called.

    A page with tags of its own keeps them; any other is one part, or a figure if it has no letters. Its whole content
    is the form ``Paper`` then, marked 0.
    """
    tree = _Tree(pdf)
    met: set[Key] = set()
    parts: dict[int, tuple[int, list[Any]]] = {}
    for paper, tags in papers.items():
        with binding_of(paper):
            parts[paper] = (min(place for place, whose in leaves.items() if whose == paper), tags.top())
    for place, paper in leaves.items():
        page = pdf.pages[place]
        own = papers.get(paper)
        keeps_marks = own is not None and page.obj.objgen in own.pages
        with binding_of(paper):
            _renumber(tree, page, own if keeps_marks else None, met)
        if not keeps_marks:
            parts.setdefault(paper, (place, []))[1].append(tree.whole_page(page, said[place]))
    tree.put(parts.values())


def _renumber(tree: _Tree, page: pikepdf.Page, tags: PaperTags | None, met: set[Key]) -> None:
    """Give the marks of a page and of what it draws numbers that are free in the packet; none where nothing is tagged."""
    drawn = tree.drawings.of(page.resources if tags else page.obj.Resources.XObject.Paper.Resources)
    for one in (page.obj, *(drawn[key] for key in drawn.keys() - met)):
        for key in ("/StructParents", "/StructParent"):
            if key in one:
                found = tags.of_number(int(one[key])) if tags else None
                if found is None:
                    del one[key]
                else:
                    one[key] = tree.number(found)
    met |= drawn.keys()
    page.obj.Tabs = Name.S


class _Tree:
    """The tags of our own pages, among which the papers' are put."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self.drawings = Drawings()
        self._root: Any = pdf.Root.StructTreeRoot
        self._document: Any = self._root.K[0] if isinstance(self._root.K, Array) else self._root.K
        self._numbers = pikepdf.NumberTree(self._root.ParentTree)
        self._next = max(self._numbers.keys(), default=-1) + 1

    def number(self, tags: Array) -> int:
        """Enter the tags of a page or drawing and return the number that leads to them (ISO 32000-1, 14.7.4.4)."""
        self._numbers[self._next] = self._pdf.make_indirect(tags)
        self._next += 1
        self._root.ParentTreeNextKey = self._next
        return self._next - 1

    def whole_page(self, page: pikepdf.Page, said: str) -> Any:  # noqa: ANN401 - pikepdf's objects have no common type
        """Return a tag for all that a page shows."""
        tag = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=page.obj, K=0))
        if not self.drawings.has_letters(page.obj.Resources.XObject.Paper.Resources):
            tag.S, tag.Alt = Name.Figure, String(said)
        page.obj.StructParents = self.number(Array([tag]))
        page.obj.Tabs = Name.S
        return tag

    def put(self, parts: Sequence[tuple[int, list[Any]]] | Any) -> None:  # noqa: ANN401 - as above
        """Put each paper's tags, as a part, where its first page is."""
        order = {page.obj.objgen: place for place, page in enumerate(self._pdf.pages)}
        kids = list(self._document.K) if isinstance(self._document.K, Array) else [self._document.K]
        placed = [(_place(kid, order, 0), kid) for kid in kids]
        for place, tags in parts:
            if tags:
                tags.sort(key=lambda tag: _place(tag, order, 0))
                part = self._pdf.make_indirect(
                    Dictionary(Type=Name.StructElem, S=Name.Sect, P=self._document, K=Array(tags))
                )
                for tag in tags:
                    tag.P = part
                placed.append((place, part))
        self._document.K = Array([kid for _, kid in sorted(placed, key=lambda one: one[0])])


def _place(tag: Any, order: Mapping[tuple[int, int], int], depth: int) -> int:  # noqa: ANN401 - as above
    """Return on which page a tag begins."""
    if not isinstance(tag, Dictionary) or depth > 64:  # noqa: PLR2004 - deeper than any tags nest
        return -1
    if "/Pg" in tag:
        return order.get(tag.Pg.objgen, -1)
    kids = tag.get("/K")
    found = (_place(one, order, depth + 1) for one in (list(kids) if isinstance(kids, Array) else [kids]))
    return next((place for place in found if place >= 0), -1)
