"""What the inputs of a project are at a moment, so that two moments can be compared.

Looking at names, sizes and times works on every disk and shared folder, also where the system tells no changes.
"""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from council.config import CONFIG_FILE

Inputs = Mapping[str, tuple[int, int]]

_FOLDERS = ("minutes_src", "votes", "site_templates")
_PASSING = ("~*", ".*", "*~", "*.tmp", "*.temp", "*.swp", "*.part", "*.crdownload")  # come and go while files are open


def inputs_of(project: Path) -> Inputs:
    """Return time and size of every input file by its path; files that only stand beside an open one are left out."""
    found = (*_below_all(project), *_stamped(project / CONFIG_FILE))
    return dict(found)


def _below_all(project: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in _FOLDERS:
        yield from _below(str(project / name))


def _below(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # not there, or just gone
        return
    for entry in entries:
        if any(fnmatch.fnmatchcase(entry.name.casefold(), pattern) for pattern in _PASSING):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield from _stamped(entry)


def _stamped(file: os.DirEntry[str] | Path) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        stat = file.stat()
    except OSError:
        return
    yield os.fspath(file), (stat.st_mtime_ns, stat.st_size)
