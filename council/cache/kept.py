"""A list that lies on the disk and is fetched whenever it is walked through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from msgspec import Struct

from council.cache.structs import CollectionMeta

T = TypeVar("T")


class Kept(Struct, Sequence[T], metaclass=CollectionMeta, frozen=True, eq=False):
    """A list told apart by ``key``: the same key is the same list. Whoever walks it should walk it once."""

    key: str
    fetch: Callable[[], Sequence[T]]

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - as tuple
        """Fetch the list for one of its items, or some."""
        return self.fetch()[place]

    def __iter__(self) -> Iterator[T]:
        """Fetch the list and walk through it."""
        return iter(self.fetch())

    def __len__(self) -> int:
        """Fetch the list and count it."""
        return len(self.fetch())
