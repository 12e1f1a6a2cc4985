"""Where pieces of pages are kept between builds: one entry a page, under all that every page is made with."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct, field

from council.cache import NotPackedError, Store, key_of, pack, unpack
from council.pages.parts import Part, Parts

_PAGES = ""
"""The name under which it is kept which pages have pieces; no page has it."""


class KeptParts(Struct, frozen=True):
    """The pieces of an edition's pages; ``basis`` is what all of them are made with, ``pages`` those that have some."""

    store: Store
    edition: str
    basis: str
    pages: set[str] = field(default_factory=set)

    @property
    def kind(self) -> str:
        """Their kind in the store."""
        return f"parts-{self.edition}"

    def lay_out(self, parts: Parts) -> None:
        """Have the pieces of the last build at hand; none if they are damaged."""
        self.pages.update(self._unpacked(_PAGES, ()))
        parts.shelf = self

    def take(self, page: str) -> Mapping[str, Part]:
        """Return the pieces of a page; none if they are damaged."""
        found: Mapping[str, Part] = self._unpacked(page, {})
        return found

    def keep(self, page: str, parts: Mapping[str, Part]) -> None:
        """Keep the pieces of a page."""
        self.pages.add(page)
        self.store.put(self.kind, self._key(page), pack(parts))

    def put_away(self, parts: Parts, planned: Collection[str] | None = None) -> None:
        """Keep what the next build may use; pieces of pages that are not ``planned`` any more are of no use."""
        parts.turn_to("")
        pages = sorted(self.pages if planned is None else self.pages.intersection(planned))
        for page in pages:
            self.store.use(self.kind, self._key(page))
        self.store.put(self.kind, self._key(_PAGES), pack(tuple(pages)))
        self.store.complete(self.kind)

    def _unpacked(self, page: str, default: object) -> Any:  # noqa: ANN401 - what was packed
        stored = self.store.get(self.kind, self._key(page))
        try:
            return unpack(stored) if stored is not None else default
        except NotPackedError:
            self.store.damaged += 1
            return default

    def _key(self, page: str) -> str:
        return key_of(self.basis, page)
