"""Which outputs stand as they are: an output is made again only if anything that was read for it has changed.

What was read is noted while an output is made (`council.pages.watch`); the next build compares fingerprints. An output
is kept only where the very file that was published then still stands, and everything that all outputs share (program,
libraries, templates, settings) is the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from council.build.fragments import Fragments
from council.build.readings import Readings, Told
from council.cache import Store, pack
from council.opendata import PlannedFiles
from council.pages.compose import PlannedPage
from council.pages.page import EncodedPage, OutputFile, Page
from council.pages.watch import Watch
from council.publish.manifest import Entry, Ledger, Manifest

LEDGER = "outputs"
"""Kind in the store: what the outputs of one folder were made of."""

T = TypeVar("T")


Row = tuple[tuple[str, ...], bytes, bytes, bytes, bytes, tuple[Any, ...]]
"""Addresses but the first, numbers of what was read, print of what was given, that of both, hashes of files, what was told."""


class Planned(Protocol):
    """An output that is not made yet: where it will stand, what it is made of besides what it will read."""

    @property
    def uris(self) -> tuple[str, ...]:
        """The addresses it will have."""

    @property
    def given(self) -> tuple[object, ...]:
        """What it is made of besides what it reads."""


class Outputs(Struct, frozen=True):
    """What was made of what.

    ``basis`` is what all are made with, ``frame`` what stands around their pages; ``reads`` is all that was read, each
    thing once; ``rows`` by the first address; ``facts`` belong to the whole.
    """

    basis: str = ""
    frame: str = ""
    reads: Told = {}
    rows: Mapping[str, Row] = {}
    facts: Mapping[str, Any] = {}


@dataclass(slots=True)
class Keeper:
    """Tells which planned outputs stand (``kept``, with the SHA-256 of each), and notes what the others are made of.

    All published files are looked at once, to begin with; `publish` sees whether one was touched since. ``in_pieces`` says
    of the page made last whether pieces of it are kept: what is made of them is not kept once more.
    """

    watch: Watch
    before: Outputs
    manifest: Manifest
    site_dir: Path
    frame: str
    fragments: Fragments
    in_pieces: Callable[[str], bool]
    kept: dict[str, str] = field(default_factory=dict)
    _rows: dict[str, Row] = field(default_factory=dict)
    _readings: Readings = field(init=False)
    _standing: set[str] = field(init=False)

    def __post_init__(self) -> None:
        """Look at what was read in the last build as it is now."""
        self._readings = Readings.since(self.watch, self.before.reads)
        may_stand = self.before.rows and self.frame == self.before.frame
        self._standing = self.manifest.standing(self.site_dir) if may_stand else set()

    def stands(self, planned: Planned) -> bool:
        """Say whether an output stands as it is; it is noted for the next build then."""
        uris = planned.uris
        row = self._known(uris, planned)
        if row is None or not self._are_there(uris, row):
            return False
        self.kept.update((uri, self.manifest.entries[uri].sha) for uri in uris)
        self.fragments.use(_made_of(row))
        return True

    def page(self, planned: PlannedPage) -> EncodedPage:
        """Return a page that does not stand: what it says is made only if anything that was read for it has changed."""
        row = self._rows.get(planned.uri)
        known = self.fragments.get(_made_of(row)) if row else None
        if known is not None:
            return known
        made = EncodedPage.of(self.make(planned, planned.make, _is_listed))
        if not self.in_pieces(planned.uri):
            self.fragments.keep(made, _made_of(self._rows[planned.uri]))
        return made

    def files(self, planned: PlannedFiles) -> tuple[OutputFile, ...]:
        """Return files that do not stand; one that is kept is made only if anything that was read for it has changed."""
        uri = planned.uris[0]
        row = self._rows.get(uri) if planned.is_kept else None
        content = self.fragments.content(_made_of(row)) if row else None
        if content is not None:
            return (OutputFile(uri, content),)
        files = self.make(planned, planned.make, lambda made: (made[1],))[0]
        if planned.is_kept:
            self.fragments.keep_content(_made_of(self._rows[uri]), files[0].content)
        return files

    def make(self, planned: Planned, make: Callable[[], T], told: Callable[[T], tuple[Any, ...]]) -> T:
        """Make an output and note what was read for it, and what it told that others need (``told``)."""
        made, reads = self.watch.reading(make)
        numbers, given = self._readings.note(reads), self.watch.seen(planned.given)
        first, *others = planned.uris
        made_of = self.fragments.made_of(first, self._readings.joined(numbers), given)
        self._rows[first] = (tuple(others), numbers.tobytes(), given, made_of, b"", told(made))
        return made

    def tell(self, planned: Planned, make: Callable[[], T]) -> T:
        """Return what is no output by itself, made only if anything that was read for it has changed."""
        if self._known(planned.uris, planned) is None:
            return self.make(planned, make, lambda made: (made,))
        known: T = self.told(planned.uris[0])[0]
        return known

    def _known(self, uris: tuple[str, ...], planned: Planned) -> Row | None:
        """Return the row of an output for which all that was read in the last build is the same now; it is noted then."""
        row = self.before.rows.get(uris[0])
        if row is None:
            return None
        others, reads, given, *_ = row
        if others != uris[1:] or given != self.watch.seen(planned.given) or not self._readings.stand(reads):
            return None
        self._rows[uris[0]] = row
        return row

    def _are_there(self, uris: tuple[str, ...], row: Row) -> bool:
        """Say whether the very files that were published then are there."""
        return self._standing.issuperset(uris) and _shas([self.manifest.entries[uri] for uri in uris]) == row[-2]

    def are_published(self, files: Mapping[str, tuple[str, int]]) -> bool:
        """Say whether files with these SHA-256 and bytes were published and are there."""
        entries = self.manifest.entries
        return self._standing.issuperset(files) and all(entries[uri][:2] == told for uri, told in files.items())

    def standing(self) -> dict[str, tuple[str, int]]:
        """Return SHA-256 and bytes of every file that stands as it is."""
        return {uri: (sha, self.manifest.entries[uri].size) for uri, sha in self.kept.items()}

    def told(self, uri: str) -> tuple[Any, ...]:
        """Return what an output told when it was made, in this build or an earlier one."""
        return self._rows[uri][-1]

    def outputs(self, manifest: Manifest, facts: Mapping[str, Any]) -> Outputs:
        """Return what is to be remembered, now that ``manifest`` says what stands."""
        for uri, row in self._rows.items():
            if uri not in self.kept:
                shas = _shas([manifest.entries.get(one) for one in (uri, *row[0])])
                self._rows[uri] = (*row[:-2], shas, row[-1])
        reads, rows = self._told_once_more()
        return Outputs(self.before.basis, self.frame, reads, rows, facts)

    def _told_once_more(self) -> tuple[Told, Mapping[str, Row]]:
        """Return what was read and the rows; where readers went away, without what nobody reads any more."""
        gone = self.before.rows.keys() - self._rows.keys()
        if not any(self.before.rows[uri][1] for uri in gone):
            return self._readings.told(), self._rows
        used = set[int]().union(*(array("I", row[1]) for row in self._rows.values()))
        told, moved = self._readings.told_of(used)
        return told, {uri: _renumbered(row, moved) for uri, row in self._rows.items()}


def _made_of(row: Row) -> bytes:
    return row[3]


def _shas(entries: Iterable[Entry | None]) -> bytes:
    """Return the hashes of published files one behind another; nothing where there is no such file."""
    return b"".join([bytes.fromhex(entry.sha) if entry else b"" for entry in entries])


def _renumbered(row: Row, moved: Mapping[int, int]) -> Row:
    numbers = array("I", [moved[number] for number in array("I", row[1])])
    return (row[0], numbers.tobytes(), *row[2:])


_LISTED, _UNLISTED = (True,), (False,)


def _is_listed(page: Page) -> tuple[bool]:
    """Say whether the sitemap names a page."""
    return _UNLISTED if page.noindex or page.redirect else _LISTED


def remembered(store: Store, folder: str, basis: str) -> Outputs:
    """Return what is remembered of the last build into a folder, if all outputs are made with the same now."""
    found = store.record(LEDGER, folder, Outputs)
    return found if found and found.basis == basis else Outputs(basis)


def remember(store: Store, folder: str, outputs: Outputs) -> None:
    """Remember what the outputs in a folder were made of."""
    store.put(LEDGER, folder, pack(outputs))


def ledger_of(site_dir: Path, state_dir: Path) -> Manifest:
    """Return what was published last into a folder."""
    return Ledger.of(site_dir, state_dir).read()
