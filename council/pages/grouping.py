"""Items under their keys, in the order they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

Grouped = Mapping[K, tuple[T, ...]]


def grouped(items: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Put items under their keys, in the order they came."""
    lists: defaultdict[K, list[T]] = defaultdict(list)
    for key, item in items:
        lists[key].append(item)
    return {key: tuple(values) for key, values in lists.items()}


class Based(dict[K, tuple[T, ...]]):
    """Items under their keys that are made of other records: ``basis`` gives those that a key's items are made of."""

    def __init__(self, items: Mapping[K, tuple[T, ...]], made_of: Callable[[T], object]) -> None:
        """Take the items; ``made_of`` tells the record that one is a part of, or made of with nothing else."""
        super().__init__(items)
        self._made_of = made_of

    def basis(self, key: K) -> tuple[object, ...]:
        """Return the records that the items of a key are made of."""
        return tuple(map(self._made_of, self[key]))
