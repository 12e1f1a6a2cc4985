"""A PDF opened for reading, or refused: locked, damaged, without pages."""

from __future__ import annotations

import io
import logging

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError

from council.diagnostics import Outcome, finding
from council.location import Location
from council.papers.pdf_objects import at, dictionary_at, list_at, number
from council.papers.refusal import RefusedPaperError
from council.read.pdf_mending import UnmendedError, can_mend, is_cut, mended
from council.rules import materials
from council.rules import papers as rules

_MARK = b"%PDF-"

# pypdf tells its troubles to a logger; without a handler they would be printed.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def open_pdf(data: bytes) -> PdfReader:
    """Return a reader that needs no password any more. Raises RefusedPaperError (D103, D104)."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
        count = 0 if locked else len(reader.pages)
    except DependencyError as error:
        raise RefusedPaperError(materials.LOCKED) from error
    except Exception as error:  # a damaged PDF may raise anything
        raise RefusedPaperError(materials.UNREADABLE, reason=type(error).__name__) from error
    if locked:
        raise RefusedPaperError(materials.LOCKED)
    if not count:
        raise RefusedPaperError(materials.UNREADABLE, reason="0 pages")
    return reader


def open_sent_pdf(data: bytes, name: str) -> Outcome[PdfReader]:
    """Open a PDF as an office sent it: one that lost only its table of objects, or is locked against changes, opens too.

    Findings: D331 (mended), D332 (a lock against changes was taken off). Raises RefusedPaperError (D103, D104).
    """
    place = Location(name)
    try:
        reader = None if is_cut(data) else open_pdf(data)
        if reader is not None and _lacks_pages(reader) and can_mend():
            reader = None
    except RefusedPaperError as refused:
        if not can_mend() or _MARK not in data[:1024]:
            raise
        rule = rules.RESTRICTIONS if refused.rule is materials.LOCKED else rules.MENDED
        return Outcome(_open_mended(data), (finding(rule, place),))
    if reader is None:
        return Outcome(_open_mended(data), (finding(rules.MENDED, place),))
    if not reader.is_encrypted:
        return Outcome(reader)
    # pypdf finds out only at the first text whether it knows the cipher.
    return Outcome(_open_mended(data) if can_mend() else reader, (finding(rules.RESTRICTIONS, place),))


def _lacks_pages(reader: PdfReader) -> bool:
    """Say whether fewer pages were found than are listed: pypdf passes over one that is damaged."""
    tree = dictionary_at(reader.root_object, "/Pages")
    listed = number(at(tree, "/Count")) if "/Count" in tree else 0
    return max(listed, len(list_at(tree, "/Kids"))) > len(reader.pages)


def _open_mended(data: bytes) -> PdfReader:
    if not can_mend():
        raise RefusedPaperError(materials.UNREADABLE, reason="cut")
    try:
        return open_pdf(mended(data))
    except UnmendedError as error:
        if error.is_locked:
            raise RefusedPaperError(materials.LOCKED) from error
        raise RefusedPaperError(materials.UNREADABLE, reason=error.reason) from error
