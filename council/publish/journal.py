"""The journal of a publication under way: from it, the next run finishes or undoes what was begun."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from council.publish import disk
from council.publish.manifest import Entry, Ledger, Manifest, as_json
from council.publish.plan import Plan, Put


class Direction(StrEnum):
    """Whether a publication is being carried out or taken back."""

    FORWARD = "forward"
    UNDO = "undo"


class CannotFinishError(FileNotFoundError):
    """A staged file is gone, so that the publication can only be undone."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


class Journal(Struct, frozen=True):
    """A publication, whole: where from, where to, every file; addresses of folders as seen from the project."""

    edition: str
    site: str
    staging: str
    direction: Direction
    puts: tuple[Put, ...]
    removals: tuple[str, ...]
    unchanged: Mapping[str, Entry]
    retired: Mapping[str, Entry]

    @classmethod
    def of(cls, plan: Plan, edition: str, site: str, staging: str) -> Journal:
        """Begin a journal."""
        return cls(edition, site, staging, Direction.FORWARD, plan.puts, plan.removals, plan.unchanged, plan.retired)

    def undoing(self) -> Journal:
        """Return the same publication, to be taken back."""
        return replace(self, direction=Direction.UNDO)

    def manifest(self, site_dir: Path) -> Manifest:
        """Return what stands when all is done."""
        placed = {put.uri: Entry(put.sha, *(disk.stamp(f"{site_dir}/{put.uri}") or (0, 0))) for put in self.puts}
        return Manifest(self.edition, self.site, {**self.unchanged, **placed}, self.retired)


def write(ledger: Ledger, journal: Journal) -> None:
    """Put the journal on the disk; from here on, the publication has begun."""
    disk.write_whole(ledger.journal_file, as_json(journal))


def read(ledger: Ledger) -> Journal | None:
    """Return the journal of a publication under way; none if there is none, or if it is damaged."""
    try:
        stored: dict[str, Any] = json.loads(ledger.journal_file.read_bytes())
        stored["direction"] = Direction(stored["direction"])
        stored["puts"] = tuple(Put(**put) for put in stored["puts"])
        stored["removals"] = tuple(stored["removals"])
        for name in ("unchanged", "retired"):
            stored[name] = {uri: Entry(*row) for uri, row in stored[name].items()}
        return Journal(**stored)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def carry_out(journal: Journal, staging: Path, site_dir: Path, *, doubt: bool = False) -> int:
    """Place and remove what is not yet placed and removed; return how many files that were.

    Where no folder stands, the staged one takes its place as it is. ``doubt``: look first whether the staged files still are the ones of the journal. Raises CannotFinishError when
    one is gone, OSError when the system refuses.
    """
    if not doubt and not journal.unchanged and disk.place_whole(staging, site_dir):
        disk.sync_folders(_folders(journal, site_dir))
        return len(journal.puts)
    done = 0
    for put in journal.puts:
        staged = f"{staging}/{put.uri}"
        if _stands(Path(staged), put.sha) if doubt else os.path.isfile(staged):
            disk.place(staged, f"{site_dir}/{put.uri}")
            done += 1
        elif not _stands(site_dir / put.uri, put.sha):
            raise CannotFinishError(staging / put.uri)
    for uri in journal.removals:
        done += os.path.isfile(f"{site_dir}/{uri}")
        disk.remove(site_dir, uri)
    disk.sync_folders(_folders(journal, site_dir))
    return done


def take_back(journal: Journal, ledger: Ledger, site_dir: Path) -> None:
    """Put everything back as it was before the publication began; may be begun again after a kill.

    A copy is placed only where the old file is not, so that a copy lost with the cache harms nothing that stands.
    """
    for uri in journal.removals[::-1]:
        _put_back(ledger, uri, site_dir)
    for put in journal.puts[::-1]:
        if put.replaces:
            _put_back(ledger, put.uri, site_dir)
        elif _stands(site_dir / put.uri, put.sha):
            disk.remove(site_dir, put.uri)
    disk.sync_folders(_folders(journal, site_dir))


def end(ledger: Ledger, staging: Path) -> None:
    """Forget a publication that is finished or undone."""
    ledger.journal_file.unlink(missing_ok=True)
    disk.clear(ledger.backup)
    disk.clear(staging)


def _put_back(ledger: Ledger, uri: str, site_dir: Path) -> None:
    if (ledger.backup / uri).is_file():
        disk.place(ledger.backup / uri, site_dir / uri)


def _stands(path: Path, sha: str) -> bool:
    return path.is_file() and disk.digest(path) == sha


def _folders(journal: Journal, site_dir: Path) -> list[Path]:
    """Return the folders that a publication touches."""
    touched = (*(put.uri for put in journal.puts), *journal.removals)
    return [site_dir / folder for folder in {uri.rpartition("/")[0] for uri in touched}]
