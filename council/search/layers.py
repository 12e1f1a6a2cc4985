"""Whence the published posting lists come, and their layers: the later a list, the oftener it changes.

The days of the newest month are joined first, as if the month were a year: what is published does not hang on how the
index is cut. The lists of its days are kept joined, so that one more day is only added to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO

from msgspec import Struct

from council.cache import Store, key_of
from council.search.lists import DamagedListsError, PostingList, entries_in, read_entries, write_lists
from council.search.merging import merged
from council.search.years import LISTS, Index, Placed, Year, is_whole

KEPT_MONTHS = "search-months"
"""The kind, before the edition's name, of what the store keeps: the joined lists of days."""

_MANY_TIMES = 8
_BETWEEN = "-"  # in the name of a month and not in that of a year
_MONTH = len("2025-12")


class Source(Struct, frozen=True):
    """The posting lists of a year or month: the number of its first document, their bytes, what tells them from others."""

    name: str
    base: int
    size: int
    key: str
    read: Callable[[], Iterable[PostingList]]


def sources(index: Index, store: Store, edition: str) -> tuple[Source, ...]:
    """Return the lists of all years, ascending; DamagedListsError where a day is not as it was written."""
    placed = tuple(zip(index.bases, index.years, strict=True))
    days = [one for one in placed if len(one[1].year) > _MONTH]
    found = [
        Source(year.year, base, year.lists.stat().st_size, year.folder.name, partial(_whole, year))
        for base, year in placed[: len(placed) - len(days)]
    ]
    return (*found, _month(days, store, f"{KEPT_MONTHS}-{edition}")) if days else tuple(found)


def layers(all_: Sequence[Source]) -> tuple[tuple[Source, ...], ...]:
    """Return the years before the newest one, its months but the last, and that month.

    All together where the newest year is no small part of them: a query asks every layer, and merging takes little.
    """
    months = tuple(one for one in all_ if _BETWEEN in one.name)
    older = tuple(all_[: len(all_) - len(months)])
    is_small = months and size_of(older) >= _MANY_TIMES * size_of(months)
    found = (older, months[:-1], months[-1:]) if is_small else (tuple(all_),)
    return tuple(layer for layer in found if layer)


def size_of(some: Iterable[Source]) -> int:
    """Return the bytes of some lists."""
    return sum(one.size for one in some)


def _month(days: Sequence[Placed], store: Store, kind: str) -> Source:
    base, first = days[0]
    joined = _joined([(place - base, day) for place, day in days], store, kind)
    store.complete(kind)
    name, key = first.year[:_MONTH], _key(days)
    return Source(name, base, len(joined), key, lambda: entries_in(BytesIO(joined), name))


def _joined(days: Sequence[Placed], store: Store, kind: str) -> bytes:
    """Join the lists of days; those of all but the last day are kept as well and are at hand as a rule."""
    *before, last = days

    def one_more() -> bytes:
        earlier = _kept(store, kind, before, lambda: _written(map(_read, before)))
        return _written(((0, entries_in(BytesIO(earlier), kind)), _read(last)))

    joined = _kept(store, kind, days, one_more)
    store.use(kind, _key(before))
    return joined


def _kept(store: Store, kind: str, days: Iterable[Placed], make: Callable[[], bytes]) -> bytes:
    key = _key(days)
    known = store.get(kind, key)
    if known is None:
        known = make()
        store.put(kind, key, known)
    return known


def _key(days: Iterable[Placed]) -> str:
    return key_of(*(day.folder.name for _, day in days))


def _written(parts: Iterable[tuple[int, Iterable[PostingList]]]) -> bytes:
    stream = BytesIO()
    write_lists(stream, merged(parts))
    return stream.getvalue()


def _read(placed: Placed) -> tuple[int, Iterable[PostingList]]:
    return placed[0], _whole(placed[1])


def _whole(year: Year) -> Iterator[PostingList]:
    """Yield the lists of a year; DamagedListsError where they are not as they were written."""
    if not is_whole(year.folder, (LISTS,)):
        raise DamagedListsError(year.folder.name)
    yield from read_entries(year.lists)
