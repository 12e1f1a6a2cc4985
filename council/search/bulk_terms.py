"""Writes Whoosh's table of terms: the same file as its own writer's, without asking for each place and byte by byte.

Whoosh hashes terms with MD5 unless told otherwise; its reader does as the file says, and CRC-32 is much quicker.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from itertools import chain
from typing import Any
from zlib import crc32

from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.util.numlists import GrowableArray

_CRC32 = 1  # as Whoosh numbers its ways to hash
_LENGTHS = struct.Struct("!ii")
_SLOT = "Iq"  # hash and place of a term
_BUCKETS = 256


class TermWriter(OrderedHashWriter):  # type: ignore[misc]
    """A table of terms in their order, begun anew in the file of a table that has nothing yet."""

    def __init__(self, table: Any) -> None:  # noqa: ANN401 - Whoosh has no types
        """Take over the file and what is told of fields."""
        table.dbfile.seek(table.startoffset)
        HashWriter.__init__(self, table.dbfile, hashtype=_CRC32)
        self.extras = table.extras
        self.index = GrowableArray("q")
        self.lastkey = b""

    def add_sorted(self, items: Iterable[tuple[bytes, bytes]]) -> None:
        """Write terms and what is told of them; ValueError where one is not behind the last."""
        write, buckets, places, last = self.dbfile.write, self.buckets, self.index.array, self.lastkey
        place = self.dbfile.tell()
        for term, told in items:
            if term <= last:
                message = f"{term!r} is behind {last!r}"
                raise ValueError(message)
            last = term
            write(_LENGTHS.pack(len(term), len(told)) + term + told)
            hashed = crc32(term)
            buckets[hashed & 255].append((hashed, place))
            places.append(place)
            place += _LENGTHS.size + len(term) + len(told)
        self.lastkey = last

    def _write_hashes(self) -> None:
        """Write the tables that lead from a hash to a place: twice as many slots as terms, an empty one being zero."""
        for entries in self.buckets:
            slots = [(0, 0)] * (2 * len(entries))
            for entry in entries:
                slots[_free(slots, entry[0])] = entry
            self.directory.append((self.dbfile.tell(), len(slots)))
            self.dbfile.write(struct.pack("!" + _SLOT * len(slots), *chain.from_iterable(slots)))


def _free(slots: list[tuple[int, int]], hashed: int) -> int:
    """Return the first slot for a hash that nothing stands in."""
    place = (hashed >> 8) % len(slots)
    while slots[place][1]:
        place = (place + 1) % len(slots)
    return place
