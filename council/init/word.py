"""A plain Word file without any help: paragraphs in a Japanese font on A4, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from council.text.patterns import regex

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_IN_XML = regex(r"[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_PACKAGE = (
    f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_KIND}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_DOCUMENT = (
    f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_KIND}/styles" '
    'Target="styles.xml"/></Relationships>'
)
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="{latin}" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)
_FONTS = {"ja": "ＭＳ 明朝", "en": "Cambria"}  # noqa: RUF001 - the font's own name
_LATIN = {"ja": "en-US", "en": "en-CA"}
# A4 with margins of 25 and 22 mm, in twentieths of a point.
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1247" w:bottom="1417" w:left="1247" '
    'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)


def word_file(lines: Iterable[str], language: str) -> bytes:
    """Return a Word file with one paragraph a line."""
    paragraphs = "".join(_paragraph(line) for line in lines)
    styles = _STYLES.replace("{font}", _FONTS[language]).replace("{latin}", _LATIN[language])
    return _zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _PACKAGE,
            "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{paragraphs}{_PAGE}</w:body></w:document>',
            "word/_rels/document.xml.rels": _DOCUMENT,
            "word/styles.xml": styles,
        }
    )


def _paragraph(line: str) -> str:
    text = escape(_NOT_IN_XML.sub("", line))
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' if text else "<w:p/>"


def _zipped(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name, _ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            package.writestr(member, text.encode())
    return buffer.getvalue()
