"""Which characters a font draws, read from its ``cmap`` table (OpenType 1.9)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

_WINDOWS_BMP, _WINDOWS_FULL, _VARIATIONS = (3, 1), (3, 10), (0, 5)


class Coverage(Struct, frozen=True):
    """Code points with a shape, and the variation sequences (base, selector) that have one of their own."""

    characters: frozenset[int]
    variants: frozenset[tuple[int, int]]


@lru_cache(maxsize=4)
def coverage(path: Path) -> Coverage:
    """Return what a font draws; ValueError if it has no Unicode table."""
    data = _table(path.read_bytes(), b"cmap")
    tables = dict(_subtables(data))
    found = {_WINDOWS_FULL: _format_12, _WINDOWS_BMP: _format_4}
    for key, read in found.items():
        if key in tables:
            variants = frozenset(_format_14(data, tables[_VARIATIONS])) if _VARIATIONS in tables else frozenset()
            return Coverage(frozenset(read(data, tables[key])), variants)
    message = f"{path.name}: no Unicode table"
    raise ValueError(message)


def _table(font: bytes, name: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for place in range(count):
        tag, _, start, size = struct.unpack_from(">4sIII", font, 12 + 16 * place)
        if tag == name:
            return font[start : start + size]
    return b"\0\0\0\0"


def _subtables(data: bytes) -> Iterator[tuple[tuple[int, int], int]]:
    _, count = struct.unpack_from(">HH", data)
    for place in range(count):
        platform, encoding, start = struct.unpack_from(">HHI", data, 4 + 8 * place)
        yield (platform, encoding), start


def _format_4(data: bytes, at: int) -> Iterator[int]:
    (double,) = struct.unpack_from(">H", data, at + 6)
    ends = struct.unpack_from(f">{double // 2}H", data, at + 14)
    starts = struct.unpack_from(f">{double // 2}H", data, at + 16 + double)
    for start, end in zip(starts, ends, strict=True):
        yield from range(start, min(end, 0xFFFE) + 1)


def _format_12(data: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", data, at + 12)
    for place in range(count):
        start, end, _ = struct.unpack_from(">III", data, at + 16 + 12 * place)
        yield from range(start, end + 1)


def _format_14(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", data, at + 6)
    for place in range(count):
        record = at + 10 + 11 * place
        selector = int.from_bytes(data[record : record + 3])
        usual, other = struct.unpack_from(">II", data, record + 3)
        bases = [*(_usual(data, at + usual) if usual else ()), *(_other(data, at + other) if other else ())]
        yield from ((base, selector) for base in bases)


def _usual(data: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", data, at)
    for place in range(count):
        start = int.from_bytes(data[at + 4 + 4 * place : at + 7 + 4 * place])
        yield from range(start, start + data[at + 7 + 4 * place] + 1)


def _other(data: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", data, at)
    for place in range(count):
        yield int.from_bytes(data[at + 4 + 5 * place : at + 7 + 5 * place])
