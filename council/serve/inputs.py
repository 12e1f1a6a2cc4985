"""What the inputs of a project are at a moment, so that two moments can be compared.

Looking at names, sizes and times works on every disk and shared folder, also where the system tells no changes.
"""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from council.config import CONFIG_FILE
from council.read.encoding import decode
from council.text.patterns import regex

Stamp = tuple[int, int, int]
Inputs = Mapping[str, Stamp]

_FOLDERS = ("minutes_src", "votes", "site_templates")
_PASSING = ("~*", ".*", "*~", "*.tmp", "*.temp", "*.swp", "*.part", "*.crdownload")  # come and go while files are open
# extra.council.profile: 書式.yml. Read without YAML, so that a file half saved still tells what to look at.
_LAYOUT_FILE = regex(r"""\bprofile\s*:\s*["']?([^"'#{}\n,]+?\.ya?ml)["']?\s*(?:[,}#\r\n]|$)""")


def inputs_of(project: Path) -> Inputs:
    """Return size and times of every input file by its path; files that only stand beside an open one are left out.

    The time of the last change tells also a file put in place with the size and time of the one before, and one
    that may be read now.
    """
    config = project / CONFIG_FILE
    named = (stamp for name in _layout_files(config) for stamp in _stamped(project / name))
    return dict((*_below_all(project), *_stamped(config), *named))


def _layout_files(config: Path) -> tuple[str, ...]:
    """Return the files of layouts of the council's own that its settings name."""
    try:
        data = config.read_bytes()
    except OSError:
        return ()
    decoded = decode(data, CONFIG_FILE).value
    return tuple(_LAYOUT_FILE.findall(decoded.text)) if decoded else ()


def _below_all(project: Path) -> Iterator[tuple[str, Stamp]]:
    for name in _FOLDERS:
        yield from _below(str(project / name))


def _below(folder: str) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(folder) as scanned:
            entries = list(scanned)
    except OSError:  # not there, or just gone
        return
    for entry in entries:
        if any(fnmatch.fnmatchcase(entry.name.casefold(), pattern) for pattern in _PASSING):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield from _stamped(entry)


def _stamped(file: os.DirEntry[str] | Path) -> Iterator[tuple[str, Stamp]]:
    try:
        stat = file.stat()
    except OSError:
        return
    yield os.fspath(file), (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size)
