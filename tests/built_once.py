"""Something that takes long to make and is only read: made by the first process that asks, awaited by the others."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

LONGEST = 600  # seconds


def built_once(shared: Path, name: str, build: Callable[[Path], None]) -> Path:
    """Return the folder of that name below ``shared``, filled by ``build`` in one process."""
    folder, done = shared / name, shared / f"{name}.done"
    try:
        folder.mkdir()
    except FileExistsError:
        return _awaited(folder, done)
    ended = "failed"
    try:
        build(folder)
        ended = "whole"
    finally:
        done.with_suffix(".part").write_text(ended, "utf-8")
        done.with_suffix(".part").replace(done)
    return folder


def _awaited(folder: Path, done: Path) -> Path:
    end = time.monotonic() + LONGEST
    while not done.exists():
        if time.monotonic() > end:
            message = f"{folder.name} is still not built by the process that began"
            raise TimeoutError(message)
        time.sleep(0.1)
    if done.read_text("utf-8") != "whole":
        message = f"{folder.name} could not be built by another process, which tells why"
        raise RuntimeError(message)
    return folder
