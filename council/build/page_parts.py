"""Where pieces of pages are kept between builds: two entries a page, under all that every page is made with.

One holds all pieces as they were at some time, the other those that are new since: a sitting changes a few of hundreds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct, field

from council.cache import Store, key_of, pack
from council.pages.parts import Part, Parts

_PAGES = ""
"""The name under which it is kept which pages have pieces; no page has it."""

_NEW = "new"
_FEW = 8
"""As long as no more than one piece of so many is new, the others are left where they are."""


class KeptParts(Struct, frozen=True):
    """The pieces of an edition's pages; ``basis`` is what all of them are made with, ``pages`` those that have some.

    ``whole``: no piece that is of no use any more may stay, for it may hold what was withdrawn since. ``new`` are the pages
    of which newer pieces are kept apart; ``taken`` are the others of the pages taken, by page.
    """

    store: Store
    edition: str
    basis: str
    whole: bool = False
    pages: set[str] = field(default_factory=set)
    new: set[str] = field(default_factory=set)
    taken: dict[str, Mapping[str, Part]] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Their kind in the store."""
        return f"parts-{self.edition}"

    def lay_out(self, parts: Parts) -> None:
        """Have the pieces of the last build at hand; none if they are damaged."""
        pages, new = self.store.record(self.kind, self._key(_PAGES), tuple) or ((), ())
        self.pages.update(pages)
        self.new.update(new)
        parts.shelf = self

    def take(self, page: str) -> Mapping[str, Part]:
        """Return the pieces of a page; none if they are damaged."""
        self.taken.clear()  # one page after another
        found: Mapping[str, Part] = self._pieces(page)
        self.taken[page] = found
        if page not in self.new:
            return found
        all_of_it = {**found, **self._pieces(page, _NEW)}
        if self.whole:
            self.keep(page, all_of_it)
        return all_of_it

    def keep(self, page: str, parts: Mapping[str, Part]) -> None:
        """Keep the pieces of a page."""
        self.pages.add(page)
        before = self.taken.get(page, {})
        new = {key: part for key, part in parts.items() if before.get(key) is not part}
        if not self.whole and before.keys() <= parts.keys() and len(new) * _FEW <= len(parts):
            self.new.add(page)
            self.store.put(self.kind, self._key(page, _NEW), pack(new))
        else:
            self.new.discard(page)
            self.store.put(self.kind, self._key(page), pack(parts))

    def put_away(self, parts: Parts, planned: Collection[str] | None = None) -> None:
        """Keep what the next build may use; pieces of pages that are not ``planned`` any more are of no use."""
        parts.turn_to("")
        self.taken.clear()
        if self.whole:  # of pages that were not made in this build nobody has looked at what is of use
            self.pages.difference_update(self.new)
        pages = sorted(self.pages if planned is None else self.pages.intersection(planned))
        new = sorted(self.new.intersection(pages))
        for key in (*map(self._key, pages), *(self._key(page, _NEW) for page in new)):
            self.store.use(self.kind, key)
        self.store.put(self.kind, self._key(_PAGES), pack((tuple(pages), tuple(new))))
        self.store.complete(self.kind)

    def _pieces(self, page: str, *which: str) -> Mapping[str, Part]:
        return self.store.record(self.kind, self._key(page, *which), dict) or {}

    def _key(self, page: str, *which: str) -> str:
        return key_of(self.basis, page, *which)
