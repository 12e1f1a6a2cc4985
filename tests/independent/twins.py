"""Two builds of the same inputs beside each other: one over an old site, one where nothing stood."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

SITES = ("site", "site-members")
HASHED = re.compile(r"assets/(?!search/)(?:.*/)?[^/]+\.[0-9a-f]{8,}\.[^/]+")


@dataclass(frozen=True)
class File:
    """A file as it stands on the disk: its bytes' hash, and what changes if it is written again."""

    sha: str
    inode: int
    time: int


def files(folder: Path) -> dict[str, File]:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): File(
            sha256(path.read_bytes()).hexdigest(), (status := path.stat()).st_ino, status.st_mtime_ns
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def shas(found: Mapping[str, File]) -> dict[str, str]:
    """Return the hashes alone."""
    return {uri: file.sha for uri, file in found.items()}


def inputs_only(root: Path, to: Path, *besides: str) -> Path:
    """Copy a council's folder without what builds made of it (and what else is named)."""
    shutil.copytree(root, to, ignore=shutil.ignore_patterns(*SITES, ".council", *besides), dirs_exist_ok=True)
    return to


@dataclass(frozen=True)
class Compared:
    """A site before and after a build over it, and the site that a build elsewhere gives.

    An asset of the build before stays for readers who have its pages open; it is in no list of differences.
    """

    before: Mapping[str, File]
    after: Mapping[str, File]
    cold: Mapping[str, str]
    earlier: Mapping[str, str]

    @property
    def differing(self) -> list[str]:
        """The addresses at which the site is not the one a build elsewhere gives."""
        return sorted(
            uri
            for uri in {*self.after, *self.cold}
            if (self.after[uri].sha if uri in self.after else None) != self.cold.get(uri) and not self._retired(uri)
        )

    @property
    def written_for_nothing(self) -> list[str]:
        """Files that were written again though their bytes are the same."""
        return sorted(
            uri
            for uri in self.before.keys() & self.after.keys()
            if self.before[uri].sha == self.after[uri].sha and self.before[uri] != self.after[uri]
        )

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many files are new, changed and gone from one build elsewhere to the next."""
        both = self.earlier.keys() & self.cold.keys()
        gone = [uri for uri in self.earlier if uri not in self.cold and not self._retired(uri)]
        changed = [uri for uri in both if self.earlier[uri] != self.cold[uri]]
        return len(self.cold) - len(both), len(changed), len(gone)

    def _retired(self, uri: str) -> bool:
        return (
            uri not in self.cold and HASHED.fullmatch(uri) is not None and self.before.get(uri) == self.after.get(uri)
        )


def told(differences: Iterable[str], most: int = 8) -> str:
    """Return some addresses in a line."""
    listed = list(differences)
    return ", ".join(listed[:most]) + (f" … {len(listed)}" if len(listed) > most else "")
