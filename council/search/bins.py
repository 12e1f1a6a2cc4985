"""Posting lists as the files that a browser asks for, and where one file ends and the next begins.

A bin after gunzip, little endian: u16 count of terms; for every term, ascending by code point: u8 length of the UTF-8
term, the term, u8 kind, u32 length of the payload, u32 count of its numbers; then the payloads in the same order.
Kind 0: varints, the first number itself and then the steps; kind 1: a bitmap (`varints`).

Where a bin begins hangs on the terms and the sizes of the lists nearby, not on how many bins stand before it: a list that
changes changes its own bin, seldom the next.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from msgspec import Struct

from council.search.lists import PostingList, numbers_in
from council.search.varints import from_bitmap, from_varints, to_bitmap, varint

_COUNT = struct.Struct("<H")
_TERM = struct.Struct("<BII")
_MOST_TERMS = 0xFFFF
_HEADING = 10  # bytes of a term's heading besides the term
_DIGEST = 4
_LONGEST = 3  # times the target


class DamagedBinError(ValueError):
    """Bytes that are no bin."""


class Packed(Struct):
    """A list as it stands in a bin, and how many bytes it takes there."""

    term: bytes
    kind: int
    count: int
    payload: bytes
    size: int


def packed(one: PostingList) -> Packed:
    """Return a list in the shorter of the two forms."""
    term, count, first, last, gaps = one
    payload = varint(first) + gaps
    kind = int((last >> 3) + 1 < len(payload))
    if kind:
        payload = to_bitmap(numbers_in(one), last)
    return Packed(term, kind, count, payload, _HEADING + len(term) + len(payload))


def cut(lists: Iterable[Packed], target: int) -> Iterator[list[Packed]]:
    """Yield the lists of one bin after another, about ``target`` bytes each; a longer list stands alone."""
    held: list[Packed] = []
    size = 0
    for one in lists:
        if held and _begins(one, held, size, target):
            yield held
            held, size = [], 0
        held.append(one)
        size += one.size
    if held:
        yield held


def _begins(one: Packed, held: list[Packed], size: int, target: int) -> bool:
    if one.size >= target or held[-1].size >= target or len(held) == _MOST_TERMS:
        return True
    if size + one.size > _LONGEST * target:
        return True
    return size >= target // 2 and _is_chosen(one, target)


def _is_chosen(one: Packed, target: int) -> bool:
    """Draw by the term's hash, the likelier the longer the list, so that half a target passes between two on average.

    Of the size only the power of two counts: a list that grows a little is drawn as before.
    """
    drawn = int.from_bytes(blake2b(one.term, digest_size=_DIGEST).digest(), "big")
    return drawn * target < 2 * (1 << one.size.bit_length() - 1) << 8 * _DIGEST


def bin_bytes(lists: list[Packed]) -> bytes:
    """Return a bin before gzip."""
    head = b"".join(
        bytes([len(one.term)]) + one.term + _TERM.pack(one.kind, len(one.payload), one.count) for one in lists
    )
    return _COUNT.pack(len(lists)) + head + b"".join(one.payload for one in lists)


def read_bin(data: bytes) -> dict[str, list[int]]:
    """Return the numbers of every term of a bin; DamagedBinError for anything else."""
    try:
        return _read_bin(data)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise DamagedBinError(str(error)) from error


def _read_bin(data: bytes) -> dict[str, list[int]]:
    heads = []
    place = _COUNT.size
    for _ in range(_COUNT.unpack_from(data)[0]):
        end = place + 1 + data[place]
        heads.append((data[place + 1 : end].decode(), *_TERM.unpack_from(data, end)))
        place = end + _TERM.size
    found = {}
    for term, kind, size, count in heads:
        found[term] = _numbers(kind, data[place : place + size])
        place += size
        if len(found[term]) != count:
            raise DamagedBinError(term)
    if place != len(data):
        raise DamagedBinError(len(data))
    return found


def _numbers(kind: int, payload: bytes) -> list[int]:
    if kind:
        return list(from_bitmap(payload))
    number = 0
    return [number := number + gap for gap in from_varints(payload)]
