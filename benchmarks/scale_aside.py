"""Folders that are to be gone while something is measured: moved out of the way, and deleted when all is done.

For minutes after many files were deleted, ext4 looks long for a number whenever a new one is made; that would be counted.
"""

from __future__ import annotations

import shutil
from pathlib import Path

_ASIDE = "aside"


def set_aside(path: Path, work: Path) -> None:
    """Move a file or folder out of the way, if it is there; ``work`` lies on the same disk."""
    if path.exists():
        aside = work / _ASIDE
        aside.mkdir(exist_ok=True)
        path.rename(aside / f"{sum(1 for _ in aside.iterdir())}")


def throw_away(work: Path) -> None:
    """Delete what was set aside."""
    shutil.rmtree(work / _ASIDE, ignore_errors=True)
