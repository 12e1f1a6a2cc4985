"""What the operating system says when a file cannot be written, as a finding in a clerk's words."""

from __future__ import annotations

import errno
from pathlib import Path

from council.diagnostics import Finding, Rule, finding
from council.location import Location
from council.rules.publication import CANNOT_WRITE, DISK_FULL, FILE_IN_USE, NO_PERMISSION

_BY_WINDOWS_CODE = {5: NO_PERMISSION, 32: FILE_IN_USE, 33: FILE_IN_USE, 112: DISK_FULL, 145: FILE_IN_USE}
_BY_CODE = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EACCES: NO_PERMISSION,
    errno.EPERM: NO_PERMISSION,
    errno.EROFS: NO_PERMISSION,
    errno.EBUSY: FILE_IN_USE,
    errno.ETXTBSY: FILE_IN_USE,
}


def fault(error: OSError, base: Path) -> Finding:
    """Return the finding (S304–S307) for a file that could not be written; its path is seen from ``base``."""
    rule = rule_of(error)
    location = Location(seen_from(base, Path(str(error.filename))) if error.filename else ".")
    return finding(rule, location, words=words(error)) if rule is CANNOT_WRITE else finding(rule, location)


def rule_of(error: OSError) -> Rule:
    """Return which of the four things is the matter."""
    windows = _BY_WINDOWS_CODE.get(getattr(error, "winerror", None) or 0)
    return windows or _BY_CODE.get(error.errno or 0, CANNOT_WRITE)


def words(error: OSError) -> str:
    """Return the system's own words."""
    return error.strerror or type(error).__name__


def seen_from(base: Path, path: Path) -> str:
    """Return a path with ``/``, relative to ``base`` where it lies below it."""
    try:
        return path.resolve().relative_to(base.resolve()).as_posix()
    except (OSError, ValueError):
        return path.as_posix()
