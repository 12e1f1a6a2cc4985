"""Long text files (all speeches of an archive in one file) a part at a time, so that memory does not grow with them."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from council.gate.containers import plain_texts

_TEXTS = frozenset({".html", ".json", ".jsonl", ".csv", ".tsv", ".xml", ".txt", ".md", ".js", ".css", ".ics", ".svg"})
_LONG = 1 << 23
_PART = 1 << 22
_SEAM = 1 << 13  # bytes that two parts share, so that what stands on the seam is whole in one of them


def is_long_text(path: Path) -> bool:
    """Say whether a file is text by its name and too long to be read at once."""
    return path.suffix.casefold() in _TEXTS and path.stat().st_size > _LONG


def long_texts(path: Path) -> Iterator[str]:
    """Yield the texts of a file part by part, last its SHA-256."""
    hashing = sha256()
    held = b""
    with path.open("rb") as stream:
        while block := stream.read(_PART):
            hashing.update(block)
            held += block
            end = _last_whole(held)
            yield from plain_texts(held[:end], path.name)
            held = held[_last_whole(held[: max(end - _SEAM, 0)]) :]
    yield from plain_texts(held, path.name)
    yield hashing.hexdigest()


def _last_whole(data: bytes) -> int:
    """Return the length of the data without a character of UTF-8 that is cut off at its end."""
    end = len(data)
    while end and data[end - 1] & 0xC0 == 0x80:  # noqa: PLR2004 - the mark of a byte that continues a character
        end -= 1
    return end - 1 if end and data[end - 1] >= 0xC0 else end  # noqa: PLR2004 - and of one that begins it
