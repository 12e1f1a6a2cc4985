"""Word files with python-docx: Japanese font named, A4, a header with the page number, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from minutes import Line

FONT = "ＭＳ 明朝"  # noqa: RUF001 - the font's own name
WRITTEN = dt.datetime(2026, 10, 1, 9, 0)  # noqa: DTZ001 - Word's own properties have no time zone
ZIP_TIME = (2026, 10, 1, 9, 0, 0)


def write_word(path: Path, lines: Iterable[Line], header: str) -> None:
    """Write paragraphs as a Word file."""
    document = Document()
    _set_up(document, header)
    for line in lines:
        paragraph = document.add_paragraph(line.text)
        if line.style == "title":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    buffer = io.BytesIO()
    document.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(same_bytes(buffer.getvalue()))


def _set_up(document: WordFile, header: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name = FONT
    normal.font.size = Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(25)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(f"{header}\u3000－ ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" －")
    known = document.core_properties
    known.author = known.last_modified_by = "汐路市議会事務局"
    known.title, known.comments, known.language = header, "", "ja-JP"
    known.created = known.modified = WRITTEN
    known.revision = 1


def _field(paragraph: Paragraph, code: str) -> None:
    """Add a field (a page number) to a paragraph."""
    for kind in ("begin", "instruction", "separate", "text", "end"):
        run = paragraph.add_run("1" if kind == "text" else "")
        if kind == "instruction":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {code} "
            run._r.append(element)  # noqa: SLF001 - python-docx has no field of its own
        elif kind != "text":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)  # noqa: SLF001 - as above


def same_bytes(package: bytes, replaced: dict[str, bytes] | None = None) -> bytes:
    """Return a zip package written again with fixed times, so that the same content is the same file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            member.external_attr = 0
            new.writestr(member, (replaced or {}).get(name, old.read(name)))
    return buffer.getvalue()
