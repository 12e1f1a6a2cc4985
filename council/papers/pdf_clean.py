"""A PDF as it may be published: the pages, their links and tags, and nothing that tells who made it."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from council.diagnostics import Finding, Outcome, Severity, finding
from council.location import Location
from council.papers.pdf_annotations import read_annotations
from council.papers.pdf_copy import PdfCopy
from council.papers.pdf_covered import has_covered_words
from council.papers.pdf_drawing import drawn
from council.papers.pdf_objects import dictionary_at, list_at, resolved, word_at
from council.papers.pdf_open import open_sent_pdf
from council.papers.pdf_unseen import unseen_letters
from council.papers.refusal import RefusedPaperError
from council.rules import materials
from council.rules import papers as rules

# Of the properties, those that every program writes and that name nobody.
_HARMLESS = frozenset({"/Title", "/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped"})
_OFF = "/OFF"
# More than this of drawing (a map, a plan) is not walked through.
_LONGEST = 3_000_000


def clean_pdf(data: bytes, name: str) -> Outcome[bytes | None]:
    """Return the PDF anew, or None where that cannot be done with certainty.

    Findings: D103, D104 (does not open), D331, D332 (opened all the same), D305-D309, D323 (held back), D311, D314,
    D318 (taken off).
    """
    opened = open_sent_pdf(data, name)
    try:
        cleaned = _cleaned(opened.value, name)
        return Outcome(cleaned.value, (*opened.findings, *cleaned.findings))
    except RefusedPaperError:
        raise
    except Exception as error:  # a damaged PDF may raise anything, at any object
        raise RefusedPaperError(materials.UNREADABLE, reason=type(error).__name__) from error


def _cleaned(reader: PdfReader, name: str) -> Outcome[bytes | None]:
    place = Location(name)
    root = reader.root_object
    annotations = read_annotations(reader, name)
    findings = [*_held_back(root, place), *annotations.findings]
    findings += _unseen(reader, place)
    extras = sorted(annotations.extras | set(_extras(root)))
    if annotations.comments:
        findings.append(finding(rules.COMMENTS, place, count=annotations.comments))
    if extras:
        findings.append(finding(rules.EXTRAS, place, what=", ".join(extras)))
    findings += _properties(reader, place)
    if any(found.rule.severity is Severity.ERROR for found in findings):
        return Outcome(None, tuple(findings))
    return Outcome(PdfCopy(reader, frozenset(annotations.links)).written(), tuple(findings))


def _unseen(reader: PdfReader, place: Location) -> Iterator[Finding]:
    """Say which pages have words that cannot be seen, or that are painted over."""
    for number, page in enumerate(reader.pages, start=1):
        contents = page.get_contents()
        if contents is None or len(contents.get_data()) > _LONGEST:
            continue
        drawing = drawn(page, contents)
        if has_covered_words(drawing):
            yield finding(rules.COVERED_WORDS, place, page=number)
        elif count := unseen_letters(page, drawing):
            yield finding(rules.UNSEEN_WORDS, place, page=number, count=count)


def _held_back(root: DictionaryObject, place: Location) -> Iterator[Finding]:
    form = dictionary_at(root, "/AcroForm")
    if "/XFA" in form:
        yield finding(rules.NOT_CLEANED, place, part="XFA")
    layers = dictionary_at(root, "/OCProperties")
    if _hides(layers):
        yield finding(rules.HIDDEN_LAYER, place)


def _hides(layers: DictionaryObject) -> bool:
    """Say whether a layer is off, at first or for the screen or for paper (ISO 32000-1, 8.11)."""
    usual = dictionary_at(layers, "/D")
    if list_at(usual, "/OFF") or word_at(usual, "/BaseState") == _OFF:
        return True
    for one in list_at(layers, "/OCGs"):
        group = resolved(one)
        usage = dictionary_at(group, "/Usage") if isinstance(group, DictionaryObject) else DictionaryObject()
        if _OFF in (
            word_at(dictionary_at(usage, "/View"), "/ViewState"),
            word_at(dictionary_at(usage, "/Print"), "/PrintState"),
        ):
            return True
    return False


def _extras(root: DictionaryObject) -> Iterator[str]:
    names = dictionary_at(root, "/Names")
    for key in ("/EmbeddedFiles", "/JavaScript"):
        if key in names:
            yield key.lstrip("/")
    if "/AF" in root:
        yield "EmbeddedFiles"
    if word_at(dictionary_at(root, "/OpenAction"), "/S") == "/JavaScript":
        yield "JavaScript"
    if "/Collection" in root:
        yield "Collection"


def _properties(reader: PdfReader, place: Location) -> Iterator[Finding]:
    info = dictionary_at(reader.trailer, "/Info")
    names = {
        key.lstrip("/")
        for key in info
        if key not in _HARMLESS and not key.startswith("/PTEX.") and word_at(info, key).strip()
    }
    xmp = dictionary_at(reader.root_object, "/Metadata")
    if isinstance(xmp, StreamObject) and b"dc:creator" in xmp.get_data():
        names.add("XMP dc:creator")
    if names:
        yield finding(rules.PROPERTIES, place, names=", ".join(sorted(names)))
