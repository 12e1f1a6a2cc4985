"""A paper (PDF, docx, xlsx, png, jpeg) as far as publishing it needs: that it opens, its size, hash and pages."""

from __future__ import annotations

import hashlib
import io
import logging
import pathlib
from typing import TYPE_CHECKING

from msgspec import Struct

from council.diagnostics import Finding, Outcome, Rule, finding
from council.location import Location
from council.read.docx.archive import unpack
from council.read.docx.refusal import RefusedError
from council.read.office_main import main_kind
from council.read.pdf_mending import UnmendedError, can_mend, is_cut, mended
from council.read.signatures import Content, content_of
from council.read.whole_file import read_bytes
from council.rules import files, word_refused
from council.rules import materials as rules

if TYPE_CHECKING:
    from pypdf import PdfReader

# The suffixes that may be published and the kind each stands for.
KINDS = {".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg"}
_CONTENT = {"pdf": Content.PDF, "docx": Content.ZIP, "xlsx": Content.ZIP, "png": Content.PNG, "jpeg": Content.JPEG}
_MAIN_KIND = {"docx": "document", "xlsx": "workbook"}  # by the first tag of the main part
_LAST_BYTES = {"png": b"IEND", "jpeg": b"\xff\xd9"}
_SAID: dict[str, Rule] = {
    files.FILE_UNREADABLE.code: rules.UNREADABLE,
    files.FILE_CLOUD_ONLY.code: rules.CLOUD_ONLY,
    files.FILE_TOO_LARGE.code: rules.TOO_LARGE,
    files.FILE_CHANGED_WHILE_READ.code: rules.CHANGED_WHILE_READ,
    word_refused.WORD_ENCRYPTED.code: rules.LOCKED,
    word_refused.WORD_TOO_LARGE.code: rules.TOO_LARGE,
}

# pypdf tells its troubles to a logger; without a handler they would be printed.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


class Paper(Struct, frozen=True):
    """A file that opens: its kind (pdf, docx, xlsx, png, jpeg), bytes and pages (0 where unknown)."""

    kind: str
    sha256: str
    size: int
    pages: int = 0


class _RefusedPaperError(Exception):
    """The paper is refused; never leaves this module."""

    def __init__(self, rule: Rule, **values: object) -> None:
        super().__init__(rule.name)
        self.rule = rule
        self.values = values


def read_paper(path: pathlib.Path, name: str) -> Outcome[Paper | None]:
    """Check that a paper opens; findings D102-D108 for one that must not be published."""
    kind = KINDS.get(path.suffix.casefold())
    if kind is None:
        return Outcome(None, (finding(rules.OTHER_KIND, Location(name), kind=path.suffix or "—"),))
    read = read_bytes(path, name)
    if read.value is None:
        return Outcome(None, tuple(_reworded(found) for found in read.findings))
    try:
        pages = _checked_pages(read.value, kind, name)
    except _RefusedPaperError as refused:
        return Outcome(None, (finding(refused.rule, Location(name), **refused.values),))
    except RefusedError as refusal:
        return Outcome(None, (_reworded(refusal.finding),))
    return Outcome(Paper(kind, hashlib.sha256(read.value).hexdigest(), len(read.value), pages))


def _reworded(found: Finding) -> Finding:
    """Say in words for papers what the guards of other files found."""
    rule = _SAID.get(found.rule.code, rules.UNREADABLE)
    values = dict(found.values)
    values.setdefault("reason", values.get("part", found.rule.name))
    return Finding(rule, Location(found.location.path), tuple(values.items()))


def _checked_pages(data: bytes, kind: str, name: str) -> int:
    content = content_of(data)
    if content in (Content.EMPTY, Content.ZEROS):
        raise _RefusedPaperError(rules.UNREADABLE, reason=content.value)
    if content is Content.LOCKED:
        raise _RefusedPaperError(rules.LOCKED)
    if content is not _CONTENT[kind]:
        raise _RefusedPaperError(rules.OTHER_CONTENT, kind=content.value)
    if kind in _LAST_BYTES and _LAST_BYTES[kind] not in data:
        raise _RefusedPaperError(rules.UNREADABLE, reason="EOF")
    if kind in _MAIN_KIND and _MAIN_KIND[kind] != main_kind(unpack(data, name)):
        raise _RefusedPaperError(rules.OTHER_CONTENT, kind="zip")
    return _pdf_pages(data) if kind == "pdf" else 0


def _pdf_pages(data: bytes) -> int:
    """Return the number of pages; 0 where a protection that needs no password hides the count."""
    if is_cut(data):
        return _mended_pages(data, rules.UNREADABLE, reason="cut")
    from pypdf import PasswordType, PdfReader  # noqa: PLC0415 - slow to import, and most builds read no new PDF
    from pypdf.errors import DependencyError  # noqa: PLC0415 - as above

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
    except DependencyError:
        locked = True
    except Exception as error:  # noqa: BLE001 - a damaged PDF may raise anything
        return _mended_pages(data, rules.UNREADABLE, reason=type(error).__name__)
    return _mended_pages(data, rules.LOCKED) if locked else _counted(reader, data)


def _counted(reader: PdfReader, data: bytes) -> int:
    from pypdf.errors import DependencyError  # noqa: PLC0415 - as above

    try:
        pages = len(reader.pages)
    except DependencyError:
        return 0
    except Exception as error:  # noqa: BLE001 - as above
        return _mended_pages(data, rules.UNREADABLE, reason=type(error).__name__)
    return pages or _mended_pages(data, rules.UNREADABLE, reason="0 pages")


def _mended_pages(data: bytes, rule: Rule, **values: object) -> int:
    """Return the number of pages of a file that does not open as it is, if it can be mended."""
    if not can_mend():
        raise _RefusedPaperError(rule, **values)
    from pypdf import PdfReader  # noqa: PLC0415 - as above

    try:
        return len(PdfReader(io.BytesIO(mended(data))).pages)
    except UnmendedError as error:
        if error.is_locked:
            raise _RefusedPaperError(rules.LOCKED) from error
        raise _RefusedPaperError(rule if rule is not rules.LOCKED else rules.UNREADABLE, reason=error.reason) from error
