"""All pages of a packet in one file, in the order of the plan, with nothing of the papers but what their pages show."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf
from msgspec import Struct, field

from council.packets.book import Book
from council.packets.pdf.drawings import Drawings
from council.packets.pdf.links import PaperLink, Places, links_of
from council.packets.pdf.outlines import PaperEntry, own_outline
from council.packets.pdf.paper_tags import NUMBER, PaperTags, is_marked, is_tagged
from council.packets.pdf.sheets import Seen, seen
from council.packets.pdf.sources import Sources, binding_of

_KEPT = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group", "/UserUnit"}
)


class Gathered(Struct):
    """A file with all pages in order, and what of the papers is written anew.

    ``links`` are those of each page of a paper, by its place; ``outlines`` and ``tags`` those of papers.
    """

    pdf: pikepdf.Pdf
    shapes: tuple[Seen, ...] = ()
    links: dict[int, tuple[PaperLink, ...]] = field(default_factory=dict)
    outlines: dict[int, tuple[PaperEntry, ...]] = field(default_factory=dict)
    tags: dict[int, PaperTags] = field(default_factory=dict)


def gathered(book: Book, front: bytes, ours: Mapping[int, object], sources: Sources) -> Gathered:
    """Put the pages together: ``front`` holds those of ours, one for each place in ``ours``, in order.

    Raises UnboundError.
    """
    made = Gathered(pikepdf.open(io.BytesIO(front)))
    papers = {paper: _Paper(paper, one) for paper, one in sources.pdfs.items()}
    for place, leaf in enumerate(book.leaves):
        if place not in ours:
            with binding_of(leaf.paper):
                papers[leaf.paper].put(made, place, leaf.page)
    for paper, one in papers.items():
        with binding_of(paper):
            one.tell(made)
    made.shapes = tuple(seen(page) for page in made.pdf.pages)
    return made


class _Paper:
    """A paper while its pages are put into the packet."""

    def __init__(self, paper: int, pdf: pikepdf.Pdf) -> None:
        self._paper = paper
        self._pdf = pdf
        with binding_of(paper):
            self._places = Places(pdf)
            self._outline = own_outline(pdf, self._places)
            self._is_tagged = is_tagged(pdf)
        self._drawings = Drawings()
        self._marked: list[pikepdf.Page] = []
        self._bound: set[int] = set()

    def put(self, made: Gathered, place: int, number: int) -> None:
        """Put a page, counted from 1, at its place; one that is bound again has no tags the second time."""
        page = self._pdf.pages[number - 1]
        made.links[place] = links_of(page, self._places)
        keeps_marks = self._is_tagged and number not in self._bound and is_marked(page, self._drawings)
        self._bound.add(number)
        _strip(page, keeps_marks=keeps_marks)
        made.pdf.pages.insert(place, page)
        if keeps_marks:
            self._marked.append(made.pdf.pages[place])

    def tell(self, made: Gathered) -> None:
        """Keep what the paper's outline says, and bring its tags over."""
        made.outlines[self._paper] = self._outline
        if self._marked:
            made.tags[self._paper] = _tags(made.pdf, self._pdf, self._marked)


def _tags(pdf: pikepdf.Pdf, paper: pikepdf.Pdf, pages: list[pikepdf.Page]) -> PaperTags:
    """Bring the tags of some pages over; the other pages' are left behind."""
    drawings = Drawings()
    drawn = {key for page in pages for key in drawings.of(page.resources)}
    return PaperTags(pdf.copy_foreign(paper.Root.StructTreeRoot), {page.obj.objgen for page in pages}, drawn)


def _strip(page: pikepdf.Page, *, keeps_marks: bool) -> None:
    for key in [one for one in page.obj.keys() if one not in _KEPT]:  # noqa: SIM118 - a PDF dictionary is no mapping
        if key != NUMBER or not keeps_marks:
            del page.obj[key]
