"""Copies of papers that may be published: what is seen, without what they say of their makers."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable

from lxml import etree

from council.diagnostics import Outcome, finding
from council.location import Location
from council.papers.pictures import CleanPicture, PictureError, UnknownPartError, clean_jpeg, clean_png
from council.papers.refusal import RefusedPaperError, held_back
from council.papers.word_clean import clean_word
from council.papers.word_findings import word_findings
from council.rules import materials
from council.rules import papers as rules

_BROKEN = (etree.LxmlError, zipfile.BadZipFile, zlib.error, struct.error, RecursionError, KeyError, ValueError)
_TELLING = frozenset({"Exif", "GPS", "XMP", "COM", "APP13", "tEXt", "iTXt", "zTXt", "eXIf"})


def clean_paper(data: bytes, name: str, kind: str) -> Outcome[bytes | None]:
    """Return the copy of a paper that may be published, or None where that cannot be made with certainty.

    The same bytes give the same copy. ``name`` is the paper's path in the project, ``kind`` pdf, docx, xlsx, png or
    jpeg. Findings: D103-D108, D301-D310, D322, D323 (held back), D311-D321 (taken off, or
    to look at), D331, D332 (opened all the same).
    """
    try:
        return _clean(data, name, kind)
    except RefusedPaperError as refused:
        return Outcome(None, (finding(refused.rule, Location(name), **refused.values),))
    except _BROKEN as error:
        return Outcome(None, (finding(materials.UNREADABLE, Location(name), reason=type(error).__name__),))


def _clean(data: bytes, name: str, kind: str) -> Outcome[bytes | None]:
    match kind:
        case "pdf":
            from council.papers.pdf_clean import clean_pdf  # noqa: PLC0415 - pypdf is slow to import

            return clean_pdf(data, name)
        case "docx":
            return _clean_word(data, name)
        case "xlsx":
            from council.papers.sheet_clean import clean_workbook  # noqa: PLC0415 - openpyxl is slow to import

            return clean_workbook(data, name)
        case "png":
            return _picture(lambda: clean_png(data), name)
        case "jpeg":
            return _picture(lambda: clean_jpeg(data), name)
    raise RefusedPaperError(materials.OTHER_KIND, kind=kind)


def _clean_word(data: bytes, name: str) -> Outcome[bytes | None]:
    found = word_findings(data, name)
    if held_back(found):
        return Outcome(None, found)
    cleaned = clean_word(data, name)
    return Outcome(cleaned.value, (*found, *cleaned.findings))


def _picture(clean: Callable[[], CleanPicture], name: str) -> Outcome[bytes | None]:
    try:
        picture = clean()
    except UnknownPartError as error:
        raise RefusedPaperError(rules.NOT_CLEANED, part=str(error)) from error
    except PictureError as error:
        raise RefusedPaperError(materials.UNREADABLE, reason=str(error)) from error
    told = sorted(picture.dropped & _TELLING)
    return Outcome(picture.data, (finding(rules.PROPERTIES, Location(name), names=", ".join(told)),) if told else ())
