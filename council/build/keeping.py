"""Which outputs stand as they are: an output is made again only if anything that was read for it has changed.

What was read is noted while an output is made (`council.pages.watch`); the next build compares fingerprints. An output
is kept only where the very file that was published then still stands, and everything that all outputs share (program,
libraries, templates, settings) is the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from council.build.fragments import Fragments
from council.cache import NotPackedError, Store, key_of, pack, unpack
from council.pages.compose import PlannedPage
from council.pages.page import EncodedPage, Page
from council.pages.watch import Read, Watch
from council.publish.manifest import Ledger, Manifest

LEDGER = "ledger"
"""Kind in the store: what the outputs of one folder were made of."""

T = TypeVar("T")
Row = tuple[tuple[str, ...], bytes, bytes, tuple[Any, ...]]


class Planned(Protocol):
    """An output that is not made yet: where it will stand, what it is made of besides what it will read."""

    @property
    def uris(self) -> tuple[str, ...]:
        """The addresses it will have."""

    @property
    def given(self) -> tuple[object, ...]:
        """What it is made of besides what it reads."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """What was made of what: for each output its files' hashes, the places of what was read, a print, what it told.

    ``basis`` is what all are made with, ``frame`` what stands around their pages; ``reads`` are all things read, each
    once; ``rows`` by the first address; ``facts`` belong to the whole.
    """

    basis: str = ""
    frame: str = ""
    reads: tuple[Read, ...] = ()
    rows: Mapping[str, Row] = field(default_factory=dict)
    shas: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Keeper:
    """Tells which planned outputs stand (``kept``, with the SHA-256 of each), and notes what the others are made of."""

    watch: Watch
    before: Outputs
    manifest: Manifest
    site_dir: Path
    frame: str
    fragments: Fragments
    kept: dict[str, str] = field(default_factory=dict)
    _places: dict[Read, int] = field(default_factory=dict)
    _rows: dict[str, Row] = field(default_factory=dict)
    _prints: dict[int, bytes] = field(default_factory=dict)  # by the places of the last build
    _moved: dict[int, int] = field(default_factory=dict)  # from there to the places of this one

    def stands(self, planned: Planned) -> bool:
        """Say whether an output stands as it is; it is noted for the next build then."""
        if not self._is_known(planned):
            return False
        if self.frame != self.before.frame or not all(map(self._is_there, planned.uris)):
            return False
        self.kept.update((uri, self.manifest.entries[uri].sha) for uri in planned.uris)
        self.fragments.use(planned.uris[0], self._rows[planned.uris[0]][2])
        return True

    def page(self, planned: PlannedPage) -> EncodedPage:
        """Return a page that does not stand: what it says is made only if anything that was read for it has changed."""
        row = self._rows.get(planned.uri)
        known = self.fragments.get(planned.uri, row[2]) if row else None
        if known is not None:
            return known
        made = EncodedPage.of(self.make(planned, planned.make, _is_listed))
        self.fragments.keep(made, self._rows[planned.uri][2])
        return made

    def make(self, planned: Planned, make: Callable[[], T], told: Callable[[T], tuple[Any, ...]]) -> T:
        """Make an output and note what was read for it, and what it told that others need (``told``)."""
        made, reads = self.watch.reading(make)
        places = array("I", (self._place(read) for read in reads))
        found = self._sum(planned, b"".join(self.watch.print_of(*read) for read in reads))
        self._rows[planned.uris[0]] = (planned.uris, places.tobytes(), found, told(made))
        return made

    def _is_known(self, planned: Planned) -> bool:
        """Say whether all that was read for an output in the last build is the same now; it is noted then."""
        row = self.before.rows.get(planned.uris[0])
        if row is None or row[0] != planned.uris:
            return False
        places = array("I", row[1])
        for place in places:
            if place not in self._prints:
                self._print_at(place)
        if self._sum(planned, b"".join([self._prints[place] for place in places])) != row[2]:
            return False
        moved = array("I", [self._moved[place] for place in places])
        self._rows[planned.uris[0]] = (planned.uris, moved.tobytes(), row[2], row[3])
        return True

    def told(self, uri: str) -> tuple[Any, ...]:
        """Return what an output told when it was made, in this build or an earlier one."""
        return self._rows[uri][3]

    def _is_there(self, uri: str) -> bool:
        entry = self.manifest.entries.get(uri)
        return entry is not None and entry.sha == self.before.shas.get(uri) and entry.stands(f"{self.site_dir}/{uri}")

    def _sum(self, planned: Planned, prints: bytes) -> bytes:
        return bytes.fromhex(key_of(prints, self.watch.seen(planned.given)))

    def _place(self, read: Read) -> int:
        return self._places.setdefault(read, len(self._places))

    def _print_at(self, place: int) -> None:
        """Take the fingerprint of what was read in the last build, as it is now, and give it a place in this one."""
        read = self.before.reads[place]
        self._moved[place] = self._place(read)
        self._prints[place] = self.watch.print_of(*read)

    def outputs(self, manifest: Manifest, facts: Mapping[str, Any]) -> Outputs:
        """Return what is to be remembered, now that ``manifest`` says what stands."""
        shas = {
            uri: manifest.entries[uri].sha for row in self._rows.values() for uri in row[0] if uri in manifest.entries
        }
        return Outputs(self.before.basis, self.frame, tuple(self._places), self._rows, shas, facts)


def _is_listed(page: Page) -> tuple[bool]:
    """Say whether the sitemap names a page."""
    return (not (page.noindex or page.redirect),)


def remembered(store: Store, folder: str, basis: str) -> Outputs:
    """Return what is remembered of the last build into a folder, if all outputs are made with the same now."""
    stored = store.get(LEDGER, folder)
    try:
        found = unpack(stored) if stored is not None else None
    except NotPackedError:
        store.damaged += 1
        found = None
    return found if isinstance(found, Outputs) and found.basis == basis else Outputs(basis)


def remember(store: Store, folder: str, outputs: Outputs) -> None:
    """Remember what the outputs in a folder were made of."""
    store.put(LEDGER, folder, pack(outputs))


def ledger_of(site_dir: Path, state_dir: Path) -> Manifest:
    """Return what was published last into a folder."""
    return Ledger.of(site_dir, state_dir).read()
