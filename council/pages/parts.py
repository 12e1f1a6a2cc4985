"""Pieces of long pages that are kept from build to build, each as long as all that was read for it is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from msgspec import Struct, field

from council.cache import fingerprint
from council.pages.watch import Read, Watch

T = TypeVar("T")

Part = tuple[tuple[Read, ...], bytes, Any]
"""What was read for a piece, the fingerprint of that and of what was given, the piece."""


class PartsShelf(Protocol):
    """Where the pieces of a page lie between builds."""

    def take(self, page: str) -> Mapping[str, Part]:
        """Return the pieces of a page by key, none if none are kept."""

    def keep(self, page: str, parts: Mapping[str, Part]) -> None:
        """Keep the pieces of a page; ``take`` gave others, or fewer, or more."""


class Parts(Struct):
    """The pieces of the page that is being made, by key: those of the last build, and those of this one.

    Pages are made one after another; only one page's pieces are in memory.
    """

    shelf: PartsShelf | None = None
    _page: str = ""
    _before: Mapping[str, Part] = field(default_factory=dict)
    _now: dict[str, Part] = field(default_factory=dict)

    def of(self, watch: Watch, page: str, key: str, make: Callable[..., T], given: tuple[object, ...] = ()) -> T:
        """Return a piece, made if it is new or if anything that was given or read for it has changed."""
        if page != self._page:
            self.turn_to(page)
        part, told = self._before.get(key), watch.seen(given)
        if part is not None and part[1] == _print(watch, told, part[0]):
            watch.again(part[0])
        else:
            made, reads = watch.reading(lambda: make(*given))
            part = (reads, _print(watch, told, reads), made)
        self._now[key] = part
        found: T = part[2]
        return found

    def make_up(self, page: str) -> bool:
        """Say whether the page that is being made has pieces that will be kept."""
        return self.shelf is not None and self._page == page and bool(self._now)

    def turn_to(self, page: str) -> None:
        """Put the pieces of the last page away, and lay out those of this one; an empty name only puts away."""
        if self.shelf and self._page and not _same(self._before, self._now):
            self.shelf.keep(self._page, self._now)
        self._page, self._now = page, {}
        self._before = self.shelf.take(page) if self.shelf and page else {}


def _print(watch: Watch, given: bytes, reads: Iterable[Read]) -> bytes:
    return fingerprint(given + watch.prints_of(reads))


def _same(before: Mapping[str, Part], now: Mapping[str, Part]) -> bool:
    return before.keys() == now.keys() and all(before[key] is part for key, part in now.items())
