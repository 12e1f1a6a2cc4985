"""Which code makes copies and words of papers: what it kept before another version of it was installed is made anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pypdf

import council

_ROOMS = ("papers", "read", "text", "rules")


@cache
def maker() -> str:
    """Return what changes whenever a copy, its words or its findings may come out otherwise than before."""
    package = Path(council.__file__).parent
    found = hashlib.sha256(f"{council.__version__} {pypdf.__version__}".encode())
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*.py")):
            found.update(path.read_bytes())
    return found.hexdigest()[:16]
