"""A PDF that only lost its table of objects, or that is locked against changes only, written anew so that it opens.

Done with pikepdf, which the extra ``packet`` brings; without it such a paper is held back.
"""

from __future__ import annotations

import importlib.util
import io
import logging
from typing import Any

from council.text.patterns import regex

# What qpdf says of a file whose objects are all there: only the table that leads to them is gone or wrong.
_HARMLESS = regex(
    r"file is damaged|startxref|reconstruct cross-reference table|EOF after endobj|unable to find trailer dictionary"
    r"|xref (?:not found|table|entry)|attempting to recover stream length|recovered stream length|expected endstream"
)
# A cut file must not end with an object: qpdf takes one that is followed by nothing for lost.
_END = b"\n%%EOF\n"
_LENGTH = regex(rb"/Linearized\b[^<>]{0,200}?/L\s+(\d+)")
# pikepdf tells its troubles to a logger too; without a handler they would be printed.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())

_USED = {"Tf": "/Font", "Do": "/XObject", "gs": "/ExtGState"}
_SUBSET = regex(r"/[A-Z]{6}\+")
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_DEEPEST = 8


class UnmendedError(Exception):
    """The file cannot be mended; ``is_locked`` if it asks for a password, else something that its pages show is lost."""

    def __init__(self, reason: str = "", *, is_locked: bool = False) -> None:
        """Keep why."""
        super().__init__(reason)
        self.reason = reason
        self.is_locked = is_locked


def can_mend() -> bool:
    """Say whether pikepdf is there."""
    return importlib.util.find_spec("pikepdf") is not None


def is_cut(data: bytes) -> bool:
    """Say whether a file says of itself that it was longer: its first page would stand for all of them."""
    match = _LENGTH.search(data[:1024])
    return match is not None and int(match[1]) > len(data)


def mended(data: bytes) -> bytes:
    """Return the file written anew, without a lock. Raises UnmendedError."""
    import pikepdf  # noqa: PLC0415 - of the extra

    try:
        with pikepdf.open(io.BytesIO(data + _END), suppress_warnings=True) as pdf:
            _refuse_losses(pdf)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True, encryption=False)
            return out.getvalue()
    except pikepdf.PasswordError as error:
        raise UnmendedError(is_locked=True) from error
    except UnmendedError:
        raise
    except Exception as error:  # a damaged PDF may raise anything
        raise UnmendedError(type(error).__name__) from error


def _refuse_losses(pdf: Any) -> None:  # noqa: ANN401 - pikepdf is imported late
    pages = list(pdf.pages)
    told = pdf.get_warnings()
    if pages and not told:
        return  # it was locked, not damaged
    lost = [one for one in told if not _HARMLESS.search(one)]
    if lost or not pages:
        message = f"{len(pages)} pages, {len(lost)} losses"
        raise UnmendedError(message)
    for number, page in enumerate(pages, start=1):
        if "/Contents" not in page.obj or not _is_whole(page, page.resources, 0):
            message = f"page {number}"
            raise UnmendedError(message)


def _is_whole(drawn: Any, resources: Any, depth: int) -> bool:  # noqa: ANN401 - pikepdf is imported late
    """Say whether everything is there that a page or form draws with: an object that is lost leaves no trace but that."""
    import pikepdf  # noqa: PLC0415 - of the extra

    told: Any = pikepdf.parse_content_stream(drawn, " ".join(_USED))
    for operands, operator in told:
        listed = resources.get(_USED[str(operator)], {})
        found = listed.get(str(operands[0])) if operands else None
        if found is None or (str(operator) == "Tf" and not _has_shapes(found)):
            return False
        is_form = isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Form"
        if is_form and (depth > _DEEPEST or not _is_whole(found, found.get("/Resources", resources), depth + 1)):
            return False
    return True


def _has_shapes(font: Any) -> bool:  # noqa: ANN401 - pikepdf is imported late
    """Say whether the letters of a font are there, if the file is to bring them: a part of a font has a mark in its name."""
    if not _SUBSET.match(str(font.get("/BaseFont", ""))):
        return True
    inner = font.get("/DescendantFonts")
    described = (inner[0] if inner is not None and len(inner) else font).get("/FontDescriptor")
    return described is not None and any(key in described for key in _FONT_FILES)
