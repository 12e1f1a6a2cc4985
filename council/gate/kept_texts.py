"""Texts that are slow to take out of a file, kept in the store under the bytes they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct, field

from council.cache import Store, key_of, made_by

KIND = "texts"


class KeptTexts(Struct, frozen=True):
    """Texts of files, taken out once."""

    store: Store = field(default_factory=Store)

    def of(self, data: bytes, way: str, take: Callable[[], Iterable[str]]) -> tuple[str, ...]:
        """Return the texts of some bytes, taken out in this way now or in an earlier run."""
        texts: tuple[str, ...] = self.store.value(KIND, key_of(made_by(), data, way), lambda: tuple(take()))
        return texts
