"""What correcting one file returns."""

from __future__ import annotations

from typing import Generic, TypeVar

from msgspec import Struct

from council.parse.drafts import DraftCorrection

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


class Corrected(Struct, Generic[T_co], frozen=True):
    """A file's content put right; ``matched`` are the corrections that may be shown.

    ``hidden`` are the words that were taken out: they serve to find what was said of them earlier, and go nowhere.
    """

    value: T_co
    matched: tuple[DraftCorrection, ...] = ()
    hidden: tuple[str, ...] = ()

    def holding(self, value: U) -> Corrected[U]:
        """Return the same with what was made of the content."""
        return Corrected(value, self.matched, self.hidden)
