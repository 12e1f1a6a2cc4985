"""A PDF opened for reading, or refused: locked, damaged, without pages."""

from __future__ import annotations

import io
import logging

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError

from council.papers.refusal import RefusedPaperError
from council.rules import materials

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
