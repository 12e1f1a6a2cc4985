"""What was published last into a folder, kept in `.council/` and never in the site."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from council.publish import disk

FOLDER = "published"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A published file: SHA-256 of its bytes, size and time as they stood on the disk then."""

    sha: str
    size: int
    time: int

    def stands(self, path: Path | str) -> bool:
        """Say whether the file is still as it was published."""
        return disk.stamp(path) == (self.size, self.time)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of one output folder; ``retired`` are assets of the build before, which stay for its readers."""

    edition: str = ""
    site: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    retired: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
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
            "entries": _rows(manifest.entries),
            "retired": _rows(manifest.retired),
        }
        disk.write_whole(self.manifest_file, json.dumps(stored, separators=(",", ":")).encode())


@lru_cache(maxsize=2)  # asked for several times in a build, and large
def _read(data: bytes) -> Manifest:
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


def _entries(rows: Mapping[str, list[object]]) -> dict[str, Entry]:
    return {uri: Entry(str(sha), int(str(size)), int(str(time))) for uri, (sha, size, time) in rows.items()}


def _rows(entries: Mapping[str, Entry]) -> dict[str, list[object]]:
    return {uri: [entry.sha, entry.size, entry.time] for uri, entry in entries.items()}
