"""Ascending numbers as bytes: gaps of seven bits a byte, or one bit a number; the two forms of a posting list."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from operator import sub

_ONE_BYTE = 0x80
_TWO_BYTES = 0x4000
_SET = ord("1")


@lru_cache(maxsize=1 << 12)
def varint(value: int) -> bytes:
    """Return one number as a varint."""
    return to_varints((value,))


def to_varints(values: Iterable[int]) -> bytes:
    """Return numbers as varints: seven bits a byte, low bits first, the high bit set where more follow."""
    found = list(values)
    most = max(found, default=0)
    if most < _ONE_BYTE:
        return bytes(found)
    if most < _TWO_BYTES:
        return b"".join([*map(_short().__getitem__, found)])
    out = bytearray()
    add = out.append
    for value in found:
        rest = value
        while rest >= _ONE_BYTE:
            add(rest & 0x7F | _ONE_BYTE)
            rest >>= 7
        add(rest)
    return bytes(out)


@cache
def _short() -> list[bytes]:
    """Return the varints of all numbers of one byte or two."""
    one = [bytes((low,)) for low in range(_ONE_BYTE)]
    return one + [bytes((low | _ONE_BYTE, high)) for high in range(1, _ONE_BYTE) for low in range(_ONE_BYTE)]


def from_varints(data: bytes) -> list[int]:
    """Return the numbers that `to_varints` wrote."""
    if data.isascii():
        return list(data)
    values: list[int] = []
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        if byte & _ONE_BYTE:
            shift += 7
        else:
            values.append(value)
            value = shift = 0
    return values


def gaps_of(numbers: Sequence[int]) -> bytes:
    """Return the varints of the steps between ascending numbers; the first number itself is not among them."""
    return to_varints(map(sub, numbers[1:], numbers))


def numbers_of(first: int, gaps: bytes) -> array[int]:
    """Return the numbers again of the first and the varints of the steps after it."""
    return array("I", accumulate(from_varints(gaps), initial=first))


def to_bitmap(numbers: Iterable[int], last: int) -> bytes:
    """Return one bit a number: bit k of byte j stands for 8j + k; no byte follows that of the last number."""
    size = (last >> 3) + 1
    digits = bytearray(b"0") * (8 * size)
    for number in numbers:
        digits[~number] = _SET
    return int(digits, 2).to_bytes(size, "little")


def from_bitmap(data: bytes) -> array[int]:
    """Return the numbers whose bit is set, ascending."""
    return array(
        "I", [place * 8 + bit for place, byte in enumerate(data) if byte for bit in range(8) if byte >> bit & 1]
    )
