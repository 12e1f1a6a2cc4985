"""A packet's plan as its page shows it: items, papers and leaves, each leaf with its words or where its original is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from council.model.events import MaterialId
from council.model.paper_text import PaperPart
from council.packets.book import Book, BookItem, BookPaper, Leaf, LeafKind, Line, PageNumber
from council.pages.materials import kind_words
from council.pages.paper_pages import page_html
from council.pages.paper_words import paper_html
from council.pages.sheet import Link, Sheet

_NOTHING = Markup()
_HEADING = 4  # below the titles of item and paper
_PICTURES = frozenset({"png", "jpeg"})


class LeafView(Struct, frozen=True):
    """A page of the packet.

    ``place`` is which page of the paper it is, in words; ``original`` the file opened at this page, ``whole`` the PDF
    of the packet opened here, each empty where there is none; ``note`` says why there are no words.
    """

    number: str
    anchor: str
    place: str
    page: int
    whole: str = ""
    change: str = ""
    changed: str = ""
    words: Markup = _NOTHING
    note: str = ""
    original: str = ""
    picture: str = ""


class PaperView(Struct, frozen=True):
    """A paper with its leaves; ``span`` are its page numbers in words, ``change`` a word for its look."""

    id: str
    number: str
    title: str
    kind: str
    page: str
    sha256: str
    anchor: str
    span: str
    withheld: str
    restricted: bool
    change: str
    notes: tuple[str, ...]
    leaves: tuple[LeafView, ...]


class ItemView(Struct, frozen=True):
    """An item of the agenda with what stands on its sheet and its papers; ``leaf`` is its sheet, if it has one."""

    id: str
    label: str
    title: str
    restricted: bool
    leaf: LeafView | None
    bills: tuple[Link, ...]
    debates: tuple[Link, ...]
    decisions: tuple[Link, ...]
    papers: tuple[PaperView, ...]
    also: tuple[PaperView, ...]


class BookView(Struct, frozen=True):
    """A whole packet as its page shows it; ``retired`` are numbers borne no more: number, where it leads, in words."""

    id: str
    edition: str
    revision: int
    cover: LeafView
    contents: tuple[LeafView, ...]
    items: tuple[ItemView, ...]
    rest: tuple[PaperView, ...]
    notes: tuple[str, ...]
    pages: int
    last: str
    papers: int
    retired: tuple[tuple[str, str, str], ...]


def book_view(sheet: Sheet, book: Book, pdf: str = "") -> BookView:
    """Return a packet as its page shows it; ``pdf`` is where the packet's PDF lies, below the root, if there is one."""
    return _Showing(sheet, book, pdf, {leaf.number: place for place, leaf in enumerate(book.leaves, start=1)}).view()


