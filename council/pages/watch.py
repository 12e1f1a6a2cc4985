"""Notes what a page reads of the record, so that it is made again when any of it has changed, and only then.

Pages ask a watched record exactly as they ask any other; whatever is asked for is noted by name and key, and a whole
collection that is walked through as a whole. Nothing has to be declared, so that nothing can be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence, ValuesView
from typing import Any, TypeVar

from msgspec import Struct, field

from council.cache import Prints
from council.pages.columns import WHOLE, Column

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

__all__ = ["WHOLE", "Read", "Watch", "WatchedMapping", "WatchedSequence", "watched"]

Read = tuple[str, object]
"""What was read: the name of a collection, and a key of it or the whole."""


class Watch(Struct):
    """Who reads what: ``note`` is called by watched collections, `reading` tells what was read in between, ``prints`` what it was."""

    prints: Prints = field(default_factory=Prints)
    parts: dict[str, Collection[Any]] = field(default_factory=dict)
    _open: list[dict[Read, None]] = field(default_factory=list)
    _columns: dict[str, Column] = field(default_factory=dict)

    def forget(self) -> None:
        """Let go of the fingerprints that were taken."""
        self._columns.clear()
        self.prints.forget()

    def note(self, name: str, key: object) -> None:
        """Take down that something was read."""
        if self._open:
            self._open[-1][name, key] = None

    def reading(self, make: Callable[[], T]) -> tuple[T, tuple[Read, ...]]:
        """Return what is made and all that was read for it; whoever else is being watched has read it too."""
        self._open.append({})
        try:
            made = make()
        finally:
            read = self._open.pop()
        self.again(read)
        return made, tuple(read)

    def again(self, read: Collection[Read]) -> None:
        """Take down once more what something was made of that is used again."""
        if self._open:
            self._open[-1].update(dict.fromkeys(read))

    def column(self, name: str) -> Column:
        """Return the fingerprints of a collection."""
        known = self._columns.get(name)
        if known is None:
            known = self._columns[name] = Column(self.parts[name], self.prints.of)
        return known

    def print_of(self, name: str, key: object) -> bytes:
        """Return a fingerprint of what would be read; that of something absent is like no other."""
        column = self.column(name)
        return column.at(column.place(key))

    def prints_of(self, reads: Iterable[Read]) -> bytes:
        """Return the fingerprints of all that would be read, one behind another; each is as long as any other."""
        columns = self._columns
        return b"".join([(columns.get(name) or self.column(name)).of(key) for name, key in reads])

    def seen(self, value: object) -> bytes:
        """Return the fingerprint of a value, each of its records taken only once."""
        return self.prints.of(value)


class WatchedMapping(Mapping[K, V]):
    """A mapping of the record under watch."""

    __slots__ = ("_name", "_part", "_watch")

    def __init__(self, watch: Watch, name: str, part: Mapping[K, V]) -> None:
        """Put a part of the record under watch."""
        self._watch, self._name, self._part = watch, name, part
        watch.parts[name] = part

    def basis(self, key: K) -> object:
        """Note the key; return what tells its value from others, made or not."""
        self._watch.note(self._name, key)
        basis = getattr(self._part, "basis", None)
        return basis(key) if basis else self._part[key]

    def __getitem__(self, key: K) -> V:
        """Note the key."""
        self._watch.note(self._name, key)
        return self._part[key]

    def __contains__(self, key: object) -> bool:
        """Note the key."""
        self._watch.note(self._name, key)
        return key in self._part

    def get(self, key: K, default: Any = None) -> Any:  # noqa: ANN401 - as dict.get
        """Note the key, there or not."""
        self._watch.note(self._name, key)
        return self._part.get(key, default)

    def __iter__(self) -> Iterator[K]:
        """Note the whole."""
        return iter(self._noted())

    def __len__(self) -> int:
        """Note the whole."""
        return len(self._noted())

    def keys(self) -> KeysView[K]:
        """Note the whole."""
        return self._noted().keys()

    def values(self) -> ValuesView[V]:
        """Note the whole."""
        return self._noted().values()

    def items(self) -> ItemsView[K, V]:
        """Note the whole."""
        return self._noted().items()

    def _noted(self) -> Mapping[K, V]:
        self._watch.note(self._name, WHOLE)
        return self._part


class WatchedSequence(Sequence[V]):
    """A list of the record under watch; it is always read as a whole."""

    __slots__ = ("_name", "_part", "_watch")

    def __init__(self, watch: Watch, name: str, part: Sequence[V]) -> None:
        """Put a part of the record under watch."""
        self._watch, self._name, self._part = watch, name, part
        watch.parts[name] = part

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - as tuple
        """Note the whole."""
        self._watch.note(self._name, WHOLE)
        return self._part[place]

    def __iter__(self) -> Iterator[V]:
        """Note the whole."""
        self._watch.note(self._name, WHOLE)
        return iter(self._part)

    def __len__(self) -> int:
        """Note the whole."""
        self._watch.note(self._name, WHOLE)
        return len(self._part)


def watched(watch: Watch, values: Mapping[str, object], prefix: str = "") -> dict[str, Any]:
    """Return the collections among some values under watch, each by its name; everything else is left out."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            found[name] = WatchedMapping(watch, prefix + name, value)
        elif isinstance(value, (tuple, list)):
            found[name] = WatchedSequence(watch, prefix + name, value)
    return found
