"""Packets for tests: a plan with papers, without any record behind it."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
from packet_papers import Sent

from council.packets.book import Book, BookItem, BookPaper, Change, Leaf, LeafKind, Line, PageNumber
from council.packets.layout import contents_leaves
from council.papers.reading import prepare_paper

LOCKED = "ファイルにパスワードがかかっているため、まだ掲載していません。"


def copies(papers: Sequence[Sent]) -> tuple[list[bytes | None], list[list[str]]]:
    """Return the published copy of each paper, or None, and the codes of what was found: the real way of a paper."""
    outcomes = [prepare_paper(one.data, f"{one.name}.pdf", "pdf") for one in papers]
    found = [sorted({one.rule.code for one in outcome.findings}) for outcome in outcomes]
    return [outcome.value.content if outcome.value else None for outcome in outcomes], found


def pages_of(data: bytes | None) -> int:
    """Return the pages of a copy; 0 for what is held back."""
    if data is None or not data.startswith(b"%PDF"):
        return int(data is not None)
    with pikepdf.open(io.BytesIO(data)) as opened:
        return len(opened.pages)


def book_of(papers: Sequence[bytes | None], *, items: int = 3, titles: Sequence[str] = (), **given) -> Book:
    """Return the plan of a packet: the papers in turn at some items, the last one at none."""
    ja = given.get("language", "ja") == "ja"
    made = tuple(
        BookPaper(
            material_id=f"m-{place:08x}",
            number=f"資料{place}" if ja else f"Paper {place}",
            title=titles[place - 1] if titles else (f"説明資料その{place}" if ja else f"Explanatory notes {place}"),
            kind="pdf",
            uri=f"materials/m-{place:08x}.pdf" if data else "",
            page_uri=f"materials/m-{place:08x}.html",
            sha256="",
            pages=max(1, pages_of(data)),
            withheld="" if data else LOCKED,
        )
        for place, data in enumerate(papers, start=1)
    )
    agenda = tuple(
        BookItem(
            anchor=f"item-{place + 1}",
            label=f"日程第{place + 1}" if ja else f"Item {place + 1}",
            title=f"議案第{place + 1}号　補正予算（第{place + 1}号）" if ja else f"Bill {place + 1}",
            bills=(Line(f"議案第{place + 1}号" if ja else f"Bill {place + 1}"),),
            papers=tuple(range(len(made) - 1))[place::items],
        )
        for place in range(items)
    )
    rest = (len(made) - 1,) if made else ()
    values = {
        "id": "2025-12-02-honkaigi", "title": "会議資料 本会議" if ja else "Packet of the sitting",
        "heading": ("汐路市議会", "令和7年第4回定例会", "本会議 第1号") if ja else ("Shioji City Council", "Session 4"),
        "language": "ja", "edition": "public", "date": "2025-12-02", "items": agenda, "papers": made, "rest": rest,
    }  # fmt: skip
    values["leaves"] = leaves_of(agenda, made, rest)
    return Book(**(values | given))


def leaves_of(items: Sequence[BookItem], papers: Sequence[BookPaper], rest: Sequence[int]) -> tuple[Leaf, ...]:
    """Return the pages of a packet that was never handed out."""
    kinds = [(LeafKind.COVER, -1, -1, 0)]
    kinds += [(LeafKind.CONTENTS, -1, -1, 0)] * contents_leaves(len(items), len(papers), rest=bool(rest))
    for place, item in enumerate(items):
        kinds.append((LeafKind.ITEM, place, -1, 0))
        kinds += [one for paper in item.papers for one in _pages(papers, paper, place)]
    kinds += [one for paper in rest for one in _pages(papers, paper, -1)]
    return tuple(
        Leaf(PageNumber(number), kind, item, paper, page, Change.NONE)
        for number, (kind, item, paper, page) in enumerate(kinds, start=1)
    )


def _pages(papers: Sequence[BookPaper], paper: int, item: int) -> list[tuple[LeafKind, int, int, int]]:
    kind = LeafKind.MISSING if papers[paper].withheld else LeafKind.PAPER
    return [(kind, item, paper, page) for page in range(1, papers[paper].pages + 1)]
