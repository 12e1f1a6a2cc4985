"""The places in which words may hide in a published file: name of the place → the file's name and bytes."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote

from docx import Document
from openpyxl import Workbook
from packet_books import book_of
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from council.packets.pdf import bind

Planted = tuple[str, bytes]


def zipped(name: str, content: bytes) -> bytes:
    """Return a zip file with one member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def word_file(words: str) -> bytes:
    """Return a Word file whose sentence is broken into runs of one character, as editing leaves it."""
    document = Document()
    paragraph = document.add_paragraph("前")
    for character in words:
        paragraph.add_run(character).bold = True
    return saved(document)


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook(words: str) -> bytes:
    book = Workbook()
    book.active.append(["単価", words])
    book.create_sheet("別紙").sheet_state = "hidden"
    return saved(book)


def pdf_page(words: str) -> bytes:
    """Return a PDF of one page that shows the words in a Japanese font."""
    text = words.encode("utf-16-be").hex()
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 200]/Resources<</Font<</F 4 0 R>>>>/Contents 6 0 R>>",
        "<</Type/Font/Subtype/Type0/BaseFont/HeiseiKakuGo-W5/Encoding/UniJIS-UTF16-H/DescendantFonts[5 0 R]>>",
        (
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiKakuGo-W5/CIDSystemInfo"
            "<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000>>"
        ),
    ]
    stream = zlib.compress(f"BT /F 11 Tf 1 0 0 1 9 99 Tm <{text}> Tj ET".encode())
    content = b"%PDF-1.5\n"
    for number, body in enumerate(objects, 1):
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body.encode())
    content += b"6 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\n" % (len(stream), stream)
    places = [content.find(b"%d 0 obj" % number) for number in range(1, 7)]
    start = len(content)
    content += b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + b"trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start


def pdf_with(change: Callable[[PdfWriter], object], *, password: str = "") -> bytes:
    """Return a PDF whose page says something else, changed."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_page("表紙"))))
    change(writer)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def opening(words: str) -> dict[NameObject, DictionaryObject]:
    """Return what makes a PDF say something when it is opened."""
    script = TextStringObject(f"app.alert('{words}')")
    action = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): script})
    return {NameObject("/OpenAction"): action}


def packet(*papers: bytes | None, **given) -> bytes:
    """Return the PDF of a packet."""
    papers = papers or (pdf_page("表紙"),)
    return bind(book_of(papers, items=1, **given), lambda place: papers[place]).value


def earlier_revision(words: str) -> bytes:
    """Return a PDF whose page was replaced by appending, so that the old one is not shown and not gone."""
    old = pdf_page(words)
    body = b"6 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n"
    place = len(old)
    table = b"xref\n6 1\n%010d 00000 n \n" % place
    start = int(old.rsplit(b"startxref\n", 1)[1].split()[0])
    trailer = b"trailer\n<</Size 7/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (start, place + len(body))
    return old + body + table + trailer


def picture(kind: bytes, content: bytes) -> bytes:
    """Return a PNG picture of one point with a text chunk."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(kind, content)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def page(body: str) -> bytes:
    return f"<!doctype html><html><head><title>港市議会</title></head><body><article>{body}</article></body></html>".encode()


def folded_calendar(words: str) -> bytes:
    """Return a calendar folded within a character, as its standard allows."""
    line = f"SUMMARY:{words}".encode()
    return b"BEGIN:VCALENDAR\r\n" + line[:13] + b"\r\n " + line[13:] + b"\r\nEND:VCALENDAR\r\n"


def split_by_tags(words: str) -> bytes:
    return page("<b></b>\n  ".join(f"<span>{character}</span>" for character in words))


def rubied(words: str) -> bytes:
    return page("".join(f"<ruby>{character}<rp>(</rp><rt>よ</rt><rp>)</rp></ruby>" for character in words))


def entities(words: str) -> str:
    return "".join(f"&#{ord(c)};" if at % 2 else f"&#x{ord(c):X};" for at, c in enumerate(words))


