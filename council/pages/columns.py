"""Fingerprints of what stands in the collections of a record, by key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

WHOLE = None
"""The key under which a collection is noted that was walked through."""

SIZE = 16
"""Bytes of a fingerprint."""

ABSENT = bytes(SIZE)
"""The fingerprint of something absent; like no other but for chance."""


@dataclass(slots=True)
class Column:
    """Fingerprints of what stands under the keys of one collection: each taken once, 16 bytes a key in order of asking."""

    part: Collection[Any]
    seen: Callable[[object], bytes]
    places: dict[object, int] = field(default_factory=dict)
    prints: bytearray = field(default_factory=bytearray)
    _told: Callable[[Any], object] = field(init=False)

    def __post_init__(self) -> None:
        """Find out what tells what stands under a key from anything else, made or not."""
        self._told = getattr(self.part, "basis", None) or getattr(self.part, "__getitem__")  # noqa: B009 - lists

    def arrange(self, keys: Iterable[object]) -> None:
        """Put these keys first, in their order; what was asked for already follows."""
        before = {key: self.at(place) for key, place in self.places.items()}
        self.places, self.prints = {}, bytearray()
        self._take([*keys, *before], before)

    def place(self, key: object) -> int:
        """Return the place of a key, whose fingerprint is taken if it is asked for the first time."""
        known = self.places.get(key)
        if known is None:
            self._take([key], {})
            known = self.places[key]
        return known

    def at(self, place: int) -> bytes:
        """Return the fingerprint at a place."""
        return bytes(self.prints[SIZE * place : SIZE * (place + 1)])

    def of(self, key: object) -> bytearray:
        """Return the fingerprint of what stands under a key."""
        at = self.places.get(key)
        at = SIZE * (self.place(key) if at is None else at)
        return self.prints[at : at + SIZE]

    def _take(self, keys: Iterable[object], known: Mapping[object, bytes]) -> None:
        new = list(dict.fromkeys(key for key in keys if key not in self.places))
        self.prints += b"".join([known.get(key) or self._print(key) for key in new])
        self.places.update(zip(new, count(len(self.places))))

    def _print(self, key: object) -> bytes:
        if key is WHOLE:
            return self.seen(tuple(self._whole()))
        return self.seen(self._told(key)) if key in self.part else ABSENT

    def _whole(self) -> Iterable[object]:
        return ((key, self._told(key)) for key in self.part) if isinstance(self.part, Mapping) else self.part
