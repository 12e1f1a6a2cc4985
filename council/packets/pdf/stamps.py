"""Stamps: the number of each page, and which page of which paper it is, laid upright over whatever the page shows."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf

from council.packets.book import Book, Leaf
from council.packets.pdf.glyphs import Glyphs
from council.packets.pdf.sheets import Seen
from council.packets.pdf.typesetting import typeset


def stamps(book: Book, shapes: Sequence[Seen], glyphs: Glyphs, members_only: str) -> pikepdf.Pdf:
    """Return a file with one page for each leaf, as large as that leaf is seen; ``members_only`` marks what is not public.

    Raises UnsetError.
    """
    pages = [_page(book, leaf, shape, glyphs, members_only) for leaf, shape in zip(book.leaves, shapes, strict=True)]
    data = {"title": book.id, "language": book.language, "pages": pages}
    return pikepdf.open(io.BytesIO(typeset("stamps", data, tagged=False)))


def label_of(book: Book, leaf: Leaf) -> str:
    """Return which page of which paper a leaf is, as it is stamped: ``資料2 6/12``; empty for pages of ours."""
    if leaf.paper < 0:
        return ""
    paper = book.papers[leaf.paper]
    return f"{paper.number} {max(leaf.page, 1)}/{paper.pages}"


def _page(book: Book, leaf: Leaf, shape: Seen, glyphs: Glyphs, members_only: str) -> dict[str, object]:
    width, height = shape.size
    label = label_of(book, leaf)
    if label and book.papers[leaf.paper].restricted:
        label = f"{members_only}\u3000{label}"
    return {
        "width": round(width, 2),
        "height": round(height, 2),
        "label": glyphs.text(label, label),
        "change": glyphs.text(leaf.changed, label) if leaf.change else "",
        "number": str(leaf.number),
    }
