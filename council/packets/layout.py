"""How much stands on the pages that we set ourselves, so that their number is known before anything is typeset."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from council.packets.book import Book, Leaf, LeafKind

CONTENTS_LINES = 24
"""Lines of the contents on a page, each of at most two printed lines."""

SHEET_WIDTH = 140
"""Columns of a line on an item's sheet, a kanji two: at most two printed lines."""

SHEET_BILLS, SHEET_DEBATES, SHEET_DECISIONS = 6, 5, 5
"""Lines on an item's sheet, so that it is one page; one more line counts the rest of each."""


class ContentsLine(Struct, frozen=True):
    """A line of the contents.

    ``leaf`` is the place in ``Book.leaves`` where it leads, -1 where the item has no page; ``item`` or ``paper`` the
    place of what it names, both -1 for the heading above the papers of no item.
    """

    item: int = -1
    paper: int = -1
    leaf: int = -1


def contents_leaves(items: int, papers: int, *, rest: bool) -> int:
    """Return how many pages the contents take."""
    lines = items + papers + rest
    return max(1, -(-lines // CONTENTS_LINES))


def contents_pages(book: Book) -> tuple[tuple[ContentsLine, ...], ...]:
    """Return the lines of the contents, page by page: as many pages as the plan has leaves for them."""
    lines = tuple(_lines(book))
    return tuple(lines[start : start + CONTENTS_LINES] for start in range(0, max(len(lines), 1), CONTENTS_LINES))


def _lines(book: Book) -> Iterator[ContentsLine]:
    sheets = {leaf.item: place for place, leaf in enumerate(book.leaves) if leaf.kind is LeafKind.ITEM}
    first = _first_leaves(book.leaves)
    for place, item in enumerate(book.items):
        yield ContentsLine(item=place, leaf=sheets.get(place, -1))
        yield from (ContentsLine(paper=paper, leaf=first[paper]) for paper in item.papers)
    if book.rest:
        yield ContentsLine(leaf=first[book.rest[0]])
        yield from (ContentsLine(paper=paper, leaf=first[paper]) for paper in book.rest)


def _first_leaves(leaves: tuple[Leaf, ...]) -> dict[int, int]:
    first: dict[int, int] = {}
    for place, leaf in enumerate(leaves):
        first.setdefault(leaf.paper, place)
    return first
