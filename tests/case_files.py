"""Cases kept as data: a YAML file each, with what goes in and what a clerk would expect to come out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from council.diagnostics import Finding
from council.location import Location
from council.read.documents import Grid
from council.read.tables import read_tables

CASES = Path(__file__).parent / "cases"


def case_files(room: str) -> list[Path]:
    """Return the case files of a room, in order."""
    return sorted((CASES / room).glob("*.yml"))


def load(path: Path) -> dict[str, Any]:
    """Return a case."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def grids_of(text: str, folder: Path, name: str = "table.csv") -> tuple[Grid, ...]:
    """Return the grids of a CSV text, read from a file as the program reads it."""
    path = folder / name
    path.write_bytes(text.encode("utf-8-sig"))
    read = read_tables(path, name)
    assert read.findings == ()
    return read.value


def told(findings: Iterable[Finding]) -> list[str]:
    """Return findings as ``P102@3:5``: code, line, column."""
    return [f"{found.rule.code}@{place(found.location)}" for found in findings]


def place(location: Location) -> str:
    """Return the line and the column, as far as known."""
    return ":".join(str(part) for part in (location.line, location.column) if part is not None)


def filled(record: Struct) -> dict[str, Any]:
    """Return the filled fields of a draft as plain data, its location as ``line:column``."""
    return {
        name: plain(value)
        for name in record.__struct_fields__
        if (value := getattr(record, name)) not in (None, "", ())
    }


def plain(value: object) -> object:
    """Return a value as YAML would hold it."""
    match value:
        case Location():
            return place(value)
        case Enum():
            return value.value
        case dt.date() | dt.time():
            return value.isoformat()
        case tuple():
            return [plain(part) for part in value]
        case Struct():
            return getattr(value, "printed", None) or filled(value)
        case _:
            return value
