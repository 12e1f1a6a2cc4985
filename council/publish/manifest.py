"""What was published last into a folder, kept in `.council/` and never in the site."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

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


class Manifest(Struct, frozen=True):
    """The files of one output folder; ``retired`` are assets of the build before, which stay for its readers."""

    edition: str = ""
    site: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    retired: Mapping[str, Entry] = field(default_factory=dict)


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
        stored = {
            "version": _VERSION,
            "edition": manifest.edition,
            "site": manifest.site,
            "entries": manifest.entries,
            "retired": manifest.retired,
        }
        data = json.dumps(stored, separators=(",", ":")).encode()
        disk.write_whole(self.manifest_file, data)
        _remember(data, manifest)


_LAST_TWO: dict[bytes, Manifest] = {}
"""What files with these SHA-256 say: a manifest is asked for several times in a build, and large."""


def _remember(data: bytes, manifest: Manifest) -> None:
    _LAST_TWO[sha256(data).digest()] = manifest
    for oldest in list(_LAST_TWO)[:-2]:
        del _LAST_TWO[oldest]


def _read(data: bytes) -> Manifest:
    known = _LAST_TWO.get(sha256(data).digest())
    if known is None:
        known = _parsed(data)
        _remember(data, known)
    return known


def _parsed(data: bytes) -> Manifest:
    stored = json.loads(data)
    if stored["version"] != _VERSION:
        return Manifest()
    return Manifest(stored["edition"], stored["site"], _entries(stored["entries"]), _entries(stored["retired"]))


def ledgers(state_dir: Path) -> tuple[Ledger, ...]:
    """Return the ledgers of every folder that was ever published into from here."""
    folder = state_dir / FOLDER
    return tuple(Ledger(path) for path in sorted(folder.iterdir())) if folder.is_dir() else ()


def standing(site_dir: Path, state_dir: Path) -> frozenset[str]:
    """Return the addresses whose files still are as the last publication left them; no other may be kept unwritten."""
    manifest = Ledger.of(site_dir, state_dir).read()
    return frozenset(uri for uri, entry in manifest.entries.items() if entry.stands(f"{site_dir}/{uri}"))


def way(path: Path, state_dir: Path) -> str:
    """Return how a path is reached from the project, else the whole path (another drive)."""
    try:
        return Path(os.path.relpath(path.resolve(), state_dir.resolve().parent)).as_posix()
    except ValueError:
        return path.resolve().as_posix()


def _entries(rows: Mapping[str, list[str | int]]) -> dict[str, Entry]:
    return {uri: Entry._make(row) for uri, row in rows.items()}
