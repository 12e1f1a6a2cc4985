"""Papers for tests, built by code: PDF, Word files, workbooks and pictures that carry more than they show."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from build_word import word_parts
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

HIDDEN = "ヒミツノナマエ"
LATIN_HIDDEN = "HIMITSUNAMAE"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def name(text):
    return NameObject(f"/{text}")


def dictionary(**values):
    return DictionaryObject({name(key): value for key, value in values.items()})


# ---- PDF


def pdf(*pages: str, change=None, info=None) -> bytes:
    """Return a PDF; each page is given as drawing, in which ``{words}`` of a Latin font may be shown."""
    writer = PdfWriter()
    font = writer._add_object(dictionary(Type=name("Font"), Subtype=name("Type1"), BaseFont=name("Helvetica")))
    kanji = writer._add_object(japanese_font())
    for drawing in pages or (text_at(72, 700, "Budget"),):
        page = writer.add_blank_page(width=595, height=842)
        page[name("Resources")] = dictionary(Font=dictionary(F1=font, F2=kanji))
        stream = DecodedStreamObject()
        stream.set_data(drawing.encode("latin-1"))
        page[name("Contents")] = writer._add_object(stream)
    writer.add_metadata(info or {})
    if change:
        change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def japanese_font() -> DictionaryObject:
    """Return a font whose codes are UTF-16 and whose letters are all as wide as they are high."""
    system = dictionary(Registry=words("Adobe"), Ordering=words("Japan1"), Supplement=number(2))
    inner = dictionary(
        Type=name("Font"), Subtype=name("CIDFontType0"), BaseFont=name("HeiseiKakuGo-W5"), CIDSystemInfo=system,
        DW=number(1000),
    )  # fmt: skip
    return dictionary(
        Type=name("Font"), Subtype=name("Type0"), BaseFont=name("HeiseiKakuGo-W5"),
        Encoding=name("UniJIS-UTF16-H"), DescendantFonts=array(inner),
    )  # fmt: skip


def kanji_at(x: float, y: float, text: str, size: int = 12) -> str:
    return f"BT /F2 {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"


def text_at(x: int, y: int, words: str, size: int = 12, before: str = "") -> str:
    return f"q {before} BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET Q\n"


def box(x: int, y: int, width: int, height: int, colour: str = "0 g") -> str:
    return f"q {colour} {x} {y} {width} {height} re f Q\n"


def annotation(writer: PdfWriter, subtype: str, page: int = 0, **values) -> None:
    rectangle = ArrayObject([FloatObject(one) for one in (70, 690, 200, 720)])
    given = dictionary(Type=name("Annot"), Subtype=name(subtype), Rect=rectangle, **values)
    listed = writer.pages[page].setdefault(name("Annots"), ArrayObject())
    listed.append(writer._add_object(given))


def words(text: str) -> TextStringObject:
    return TextStringObject(text)


def number(value: int) -> NumberObject:
    return NumberObject(value)


def array(*values) -> ArrayObject:
    return ArrayObject(values)


def stream(data: bytes, **values) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    made.update(dictionary(**values))
    return made


def all_words(data: bytes) -> str:
    """Return every byte of a PDF and of everything packed in it, as text in which secrets can be looked for."""
    from pypdf import PdfReader  # noqa: PLC0415 - reads what tests wrote

    reader = PdfReader(io.BytesIO(data))
    found = [data.decode("latin-1")]
    for number_, _ in reader.xref[0].items() if 0 in reader.xref else ():
        one = reader.get_object(number_)
        if hasattr(one, "get_data") and not isinstance(one, ContentStream):
            found.append(one.get_data().decode("latin-1"))
        found.append(repr(one))
    return "\n".join(found)


# ---- pictures


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(*extra: bytes, after: bytes = b"") -> bytes:
    """Return a PNG of one red point with further chunks before its data."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + data + chunk(b"IEND", b"") + after


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


JFIF = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
CODED = (
    segment(0xDB, b"\0" + bytes(64))
    + segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0")
    + segment(0xDA, b"\x01\x01\0\0\x3f\0")
    + b"\x12\xff\0\x34\xff\xd0\x56"
)


def exif(turn: int = 1, *, gps: bool = False) -> bytes:
    tags = [(0x0112, 3, 1, struct.pack(">HH", turn, 0)), (0x013B, 2, len(HIDDEN), b"\0\0\0\x64")]
    tags += [(0x8825, 4, 1, struct.pack(">I", 90))] if gps else []
    body = b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", len(tags))
    body += b"".join(struct.pack(">HHI", tag, kind, count) + value for tag, kind, count, value in tags)
    return segment(0xE1, b"Exif\0\0" + body + bytes(4) + HIDDEN.encode())


