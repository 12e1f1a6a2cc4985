"""What is told of a data file."""

from __future__ import annotations

from dataclasses import dataclass

from council.diagnostics import Finding


@dataclass(frozen=True, slots=True)
class Resource:
    """What the data package tells of a table: rows, bytes and SHA-256 of its CSV file."""

    name: str
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found when files were made; ``keys`` are the entries of the store, by kind, that they were taken from."""

    findings: tuple[Finding, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
