"""Pieces of long pages that are kept from build to build, each as long as all that was read for it is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from council.cache import fingerprint
from council.pages.watch import Read, Watch

T = TypeVar("T")

Part = tuple[tuple[Read, ...], bytes, Any]
"""What was read for a piece, the fingerprint of that, the piece."""


@dataclass(slots=True)
class Parts:
    """The pieces of every page that has some, by page and key: those of the last build, and those of this one."""

    before: Mapping[str, Mapping[str, Part]] = field(default_factory=dict)
    now: dict[str, dict[str, Part]] = field(default_factory=dict)

    def of(self, watch: Watch, page: str, key: str, make: Callable[[], T]) -> T:
        """Return a piece, made if it is new or if anything that was read for it has changed."""
        part = self.before.get(page, {}).get(key)
        if part is not None and part[1] == _print(watch, part[0]):
            watch.again(part[0])
        else:
            made, reads = watch.reading(make)
            part = (reads, _print(watch, reads), made)
        self.now.setdefault(page, {})[key] = part
        found: T = part[2]
        return found

    def all(self) -> dict[str, Mapping[str, Part]]:
        """Return the pieces of this build's pages, and of pages that were not made again."""
        return {**self.before, **self.now}


def _print(watch: Watch, reads: Iterable[Read]) -> bytes:
    return fingerprint([watch.print_of(*read) for read in reads])
