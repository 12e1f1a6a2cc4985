"""The years' posting lists joined into those of the whole archive, some hundred terms in memory at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter

from msgspec import Struct, field

from council.search.lists import PostingList
from council.search.varints import varint

_AT_ONCE = 512  # lists of a year: sorting some together is much quicker than drawing one after another
_term = itemgetter(0)


class _Stream(Struct):
    """A year's lists as they are read; ``held`` are the next ones, with numbers of the archive."""

    base: int
    lists: Iterator[PostingList]
    held: list[PostingList] = field(default_factory=list)

    def fill(self) -> bool:
        """Read on where nothing is held, and say whether there is anything."""
        if not self.held:
            base, some = self.base, islice(self.lists, _AT_ONCE)
            self.held = [(term, count, base + first, base + last, gaps) for term, count, first, last, gaps in some]
        return bool(self.held)

    def upto(self, last: bytes) -> list[PostingList]:
        """Take what is held up to a term."""
        end = bisect_right(self.held, last, key=_term)
        some, self.held = self.held[:end], self.held[end:]
        return some


def merged(years: Iterable[tuple[int, Iterable[PostingList]]]) -> Iterator[PostingList]:
    """Yield the lists of all years with numbers of the archive, in the order of their terms.

    ``years`` are pairs of the number of a year's first document and its lists, ascending by number.
    """
    streams = [_Stream(base, iter(lists)) for base, lists in years]
    while streams := [stream for stream in streams if stream.fill()]:
        last = min(stream.held[-1][0] for stream in streams)  # up to here every stream has been read
        found = sorted((one for stream in streams for one in stream.upto(last)), key=_term)
        for _, parts in groupby(found, key=_term):  # UTF-8 is ordered as its code points are
            yield _joined(*parts)


def _joined(one: PostingList, *others: PostingList) -> PostingList:
    """Put a term's lists behind one another; only the step from one year to the next is made anew."""
    if not others:
        return one
    term, count, first, last, gaps = one
    joined = [gaps]
    for _, more, start, end, gaps in others:
        joined += (varint(start - last), gaps)
        last = end
        count += more
    return term, count, first, last, b"".join(joined)
