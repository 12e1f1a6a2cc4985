"""A packet as one PDF: the plan of `Book`, page by page, with outline, links, labels and stamps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from council.diagnostics import Bilingual, Finding, Outcome, finding
from council.glossary import words_binding as words
from council.location import Location
from council.packets.book import Book, LeafKind
from council.packets.pdf.connecting import connect
from council.packets.pdf.finishing import finished
from council.packets.pdf.front import Front
from council.packets.pdf.glyphs import Glyphs, named
from council.packets.pdf.merging import Gathered, gathered
from council.packets.pdf.overlay import Overlay
from council.packets.pdf.sources import Sources, UnboundError, missing_leaves, opened
from council.packets.pdf.stamps import label_of, stamps
from council.packets.pdf.tags import tag_papers
from council.packets.pdf.typesetting import UnsetError, typeset
from council.rules import binding as rules


def bound(book: Book, paper: Callable[[int], bytes | None]) -> Outcome[bytes | None]:
    """Return the PDF of a packet; see `council.packets.pdf.bind`."""
    refused: dict[int, Bilingual] = {}
    while True:
        try:
            return _bound(book, opened(book, paper, refused))
        except UnboundError as error:
            if error.paper in refused:
                raise
            refused[error.paper] = words.WHY_UNREADABLE


def _bound(book: Book, sources: Sources) -> Outcome[bytes | None]:
    try:
        front, made = _set(book, sources)
        _stamp(book, front, made)
    except UnsetError as error:
        return Outcome(None, (finding(rules.TOO_LONG, _place(book), reason=str(error).partition("\n")[0]),))
    title = front.glyphs.text(book.title, book.title)
    found = (*_papers_told(book, sources), *_glyphs_told(book, front.glyphs))
    return Outcome(finished(made.pdf, book, title), found)


def _set(book: Book, sources: Sources) -> tuple[Front, Gathered]:
    """Typeset our own pages; a picture that cannot be set becomes a page that says so."""
    try:
        return _set_once(book, sources)
    except UnsetError:
        bad = [paper for paper, (name, data) in sources.pictures.items() if not _is_settable(name, data)]
        if not bad:
            raise
        for paper in bad:
            del sources.pictures[paper]
            sources.refused[paper] = words.WHY_UNREADABLE
        return _set_once(book, sources)


def _set_once(book: Book, sources: Sources) -> tuple[Front, Gathered]:
    pictures = {
        place: sources.pictures[leaf.paper][0]
        for place, leaf in enumerate(book.leaves)
        if leaf.kind is LeafKind.PAPER and leaf.paper in sources.pictures and leaf.page == 1
    }
    front = Front(book, missing_leaves(book, sources), pictures, Glyphs())
    pages = front.pages()
    made = gathered(book, typeset("front", front.data(pages), dict(sources.pictures.values())), pages, sources)
    if len(made.pdf.pages) != len(book.leaves):
        message = f"{len(made.pdf.pages)} ≠ {len(book.leaves)}"
        raise UnsetError(message)
    if pages and "/Font" not in made.pdf.pages[min(pages)].resources:  # the typesetter leaves words out without a word
        message = "no fonts"
        raise UnsetError(message)
    return front, made


def _is_settable(name: str, data: bytes) -> bool:
    page = {"kind": "picture", "file": name, "alt": name}
    try:
        typeset("front", {"title": name, "language": "en", "pages": [page]}, {name: data})
    except UnsetError:
        return False
    return True


def _stamp(book: Book, front: Front, made: Gathered) -> None:
    laid = stamps(book, made.shapes, front.glyphs, words.MEMBERS_ONLY.in_language(book.language))
    over = Overlay(made.pdf)
    marked = {key for tags in made.tags.values() for key in tags.pages}
    for place, shape in enumerate(made.shapes):
        stays = place not in made.links or made.pdf.pages[place].obj.objgen in marked
        (over.beside if stays else over.around)(place, shape, laid.pages[place])
    said = _said(book)
    tag_papers(made.pdf, {place: book.leaves[place].paper for place in made.links}, said, made.tags)
    connect(book, made, said)


def _said(book: Book) -> Mapping[int, str]:
    """Return what each page is called where a link leads to it."""
    page = words.PAGE.in_language(book.language)
    labels = [(label_of(book, leaf), page.format(number=leaf.number)) for leaf in book.leaves]
    return {place: f"{number} {label}".strip() for place, (label, number) in enumerate(labels)}


def _place(book: Book) -> Location:
    return Location(f"packets/{book.id}.pdf")


def _papers_told(book: Book, sources: Sources) -> Iterator[Finding]:
    planned: dict[int, set[int]] = {}
    for leaf in book.leaves:
        if leaf.kind is LeafKind.PAPER:
            planned.setdefault(leaf.paper, set()).add(leaf.page)
    for paper, pages in planned.items():
        found = book.papers[paper]
        place, name = Location(found.uri or f"packets/{book.id}.pdf"), f"{found.number} {found.title}".strip()
        if paper in sources.refused:
            yield finding(rules.NOT_BOUND, place, paper=name, reason=_as_reason(sources.refused[paper]))
        elif max(pages) != sources.pages_of(paper):
            values = {"paper": name, "planned": max(pages), "found": sources.pages_of(paper)}
            yield finding(rules.OTHER_PAGES, place, **values)


def _as_reason(text: Bilingual) -> Bilingual:
    return Bilingual(text.ja.partition("。")[0], text.en.rstrip(".").partition(";")[0])


def _glyphs_told(book: Book, glyphs: Glyphs) -> Iterator[Finding]:
    for cluster, where in glyphs.missing.items():
        yield finding(rules.NO_GLYPH, _place(book), character=named(cluster), words=where)
