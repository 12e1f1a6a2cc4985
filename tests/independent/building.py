"""Builds in a process of its own, so that clock, hash seed, folder and a sudden end can be chosen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def command(*arguments: str) -> list[str]:
    """Return the command line of a module run by this Python."""
    return [sys.executable, *arguments]


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which the toolkit is found from any folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **more}


def run(*arguments: str, cwd: Path | None = None, umask: int = -1, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a module to its end."""
    return subprocess.run(  # noqa: S603 - our own commands
        command(*arguments),
        cwd=cwd,
        env=environment(**more),
        umask=umask,
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )


def fingerprints(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return the addresses that only one of two sites has, or that differ."""
    return sorted(uri for uri in {*one, *other} if one.get(uri) != other.get(uri))
