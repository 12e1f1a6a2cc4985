"""Keys: hashes of everything that a kept thing depends on."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import council
from council.cache.plain import carefully, quickly

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
    "rjsmin",
)
_SIZE = 16
_WITHOUT_REFERENCES = 2  # the version of marshal's format in which equal parts look alike, one object or two


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

    The value may hold records, enums, tuples, lists, mappings in their order, dates, text, numbers, bytes.
    """
    try:
        return print_of_plain(quickly(value))
    except (ValueError, TypeError, AttributeError):  # a field holds something else than it is said to
        return print_of_plain(carefully(value), b"carefully")


def print_of_plain(value: Any, sort: bytes = b"") -> bytes:  # noqa: ANN401 - whatever `marshal` knows
    """Return such bytes of a nested tuple; ValueError if there is anything else in it. Each ``sort`` has its own."""
    return hashlib.blake2b(marshal.dumps(value, _WITHOUT_REFERENCES), digest_size=_SIZE, person=sort).digest()


def _mender() -> str:
    """Return the version of what mends damaged papers; empty where it is not installed."""
    try:
        return version("pikepdf")
    except PackageNotFoundError:
        return ""


def _files(package: str) -> Iterator[tuple[str, bytes]]:
    """Yield the place and content of each of this program's files, in an order that is always the same."""
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for path in (f"{folder}{os.sep}{name}" for name in sorted(names) if not name.endswith(".pyc")):
            if os.path.isfile(path):  # noqa: PTH113 - some hundred times in each build
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
                    yield path.removeprefix(package).replace(os.sep, "/"), file.read()


@cache
def made_by() -> str:
    """Return what changes with this program and the libraries that have a part in what it makes."""
    found = hashlib.blake2b(digest_size=_SIZE)
    found.update(repr((sys.version_info[:2], [(name, version(name)) for name in _LIBRARIES], _mender())).encode())
    for place, content in _files(str(Path(council.__file__).parent)):
        found.update(f"\0{place}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()
