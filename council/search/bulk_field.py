"""Writes whole posting lists into a Whoosh segment at once, past its tokens, its pool and its walk over single postings.

The segment is one of Whoosh's own codec and is read by it, without anything of ours. What is written here by hand is
that codec's form of posting blocks (whoosh-reloaded 2.7.5): blocks of ids with their count and last id, no weights, no
positions.
"""

from __future__ import annotations

import pickle
import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from operator import sub
from typing import Any

from whoosh.codec import whoosh3
from whoosh.system import pack_int, pack_ushort

from council.search.bulk_terms import TermWriter

Lists = Iterable[tuple[str, "array[int]"]]
"""Terms ascending by code point, each with the numbers of its documents in the segment, ascending."""

_BLOCK = 512
_SMALL = 300  # bytes: shorter blocks are not worth compressing
_PROTOCOL = 2
_TOLD = whoosh3.W3TermInfo._struct  # noqa: SLF001 - the form in which Whoosh reads it
_EXTENT = struct.Struct("!qi")


class BulkCodec(whoosh3.W3Codec):  # type: ignore[misc]
    """Whoosh's codec, whose field writer takes whole lists; segments name the stock codec as theirs."""

    def __init__(self, fields: Mapping[str, Lists]) -> None:
        """Take the lists of every field."""
        super().__init__()
        self.fields = fields

    def field_writer(self, storage: Any, segment: Any) -> BulkFieldWriter:  # noqa: ANN401 - Whoosh has no types
        """Return the writer of lists."""
        return BulkFieldWriter(self, storage, segment)

    def new_segment(self, storage: Any, indexname: str) -> Any:  # noqa: ANN401 - as above; Whoosh's own method
        """Return a segment of the stock codec."""
        return whoosh3.W3Codec().new_segment(storage, indexname)


class BulkFieldWriter(whoosh3.W3FieldWriter):  # type: ignore[misc]
    """Writes the lists that its codec holds; nothing may be in Whoosh's own pool."""

    def add_postings(self, schema: Any, lengths: Any, items: Iterator[object]) -> None:  # noqa: ANN401, ARG002 - as above
        """Write every field, in the order of their names; ValueError if Whoosh has postings of its own."""
        if next(iter(items), None) is not None:
            message = "a field was indexed beside the lists"
            raise ValueError(message)
        self._tindex: Any = TermWriter(self._tindex)
        for name, lists in sorted(self._codec.fields.items()):
            self.start_field(name, schema[name])
            self._tindex.add_sorted(self._terms(pack_ushort(self._fieldid), lists))
            self.finish_field()

    def _terms(self, field: bytes, lists: Lists) -> Iterator[tuple[bytes, bytes]]:
        """Write the lists and yield what is told of each: whether it stands with the term, counts, first, last, where it lies."""
        write, place = self._postfile.write, self._postfile.tell()
        for term, numbers in lists:
            count, last = len(numbers), numbers[-1]
            told = _TOLD.pack(count == 1, count, count, 0, 0, 1.0, numbers[0], last)
            if count == 1:
                yield field + term.encode(), told + pickle.dumps(((last,), (1.0,), ()), _PROTOCOL)
                continue
            data = _posting_blocks(numbers)
            write(data)
            yield field + term.encode(), told + _EXTENT.pack(place, len(data))
            place += len(data)


def _posting_blocks(numbers: array[int]) -> bytes:
    if len(numbers) <= _BLOCK:
        return whoosh3.WHOOSH3_HEADER_MAGIC + _block(numbers, is_last=True)  # type: ignore[no-any-return]
    blocks = [numbers[first : first + _BLOCK] for first in range(0, len(numbers), _BLOCK)]
    parts = (_block(one, is_last=one is blocks[-1]) for one in blocks)
    return b"".join((whoosh3.WHOOSH3_HEADER_MAGIC, *parts))


def _block(numbers: array[int], *, is_last: bool) -> bytes:
    """Return one block: its length, negative for a term's last one, what it holds, and the ids as steps."""
    steps = (numbers[0], *map(sub, numbers[1:], numbers))
    data = pickle.dumps((steps, None, None), _PROTOCOL)
    is_packed = len(data) > _SMALL
    if is_packed:
        data = zlib.compress(data, 1)
    told = pickle.dumps((len(numbers), numbers[-1], 1.0, int(is_packed), 0, 0), _PROTOCOL)
    size = len(told) + len(data)
    length: bytes = pack_int(-size if is_last else size)
    return length + told + data
