"""The years' posting lists joined into those of the whole archive, one term in memory at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter

from council.search.lists import Entry, PostingList
from council.search.varints import varint

_Placed = tuple[bytes, int, int, int, bytes]


def merged(years: Iterable[tuple[int, Iterable[Entry]]]) -> Iterator[PostingList]:
    """Yield the lists of all years with numbers of the archive, in the order of their terms.

    ``years`` are pairs of the number of a year's first document and its lists, ascending by number.
    """
    streams = [_placed(base, lists) for base, lists in years]
    for term, parts in groupby(merge(*streams), key=itemgetter(0)):  # UTF-8 is ordered as its code points are
        yield _joined(term.decode(), list(parts))


def _placed(base: int, lists: Iterable[Entry]) -> Iterator[_Placed]:
    for term, count, first, last, gaps in lists:
        yield term, base + first, base + last, count, gaps


def _joined(term: str, parts: list[_Placed]) -> PostingList:
    """Put a term's lists behind one another; only the step from one year to the next is made anew."""
    _, first, last, count, gaps = parts[0]
    joined = [gaps]
    for _, start, end, more, gaps in parts[1:]:
        joined += (varint(start - last), gaps)
        last = end
        count += more
    return PostingList(term, count, first, last, b"".join(joined))