def jpeg(*extra: bytes, after: bytes = b"") -> bytes:
    """Return a JPEG with further segments; its picture is no picture, which nobody here looks at."""
    return b"\xff\xd8" + JFIF + b"".join(extra) + CODED + b"\xff\xd9" + after


# ---- Office


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (2026, 3, 3, 9, 41, 10)), content)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, str]:
    """Return the parts of a package as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one.filename: archive.read(one).decode("utf-8", "replace") for one in archive.infolist()}


def relation(identifier: str, kind: str, target: str, *, external: bool = False, base: str = R) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identifier}" Type="{base}/{kind}" Target="{target}"{mode}/>'


def relations(*lines: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(lines)}</Relationships>'


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:creator>{HIDDEN}</dc:creator><cp:lastModifiedBy>{HIDDEN}</cp:lastModifiedBy></cp:coreProperties>"
)


def word(text: str, extra: dict[str, str | bytes] | None = None, rels: tuple[str, ...] = (), **around) -> bytes:
    """Return a Word file (see `build_word`) with properties that name somebody, further parts and relations."""
    parts: dict[str, str | bytes] = dict(word_parts(text, **around))
    parts["docProps/core.xml"] = CORE
    parts["docProps/app.xml"] = f"<Properties><Company>{HIDDEN}</Company></Properties>"
    core = relation(
        "rIdP", "metadata/core-properties", "docProps/core.xml",
        base="http://schemas.openxmlformats.org/package/2006/relationships",
    )  # fmt: skip
    more = core + relation("rIdA", "extended-properties", "docProps/app.xml")
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("</Relationships>", f"{more}</Relationships>")
    own = "word/_rels/document.xml.rels"
    there = str(parts.get(own) or relations())
    parts[own] = there.replace("</Relationships>", f"{''.join(rels)}</Relationships>").replace(
        '"/></Relationships>', '"/></Relationships>'
    )
    return zipped(parts | (extra or {}))


def book(
    sheets: dict[str, str], hidden: tuple[str, ...] = (), extra: dict[str, str | bytes] | None = None, **given: str
) -> bytes:
    """Return a workbook; ``sheets`` are the inner XML of each worksheet after its name.

    ``given``: ``names`` (defined names), ``strings`` (shared strings), ``more`` (relations of the workbook).
    """
    listed = "".join(
        f'<sheet name="{one}" sheetId="{place}" r:id="rId{place}"{" state=" + chr(34) + "hidden" + chr(34) if one in hidden else ""}/>'
        for place, one in enumerate(sheets, start=1)
    )
    strings = given.get("strings", "")
    main = (
        f'<workbook xmlns="{S}" xmlns:r="{R}"><fileSharing userName="{HIDDEN}"/><sheets>{listed}</sheets>'
        f"{given.get('names', '')}</workbook>"
    )
    rels = [relation(f"rId{place}", "worksheet", f"worksheets/sheet{place}.xml") for place in range(1, len(sheets) + 1)]
    rels += [relation("rIdS", "sharedStrings", "sharedStrings.xml")] if strings else []
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHEET_TYPE}.sharedStrings+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/></Types>'
        ),
        "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": main,
        "xl/_rels/workbook.xml.rels": relations(*rels, given.get("more", "")),
    }
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{S}">{strings}</sst>'
    for place, inner in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{place}.xml"] = f'<worksheet xmlns="{S}" xmlns:r="{R}">{inner}</worksheet>'
    return zipped(parts | (extra or {}))


def rows(*lines: str) -> str:
    return f"<sheetData>{''.join(lines)}</sheetData>"


def row(number_: int, *cells: str, more: str = "") -> str:
    """Return a row whose cells are words, numbers, or ``=formula=value``."""
    made = []
    for place, text in enumerate(cells):
        at = f'r="{chr(65 + place)}{number_}"'
        if text.startswith("="):
            formula, value = text[1:].split("=")
            made.append(f"<c {at}><f>{formula}</f><v>{value}</v></c>")
        elif text.isdecimal():
            made.append(f"<c {at}><v>{text}</v></c>")
        else:
            made.append(f'<c {at} t="inlineStr"><is><t>{text}</t></is></c>')
    return f'<row r="{number_}"{more}>{"".join(made)}</row>'
