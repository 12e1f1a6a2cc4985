"""What outputs read of the record: each thing once, under a number that stays its own from build to build."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from msgspec import Struct, field

from council.pages.columns import SIZE, Column
from council.pages.watch import Read, Watch

Told = Mapping[str, tuple[tuple[object, ...], bytes]]
"""What was read of each collection: the keys, and the fingerprints of what stood under them, one behind another."""

_STEP = 256
"""A number is the place of a key in its collection, times this, and the place of the collection."""


class Readings(Struct):
    """Things read, by number; ``changed`` are those that have another fingerprint now than in the last build."""

    watch: Watch
    changed: set[int] = field(default_factory=set)
    _columns: list[Column] = field(default_factory=list)
    _names: dict[str, int] = field(default_factory=dict)

    @classmethod
    def since(cls, watch: Watch, before: Told) -> Readings:
        """Go on with what was read in the last build."""
        readings = cls(watch)
        for name, (keys, prints) in before.items():
            at = readings._place(name)
            column = readings._columns[at]
            column.arrange(keys)
            if not column.prints.startswith(prints):
                old_and_new = zip(count(at, _STEP), _each(prints), _each(column.prints), strict=False)
                readings.changed.update(number for number, old, new in old_and_new if old != new)
        return readings

    def note(self, reads: Iterable[Read]) -> array[int]:
        """Return the numbers of what was read."""
        names, columns, numbers = self._names, self._columns, array("I")
        for name, key in reads:
            at = names.get(name)
            if at is None:
                at = self._place(name)
            place = columns[at].places.get(key)
            numbers.append((columns[at].place(key) if place is None else place) * _STEP + at)
        return numbers

    def stand(self, numbers: bytes) -> bool:
        """Say whether everything under some numbers is as it was in the last build."""
        return self.changed.isdisjoint(array("I", numbers))

    def joined(self, numbers: Iterable[int]) -> bytes:
        """Return the fingerprints under some numbers, one behind another."""
        prints = [column.prints for column in self._columns]
        places = ((prints[number % _STEP], number // _STEP * SIZE) for number in numbers)
        return b"".join([taken[at : at + SIZE] for taken, at in places])

    def told(self) -> Told:
        """Return what the next build is to be told."""
        return {
            name: (tuple(self._columns[at].places), bytes(self._columns[at].prints)) for name, at in self._names.items()
        }

    def told_of(self, numbers: Iterable[int]) -> tuple[Told, Mapping[int, int]]:
        """Return what the next build is to be told of these numbers alone, and which number each of them has then."""
        held: dict[int, list[int]] = {at: [] for at in self._names.values()}
        for number in sorted(numbers):
            held[number % _STEP].append(number)
        moved = {old: new for at, olds in held.items() for old, new in zip(olds, count(at, _STEP), strict=False)}
        told = self.told()
        return {
            name: (_some(told[name][0], held[at]), self.joined(held[at])) for name, at in self._names.items()
        }, moved

    def _place(self, name: str) -> int:
        known = self._names.get(name)
        if known is None:
            known = self._names[name] = len(self._names)
            self._columns.append(self.watch.column(name))
        return known


def _each(prints: bytes | bytearray) -> Iterator[bytes]:
    return (bytes(prints[at : at + SIZE]) for at in range(0, len(prints), SIZE))


def _some(keys: tuple[object, ...], numbers: Iterable[int]) -> tuple[object, ...]:
    return tuple(keys[number // _STEP] for number in numbers)
