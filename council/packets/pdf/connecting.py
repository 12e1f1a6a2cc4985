"""What leads from page to page: links, outline, the numbers that a viewer shows, and named places."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Array, Dictionary, Name, String

from council.packets.book import Book, Leaf
from council.packets.pdf.links import PaperLink, annotation, destination, lead_to_leaves
from council.packets.pdf.merging import Gathered
from council.packets.pdf.outlines import entries, write_outline


def connect(book: Book, made: Gathered, said: Mapping[int, str]) -> None:
    """Write links, outline, labels of pages and named places; ``said`` tells for each leaf what a link to it says."""
    tops = {place: destination(page) for place, page in enumerate(made.pdf.pages)}
    leaves = {place: (top, said[place]) for place, top in tops.items()}
    of_paper = {(leaf.paper, leaf.page): place for place, leaf in reversed(list(enumerate(book.leaves)))}
    for place, page in enumerate(made.pdf.pages):
        if place not in made.links:
            lead_to_leaves(page, leaves)
            continue
        leaf = book.leaves[place]
        found = (_written(one, leaf, of_paper, leaves) for one in made.links[place])
        written = [made.pdf.make_indirect(one) for one in found if one is not None]
        if written:
            page.obj.Annots = Array(written)
    write_outline(made.pdf, entries(book, made.outlines), tops)
    made.pdf.Root.PageLabels = _labels(book)
    made.pdf.Root.Names = Dictionary(Dests=_names(book, tops))


def _written(
    link: PaperLink,
    leaf: Leaf,
    of_paper: Mapping[tuple[int, int], int],
    leaves: Mapping[int, tuple[Array, str]],
) -> Dictionary | None:
    """Return a paper's link; None if it leads to a page that is not bound."""
    if link.page < 0:
        return annotation(link, None, link.address)
    to = of_paper.get((leaf.paper, link.page + 1))
    return None if to is None else annotation(link, *leaves[to])


def _labels(book: Book) -> Dictionary:
    """Return the labels of pages: what a viewer shows as the page's number is its through number."""
    written = Array()
    before = None
    for place, leaf in enumerate(book.leaves):
        number = leaf.number
        follows = before is not None and not before.branch and not number.branch and number.base == before.base + 1
        if not follows:
            written.append(place)
            written.append(Dictionary(P=String(str(number))) if number.branch else Dictionary(S=Name.D, St=number.base))
        before = number
    return Dictionary(Nums=written)


def _names(book: Book, tops: Mapping[int, Array]) -> Dictionary:
    """Return the named places: ``p37`` for each number, also for one that was handed out and is borne no more."""
    found = {leaf.number.anchor: tops[place] for place, leaf in enumerate(book.leaves)}
    by_number = {leaf.number: place for place, leaf in enumerate(book.leaves)}
    for one in book.retired:
        if one.now in by_number:
            found.setdefault(one.number.anchor, tops[by_number[one.now]])
    listed = Array()
    for name in sorted(found):
        listed.append(String(name))
        listed.append(found[name])
    return Dictionary(Names=listed)
