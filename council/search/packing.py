"""Bytes as they are published: gzip that is the same every time, and names made of the content."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256

from msgspec import Struct

FOLDER = "assets/search/"
_LEVEL = 9
_NAME = 16  # hex digits of the hash in a name
_UNKNOWN = 255  # gzip's mark for no system in particular
_SYSTEM = 9  # where gzip's heading names the system it was made on


class Shard(Struct, frozen=True):
    """A file below the site's root; ``sha256`` is of its bytes."""

    uri: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The part of the hash that stands in the file's name."""
        return self.sha256[:_NAME]


def shard(stem: str, suffix: str, content: bytes) -> Shard:
    """Return what names a file: ``p/`` + stem, the hash's first digits, the suffix."""
    found = sha256(content).hexdigest()
    return Shard(f"{FOLDER}{stem}.{found[:_NAME]}{suffix}", len(content), found)


def zipped(data: bytes) -> bytes:
    """Return gzip without time, name or system."""
    packed = bytearray(gzip.compress(data, _LEVEL, mtime=0))
    packed[_SYSTEM] = _UNKNOWN
    return bytes(packed)


def as_json(value: object) -> bytes:
    """Return JSON without spaces, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
