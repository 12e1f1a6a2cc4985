"""Every text in a PDF: the pages, and every string and stream of the file behind them."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator
from typing import Any

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)

from council.gate.refusal import PDF, UnreadableError
from council.text.patterns import regex

_PIXELS_AND_GLYPHS = ("/Image", "/Type1C", "/CIDFontType0C", "/OpenType")
_MOST = 1 << 26
_END = regex(rb"%%EOF")
_REVISIONS = 8

# pypdf tells its troubles to a logger; without a handler they would be printed.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def pdf_texts(data: bytes) -> Iterator[str | bytes]:
    """Yield the text of every page, every string, and the bytes of every stream that may hold words or a file."""
    yield from _whole(open_pdf(data))
    for earlier in _earlier(data):
        yield from _whole(earlier)


def _earlier(data: bytes) -> Iterator[PdfReader]:
    """Yield the file as it was before each change that was only appended: what it held then is still in its bytes."""
    ends = [match.end() for match in _END.finditer(data)][:-1]
    for end in ends[-_REVISIONS:]:
        with contextlib.suppress(UnreadableError):  # half of a file in two parts (linearized) is no file
            yield open_pdf(data[:end])


def _whole(reader: PdfReader) -> Iterator[str | bytes]:
    yield from page_texts(reader)
    for number, generation in _objects(reader):
        try:
            found = reader.get_object(IndirectObject(number, generation, reader))
        except Exception:  # noqa: BLE001, S112 - a PDF may hold broken objects that nothing shows
            continue
        try:
            yield from _texts_of(found)
        except RecursionError as error:
            raise UnreadableError(PDF, "depth") from error


def open_pdf(data: bytes) -> PdfReader:
    """Open a PDF; raises UnreadableError for a damaged or locked one, or one without pages."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        locked = reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED
        count = 0 if locked else len(reader.pages)
    except DependencyError as error:
        raise UnreadableError(PDF, "password") from error
    except Exception as error:  # a damaged PDF may raise anything
        raise UnreadableError(PDF, type(error).__name__) from error
    if locked or not count:
        raise UnreadableError(PDF, "password" if locked else "0 pages")
    return reader


def page_texts(reader: PdfReader) -> Iterator[str]:
    """Yield the text of each page; of a page whose layout cannot be followed, nothing."""
    for number in range(len(reader.pages)):
        try:
            yield reader.pages[number].extract_text()
        except Exception:  # noqa: BLE001 - its strings are read one by one all the same
            yield ""


def _objects(reader: PdfReader) -> list[tuple[int, int]]:
    """Return the number and generation of every object of the file."""
    plain = {(number, generation) for generation, numbers in reader.xref.items() for number in numbers}
    return sorted(plain | {(number, 0) for number in reader.xref_objStm})


def _texts_of(found: Any) -> Iterator[str | bytes]:  # noqa: ANN401 - pypdf's objects have no common type
    """Yield what stands in one object; what it refers to is an object of its own."""
    if isinstance(found, TextStringObject):
        yield str(found)
        yield found.original_bytes
    elif isinstance(found, ByteStringObject):
        yield bytes(found)
    elif isinstance(found, ArrayObject):
        for one in found:
            yield from _texts_of(one)
    elif isinstance(found, DictionaryObject):
        for one in found.values():
            yield from _texts_of(one)
        if isinstance(found, StreamObject):
            yield from _stream(found)


def _stream(found: StreamObject) -> Iterator[bytes]:
    if any(found.get(key) in _PIXELS_AND_GLYPHS for key in ("/Subtype", "/Type")) or "/Length1" in found:
        return
    try:
        content = found.get_data()
    except Exception:  # noqa: BLE001 - an unknown filter hides pixels, not words
        return
    if len(content) <= _MOST:
        yield content
