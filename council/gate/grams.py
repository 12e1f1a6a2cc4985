"""Short stretches of letters looked up in a set, at a speed that lets a whole site be read in seconds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice

from msgspec import Struct, field

_BLOCK = 1 << 16
_OVERLAP = 1 << 8  # longer than anything that must be found whole within one block


class Grams(Struct):
    """Stretches of ``size`` letters by their hash; a text is looked at in every ``stride``-th place.

    Whatever is ``size + stride - 1`` letters long and was added whole is met wherever it stands.
    """

    size: int
    stride: int
    hashes: set[int] = field(default_factory=set)

    def add(self, letters: str) -> None:
        """Take in every stretch of a text."""
        for block in blocks(letters):
            self.hashes.update(map(hash, self._cut(block, 1)))

    def forget(self, letters: str) -> None:
        """Leave out every stretch of a text."""
        if self.hashes:
            for block in blocks(letters):
                self.hashes.difference_update(map(hash, self._cut(block, 1)))

    def met(self, block: str) -> set[int]:
        """Return the hashes of the stretches that a block holds."""
        return self.hashes.intersection(map(hash, self._cut(block, self.stride))) if self.hashes else set()

    def places(self, block: str, met: Collection[int]) -> Iterator[int]:
        """Yield where in a block these stretches begin."""
        for number, gram in enumerate(self._cut(block, self.stride)):
            if hash(gram) in met:
                yield number * self.stride

    def _cut(self, block: str, stride: int) -> Iterator[str]:
        count = max(len(block) - self.size, -1) // stride + 1
        return map(block.__getitem__, islice(_slices(self.size, stride), count))


def blocks(letters: str) -> Iterator[str]:
    """Cut a text into blocks that overlap."""
    for start in range(0, max(len(letters), 1), _BLOCK - _OVERLAP):
        yield letters[start : start + _BLOCK]
        if start + _BLOCK >= len(letters):
            return


@lru_cache(maxsize=16)
def _slices(size: int, stride: int) -> tuple[slice, ...]:
    """Return the places of a block to look at; made once and used for all."""
    return tuple(slice(at, at + size) for at in range(0, _BLOCK, stride))
