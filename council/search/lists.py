"""The posting lists of one year as a file, `lists.bin`: what the index of that year holds, in the order of the terms.

The file: eight bytes of mark; then for every term, ascending by code point: its length in bytes, the count of its
numbers, the first number, the last, the length of the gaps (little endian, u16 and four u32), the term in UTF-8,
the gaps after the first number as varints; at the end a length of 0xFFFF and the count of terms (u32). Numbers are those of
the year, so that years are joined without decoding. Terms are, of the folded text: every pair of neighbours within a
run; every single character that is no white space, with ALL documents that hold it wherever it stands; and facets, which
begin with ``@`` and a letter and a colon.
"""

from __future__ import annotations

import hashlib
import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from council.search.varints import gaps_of, numbers_of

PERSON, ROLE, GROUP, BILL = "@p:", "@n:", "@g:", "@b:"

_MARK = b"lists-1\n"
_ENTRY = struct.Struct("<HIIII")
_END = struct.Struct("<HI")
_NO_TERM = 0xFFFF
_LONGEST = 200  # bytes: a bin gives a term's length one byte


Entry = tuple[bytes, int, int, int, bytes]
"""A list as it lies in the file: term, count, first, last, gaps."""


class DamagedListsError(ValueError):
    """A file that is not whole or not of this form."""


@dataclass(frozen=True, slots=True)
class PostingList:
    """The documents of one term: ``gaps`` are the varints of the steps after ``first``."""

    term: str
    count: int
    first: int
    last: int
    gaps: bytes

    @property
    def numbers(self) -> array[int]:
        """The document numbers, ascending."""
        return numbers_of(self.first, self.gaps)


def posting_list(term: str, numbers: Sequence[int]) -> PostingList:
    """Return the list of a term that stands in at least one document; numbers ascend."""
    return PostingList(term, len(numbers), numbers[0], numbers[-1], gaps_of(numbers))


def facet_term(kind: str, value: str) -> str:
    """Return the term of a facet, ``@p:`` and the like before its value; a very long value is told by its hash."""
    term = kind + value
    if len(term.encode()) <= _LONGEST:
        return term
    return f"{kind}#{hashlib.sha256(value.encode()).hexdigest()[:16]}"


def write_lists(stream: BinaryIO, lists: Iterable[PostingList]) -> None:
    """Write lists in the order of their terms."""
    count = 0
    stream.write(_MARK)
    for one in lists:
        term = one.term.encode()
        stream.write(_ENTRY.pack(len(term), one.count, one.first, one.last, len(one.gaps)) + term + one.gaps)
        count += 1
    stream.write(_END.pack(_NO_TERM, count))


def read_lists(path: Path) -> Iterator[PostingList]:
    """Yield the lists of a file one at a time; DamagedListsError where it is not whole."""
    for term, count, first, last, gaps in read_entries(path):
        yield PostingList(term.decode(), count, first, last, gaps)


def read_entries(path: Path) -> Iterator[Entry]:
    """Yield what stands in a file, as `read_lists`, but quicker: nothing is made of it."""
    with path.open("rb") as stream:
        if stream.read(len(_MARK)) != _MARK:
            raise DamagedListsError(path.name)
        entries = 0
        head = stream.read(_ENTRY.size)
        while len(head) == _ENTRY.size:
            length, count, first, last, size = _ENTRY.unpack(head)
            data = stream.read(length + size + _ENTRY.size)  # with the heading of the next one
            head = data[length + size :]
            if not head:
                raise DamagedListsError(path.name)
            yield data[:length], count, first, last, data[length : length + size]
            entries += 1
        if head != _END.pack(_NO_TERM, entries):
            raise DamagedListsError(path.name)