def half_width(words: str) -> str:
    """Return the words with digits and Latin letters in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in words)


PLACES: dict[str, Callable[[str], Planted]] = {
    "words on a page": lambda w: ("a.html", page(f"<p>前{w}後</p>")),
    "an attribute": lambda w: ("a.html", page(f'<a title="{w}" href="b.html">資料</a>')),
    "a description": lambda w: ("a.html", f'<meta name="description" content="{w}"><article></article>'.encode()),
    "a comment": lambda w: ("a.html", page(f"<!-- {w} -->")),
    "hidden words": lambda w: ("a.html", page(f"<div hidden>{w}</div>")),
    "a script": lambda w: ("a.html", page(f"<script>var x = '{w}';</script>")),
    "entities": lambda w: ("a.html", page(entities(w))),
    "entities in an attribute": lambda w: ("a.html", page(f'<p data-x="{entities(w)}"></p>')),
    "entities of entities": lambda w: ("feed.xml", entities(w).replace("&", "&amp;").encode()),
    "characters apart by tags and line breaks": lambda w: ("a.html", split_by_tags(w)),
    "readings above": lambda w: ("a.html", rubied(w)),
    "another width": lambda w: ("a.html", page(half_width(w))),
    "JSON codes": lambda w: ("a.json", json.dumps([{"text": w}]).encode()),
    "JSON with mark-up": lambda w: ("a.json", json.dumps([f"<p>{w[:5]}<mark>{w[5:]}</mark></p>"]).encode()),
    "JavaScript codes": lambda w: ("a.js", "".join(f"\\u{{{ord(c):x}}}" for c in w).encode()),
    "CSS codes": lambda w: ("a.css", ('p::before{content:"' + "".join(f"\\{ord(c):04x} " for c in w) + '"}').encode()),
    "a table in CP932": lambda w: ("a.csv", f"件名,額\r\n{w},1\r\n".encode("cp932")),
    "UTF-16 with a mark": lambda w: ("a.csv", f"件名\t{w}".encode("utf-16")),
    "UTF-16 without one": lambda w: ("a.txt", f"title {w} end\n".encode("utf-16-le")),
    "UTF-16 the other way round": lambda w: ("a.txt", f"title {w} end\n".encode("utf-16-be")),
    "EUC": lambda w: ("a.txt", w.encode("euc_jp")),
    "the encoding of mail (ISO-2022-JP)": lambda w: ("a.txt", f"title: {w}\n".encode("iso2022_jp_3")),
    "UTF-7": lambda w: ("a.txt", f"title: {w}\n".encode("utf-7")),
    "kanji in their old forms": lambda w: ("a.html", page(w.translate(str.maketrans("仏区価点", "佛區價點")))),
    "JSON lines": lambda w: ("a.jsonl", (json.dumps({"text": f"前\n{w}\n後"}, ensure_ascii=False) + "\n").encode()),
    "a calendar folded within a character": lambda w: ("calendar.ics", folded_calendar(w)),
    "the sitemap": lambda w: ("sitemap.xml", f"<urlset><loc>https://a.example/{quote(w)}.html</loc></urlset>".encode()),
    "an address in CP932": lambda w: ("a.html", page(f'<a href="x/{quote(w.encode("cp932"))}">x</a>')),
    "a feed's escaped HTML": lambda w: (
        "feed.xml",
        f"<entry><content>&lt;p&gt;{w}&lt;/p&gt;</content></entry>".encode(),
    ),
    "CDATA": lambda w: ("feed.xml", f"<entry><![CDATA[{w}]]></entry>".encode()),
    "SVG": lambda w: ("a.svg", f"<svg><title>{w}</title></svg>".encode()),
    "base64": lambda w: ("a.js", b"atob('" + base64.b64encode(f"前の言葉{w}".encode()) + b"')"),
    "base64 for addresses": lambda w: (
        "a.html",
        page(f'<a href="?q={base64.urlsafe_b64encode(f"??>>{w}~~".encode()).decode()}">x</a>'),
    ),
    "hexadecimal": lambda w: ("a.js", f"'{w.encode().hex()}'".encode()),
    "a packed data address": lambda w: (
        "a.html",
        page(f'<a href="data:x;base64,{base64.b64encode(gzip.compress(w.encode())).decode()}">x</a>'),
    ),
    "gzip": lambda w: ("a.json.gz", gzip.compress(json.dumps([w]).encode())),
    "gzip without its name": lambda w: ("shard.bin", gzip.compress(w.encode())),
    "bzip2": lambda w: ("a.bz2", bz2.compress(w.encode())),
    "xz": lambda w: ("a.xz", lzma.compress(w.encode())),
    "LZMA": lambda w: ("a.lzma", lzma.compress(w.encode(), lzma.FORMAT_ALONE)),
    "LZMA without its name": lambda w: ("shard.bin", lzma.compress(w.encode(), lzma.FORMAT_ALONE)),
    "zip": lambda w: ("a.zip", zipped("b.txt", w.encode())),
    "zip in zip": lambda w: ("a.zip", zipped("b.zip", zipped("c.zip", zipped("d.txt", w.encode("cp932"))))),
    "the name of a file in a zip": lambda w: ("a.zip", zipped(f"{w}.txt", b"x")),
    "a zip behind a picture": lambda w: ("a.png", picture(b"tEXt", b"a\0b") + zipped("b.txt", w.encode())),
    "Word": lambda w: ("a.docx", word_file(w)),
    "Excel": lambda w: ("a.xlsx", workbook(w)),
    "PDF": lambda w: ("a.pdf", pdf_page(w)),
    "PDF information": lambda w: ("a.pdf", pdf_with(lambda pdf: pdf.add_metadata({"/Title": w}))),
    "PDF note": lambda w: ("a.pdf", pdf_with(lambda pdf: pdf.add_annotation(0, FreeText(text=w, rect=(9, 9, 99, 99))))),
    "PDF outline": lambda w: ("a.pdf", pdf_with(lambda pdf: pdf.add_outline_item(title=w, page_number=0))),
    "PDF attachment": lambda w: ("a.pdf", pdf_with(lambda pdf: pdf.add_attachment("a.docx", word_file(w)))),
    "PDF script": lambda w: ("a.pdf", pdf_with(lambda pdf: pdf.root_object.update(opening(w)))),
    "PDF earlier revision": lambda w: ("a.pdf", earlier_revision(w)),
    "packet: a paper's page": lambda w: ("packets/a.pdf", packet(pdf_page(w))),
    "packet: a paper's title": lambda w: ("packets/a.pdf", packet(titles=[w])),
    "packet: the cover": lambda w: ("packets/a.pdf", packet(heading=("汐路市議会", w))),
    "packet: what has changed": lambda w: ("packets/a.pdf", packet(notes=(w,))),
    "packet: a page that stands for a paper": lambda w: ("packets/a.pdf", packet(None, titles=[w])),
    "packet: its title": lambda w: ("packets/a.pdf", packet(title=w)),
    "PNG text": lambda w: ("a.png", picture(b"tEXt", b"Title\0" + w.encode())),
    "PNG packed text": lambda w: ("a.png", picture(b"iTXt", b"Title\0\1\0\0\0" + zlib.compress((w * 9).encode()))),
    "JPEG comment": lambda w: ("a.jpg", b"\xff\xd8\xff\xfe\x00\x40" + w.encode("utf-16-be") + b"\xff\xd9"),
    "a file's name": lambda w: (f"files/{w}.html", page("")),
    "a file's name as a Mac writes it": lambda w: (f"files/{unicodedata.normalize('NFD', w)}.html", page("")),
    "a file's name in percent signs": lambda w: (f"{quote(w[:12])}.html", page("")),
    "a folder's name": lambda w: (f"{w}/a.html", page("")),
}
