"""What a file's bytes are before anything is unpacked: everything that is no zip archive is refused by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from council.read.docx.refusal import other_format, refuse
from council.rules import word_refused as rules
from council.text.patterns import regex

if TYPE_CHECKING:
    from council.diagnostics import Rule

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENTRY = 128  # a directory entry of a compound file begins at a multiple of this
_HTML = regex(
    rb"<(?:!doctype\s+html|html|head|body)[\s>]|^mime-version:|^content-type:\s*multipart/related",
    re.IGNORECASE | re.MULTILINE,
)
_FLAT_XML = (
    b"http://schemas.microsoft.com/office/2006/xmlPackage",
    b"http://schemas.microsoft.com/office/word/2003/wordml",
)
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
)


def refuse_foreign(data: bytes, name: str) -> None:
    """Refuse bytes that cannot be a Word file of today, each kind by its own name."""
    if not data:
        raise refuse(rules.WORD_EMPTY, name)
    if not data.strip(b"\0"):
        raise refuse(rules.WORD_ALL_ZERO, name)
    if data.startswith(_OLE):
        raise _ole(data, name)
    if not data.startswith(b"PK"):
        raise _text_or_other(data, name)


def _ole(data: bytes, name: str) -> Exception:
    """Tell a locked .docx from an old .doc by the names in the compound file's directory."""
    if _has_entry(data, "EncryptedPackage"):
        return refuse(rules.WORD_ENCRYPTED, name)
    if _has_entry(data, "WordDocument"):
        return refuse(rules.WORD_LEGACY_DOC, name)
    kind = "Excel (.xls)" if _has_entry(data, "Workbook") or _has_entry(data, "Book") else "OLE"
    return other_format(name, kind)


def _has_entry(data: bytes, entry: str) -> bool:
    wanted = (entry + "\0").encode("utf-16-le")
    place = data.find(wanted)
    while place >= 0:
        if place % _OLE_ENTRY == 0:
            return True
        place = data.find(wanted, place + 1)
    return False


def _text_or_other(data: bytes, name: str) -> Exception:
    head = data[:2048].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    rule = _text_rule(head)
    if rule:
        return refuse(rule, name)
    kind = next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)
    if kind is None and any(space in head for space in _FLAT_XML):
        kind = "Word XML (.xml)"
    return other_format(name, kind) if kind else refuse(rules.WORD_UNKNOWN_FORMAT, name)


def _text_rule(head: bytes) -> Rule | None:
    if head.startswith(rb"{\rtf"):
        return rules.WORD_RTF
    return rules.WORD_HTML if _HTML.search(head) else None