class _Showing(Struct, frozen=True):
    """One packet being shown; ``places`` are where its leaves stand in the PDF, from 1."""

    sheet: Sheet
    book: Book
    pdf: str
    places: Mapping[PageNumber, int]

    def view(self) -> BookView:
        book, papers = self.book, self._papers()
        return BookView(
            id=book.id,
            edition=book.edition,
            revision=book.revision,
            cover=next(iter(self._of_kind(LeafKind.COVER))),
            contents=self._of_kind(LeafKind.CONTENTS),
            items=self._items(papers),
            rest=tuple(papers[place] for place in book.rest),
            notes=book.notes,
            pages=len(book.leaves),
            last=str(book.leaves[-1].number),
            papers=len(book.papers),
            retired=tuple((str(one.number), str(one.now), one.words) for one in book.retired),
        )

    def _of_kind(self, kind: LeafKind) -> tuple[LeafView, ...]:
        return tuple(self._front(leaf) for leaf in self.book.leaves if leaf.kind is kind)

    def _items(self, papers: list[PaperView]) -> tuple[ItemView, ...]:
        sheets = {leaf.item: self._front(leaf) for leaf in self.book.leaves if leaf.kind is LeafKind.ITEM}
        return tuple(self._item(one, sheets.get(place), papers) for place, one in enumerate(self.book.items))

    def _item(self, item: BookItem, leaf: LeafView | None, papers: list[PaperView]) -> ItemView:
        return ItemView(
            id=item.anchor,
            label=item.label,
            title=item.title,
            restricted=item.restricted,
            leaf=leaf,
            bills=self._links(item.bills),
            debates=self._links(item.debates),
            decisions=self._links(item.decisions),
            papers=tuple(papers[place] for place in item.papers),
            also=tuple(papers[place] for place in item.also),
        )

    def _links(self, lines: Iterable[Line]) -> tuple[Link, ...]:
        return tuple(Link(self.sheet.href(line.href) if line.href else "", line.text) for line in lines)

    def _papers(self) -> list[PaperView]:
        inside = sorted((leaf for leaf in self.book.leaves if leaf.paper >= 0), key=lambda leaf: leaf.paper)
        leaves = {place: tuple(found) for place, found in groupby(inside, key=lambda leaf: leaf.paper)}
        return [self._paper(paper, leaves.get(place, ())) for place, paper in enumerate(self.book.papers)]

    def _paper(self, paper: BookPaper, leaves: tuple[Leaf, ...]) -> PaperView:
        parts = self._parts(paper)
        views = tuple(self._page(paper, leaf, parts) for leaf in leaves)
        return PaperView(
            id=paper.material_id,
            number=paper.number,
            title=paper.title,
            kind=kind_words(self.sheet, paper.kind.upper()),
            page=self.sheet.href(paper.page_uri) if paper.page_uri else "",
            sha256=paper.sha256,
            anchor=views[0].anchor if views else "",
            span=self._span(views),
            withheld=paper.withheld,
            restricted=paper.restricted,
            change=paper.change.value,
            notes=paper.notes,
            leaves=views,
        )

    def _span(self, leaves: tuple[LeafView, ...]) -> str:
        numbers = [leaf.number for leaf in leaves]
        if len(numbers) > 1:
            return self.sheet.t("packet.span", first=numbers[0], last=numbers[-1])
        return "".join(numbers)

    def _parts(self, paper: BookPaper) -> dict[int, PaperPart]:
        """Return the parts of a paper by their numbers: of a PDF its pages."""
        text = None if paper.withheld else self.sheet.record.council.papers.get(MaterialId(paper.material_id))
        return {part.number: part for part in text.parts} if text else {}

    def _page(self, paper: BookPaper, leaf: Leaf, parts: Mapping[int, PaperPart]) -> LeafView:
        words = _NOTHING if paper.withheld else self._words(paper, leaf, parts)
        return replace(
            self._leaf(leaf, f"{paper.number} {leaf.page}/{paper.pages}" if paper.pages > 1 else paper.number),
            words=words,
            note="" if words or paper.withheld else self._note(paper, parts.get(leaf.page)),
            original=self._original(paper, leaf),
            picture=self.sheet.href(paper.uri) if paper.kind in _PICTURES and paper.uri else "",
        )

    def _words(self, paper: BookPaper, leaf: Leaf, parts: Mapping[int, PaperPart]) -> Markup:
        """Return what stands on a leaf: a page of a PDF, or what begins there of a file that is set by us."""
        seen = page_html(self.sheet, MaterialId(paper.material_id), leaf.page, _HEADING)
        if seen is not None:
            return seen
        if paper.kind == "pdf":
            return self._part(parts[leaf.page]) if leaf.page in parts else _NOTHING
        return Markup("\n").join(map(self._part, parts.values())) if leaf.page == 1 else _NOTHING

    def _part(self, part: PaperPart) -> Markup:
        return paper_html(part.blocks, self.sheet.studio.words, f"h{_HEADING}")

    def _note(self, paper: BookPaper, part: PaperPart | None) -> str:
        if paper.kind in _PICTURES:
            return self.sheet.t("packet.picture")
        if paper.kind != "pdf":
            return self.sheet.t("packet.goes_on")
        return self.sheet.t("packet.no_words" if part is None or part.readable else "material.page_unread")

    def _original(self, paper: BookPaper, leaf: Leaf) -> str:
        if not paper.uri:
            return ""
        return self.sheet.href(paper.uri) + (f"#page={leaf.page}" if paper.kind == "pdf" else "")

    def _front(self, leaf: Leaf) -> LeafView:
        label = self.book.items[leaf.item].label if leaf.kind is LeafKind.ITEM else ""
        return self._leaf(leaf, label or self.sheet.t(f"packet.{leaf.kind.value}"))

    def _leaf(self, leaf: Leaf, place: str) -> LeafView:
        return LeafView(
            number=str(leaf.number),
            anchor=leaf.number.anchor,
            place=place,
            page=leaf.page,
            whole=f"{self.sheet.href(self.pdf)}#page={self.places[leaf.number]}" if self.pdf else "",
            change=leaf.change.value,
            changed=leaf.changed,
        )
