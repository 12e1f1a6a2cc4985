"""What is told of the sittings of one folder, kept together besides: one entry is opened and unpacked for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct, field

from council.cache import Store, key_of, pack

TOGETHER = "minutes-together"
"""Kind in the store: what is told of all sittings of a folder."""


class Together(Struct):
    """Entries of one kind that are asked for together, by their keys."""

    store: Store
    kind: str
    key: str
    held: dict[str, Any] = field(default_factory=dict)
    is_new: bool = False

    @classmethod
    def of(cls, store: Store, kind: str, keys: Iterable[str]) -> Together:
        """Fetch what is kept together under some keys; each is asked for by itself if that is nothing."""
        key = key_of(kind, *keys)
        return cls(store, kind, key, store.record(TOGETHER, key, dict) or {})

    def value(self, key: str, make: Callable[[], object]) -> Any:  # noqa: ANN401 - what was kept
        """Return the record kept under a key, as `Store.value`."""
        if key in self.held:
            self.store.use(self.kind, key)
        else:
            self.held[key] = self.store.value(self.kind, key, make)
            self.is_new = True
        return self.held[key]

    def keep(self, share: Callable[[dict[str, Any]], dict[str, Any]] = dict) -> None:
        """Keep together what was asked for; ``share`` makes one object of what is equal in several."""
        if self.is_new:
            self.store.put(TOGETHER, self.key, pack(share(self.held)))
