"""Every text that the bytes of a file may hold: packed, in any encoding, in a PDF, a picture, an Office file."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from hashlib import sha256
from typing import IO, NoReturn

from council.gate.packings import ZIP_END, inner_name, kind_of
from council.gate.png import SIGNATURE, text_chunks
from council.gate.refusal import PDF, ZIP, UnreadableError
from council.gate.search_bins import SUFFIX, facets_of
from council.gate.seven_bits import seven_bit_texts

_DEPTH = 8
_MOST = 1 << 29  # bytes of one file unpacked; a site holds nothing so large
_STEP = 1 << 20
_ENCRYPTED = 0x1
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("utf-8", "cp932", "euc_jp", "utf-16-le", "utf-16-be")
_ZIP_TAIL = 65557  # the last record of a zip file lies within
_Packed = IO[bytes] | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile
_OPENED: dict[str, Callable[[io.BytesIO], gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
    "LZMA": partial(lzma.LZMAFile, format=lzma.FORMAT_ALONE),
}
_TROUBLE = (
    *(OSError, EOFError, ValueError, KeyError, IndexError, RuntimeError, OverflowError, MemoryError),
    *(NotImplementedError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError),
)


def texts(data: bytes, name: str, depth: int = 0) -> Iterator[str]:
    """Yield every text in a file's bytes, its own SHA-256 and names of packed files included; raises UnreadableError.

    ``name`` is what the file is called: an ending that promises a container makes anything else unreadable.
    """
    if depth > _DEPTH:
        raise UnreadableError(kind_of(data, name) or ZIP, "depth")
    kind = kind_of(data, name)
    yield sha256(data).hexdigest()
    if kind == ZIP:
        yield from _zip_texts(data, depth)
        return
    if kind == PDF:
        from council.gate.pdf import pdf_texts  # noqa: PLC0415 - pypdf is slow to import

        for part in pdf_texts(data):
            yield from [part] if isinstance(part, str) else texts(part, "", depth + 1)
    elif kind:
        unpacked = _unpacked(data, kind)
        facets = facets_of(unpacked) if name.endswith(SUFFIX) else None
        yield from texts(unpacked, inner_name(name), depth + 1) if facets is None else facets
    else:
        yield from plain_texts(data, name)
    if ZIP_END in data[-_ZIP_TAIL:]:
        with suppress(UnreadableError):  # a zip file behind something else, or one within it
            yield from _zip_texts(data, depth)


def is_container(data: bytes, name: str) -> bool:
    """Say whether a file holds others, or is meant to."""
    return bool(kind_of(data, name))


def is_text(data: bytes) -> bool:
    """Say whether bytes are text in UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def plain_texts(data: bytes, name: str) -> Iterator[str]:
    """Yield the texts of bytes that are no container, in every encoding they may have."""
    if data.startswith(SIGNATURE):
        for chunk in text_chunks(data):
            yield from _decoded(chunk)
    if name.casefold().endswith(".ics"):
        data = data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"")  # a fold may lie within a character
    yield from _decoded(data)


def _decoded(data: bytes) -> Iterator[str]:
    """Yield the text in the encoding that it shows; where it shows none, in every one that it may have."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            yield data[len(mark) :].decode(encoding, "replace")
            return
    try:
        text = data.decode()
    except UnicodeDecodeError:
        yield from (data.decode(encoding, "ignore") for encoding in _LEGACY)
        yield data[1:].decode("utf-16-le", "ignore")
        return
    yield text
    if text.isascii():
        yield from seven_bit_texts(data)
    if "\0" in text:
        yield from (data[skipped:].decode(encoding, "ignore") for encoding in _LEGACY[-2:] for skipped in (0, 1))


def _unpacked(data: bytes, kind: str) -> bytes:
    try:
        with _OPENED[kind](io.BytesIO(data)) as packed:
            return _read(packed, kind, _MOST)
    except _TROUBLE as error:
        _give_up(kind, error)


def _zip_texts(data: bytes, depth: int) -> Iterator[str]:
    left = _MOST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment.decode("utf-8", "replace")
            for member in archive.infolist():
                yield member.filename
                yield from _decoded(member.comment + member.extra)
                if member.flag_bits & _ENCRYPTED:
                    raise UnreadableError(ZIP, "password")
                with archive.open(member) as packed:
                    content = _read(packed, ZIP, left)
                left -= len(content)
                yield from texts(content, member.filename, depth + 1)
    except _TROUBLE as error:
        _give_up(ZIP, error)


def _read(stream: _Packed, kind: str, most: int) -> bytes:
    """Read a packed stream to its end, but no more than a file may hold."""
    kept = bytearray()
    while step := stream.read(_STEP):
        kept += step
        if len(kept) > most:
            raise UnreadableError(kind, "size")
    return bytes(kept)


def _give_up(kind: str, error: Exception) -> NoReturn:
    raise UnreadableError(kind, type(error).__name__) from error
