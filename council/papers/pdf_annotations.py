"""What lies on the pages of a PDF: links stay, comments go, what covers or changes words holds the paper back."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

from council.diagnostics import Finding, finding
from council.location import Location
from council.papers.pdf_copy import key_of
from council.papers.pdf_objects import at, list_at, number, resolved, word_at
from council.papers.pdf_used import Key
from council.rules import papers as rules

_LINK, _FIELD, _HIGHLIGHT = "/Link", "/Widget", "/Highlight"
_COMMENTS = frozenset({"/Text", "/Popup", "/Caret", "/Underline", "/Squiggly"})
_FILES = frozenset({"/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"})
_PRESS_MARKS = frozenset({"/PrinterMark", "/TrapNet"})
_NOT_SEEN = 0x02 | 0x20  # Hidden, NoView (ISO 32000-1, table 165)
_LIGHT = 0.5
_EMPTY = ("", "/Off", "[]")


class Annotations(Struct):
    """What was found: the links that stay, how many comments go, which files hang on pages, what holds it back."""

    links: set[Key] = field(default_factory=set)
    comments: int = 0
    extras: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def read_annotations(reader: PdfReader, name: str) -> Annotations:
    """Judge every annotation. Findings: D306 (may cover words), D307 (filled form, signature)."""
    found = Annotations()
    for place, page in enumerate(reader.pages, start=1):
        for raw in _raw(page):
            annotation = resolved(raw)
            if isinstance(annotation, DictionaryObject):
                _judge(found, raw, annotation, place, name)
    return found


def _raw(page: PageObject) -> Iterator[PdfObject]:
    yield from list_at(page, "/Annots")


def _judge(found: Annotations, raw: PdfObject, annotation: DictionaryObject, page: int, name: str) -> None:
    kind = word_at(annotation, "/Subtype")
    if kind == _LINK:
        if isinstance(raw, IndirectObject):
            found.links.add(key_of(raw))
    elif kind == _FIELD:
        if _is_filled(annotation):
            found.findings.append(finding(rules.FILLED_FORM, Location(name), page=page))
    elif kind in _FILES:
        found.extras.add(kind.lstrip("/"))
    elif kind in _COMMENTS or _is_marker(kind, annotation):
        found.comments += kind != "/Popup"
    elif kind not in _PRESS_MARKS:
        found.findings.append(finding(rules.MARKED_UP, Location(name), page=page, kind=kind.lstrip("/")))


def _is_marker(kind: str, annotation: DictionaryObject) -> bool:
    """Say whether it is a light highlight, or not shown at all: neither hides a word."""
    if int(number(at(annotation, "/F"))) & _NOT_SEEN:
        return True
    shades = [number(one) for one in list_at(annotation, "/C")]
    return kind == _HIGHLIGHT and bool(shades) and sum(shades) / len(shades) >= _LIGHT


def _is_filled(widget: DictionaryObject) -> bool:
    """Say whether a form field, or one above it, holds a value or is signed."""
    node: PdfObject | None = widget
    for _ in range(32):
        if not isinstance(node, DictionaryObject):
            return False
        value = at(node, "/V")
        if value is not None and str(value) not in _EMPTY:
            return True
        node = at(node, "/Parent")
    return True
