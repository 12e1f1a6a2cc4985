"""The search of one edition: its index below `.council/search/`, and the files that are published.

All of it is made of the edition's own record. Nothing is made again while no document, name or synonym has changed.
"""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from council.cache import Store, fingerprint, key_of
from council.model.council import Council
from council.opendata import PlannedFiles
from council.pages.page import OutputFile
from council.pages.watch import Watch
from council.search.blocks import blocks_of
from council.search.current import Current, write_current
from council.search.documents import Block
from council.search.export import Edition, export
from council.search.knowledge import Knowledge
from council.search.naming import names_of
from council.search.packing import FOLDER as SHARDS
from council.search.readings import widening_tables
from council.search.years import key_of_blocks

FOLDER = "search"
"""Below `.council/`: a folder an edition."""

INDEX = f"{SHARDS}index.json"
"""The one published file whose name does not tell its content."""

_PORTION = 32  # files that are planned together, on average; to plan each by itself costs more than to write it

Listed = Sequence[tuple[str, str]]
"""Addresses below the site's root, each with the key under which its content is kept."""


@dataclass(frozen=True, slots=True)
class Search:
    """What an edition's search is made of, and where its index lies."""

    folder: Path
    store: Store
    kind: str
    blocks: Sequence[Block]
    knowledge: Knowledge

    @classmethod
    def of(cls, council: Council, project: Path, store: Store, watch: Watch) -> Search:
        """Take a record whose debates are under watch; nothing of debates and papers is fetched for it."""
        edition = council.edition.value
        tables = widening_tables(council.people.values(), council.synonyms)
        return cls(
            project / ".council" / FOLDER / edition,
            store,
            f"search-{edition}",
            blocks_of(council, partial(watch.print_of, "council.debates")),
            Knowledge(names_of(council), tables),
        )

    @property
    def key(self) -> str:
        """What tells this search from that of any other record."""
        return key_of(key_of_blocks(self.blocks), fingerprint(self.knowledge))

    def bring_up(self) -> Current:
        """Bring the index up to date and into use."""
        return self._brought_up(self.folder)

    def plan(self) -> Iterator[PlannedFiles]:
        """Yield the plan of all published files, some at a time; the name of one tells what is in it."""
        for some in _in_portions(self._listed()):
            yield PlannedFiles(tuple(uri for uri, _ in some), partial(self._files, some), tuple(key for _, key in some))
        self.store.complete(self.kind)

    def _listed(self) -> Listed:
        """Return what there is to publish, made only if nobody has made it yet."""
        known = self.store.get(self.kind, self.key)
        listed: Listed = json.loads(known) if known is not None else self._exported(self._holds)
        for _, key in listed:
            self.store.use(self.kind, key)
        return listed

    def _holds(self, uri: str) -> bool:
        return self.store.has(self.kind, _key(uri))

    def _exported(self, holds: Callable[[str], bool]) -> Listed:
        """Make what there is to publish; a file that is held is not kept again, nor a text made again."""
        listed = []
        with _writable(self.folder) as folder:
            current = self._brought_up(folder)
            known = self.knowledge
            edition = Edition(self.blocks, current.index, known.names, known.tables.as_json(), self.folder.name)
            for made in export(edition, self.store, holds):
                key = _key(made.uri, made.content)
                if made.content is not None and not holds(made.uri):
                    self.store.put(self.kind, key, made.content)
                listed.append((made.uri, key))
        self.store.put(self.kind, self.key, json.dumps(listed).encode())
        return listed

    def _brought_up(self, folder: Path) -> Current:
        from council.search.indexing import bring_up  # noqa: PLC0415 - Whoosh is slow to import and seldom needed

        current = Current(bring_up(folder, self.blocks, fresh=self.store.fresh), self.knowledge)
        write_current(folder, current)
        return current

    def _files(self, some: Listed) -> tuple[tuple[OutputFile, ...], None]:
        return tuple(OutputFile(uri, self._content(uri, key)) for uri, key in some), None

    def _content(self, uri: str, key: str) -> bytes:
        content = self.store.get(self.kind, key)
        if content is None:  # damaged or gone since it was made: everything is made once more
            self._exported(lambda _: False)
            content = self.store.get(self.kind, key)
        if content is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), uri)
        return content


def plan_search(council: Council, project: Path, store: Store, watch: Watch) -> Iterator[PlannedFiles]:
    """Yield the plan of the files of a record's search; its index is brought up to date first if need be."""
    yield from Search.of(council, project, store, watch).plan()


def _in_portions(listed: Listed) -> Iterator[Listed]:
    """Yield the files in portions that begin where a key says so: one that changes changes its own portion only."""
    start = 0
    for place, (_, key) in enumerate(listed):
        if place > start and (int(key[:4], 16) % _PORTION == 0 or place - start == _PORTION * _PORTION):
            yield listed[start:place]
            start = place
    if listed:
        yield listed[start:]


def _key(uri: str, content: bytes | None = None) -> str:
    """Return the key of a file; the name of all but one tells its content."""
    return key_of(uri, content or b"") if uri == INDEX else key_of(uri)


@contextmanager
def _writable(folder: Path) -> Iterator[Path]:
    """Yield a folder for the index: where nothing can be written, one that is gone afterwards."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "part").touch()
        (folder / "part").unlink()
    except OSError:
        with tempfile.TemporaryDirectory() as beside:
            yield Path(beside)
        return
    yield folder
