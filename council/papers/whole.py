"""A paper's bytes, and what stands against taking them, in words for papers."""

from __future__ import annotations

import pathlib

from council.diagnostics import Finding, Outcome
from council.read.whole_file import read_bytes
from council.rules import files, materials

_SAID = {
    files.FILE_CLOUD_ONLY.code: materials.CLOUD_ONLY,
    files.FILE_CHANGED_WHILE_READ.code: materials.CHANGED_WHILE_READ,
    files.FILE_TOO_LARGE.code: materials.TOO_LARGE,
}


def read_whole(path: pathlib.Path, name: str) -> Outcome[bytes | None]:
    """Return a paper's bytes. Findings: D103, D106-D108."""
    read = read_bytes(path, name)
    return Outcome(read.value, tuple(_reworded(found) for found in read.findings))


def _reworded(found: Finding) -> Finding:
    """Say in words for papers what the guards of other files found."""
    rule = _SAID.get(found.rule.code, materials.UNREADABLE)
    values = dict(found.values)
    values.setdefault("reason", found.rule.name)
    return Finding(rule, found.location, tuple(values.items()))
