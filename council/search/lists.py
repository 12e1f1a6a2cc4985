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
from pathlib import Path
from typing import BinaryIO

from council.search.varints import gaps_of, numbers_of

PERSON, ROLE, GROUP, BILL = "@p:", "@n:", "@g:", "@b:"

PostingList = tuple[bytes, int, int, int, bytes]
"""The documents of one term: the term, their count, the first number, the last, the varints of the steps after the first.

Plain tuples: there are some hundred thousand of them, and nothing else is made, sorted and taken apart as quickly.
"""

_MARK = b"lists-1\n"
_ENTRY = struct.Struct("<HIIII")
_END = struct.Struct("<HI")
_NO_TERM = 0xFFFF
_LONGEST = 200  # bytes: a bin gives a term's length one byte


class DamagedListsError(ValueError):
    """A file that is not whole or not of this form."""


def posting_list(term: str, numbers: Sequence[int]) -> PostingList:
    """Return the list of a term that stands in at least one document; numbers ascend."""
    return term.encode(), len(numbers), numbers[0], numbers[-1], gaps_of(numbers)


def numbers_in(one: PostingList) -> array[int]:
    """Return the document numbers of a list, ascending."""
    _, _, first, _, gaps = one
    return numbers_of(first, gaps)


def facet_term(kind: str, value: str) -> str:
    """Return the term of a facet, ``@p:`` and the like before its value; a very long value is told by its hash."""
    term = kind + value
    if len(term.encode()) <= _LONGEST:
        return term
    return f"{kind}#{hashlib.sha256(value.encode()).hexdigest()[:16]}"


def write_lists(stream: BinaryIO, lists: Iterable[PostingList]) -> None:
    """Write lists in the order of their terms."""
    entries = 0
    stream.write(_MARK)
    for term, count, first, last, gaps in lists:
        stream.write(_ENTRY.pack(len(term), count, first, last, len(gaps)) + term + gaps)
        entries += 1
    stream.write(_END.pack(_NO_TERM, entries))


def read_entries(path: Path) -> Iterator[PostingList]:
    """Yield the lists of a file one at a time; DamagedListsError where it is not whole."""
    with path.open("rb") as stream:
        yield from entries_in(stream, path.name)


def entries_in(stream: BinaryIO, name: str) -> Iterator[PostingList]:
    """Yield what `write_lists` wrote; DamagedListsError, which tells ``name``, where it is not whole."""
    if stream.read(len(_MARK)) != _MARK:
        raise DamagedListsError(name)
    entries = 0
    head = stream.read(_ENTRY.size)
    while len(head) == _ENTRY.size:
        length, count, first, last, size = _ENTRY.unpack(head)
        data = stream.read(length + size + _ENTRY.size)  # with the heading of the next one
        head = data[length + size :]
        if not head:
            raise DamagedListsError(name)
        yield data[:length], count, first, last, data[length : length + size]
        entries += 1
    if head != _END.pack(_NO_TERM, entries):
        raise DamagedListsError(name)
