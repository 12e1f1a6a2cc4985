"""Large files put together again: the pieces that are as they were are taken from the file that is published.

Where that file is gone or was touched, they come from the store.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from msgspec import Struct

from council.cache import Store, key_of, pack
from council.opendata.pieces import Piece, Spacing, Wanted
from council.publish.manifest import Manifest

KIND = "pieces"
"""Kind in the store: what the large files of one folder are put together of."""

Cut = tuple[str, int, int, int, int]
"""A piece in its file: key, first byte, bytes, their CRC-32, rows."""
Row = tuple[str, tuple[Cut, ...]]
"""A file: the SHA-256 of all of it, and its pieces."""


@dataclass(slots=True)
class Patchwork:
    """Gets the pieces of an edition's files; ``folder`` is the key of the output folder, ``manifest`` says what stands in it.

    A published file that anybody has touched is not used, and no piece that is not whole.
    """

    store: Store
    edition: str
    folder: str
    site_dir: Path
    manifest: Manifest
    _before: Mapping[str, Row] = field(init=False)
    _now: dict[str, tuple[Cut, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up what the files were put together of."""
        self._before = self.store.record(KIND, self.folder, dict) or {}

    def gather(self, uri: str, spacing: Spacing, wanted: Iterable[Wanted]) -> Iterator[Piece]:
        """Yield the pieces of a file; made are those that are not in the published one."""
        cuts: list[Cut] = []
        at, place = spacing.before, key_of(uri)
        with ExitStack() as closing:
            old = self._standing(uri, closing)
            for one in wanted:
                piece, checksum = self._piece(place, one, old)
                if piece.data:
                    cuts.append((one.key, at, len(piece.data), checksum, piece.rows))
                    at += len(piece.data) + spacing.between
                yield piece
        self._now[uri] = tuple(cuts)

    def remember(self, shas: Mapping[str, str], kept: Collection[str]) -> None:
        """Keep what the files are put together of, now that they are published."""
        rows = {uri: row for uri, row in self._before.items() if uri in kept}
        for uri, (_, cuts) in rows.items():
            place = key_of(uri)
            for cut in cuts:
                self.store.use(self._kind, _kept_under(place, cut[0]))
        rows |= {uri: (shas[uri], cuts) for uri, cuts in self._now.items() if uri in shas}
        self.store.put(KIND, self.folder, pack(rows))
        self.store.complete(self._kind)

    @property
    def _kind(self) -> str:
        return f"{KIND}-{self.edition}"

    def _piece(self, place: str, one: Wanted, old: _Standing | None) -> tuple[Piece, int]:
        """Return a piece and its checksum from where it is: the published file, the store; made and kept if it is nowhere."""
        key = _kept_under(place, one.key)
        standing = old.get(one.key) if old and one.key else None
        if standing:
            self.store.use(self._kind, key)
            return standing
        piece: Piece = self.store.value(self._kind, key, one.make) if one.key else one.make()
        return piece, crc32(piece.data)

    def _standing(self, uri: str, closing: ExitStack) -> _Standing | None:
        sha, cuts = self._before.get(uri, ("", ()))
        entry, path = self.manifest.entries.get(uri), self.site_dir / uri
        if entry is None or entry.sha != sha or not entry.stands(path):
            return None
        return _Standing(closing.enter_context(path.open("rb", buffering=0)), {cut[0]: cut for cut in cuts if cut[0]})


class _Standing(Struct, frozen=True):
    """A published file and the pieces in it, by key."""

    file: BinaryIO
    cuts: Mapping[str, Cut]

    def get(self, key: str) -> tuple[Piece, int] | None:
        """Return a piece and its checksum; none if it is not there as it was written."""
        if key not in self.cuts:
            return None
        _, at, size, checksum, rows = self.cuts[key]
        self.file.seek(at)
        data = self.file.read(size)
        return (Piece(data, rows), checksum) if crc32(data) == checksum else None


def _kept_under(place: str, key: str) -> str:
    """Return the key in the store of a piece of the file with the key ``place``."""
    return f"{place}-{key}"
