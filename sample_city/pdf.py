"""PDF files written by hand: A4, one Japanese font that every viewer brings along, text that can be copied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

BYTE_ORDER_MARK = "\ufeff"
LINES_A_PAGE = 38
LEFT, TOP, LEADING, SIZE, TITLE_SIZE = 57, 770, 18, 11, 15
FIXED = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [4 0 R] >>",
    (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /FontDescriptor 5 0 R /DW 1000"
        b" /W [1 94 500 231 632 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>"
    ),
    (
        b"<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0"
        b" /Ascent 752 /Descent -221 /CapHeight 737 /StemV 114 >>"
    ),
)


def write_pdf(path: Path, title: str, lines: Sequence[str]) -> None:
    """Write lines under a title, as many pages as they need."""
    pages = [lines[start : start + LINES_A_PAGE] for start in range(0, max(len(lines), 1), LINES_A_PAGE)]
    path.write_bytes(_file(list(_objects(title, pages))))


def _objects(title: str, pages: Sequence[Sequence[str]]) -> Iterator[bytes]:
    """Yield the objects 1 … in order: catalogue, page tree, font (3 objects), information, then page and text in turn."""
    first = 7
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(len(pages)))
    yield b"<< /Type /Catalog /Pages 2 0 R /Lang (ja-JP) >>"
    yield f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    yield from FIXED
    yield f"<< /Title {_hex(title, mark=True)} /CreationDate (D:20261001090000+09'00') >>".encode()
    for place, lines in enumerate(pages):
        yield (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {first + 2 * place + 1} 0 R >>"
        ).encode()
        text = "\n".join(_text(title if place == 0 else "", lines, place + 1)).encode()
        yield b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)


def _text(title: str, lines: Sequence[str], page: int) -> Iterator[str]:
    yield "BT"
    if title:
        yield f"/F1 {TITLE_SIZE} Tf 1 0 0 1 {LEFT} {TOP} Tm {_hex(title)} Tj"
    for place, line in enumerate(lines):
        if line.strip():
            yield f"/F1 {SIZE} Tf 1 0 0 1 {LEFT} {TOP - 34 - LEADING * place} Tm {_hex(line)} Tj"
    yield f"/F1 9 Tf 1 0 0 1 290 30 Tm {_hex(str(page))} Tj"
    yield "ET"


def _hex(text: str, *, mark: bool = False) -> str:
    encoded = (BYTE_ORDER_MARK * mark + text).encode("utf-16-be")
    return f"<{encoded.hex().upper()}>"


def _file(objects: Sequence[bytes]) -> bytes:
    found = bytearray(b"%PDF-1.5\n%\xe6\xb1\x90\xe8\xb7\xaf\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(found)
    found += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        found += b"%010d 00000 n \n" % place
    found += b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(found)
