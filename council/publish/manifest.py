"""What was published last into a folder, kept in `.council/` and never in the site."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct, field

from council.publish import disk

FOLDER = "published"
_VERSION = 1


class Entry(NamedTuple):
    """A published file: SHA-256 of its bytes, size and time as they stood on the disk then.

    A tuple, because some ten thousand are read and written in every build.
    """

    sha: str
    size: int
    time: int

    def stands(self, path: Path | str) -> bool:
        """Say whether the file is still as it was published."""
        return disk.stamp(path) == (self.size, self.time)


_NOWHERE = Entry("", -1, -1)


class Manifest(Struct, frozen=True):
    """The files of one output folder; ``retired`` are assets of the build before, which stay for its readers."""

    edition: str = ""
    site: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    retired: Mapping[str, Entry] = field(default_factory=dict)

    def standing(self, site_dir: Path, uris: Iterable[str] | None = None) -> set[str]:
        """Return the addresses, of all or of some, whose files in a folder still are as they were published."""
        found: set[str] = set()
        with contextlib.suppress(FileNotFoundError, NotADirectoryError), disk.looking_below(site_dir) as look:
            for uri in self.entries if uris is None else uris:
                _, size, time = self.entries.get(uri) or _NOWHERE
                try:
                    status = look(uri)
                except OSError:
                    continue
                if status.st_mtime_ns == time and status.st_size == size:
                    found.add(uri)
        return found


class _Stored(Struct, frozen=True):
    """A manifest as it is written."""

    version: int
    edition: str
    site: str
    entries: dict[str, Entry]
    retired: dict[str, Entry]


class Ledger(Struct, frozen=True):
    """Where the state of one output folder is kept."""

    folder: Path

    @classmethod
    def of(cls, site_dir: Path, state_dir: Path) -> Ledger:
        """Return the ledger of an output folder; it moves along with a project that holds both."""
        name = sha256(way(site_dir, state_dir).encode()).hexdigest()[:12]
        return cls(state_dir / FOLDER / name)

    @property
    def manifest_file(self) -> Path:
        """The manifest."""
        return self.folder / "manifest.json"

    @property
    def journal_file(self) -> Path:
        """The journal of a publication under way; it is there only until that one is finished or undone."""
        return self.folder / "journal.json"

    @property
    def backup(self) -> Path:
        """The files as they were before a publication under way."""
        return self.folder / "before"

    def read(self) -> Manifest:
        """Return the manifest; an empty one if there is none or it cannot be read."""
        try:
            return _read(self.manifest_file.read_bytes())
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Manifest()

    def write(self, manifest: Manifest) -> None:
        """Replace the manifest in one step."""
        data = as_json(
            _Stored(_VERSION, manifest.edition, manifest.site, dict(manifest.entries), dict(manifest.retired))
        )
        disk.write_whole(self.manifest_file, data)
        _remember(sha256(data).digest(), manifest)


def as_json(record: object) -> bytes:
    """Return a record as JSON; also one with names of files that are no text, which only the slow way can write."""
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(record), separators=(",", ":")).encode()


_LAST_TWO: dict[bytes, Manifest] = {}
"""What files with these SHA-256 say: a manifest is asked for several times in a build, and large."""


def _remember(checksum: bytes, manifest: Manifest) -> None:
    _LAST_TWO[checksum] = manifest
    for oldest in list(_LAST_TWO)[:-2]:
        del _LAST_TWO[oldest]


def _read(data: bytes) -> Manifest:
    checksum = sha256(data).digest()
    known = _LAST_TWO.get(checksum)
    if known is None:
        known = _parsed(data)
        _remember(checksum, known)
    return known


_AS_WRITTEN = msgspec.json.Decoder(_Stored)


def _parsed(data: bytes) -> Manifest:
    try:
        stored = _AS_WRITTEN.decode(data)
    except msgspec.DecodeError:  # damaged, or written the slow way
        stored = msgspec.convert(json.loads(data), _Stored)
    if stored.version != _VERSION:
        return Manifest()
    return Manifest(stored.edition, stored.site, stored.entries, stored.retired)


def ledgers(state_dir: Path) -> tuple[Ledger, ...]:
    """Return the ledgers of every folder that was ever published into from here."""
    folder = state_dir / FOLDER
    return tuple(Ledger(path) for path in sorted(folder.iterdir())) if folder.is_dir() else ()


def standing(site_dir: Path, state_dir: Path) -> frozenset[str]:
    """Return the addresses whose files still are as the last publication left them; no other may be kept unwritten."""
    return frozenset(Ledger.of(site_dir, state_dir).read().standing(site_dir))


def way(path: Path, state_dir: Path) -> str:
    """Return how a path is reached from the project, else the whole path (another drive)."""
    try:
        return Path(os.path.relpath(path.resolve(), state_dir.resolve().parent)).as_posix()
    except ValueError:
        return path.resolve().as_posix()
