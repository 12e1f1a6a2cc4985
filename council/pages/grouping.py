"""Items under their keys, in the order they came."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

Grouped = Mapping[K, tuple[T, ...]]


def grouped(items: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Put items under their keys, in the order they came."""
    lists: dict[K, list[T]] = {}
    for key, item in items:
        lists.setdefault(key, []).append(item)
    return {key: tuple(values) for key, values in lists.items()}
