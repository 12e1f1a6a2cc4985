"""Keys: hashes of everything that a kept thing depends on."""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import council
from council.cache.packing import values_of

_LIBRARIES = (
    "jinja2",
    "lxml",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "openpyxl",
    "pymdown-extensions",
    "pypdf",
)
_SIZE = 16


def key_of(*parts: bytes | str) -> str:
    """Return a key of 32 hex digits over parts of which each counts with its length."""
    checksum = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        checksum.update(f"{len(data)}:".encode())
        checksum.update(data)
    return checksum.hexdigest()


def fingerprint(value: object) -> bytes:
    """Return 16 bytes that are the same for equal records and, but for chance, for no others.

    The value may hold data classes, enums, tuples, lists, dictionaries in their order, dates, text, numbers, bytes.
    """
    stream = io.BytesIO()
    printer = _Printer(stream, 5)
    printer.fast = True  # equal parts look alike whether they are one object or two
    printer.dump(value)
    return hashlib.blake2b(stream.getbuffer(), digest_size=_SIZE).digest()


class _Printer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 - pickle's own interface
        kind = type(value)
        take = values_of(kind)
        if take:
            return _shape, (kind.__qualname__, *take(value))
        if isinstance(value, Enum):
            return _shape, (kind.__qualname__, value.value)
        return (_shape, tuple(value.items())) if isinstance(value, Mapping) else NotImplemented


def _shape(*_: object) -> None:
    """Stand for whatever a fingerprint is of; nothing is ever made from one."""


@cache
def made_by() -> str:
    """Return what changes with this program and the libraries that have a part in what it makes."""
    package = Path(council.__file__).parent
    found = hashlib.blake2b(digest_size=_SIZE)
    found.update(repr((sys.version_info[:2], [(name, version(name)) for name in _LIBRARIES])).encode())
    for path in sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        found.update(f"\0{path.relative_to(package).as_posix()}\0{path.stat().st_size}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()
