"""What is told of a data file."""

from __future__ import annotations

from msgspec import Struct

from council.diagnostics import Finding


class Resource(Struct, frozen=True):
    """What the data package tells of a table: rows, bytes and SHA-256 of its CSV file."""

    name: str
    rows: int
    size: int
    sha256: str


class Found(Struct, frozen=True):
    """What was found when files were made; ``keys`` are the entries of the store, by kind, that they were taken from."""

    findings: tuple[Finding, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
