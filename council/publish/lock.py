"""One build at a time in a council's folder; a lock whose owner is gone holds nobody up."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from council.diagnostics import Finding, finding
from council.location import Location
from council.rules.publication import BUILD_RUNNING

NAME = "build.lock"
_BEYOND = 1 << 20  # Windows locks bytes against reading, so a byte behind the text is locked


@contextmanager
def build_lock(state_dir: Path) -> Iterator[tuple[Finding, ...]]:
    """Hold the folder's lock; yields no finding if it is ours, else the one that names its owner (S308).

    The system releases the lock of a process that ended in any way. Another computer's lock on a shared folder,
    which not every network lets one see, is believed as long as its file says so. Raises OSError when `.council/`
    cannot be written.
    """
    state_dir.mkdir(parents=True, exist_ok=True)
    path = state_dir / NAME
    if path.is_dir():
        shutil.rmtree(path)
    with path.open("a+b") as stream:
        owner = _owner(path)
        if not _try_lock(stream) or _is_elsewhere(owner):
            yield (_running(owner),)
            return
        _write(stream, json.dumps({"pid": os.getpid(), "host": socket.gethostname()}).encode())
        try:
            yield ()
        finally:
            _write(stream, b"")
            _unlock(stream)


def _owner(path: Path) -> dict[str, object]:
    try:
        stated = json.loads(path.read_bytes() or b"{}")
    except (OSError, ValueError):
        return {}
    return stated if isinstance(stated, dict) else {}


def _is_elsewhere(owner: dict[str, object]) -> bool:
    return bool(owner.get("host")) and owner["host"] != socket.gethostname()


def _running(owner: dict[str, object]) -> Finding:
    return finding(BUILD_RUNNING, Location(f".council/{NAME}"), host=owner.get("host", "?"), pid=owner.get("pid", "?"))


def _write(stream: IO[bytes], content: bytes) -> None:
    stream.seek(0)
    stream.truncate()
    stream.write(content)
    stream.flush()


if sys.platform == "win32":
    import msvcrt

    def _try_lock(stream: IO[bytes]) -> bool:
        stream.seek(_BEYOND)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(stream: IO[bytes]) -> None:
        stream.seek(_BEYOND)
        with contextlib.suppress(OSError):
            msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(stream: IO[bytes]) -> bool:
        try:
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: what the file says must do
            return not _is_alive(_owner(Path(stream.name)))
        return True

    def _unlock(stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError):
            fcntl.flock(stream.fileno(), fcntl.LOCK_UN)

    def _is_alive(owner: dict[str, object]) -> bool:
        try:
            os.kill(int(str(owner.get("pid", ""))), 0)
        except PermissionError:
            return True
        except (ValueError, OSError):
            return False
        return True
