"""A PDF as it may be published: the pages, their links and tags, and nothing that tells who made it."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject

from council.diagnostics import Finding, Outcome, Severity, finding
from council.location import Location
from council.papers.pdf_annotations import read_annotations
from council.papers.pdf_copy import PdfCopy
from council.papers.pdf_covered import pages_with_covered_words
from council.papers.pdf_open import open_pdf
from council.papers.refusal import RefusedPaperError
from council.rules import materials
from council.rules import papers as rules

# Of the properties, those that every program writes and that name nobody.
_HARMLESS = frozenset({"/Title", "/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped"})
_OFF = "/OFF"


def clean_pdf(data: bytes, name: str) -> Outcome[bytes | None]:
    """Return the PDF anew, or None where that cannot be done with certainty.

    Findings: D103, D104 (does not open), D305-D309 (held back), D311, D314, D318 (taken off).
    """
    reader = open_pdf(data)
    try:
        return _cleaned(reader, name)
    except RefusedPaperError:
        raise
    except Exception as error:  # a damaged PDF may raise anything, at any object
        raise RefusedPaperError(materials.UNREADABLE, reason=type(error).__name__) from error


def _cleaned(reader: PdfReader, name: str) -> Outcome[bytes | None]:
    place = Location(name)
    root = reader.root_object
    annotations = read_annotations(reader, name)
    findings = [*_held_back(root, place), *annotations.findings]
    findings += [finding(rules.COVERED_WORDS, place, page=page) for page in pages_with_covered_words(reader)]
    extras = sorted(annotations.extras | set(_extras(root)))
    if annotations.comments:
        findings.append(finding(rules.COMMENTS, place, count=annotations.comments))
    if extras:
        findings.append(finding(rules.EXTRAS, place, what=", ".join(extras)))
    findings += _properties(reader, place)
    if any(found.rule.severity is Severity.ERROR for found in findings):
        return Outcome(None, tuple(findings))
    return Outcome(PdfCopy(reader, frozenset(annotations.links)).written(), tuple(findings))


def _held_back(root: DictionaryObject, place: Location) -> Iterator[Finding]:
    form = _of(root, "/AcroForm")
    if "/XFA" in form:
        yield finding(rules.NOT_CLEANED, place, part="XFA")
    layers = _of(root, "/OCProperties")
    if _hides(layers):
        yield finding(rules.HIDDEN_LAYER, place)


def _hides(layers: DictionaryObject) -> bool:
    """Say whether a layer is off, at first or for the screen or for paper (ISO 32000-1, 8.11)."""
    usual = _of(layers, "/D")
    if _list(usual, "/OFF") or usual.get("/BaseState") == _OFF:
        return True
    for one in _list(layers, "/OCGs"):
        group = one.get_object()
        usage = _of(group, "/Usage") if isinstance(group, DictionaryObject) else DictionaryObject()
        if _OFF in (_of(usage, "/View").get("/ViewState"), _of(usage, "/Print").get("/PrintState")):
            return True
    return False


def _extras(root: DictionaryObject) -> Iterator[str]:
    names = _of(root, "/Names")
    for key in ("/EmbeddedFiles", "/JavaScript"):
        if key in names:
            yield key.lstrip("/")
    if "/AF" in root:
        yield "EmbeddedFiles"
    if _of(root, "/OpenAction").get("/S") == "/JavaScript":
        yield "JavaScript"
    if "/Collection" in root:
        yield "Collection"


def _properties(reader: PdfReader, place: Location) -> Iterator[Finding]:
    info = reader.metadata or {}
    names = {key.lstrip("/") for key in info if key not in _HARMLESS and str(info.get(key) or "").strip()}
    xmp = _of(reader.root_object, "/Metadata")
    if hasattr(xmp, "get_data") and b"dc:creator" in xmp.get_data():
        names.add("XMP dc:creator")
    if names:
        yield finding(rules.PROPERTIES, place, names=", ".join(sorted(names)))


def _of(parent: DictionaryObject, key: str) -> DictionaryObject:
    value = parent.get(key)
    value = value.get_object() if value is not None else None
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _list(parent: DictionaryObject, key: str) -> list[PdfObject]:
    value = parent.get(key)
    value = value.get_object() if value is not None and not isinstance(value, NullObject) else None
    return list(value) if isinstance(value, ArrayObject) else []
