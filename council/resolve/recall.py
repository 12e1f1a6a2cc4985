"""What was resolved before of the same drafts, given back instead of being made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from msgspec import Struct, field

from council.cache import Prints

T = TypeVar("T")


class Origins(Struct, frozen=True):
    """Tells from which entry of the store a draft comes.

    Known is only the very object that was read: one in which anything was changed since is another object, and has no
    origin.
    """

    _known: dict[int, tuple[object, str]] = field(default_factory=dict)  # held, so that an id stays its own

    def note(self, draft: object, origin: str) -> None:
        """Note where a draft was read from."""
        self._known[id(draft)] = draft, origin

    def of(self, draft: object) -> str:
        """Return where a draft was read from; empty for one that was not kept, or changed since."""
        known = self._known.get(id(draft))
        return known[1] if known else ""

    def forget(self) -> None:
        """Let go of all drafts."""
        self._known.clear()


class Recall(Struct, frozen=True):
    """Gives back what is made of drafts while they, and all else that it is made of, stay the same.

    ``kept`` returns what lies under a basis, or makes it and puts it there. ``prints`` know the fingerprints of all that is
    given back.
    """

    origins: Origins
    prints: Prints
    kept: Callable[[tuple[Any, ...], Callable[[], Any]], Any]

    def of(self, origins: Iterable[str], basis: tuple[Any, ...], make: Callable[[], T]) -> T:
        """Return what is made of drafts with these origins and of a ``basis`` of plain values.

        What is made of a draft without an origin is made anew each time: what was withdrawn must not lie anywhere.
        """
        if not all(origins):
            return make()
        made: T = self.kept(basis, make)
        return made


def of_nothing() -> Recall:
    """Return what makes everything anew."""
    return Recall(Origins(), Prints(), lambda _, make: make())
