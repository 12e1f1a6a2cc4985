"""A packet as a plan of its pages: what each is, which number it bears; page, PDF and offline copy are made of it.

All texts are finished, in the language of the site; nothing here knows the record.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from council.model.handouts import PageNumber

__all__ = [
    "Book",
    "BookItem",
    "BookPaper",
    "Change",
    "Leaf",
    "LeafKind",
    "Line",
    "PageNumber",
    "Retired",
    "leaf_of",
]


class LeafKind(StrEnum):
    """What a page of a packet is."""

    COVER = "cover"
    CONTENTS = "contents"
    ITEM = "item"  # the sheet before an item's papers: bills, earlier debate, earlier decisions
    PAPER = "paper"
    MISSING = "missing"  # stands for a paper that is held back


class Change(StrEnum):
    """How a page or a paper differs from the packet that was handed out first."""

    NONE = ""
    REPLACED = "replaced"  # 差し替え
    ADDED = "added"  # 追加
    REMOVED = "removed"  # 取り下げ


class Leaf(Struct, frozen=True):
    """One page of the packet, in the order of reading.

    ``item`` is the place of its item in ``Book.items`` (-1: none), ``paper`` that of its paper in ``Book.papers``
    (-1: none), ``page`` the page within the paper, from 1. ``changed`` says since when it stands so, in words.
    """

    number: PageNumber
    kind: LeafKind
    item: int = -1
    paper: int = -1
    page: int = 0
    change: Change = Change.NONE
    changed: str = ""


class Line(Struct, frozen=True):
    """A line of an item's sheet that may lead somewhere: ``href`` is an address below the site's root, or empty."""

    text: str
    href: str = ""


class BookPaper(Struct, frozen=True):
    """A paper of the packet.

    ``number`` is its 資料番号 as printed (資料2, 資料2-2); ``uri`` the published file below the site's root, empty where
    it is held back; ``sha256`` the hash of that file; ``pages`` its pages in the packet (1 for what is held back);
    ``withheld`` says why it is missing, in words; ``notes`` what changed and when, in words; ``way`` how the pages of a
    Word file or workbook were made (own, libreoffice, word).
    """

    material_id: str
    number: str
    title: str
    kind: str
    uri: str
    page_uri: str
    sha256: str
    pages: int
    withheld: str = ""
    restricted: bool = False
    change: Change = Change.NONE
    notes: tuple[str, ...] = ()
    way: str = ""


class Retired(Struct, frozen=True):
    """A number that was handed out and is borne no more: a jump to it leads to the leaf ``now``, and ``words`` say why."""

    number: PageNumber
    now: PageNumber
    words: str


class BookItem(Struct, frozen=True):
    """An item of the agenda: its printed label and title, what stands on its sheet, its papers by their places.

    A paper of several items stands at the first of them; the others name it in ``also``, by its place.
    """

    anchor: str
    label: str
    title: str
    bills: tuple[Line, ...] = ()
    debates: tuple[Line, ...] = ()
    decisions: tuple[Line, ...] = ()
    papers: tuple[int, ...] = ()
    restricted: bool = False
    also: tuple[int, ...] = ()


class Book(Struct, frozen=True):
    """A sitting's packet.

    ``id`` is the sitting's; ``heading`` what stands on the cover, line by line, the council's name first; ``date`` the
    day of the last handout, else of the sitting (ISO; empty if unknown), from which the PDF has its date; ``leaves``
    are all pages in order: the cover, the contents, then each item's sheet and papers, at last the papers of no item
    (``rest``). ``revision`` counts from 1 what was handed out; 0: nothing was yet; ``issued`` is the day of the last
    (ISO). ``retired`` are numbers that were handed out once and that no leaf bears: whoever jumps to one is led on, in
    page, PDF and saved copy alike (`leaf_of`). ``pdf_uri`` is the address of the packet as one PDF, empty where none
    is made. ``edition`` is public or members, ``language`` ja or en.
    """

    id: str
    title: str
    heading: tuple[str, ...]
    language: str
    edition: str
    date: str
    items: tuple[BookItem, ...]
    papers: tuple[BookPaper, ...]
    rest: tuple[int, ...]
    leaves: tuple[Leaf, ...]
    revision: int = 0
    issued: str = ""
    notes: tuple[str, ...] = ()
    retired: tuple[Retired, ...] = ()
    pdf_uri: str = ""


def leaf_of(book: Book, number: PageNumber) -> Leaf | None:
    """Return the leaf that bears a number or stands in its place; None for a number that never was."""
    led = {one.number: one.now for one in book.retired}
    return next((leaf for leaf in book.leaves if leaf.number == led.get(number, number)), None)
