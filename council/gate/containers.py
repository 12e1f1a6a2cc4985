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
from hashlib import sha256
from typing import IO, NoReturn

from council.gate.pdf import PDF_MARK, pdf_texts
from council.gate.png import SIGNATURE, text_chunks
from council.gate.refusal import PDF, ZIP, UnreadableError

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
_ZIP, _ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
_ZIP_TAIL = 65557  # the last record of a zip file lies within
_Packed = IO[bytes] | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile
_OPENED: dict[str, Callable[[io.BytesIO], gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
}
_STREAMS = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"))
# What nobody here can look into.
_CLOSED = (
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office 97-2003"),
)
_CLOSED_SUFFIXES = {".br": "Brotli", ".7z": "7-Zip", ".rar": "RAR", ".zst": "Zstandard"}
_PACKED_SUFFIXES = {".gz": "gzip", ".svgz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".pdf": PDF} | dict.fromkeys(
    (".zip", ".docx", ".xlsx", ".pptx", ".epub", ".odt", ".ods", ".jar"), ZIP
)
_TROUBLE = (
    *(OSError, EOFError, ValueError, KeyError, IndexError, RuntimeError, OverflowError, MemoryError),
    *(NotImplementedError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError),
)


def texts(data: bytes, name: str, depth: int = 0) -> Iterator[str]:
    """Yield every text in a file's bytes, its own SHA-256 and names of packed files included; raises UnreadableError.

    ``name`` is what the file is called: an ending that promises a container makes anything else unreadable.
    """
    if depth > _DEPTH:
        raise UnreadableError(_kind(data, name) or ZIP, "depth")
    kind = _kind(data, name)
    yield sha256(data).hexdigest()
    if kind == ZIP:
        yield from _zip_texts(data, depth)
        return
    if kind == PDF:
        for part in pdf_texts(data):
            yield from [part] if isinstance(part, str) else texts(part, "", depth + 1)
    elif kind:
        yield from texts(_unpacked(data, kind), _inner_name(name), depth + 1)
    else:
        yield from plain_texts(data, name)
    if _ZIP_END in data[-_ZIP_TAIL:]:
        with suppress(UnreadableError):  # a zip file behind something else, or one within it
            yield from _zip_texts(data, depth)


def is_container(data: bytes, name: str) -> bool:
    """Say whether a file holds others, or is meant to."""
    return bool(_kind(data, name))


def is_packed(data: bytes) -> bool:
    """Say whether bytes begin like a packed file, a PDF or a picture with words in it."""
    return data.startswith((_ZIP, PDF_MARK, SIGNATURE, *(mark for mark, _ in _STREAMS)))


def is_text(data: bytes) -> bool:
    """Say whether bytes are text in UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _kind(data: bytes, name: str) -> str:
    """Return the kind of container, empty if the file is none; raises UnreadableError for what stays closed."""
    suffix = f".{name.rpartition('.')[2]}".casefold() if "." in name else ""
    closed = next((kind for mark, kind in _CLOSED if data.startswith(mark)), _CLOSED_SUFFIXES.get(suffix))
    if closed:
        raise UnreadableError(closed, closed)
    found = next((kind for mark, kind in _STREAMS if data.startswith(mark)), "")
    if not found and data.startswith((_ZIP, _ZIP_END)):
        found = ZIP
    if not found and PDF_MARK in data[:1024]:
        found = PDF
    promised = _PACKED_SUFFIXES.get(suffix, "")
    if promised and promised != found:
        raise UnreadableError(promised, found or "?")
    return found


def _inner_name(name: str) -> str:
    return name.rpartition(".")[0] if f".{name.rpartition('.')[2]}".casefold() in _PACKED_SUFFIXES else ""


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
