"""What bytes are by their beginning, whatever the file's name says."""

from __future__ import annotations

import re
from enum import StrEnum

from council.text.patterns import regex


class Content(StrEnum):
    """A kind of content, worded as people know it; TEXT is everything that shows no signature."""

    EMPTY = "empty"
    ZEROS = "zeros"
    ZIP = "zip"
    LOCKED = "Office (encrypted)"
    OLD_EXCEL = "Excel 97-2003 (.xls)"
    OLD_WORD = "Word 97-2003 (.doc)"
    OLE = "OLE"
    PDF = "PDF"
    PNG = "PNG"
    JPEG = "JPEG"
    GIF = "GIF"
    RTF = "RTF"
    HTML = "HTML"
    RAR = "RAR"
    SEVEN_ZIP = "7-Zip"
    GZIP = "gzip"
    TEXT = "text"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENTRY = 128  # an entry in the directory of a compound file begins at a multiple of this
_ENTRIES = (
    ("EncryptedPackage", Content.LOCKED),
    ("Workbook", Content.OLD_EXCEL),
    ("Book", Content.OLD_EXCEL),
    ("WordDocument", Content.OLD_WORD),
)
_SIGNATURES = (
    (b"PK\x03\x04", Content.ZIP),
    (b"PK\x05\x06", Content.ZIP),
    (b"\x89PNG\r\n\x1a\n", Content.PNG),
    (b"\xff\xd8\xff", Content.JPEG),
    (b"GIF8", Content.GIF),
    (rb"{\rtf", Content.RTF),
    (b"Rar!", Content.RAR),
    (b"7z\xbc\xaf\x27\x1c", Content.SEVEN_ZIP),
    (b"\x1f\x8b", Content.GZIP),
)
_HTML = regex(
    rb"^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|table)[\s>]", re.IGNORECASE | re.DOTALL
)
_HEAD = 2048


def content_of(data: bytes) -> Content:
    """Return what the bytes are."""
    if not data.strip(b"\0"):
        return Content.ZEROS if data else Content.EMPTY
    if data.startswith(_OLE):
        return next((kind for entry, kind in _ENTRIES if _has_entry(data, entry)), Content.OLE)
    known = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)
    return known or _textual(data[:_HEAD])


def _textual(head: bytes) -> Content:
    if b"%PDF-" in head[:1024]:
        return Content.PDF
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return Content.HTML if _HTML.match(plain) else Content.TEXT


def _has_entry(data: bytes, entry: str) -> bool:
    wanted = (entry + "\0").encode("utf-16-le")
    place = data.find(wanted)
    while place >= 0:
        if place % _OLE_ENTRY == 0:
            return True
        place = data.find(wanted, place + 1)
    return False
