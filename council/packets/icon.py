"""The picture by which a tablet shows the packets among its programs: sheets of paper, drawn here pixel by pixel."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache

_GROUND, _PAPER, _BEHIND, _LINE, _MARK = range(5)
_COLOURS = bytes.fromhex("1f3a5fffffffb9c9dd8a97a8c8102e")
_GRID = 64  # the picture's own units a side
_SHAPES = (
    (22, 12, 50, 44, _BEHIND),
    (14, 18, 42, 52, _PAPER),
    (19, 24, 37, 26, _LINE),
    (19, 30, 37, 32, _LINE),
    (19, 36, 37, 38, _LINE),
    (19, 42, 30, 44, _LINE),
    (34, 40, 42, 52, _MARK),
)
"""Rectangles from left, top to right, bottom; a later one lies on an earlier one."""

_MASKED = 0.8
"""How much of its size is left of the picture where a device cuts its own shape out of it."""


@lru_cache(maxsize=8)
def icon(side: int, *, masked: bool = False) -> bytes:
    """Return the picture as a PNG of ``side`` pixels; ``masked``: with room around it to be cut off."""
    rows = b"".join(b"\0" + bytes(row) for row in _rows(side, _MASKED if masked else 1.0))
    head = struct.pack(">IIBBBBB", side, side, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", _COLOURS), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _rows(side: int, scale: float) -> Iterator[list[int]]:
    columns = [_unit(place, side, scale) for place in range(side)]
    known: dict[int, list[int]] = {}
    for y in columns:
        if y not in known:
            known[y] = [_colour(x, y) for x in columns]
        yield known[y]


def _unit(place: int, side: int, scale: float) -> int:
    """Return the unit of the picture in which a pixel lies; beyond its edge there is only ground."""
    return int(((place + 0.5) / side - 0.5) / scale * _GRID + _GRID / 2)


def _colour(x: int, y: int) -> int:
    return next((c for left, top, right, low, c in reversed(_SHAPES) if left <= x < right and top <= y < low), _GROUND)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
