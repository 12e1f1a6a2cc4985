"""What lies in a folder: addresses and hashes of its files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path


def files_below(folder: Path) -> Iterator[str]:
    """Yield the addresses of all files below a folder, with ``/``, folder by folder in order."""
    start = len(os.fspath(folder)) + 1
    for parent, folders, names in os.walk(folder):
        folders.sort()
        way = parent[start:].replace(os.sep, "/")
        yield from (f"{way}/{name}" if way else name for name in sorted(names))


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def described(folder: Path) -> dict[str, tuple[str, int]]:
    """Return SHA-256 and bytes of every file below a folder."""
    return {uri: (digest(folder / uri), (folder / uri).stat().st_size) for uri in files_below(folder)}
