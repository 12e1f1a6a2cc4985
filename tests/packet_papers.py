"""Fifteen papers as offices send them, built by code: large, scanned, turned, locked, cut, empty, and more than pages."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

import pikepdf
from papers_files import LATIN_HIDDEN, annotation, box, kanji_at, pdf, stream, text_at, words
from papers_files import array as array_of
from papers_files import dictionary as dictionary_of
from papers_files import name as name_of
from PIL import Image

A4, A3 = (595, 842), (842, 1191)


@dataclass(frozen=True)
class Sent:
    """A paper as it was sent, and what is to become of it.

    ``pages`` is how many of its pages are bound (0: a page that says why not); ``codes`` are the findings that it must
    bring, ``outline`` what its own outline says and on which of its pages.
    """

    name: str
    data: bytes
    pages: int
    codes: frozenset[str] = frozenset()
    outline: tuple[tuple[str, int], ...] = ()
    says: str = ""


def mark(paper: str, page: int) -> str:
    """Return the words that stand on a page of a paper and nowhere else."""
    return f"{paper.upper()}-PAGE-{page}"


def plain(paper: str, pages: int, lines: int = 3) -> bytes:
    """Return pages with some lines each."""
    body = "".join(kanji_at(72, 640 - 18 * line, "市議会の資料として配付します。") for line in range(lines))
    return pdf(*(text_at(72, 700, mark(paper, page)) + body for page in range(1, pages + 1)))


def changed(data: bytes, change) -> bytes:
    """Return a PDF after something was done to it."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        change(opened)
        out = io.BytesIO()
        opened.save(out, static_id=True)
        return out.getvalue()


def with_outline(paper: str, pages: int, *, links: bool = False) -> bytes:
    def change(opened):
        with opened.open_outline() as outline:
            for page in range(0, pages, 4):
                outline.root.append(pikepdf.OutlineItem(f"Part {page // 4 + 1}", page))
            outline.root[0].children.append(pikepdf.OutlineItem("Inner part", 1))
        if links:
            to_last = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[72, 690, 200, 715],
                Dest=[opened.pages[pages - 1].obj, pikepdf.Name.Fit],
            )  # fmt: skip
            out = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[72, 600, 200, 620],
                A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://city.example/plan")),
            )  # fmt: skip
            opened.pages[0].obj.Annots = pikepdf.Array([opened.make_indirect(to_last), opened.make_indirect(out)])

    return changed(plain(paper, pages), change)


def landscape(paper: str, pages: int) -> bytes:
    def change(opened):
        for page in opened.pages:
            page.obj.MediaBox = [0, 0, A3[1], A3[0]]

    return changed(plain(paper, pages), change)


def turned(paper: str, pages: int) -> bytes:
    def change(opened):
        for place, page in enumerate(opened.pages):
            page.obj.Rotate = (90, 180, 270, -90)[place % 4]

    return changed(plain(paper, pages), change)


