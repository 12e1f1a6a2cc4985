"""What is told of a data file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resource:
    """What the data package tells of a table: rows, bytes and SHA-256 of its CSV file."""

    name: str
    rows: int
    size: int
    sha256: str
