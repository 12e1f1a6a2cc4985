"""What an index knows besides its documents: what things are called, and the tables by which words are widened."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from council.cache import NotPackedError, pack, unpack
from council.search.naming import Names
from council.search.tables import Tables

_STEM, _SUFFIX = "knowledge.", ".bin"


class Knowledge(Struct, frozen=True):
    """Names and tables of one edition's record."""

    names: Names
    tables: Tables


def write_knowledge(folder: Path, knowledge: Knowledge) -> str:
    """Write a file whose name holds the hash of its bytes; return the name."""
    content = pack(knowledge)
    name = f"{_STEM}{_hash(content)}{_SUFFIX}"
    (folder / name).write_bytes(content)
    return name


def read_knowledge(path: Path) -> Knowledge:
    """Return what a file holds; ValueError or OSError if it is not whole."""
    content = path.read_bytes()
    if path.name != f"{_STEM}{_hash(content)}{_SUFFIX}":
        raise NotPackedError(path.name)
    found = unpack(content)
    if not isinstance(found, Knowledge):
        raise NotPackedError(path.name)
    return found


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
