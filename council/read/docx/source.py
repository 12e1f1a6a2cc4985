"""A file's bytes, read once, after it is known that they are on this machine."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from council.read.docx.refusal import refuse
from council.rules import word_refused as rules

if TYPE_CHECKING:
    import pathlib

MAX_FILE = 100 * 1024 * 1024
_WINDOWS_OFFLINE = 0x1000 | 0x40000 | 0x400000  # OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS
_MACOS_DATALESS = 0x40000000


def read_once(path: pathlib.Path, name: str) -> bytes:
    """Return the file's bytes; refuse one that is elsewhere, unreadable, too large or being written."""
    try:
        before = path.stat()
        _refuse_placeholder(before, name)
        if before.st_size > MAX_FILE:
            raise refuse(
                rules.WORD_TOO_LARGE, name, part=path.name, size=mebibytes(before.st_size), limit=mebibytes(MAX_FILE)
            )
        data = path.read_bytes()
        after = path.stat()
    except OSError as error:
        raise _unreadable(path, name, error) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise refuse(rules.WORD_CHANGED_WHILE_READ, name)
    return data


def mebibytes(size: int) -> str:
    """Return a size as people read it."""
    return f"{size / 1024 / 1024:.1f} MiB"


def is_placeholder(status: os.stat_result) -> bool:
    """Return whether reading the file would fetch it from a cloud (OneDrive, iCloud) first."""
    windows = getattr(status, "st_file_attributes", 0) & _WINDOWS_OFFLINE
    macos = getattr(status, "st_flags", 0) & _MACOS_DATALESS
    return bool(windows or macos)


def _refuse_placeholder(status: os.stat_result, name: str) -> None:
    if is_placeholder(status):
        raise refuse(rules.WORD_CLOUD_ONLY, name)


def _unreadable(path: pathlib.Path, name: str, error: OSError) -> Exception:
    if path.with_name(f".{path.name}.icloud").exists():
        return refuse(rules.WORD_CLOUD_ONLY, name)
    return refuse(rules.WORD_UNREADABLE, name, reason=errno.errorcode.get(error.errno or 0, "?"))
