"""What outputs read of the record: each thing once, under a number that stays its own from build to build."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from council.pages.watch import Read, Watch


@dataclass(slots=True)
class Readings:
    """Things read, by number, with their fingerprints as they are now; ``changed`` are those that have other ones now."""

    watch: Watch
    reads: list[Read] = field(default_factory=list)
    prints: list[bytes] = field(default_factory=list)
    changed: set[int] = field(default_factory=set)
    _numbers: dict[Read, int] = field(default_factory=dict)

    @classmethod
    def since(cls, watch: Watch, reads: Iterable[Read], before: Iterable[bytes]) -> Readings:
        """Go on with what was read in the last build; ``before`` are the fingerprints that were taken then."""
        known = list(reads)
        now = [watch.print_of(*read) for read in known]
        changed = {number for number, (old, new) in enumerate(zip(before, now, strict=True)) if old != new}
        return cls(watch, known, now, changed, {read: number for number, read in enumerate(known)})

    def note(self, reads: Iterable[Read]) -> array[int]:
        """Return the numbers of what was read."""
        return array("I", map(self._number, reads))

    def _number(self, read: Read) -> int:
        number = self._numbers.get(read)
        if number is None:
            number = self._numbers[read] = len(self.reads)
            self.reads.append(read)
            self.prints.append(self.watch.print_of(*read))
        return number

    def stand(self, numbers: bytes) -> bool:
        """Say whether everything under some numbers is as it was in the last build."""
        return self.changed.isdisjoint(array("I", numbers))

    def joined(self, numbers: Iterable[int]) -> bytes:
        """Return the fingerprints under some numbers, one behind another."""
        return b"".join([self.prints[number] for number in numbers])
