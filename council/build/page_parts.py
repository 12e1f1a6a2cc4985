"""Where pieces of pages are kept between builds: one entry an edition, under all that every page is made with."""

from __future__ import annotations

from dataclasses import dataclass

from council.cache import NotPackedError, Store, pack, unpack
from council.pages.parts import Parts


@dataclass(frozen=True, slots=True)
class KeptParts:
    """The pieces of an edition's pages; ``basis`` is what all of them are made with."""

    store: Store
    edition: str
    basis: str

    @property
    def kind(self) -> str:
        """Their kind in the store."""
        return f"parts-{self.edition}"

    def lay_out(self, parts: Parts) -> None:
        """Have the pieces of the last build at hand; none if they are damaged."""
        stored = self.store.get(self.kind, self.basis)
        try:
            parts.before = unpack(stored) if stored is not None else {}
        except NotPackedError:
            self.store.damaged += 1

    def put_away(self, parts: Parts) -> None:
        """Keep what the next build may use."""
        if parts.now:
            self.store.put(self.kind, self.basis, pack(parts.all()))
        self.store.complete(self.kind)
