"""The posting lists of the search: pairs of characters and numbers, in which no word can stand but the names of facets."""

from __future__ import annotations

import struct

SUFFIX = ".bin"

_COUNT = struct.Struct("<H")
_TERM = struct.Struct("<BII")
_KINDS = (0, 1)
_PAIR = 2
_FACET = "@"


def facets_of(data: bytes) -> tuple[str, ...] | None:
    """Return the facets among the terms of a bin (`council.search.bins`); None if the bytes are anything else as well.

    Every byte must have its place: terms of one or two characters, facets, and numbers as many as there are said to be.
    """
    try:
        (count,) = _COUNT.unpack_from(data)
        facets, place, numbers = [], _COUNT.size, 0
        for _ in range(count):
            end = place + 1 + data[place]
            term = data[place + 1 : end].decode()
            kind, size, _ = _TERM.unpack_from(data, end)
            place, numbers = end + _TERM.size, numbers + size
            if kind not in _KINDS or (len(term) > _PAIR and term[0] != _FACET):
                return None
            facets += [term] if len(term) > _PAIR else []
    except (struct.error, IndexError, UnicodeDecodeError):
        return None
    return tuple(facets) if place + numbers == len(data) else None
