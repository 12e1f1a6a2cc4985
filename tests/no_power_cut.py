"""No test can cut the power: to wait until the disk itself holds a file shows nothing, and holds up all processes."""

from __future__ import annotations

import os


def wait_for_no_disk() -> None:
    """Have this process and its children by fork call `os.sync` and `os.fsync`, which a test may refuse, without a wait."""
    if hasattr(os, "sync"):
        os.sync = _nothing
    os.fsync = _nothing  # type: ignore[assignment]


def _nothing(*_: object) -> None:
    """Wait for nothing."""
