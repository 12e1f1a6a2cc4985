"""The search of one edition: its index below `.council/search/`, and the files that are published.

All of it is made of the edition's own record. Nothing is made again while no document, name or synonym has changed.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct

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
from council.search.lists import DamagedListsError
from council.search.naming import names_of
from council.search.packing import FOLDER as SHARDS
from council.search.readings import widening_tables
from council.search.years import BLOCKS, LISTS, key_of_blocks

FOLDER = "search"
"""Below `.council/`: a folder an edition."""

INDEX = f"{SHARDS}index.json"
"""The one published file whose name does not tell its content."""

_PORTION = 32  # files that are planned together, on average; to plan each by itself costs more than to write it


class Listed(Struct, frozen=True):
    """Addresses of all published files below the site's root; ``last`` is the key under which `index.json` is kept."""

    uris: tuple[str, ...]
    last: str

    def key(self, uri: str) -> str:
        """Return the key under which the content of a file is kept."""
        return self.last if uri == INDEX else _hash_in(uri)


class Search(Struct, frozen=True):
    """What an edition's search is made of, and where its index lies; ``blocks`` are found when they are asked for."""

    folder: Path
    store: Store
    kind: str
    blocks: Callable[[], Sequence[Block]]
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
            partial(blocks_of, council, partial(watch.print_of, "council.debates")),
            Knowledge(names_of(council), tables),
        )

    def bring_up(self) -> Current:
        """Bring the index up to date and into use."""
        return self._brought_up(self.folder, self.blocks())

    def plan(self) -> Iterator[PlannedFiles]:
        """Yield the plan of all published files, some at a time; the name of one tells what is in it."""
        listed = self._listed()
        for some in _in_portions(listed.uris):
            given = (listed.last,) if INDEX in some else ()
            yield PlannedFiles(some, partial(self._files, listed, some), given)
        self.store.complete(self.kind)

    def _listed(self) -> Listed:
        """Return what there is to publish, made only if nobody has made it yet."""
        blocks = self.blocks()
        key = key_of(key_of_blocks(blocks), fingerprint(self.knowledge))
        known = self.store.get(self.kind, key)
        if known is not None:
            last, *uris = known.decode().split("\n")
            listed = Listed(tuple(uris), last)
        else:
            listed = self._exported(blocks)
            self.store.put(self.kind, key, "\n".join((listed.last, *listed.uris)).encode())
        for uri in listed.uris:
            self.store.use(self.kind, listed.key(uri))
        return listed

    def _exported(self, blocks: Sequence[Block], *, anew: bool = False) -> Listed:
        """Make what there is to publish; what is kept already is made again only if it is asked for ``anew``."""
        try:
            return self._made(blocks, (BLOCKS,), anew=anew)
        except DamagedListsError:  # all lists are looked at, and those that are not whole made again
            return self._made(blocks, (LISTS, BLOCKS), anew=anew)

    def _made(self, blocks: Sequence[Block], believed: Collection[str], *, anew: bool) -> Listed:
        uris, key = [], ""
        with _writable(self.folder) as folder:
            current = self._brought_up(folder, blocks, believed)
            known = self.knowledge
            edition = Edition(blocks, current.index, known.names, known.tables.as_json(), self.folder.name)
            for made in export(edition, self.store, anew=anew):
                uris.append(made.uri)
                key = key_of(made.content or b"") if made.uri == INDEX else _hash_in(made.uri)
                if made.content is not None:
                    self.store.put(self.kind, key, made.content)
        return Listed(tuple(uris), key)  # `index.json` is the last

    def _brought_up(
        self, folder: Path, blocks: Sequence[Block], believed: Collection[str] = (LISTS, BLOCKS)
    ) -> Current:
        from council.search.indexing import bring_up  # noqa: PLC0415 - Whoosh is slow to import and seldom needed

        index = bring_up(folder, blocks, fresh=self.store.fresh, believed=believed)
        current = Current(index, self.knowledge)
        write_current(folder, current)
        return current

    def _files(self, listed: Listed, some: Sequence[str]) -> tuple[tuple[OutputFile, ...], None]:
        return tuple(OutputFile(uri, self._content(uri, listed.key(uri))) for uri in some), None

    def _content(self, uri: str, key: str) -> bytes:
        content = self.store.get(self.kind, key)
        if content is None:  # damaged or gone since it was made: everything is made once more
            self._exported(self.blocks(), anew=True)
            content = self.store.get(self.kind, key)
        if content is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), uri)
        return content


def plan_search(council: Council, project: Path, store: Store, watch: Watch) -> Iterator[PlannedFiles]:
    """Yield the plan of the files of a record's search; its index is brought up to date first if need be."""
    yield from Search.of(council, project, store, watch).plan()


def _in_portions(uris: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the files in portions that begin where a name says so: one that changes changes its own portion only."""
    start = 0
    for place, uri in enumerate(uris):
        if place > start and (_begins(uri) or place - start == _PORTION * _PORTION):
            yield uris[start:place]
            start = place
    if uris:
        yield uris[start:]


def _begins(uri: str) -> bool:
    return uri != INDEX and int(_hash_in(uri)[:4], 16) % _PORTION == 0


def _hash_in(uri: str) -> str:
    """Return the hash of a file's content in its name, which every file but one has."""
    return uri.rsplit(".", 2)[1]


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
