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
from typing import Any, Final, Protocol, TypeVar

from council.build.fragments import Fragments
from council.build.readings import Readings
from council.cache import NotPackedError, Store, key_of, pack, unpack
from council.opendata import PlannedFiles
from council.pages.compose import PlannedPage
from council.pages.page import EncodedPage, OutputFile, Page
from council.pages.watch import Read, Watch
from council.publish.manifest import Ledger, Manifest

LEDGER = "ledger"
"""Kind in the store: what the outputs of one folder were made of."""

_MADE_OF: Final = 3
"""The place in a row of the print of all that an output is made of."""

T = TypeVar("T")
Row = tuple[tuple[str, ...], bytes, bytes, bytes, tuple[Any, ...]]
"""Addresses, numbers of what was read, the print of what was given, that of both, what was told."""


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
    """What was made of what: for each output its files' hashes, the numbers of what was read, prints, what it told.

    ``basis`` is what all are made with, ``frame`` what stands around their pages; ``reads`` are all things read, each
    once, with their ``prints``; ``rows`` by the first address; ``facts`` belong to the whole.
    """

    basis: str = ""
    frame: str = ""
    reads: tuple[Read, ...] = ()
    prints: tuple[bytes, ...] = ()
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
    _rows: dict[str, Row] = field(default_factory=dict)
    _readings: Readings = field(init=False)

    def __post_init__(self) -> None:
        """Look at what was read in the last build as it is now."""
        self._readings = Readings.since(self.watch, self.before.reads, self.before.prints)

    def stands(self, planned: Planned) -> bool:
        """Say whether an output stands as it is; it is noted for the next build then."""
        if not self._is_known(planned):
            return False
        if self.frame != self.before.frame or not all(map(self._is_there, planned.uris)):
            return False
        self.kept.update((uri, self.manifest.entries[uri].sha) for uri in planned.uris)
        self.fragments.use(planned.uris[0], self._rows[planned.uris[0]][_MADE_OF])
        return True

    def page(self, planned: PlannedPage) -> EncodedPage:
        """Return a page that does not stand: what it says is made only if anything that was read for it has changed."""
        row = self._rows.get(planned.uri)
        known = self.fragments.get(planned.uri, row[_MADE_OF]) if row else None
        if known is not None:
            return known
        made = EncodedPage.of(self.make(planned, planned.make, _is_listed))
        self.fragments.keep(made, self._rows[planned.uri][_MADE_OF])
        return made

    def files(self, planned: PlannedFiles) -> tuple[OutputFile, ...]:
        """Return files that do not stand; one that is kept is made only if anything that was read for it has changed."""
        uri = planned.uris[0]
        row = self._rows.get(uri) if planned.is_kept else None
        content = self.fragments.content(uri, row[_MADE_OF]) if row else None
        if content is not None:
            return (OutputFile(uri, content),)
        files = self.make(planned, planned.make, lambda made: (made[1],))[0]
        if planned.is_kept:
            self.fragments.keep_content(uri, self._rows[uri][_MADE_OF], files[0].content)
        return files

    def make(self, planned: Planned, make: Callable[[], T], told: Callable[[T], tuple[Any, ...]]) -> T:
        """Make an output and note what was read for it, and what it told that others need (``told``)."""
        made, reads = self.watch.reading(make)
        numbers, given = self._readings.note(reads), self.watch.seen(planned.given)
        made_of = bytes.fromhex(key_of(self._readings.joined(numbers), given))
        self._rows[planned.uris[0]] = (planned.uris, numbers.tobytes(), given, made_of, told(made))
        return made

    def tell(self, planned: Planned, make: Callable[[], T]) -> T:
        """Return what is no output by itself, made only if anything that was read for it has changed."""
        if not self._is_known(planned):
            return self.make(planned, make, lambda made: (made,))
        known: T = self.told(planned.uris[0])[0]
        return known

    def _is_known(self, planned: Planned) -> bool:
        """Say whether all that was read for an output in the last build is the same now; it is noted then."""
        row = self.before.rows.get(planned.uris[0])
        if row is None or row[0] != planned.uris or row[2] != self.watch.seen(planned.given):
            return False
        if not self._readings.stand(row[1]):
            return False
        self._rows[planned.uris[0]] = row
        return True

    def standing(self) -> dict[str, tuple[str, int]]:
        """Return SHA-256 and bytes of every file that stands as it is."""
        return {uri: (sha, self.manifest.entries[uri].size) for uri, sha in self.kept.items()}

    def told(self, uri: str) -> tuple[Any, ...]:
        """Return what an output told when it was made, in this build or an earlier one."""
        return self._rows[uri][-1]

    def _is_there(self, uri: str) -> bool:
        entry = self.manifest.entries.get(uri)
        return entry is not None and entry.sha == self.before.shas.get(uri) and entry.stands(f"{self.site_dir}/{uri}")

    def outputs(self, manifest: Manifest, facts: Mapping[str, Any]) -> Outputs:
        """Return what is to be remembered, now that ``manifest`` says what stands."""
        shas = {
            uri: manifest.entries[uri].sha for row in self._rows.values() for uri in row[0] if uri in manifest.entries
        }
        reads, prints, rows = self._told_once_more()
        return Outputs(self.before.basis, self.frame, reads, prints, rows, shas, facts)

    def _told_once_more(self) -> tuple[tuple[Read, ...], tuple[bytes, ...], Mapping[str, Row]]:
        """Return what was read and the rows; where outputs went away, without what nobody reads any more."""
        reads, prints = self._readings.reads, self._readings.prints
        if self.before.rows.keys() <= self._rows.keys():
            return tuple(reads), tuple(prints), self._rows
        used = sorted(set[int]().union(*(array("I", row[1]) for row in self._rows.values())))
        moved = {number: at for at, number in enumerate(used)}
        rows = {uri: _renumbered(row, moved) for uri, row in self._rows.items()}
        return tuple(reads[number] for number in used), tuple(prints[number] for number in used), rows


def _renumbered(row: Row, moved: Mapping[int, int]) -> Row:
    numbers = array("I", [moved[number] for number in array("I", row[1])])
    return (row[0], numbers.tobytes(), *row[2:])


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