def scanned(paper: str, pages: int, width: int = 620) -> bytes:
    """Return pages that are pictures only: noise on grey, as a scanner sees paper."""
    dice = random.Random(paper)  # noqa: S311 - the same papers each time
    out = pikepdf.new()
    for _ in range(pages):
        picture = Image.frombytes("L", (width, width * 1414 // 1000), dice.randbytes(width * (width * 1414 // 1000)))
        held = io.BytesIO()
        picture.save(held, "JPEG", quality=60)
        image = out.make_stream(
            held.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=picture.width,
            Height=picture.height, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
        )  # fmt: skip
        page = out.add_blank_page(page_size=A4)
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        page.obj.Contents = out.make_stream(b"q 595 0 0 842 0 0 cm /Im Do Q")
    held = io.BytesIO()
    out.save(held, static_id=True)
    return held.getvalue()


def locked(paper: str, pages: int, *, owner: str, user: str = "") -> bytes:
    with pikepdf.open(io.BytesIO(plain(paper, pages))) as opened:
        out = io.BytesIO()
        permissions = pikepdf.Permissions(extract=False, modify_other=False)
        opened.save(out, encryption=pikepdf.Encryption(owner=owner, user=user, R=6, allow=permissions))
        return out.getvalue()


def laden(paper: str) -> bytes:
    """Return a page with a script, a file, a note, properties and a visible part that is cut out oddly."""

    def change(writer):
        writer.add_attachment("memo.txt", LATIN_HIDDEN.encode())
        writer._root_object[name_of("OpenAction")] = dictionary_of(S=name_of("JavaScript"), JS=words(LATIN_HIDDEN))
        data = f"<x xmlns:dc='dc'><dc:creator>{LATIN_HIDDEN}</dc:creator></x>".encode()
        xmp = stream(data, Type=name_of("Metadata"), Subtype=name_of("XML"))
        writer._root_object[name_of("Metadata")] = writer._add_object(xmp)
        annotation(writer, "Text", Contents=words(LATIN_HIDDEN), T=words(LATIN_HIDDEN))
        page = writer.pages[0]
        page[name_of("AA")] = dictionary_of(O=dictionary_of(S=name_of("JavaScript"), JS=words(LATIN_HIDDEN)))
        page[name_of("CropBox")] = array_of(*(name_number(one) for one in (-40, 300, 500, 1000)))

    return pdf(text_at(72, 700, mark(paper, 1)), change=change, info={"/Author": LATIN_HIDDEN})


def name_number(value: int):
    from pypdf.generic import NumberObject  # noqa: PLC0415 - one use

    return NumberObject(value)


def unbalanced(paper: str) -> bytes:
    """Return a page whose drawing ends far away from where it began, upside down and mirrored."""
    return pdf("q -1 0 0 -1 400 900 cm q q " + text_at(20, 200, mark(paper, 1)) + box(10, 10, 40, 40, "1 0 0 rg"))


def with_tail_cut(data: bytes) -> bytes:
    """Return a file that lost its last bytes: the table of its objects."""
    return data[: data.rindex(b"xref", 0, data.rindex(b"startxref"))]


def fifteen(scale: int = 1, scan_width: int = 620) -> tuple[Sent, ...]:
    """Return the papers; those that may have many pages have ``scale`` times as many."""
    outline = tuple((f"Part {page // 4 + 1}", page + 1) for page in range(0, 24 * scale, 4))
    outline = (outline[0], ("Inner part", 2), *outline[1:])
    long_outline = tuple((f"Part {page // 4 + 1}", page + 1) for page in range(0, 120 * scale, 4))
    long_outline = (long_outline[0], ("Inner part", 2), *long_outline[1:])
    return (
        Sent("budget", with_outline("budget", 24 * scale, links=True), 24 * scale, outline=outline),
        Sent("rules", plain("rules", 8 * scale), 8 * scale),
        Sent("plan", with_outline("plan", 120 * scale), 120 * scale, outline=long_outline),
        Sent("maps", landscape("maps", 12 * scale), 12 * scale),
        Sent("scans", scanned("scans", 20 * scale, scan_width), 20 * scale, frozenset({"D315"})),
        Sent("turned", turned("turned", 10 * scale), 10 * scale),
        Sent("report", plain("report", 40 * scale, 30), 40 * scale),
        Sent("notes", plain("notes", 16 * scale), 16 * scale),
        Sent("owner", locked("owner", 14 * scale, owner="chief"), 14 * scale, frozenset({"D332"})),
        Sent("user", locked("user", 4, owner="chief", user="open"), 0, frozenset({"D104"})),
        Sent("tail", with_tail_cut(plain("tail", 19 * scale)), 19 * scale, frozenset({"D331"})),
        Sent("half", half(plain("half", 6)), 0, frozenset({"D103"})),
        Sent("empty", b"", 0, frozenset({"D103"})),
        Sent("word", b"PK\x03\x04 this is no PDF", 0, frozenset({"D103"})),
        Sent("laden", laden("laden"), 1, frozenset({"D311", "D314", "D318"})),
    )


def half(data: bytes) -> bytes:
    """Return the first half of a file."""
    return data[: len(data) // 2]
