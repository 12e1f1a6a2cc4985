"""Keys: hashes of everything that a kept thing depends on."""

from __future__ import annotations

import datetime as dt
import hashlib
import marshal
import sys
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from importlib.metadata import PackageNotFoundError, version
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
_ATOMS = frozenset({str, int, bool, float, bytes, type(None)})
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

    The value may hold data classes, enums, tuples, lists, mappings in their order, dates, text, numbers, bytes.
    """
    return hashlib.blake2b(marshal.dumps(_plain(value), _WITHOUT_REFERENCES), digest_size=_SIZE).digest()


def together(prints: Iterable[bytes]) -> bytes:
    """Return one fingerprint of several, in their order; like that of no value."""
    return hashlib.blake2b(b"".join(prints), digest_size=_SIZE, person=b"together").digest()


def _plain(value: Any) -> Any:  # noqa: ANN401 - any record, as nested tuples of what `marshal` knows
    kind = type(value)
    if kind in _ATOMS:
        return value
    take = _TAKERS.get(kind)
    if take is None:
        take = _TAKERS[kind] = _taker(kind)
    return take(value)


def _all_plain(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple([one if type(one) in _ATOMS else _plain(one) for one in values])


Taker = Callable[[Any], Any]
_TAKERS: dict[type, Taker] = {tuple: _all_plain, list: _all_plain}
"""What makes nested tuples of the values of a class, found once for each class."""


def _taker(kind: type) -> Taker:
    """Return what takes a value of a class apart: a record, an enum, a day or time, a mapping, finished HTML."""
    name, take = kind.__qualname__, values_of(kind)
    if take:
        return lambda value: (name, *[one if type(one) in _ATOMS else _plain(one) for one in take(value)])
    if issubclass(kind, Enum):
        known = {id(one): (name, one.value) for one in kind}  # by identity: members of two enums may be equal
        return lambda value: known[id(value)]
    if issubclass(kind, (dt.date, dt.time)):
        return lambda value: (name, value.isoformat())
    if issubclass(kind, Mapping):
        return lambda value: ("mapping", *[(_plain(key), _plain(one)) for key, one in value.items()])
    if issubclass(kind, str):
        return lambda value: (name, str(value))
    if issubclass(kind, (tuple, list)):
        return _all_plain
    raise TypeError(name)


def _mender() -> str:
    """Return the version of what mends damaged papers; empty where it is not installed."""
    try:
        return version("pikepdf")
    except PackageNotFoundError:
        return ""


@cache
def made_by() -> str:
    """Return what changes with this program and the libraries that have a part in what it makes."""
    package = Path(council.__file__).parent
    found = hashlib.blake2b(digest_size=_SIZE)
    found.update(repr((sys.version_info[:2], [(name, version(name)) for name in _LIBRARIES], _mender())).encode())
    for path in sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        found.update(f"\0{path.relative_to(package).as_posix()}\0{path.stat().st_size}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()
