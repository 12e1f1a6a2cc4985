"""How files are packed: by the bytes they begin with, and by the endings of their names."""

from __future__ import annotations

from council.gate.png import SIGNATURE
from council.gate.refusal import PDF, ZIP, UnreadableError

PDF_MARK = b"%PDF-"
ZIP_MARK, ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
_STREAMS = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\0", "xz"), (b"\x5d\0\0", "LZMA"))
# What nobody here can look into.
_CLOSED = (
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\x1f\x9d", "compress"),
    (b"MSCF", "cabinet"),
    (b"\x04\x22\x4d\x18", "LZ4"),
    (b"\x02\x21\x4c\x18", "LZ4"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office 97-2003"),
)
_LHA = b"-lh"  # from the third byte on, as in -lh5-
_CLOSED_SUFFIXES = {
    ".br": "Brotli",
    ".7z": "7-Zip",
    ".rar": "RAR",
    ".zst": "Zstandard",
    ".z": "compress",
    ".cab": "cabinet",
    ".lz4": "LZ4",
    ".lzh": "LHA",
    ".lha": "LHA",
}
_PACKED_SUFFIXES = {
    **dict.fromkeys((".gz", ".tgz", ".svgz"), "gzip"),
    ".bz2": "bzip2",
    ".xz": "xz",
    ".lzma": "LZMA",
    ".pdf": PDF,
    **dict.fromkeys((".zip", ".docx", ".xlsx", ".pptx", ".epub", ".odt", ".ods", ".jar"), ZIP),
}


def kind_of(data: bytes, name: str) -> str:
    """Return the kind of container, empty if the file is none; raises UnreadableError for what stays closed."""
    suffix = _suffix(name)
    closed = next((kind for mark, kind in _CLOSED if data.startswith(mark)), _CLOSED_SUFFIXES.get(suffix))
    if closed is None and data[2:5] == _LHA and data[6:7] == b"-":
        closed = "LHA"
    if closed:
        raise UnreadableError(closed, closed)
    found = next((kind for mark, kind in _STREAMS if data.startswith(mark)), "")
    if not found and data.startswith((ZIP_MARK, ZIP_END)):
        found = ZIP
    if not found and PDF_MARK in data[:1024]:
        found = PDF
    promised = _PACKED_SUFFIXES.get(suffix, "")
    if promised and promised != found:
        raise UnreadableError(promised, found or "?")
    return found


def is_packed(data: bytes) -> bool:
    """Say whether bytes begin like a packed file, a PDF or a picture with words in it."""
    return data.startswith((ZIP_MARK, PDF_MARK, SIGNATURE, *(mark for mark, _ in _STREAMS)))


def inner_name(name: str) -> str:
    """Return the name of what is packed in a file of this name; empty if it does not say."""
    return name.rpartition(".")[0] if _suffix(name) in _PACKED_SUFFIXES else ""


def _suffix(name: str) -> str:
    return f".{name.rpartition('.')[2]}".casefold() if "." in name else ""
