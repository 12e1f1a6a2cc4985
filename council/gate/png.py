"""What a PNG picture says in words: its text chunks, packed ones unpacked."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = 8
_MOST = 1 << 24


def text_chunks(data: bytes) -> Iterator[bytes]:
    """Yield the text chunks of a picture (PNG, third edition, 11.3.3), and what follows its end."""
    at = len(SIGNATURE)
    while at + _HEADER <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        content = data[at + _HEADER : at + _HEADER + size]
        if kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf"):
            yield content
            yield from _unpacked(content)
        at += _HEADER + size + 4
        if kind == b"IEND":
            yield data[at:]
            return


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Yield what is packed in a chunk; a stream begins some bytes after the keyword."""
    for start in range(len(content)):
        if content[start : start + 1] == b"\x78":
            try:
                yield zlib.decompressobj().decompress(content[start:], _MOST)
            except zlib.error:
                continue
            return
