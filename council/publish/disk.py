"""The few things done to files while publishing, each whole or not at all, patient with whoever holds a file."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

PART = ".council-part"
"""Ending of a file that is being copied; it never bears the name of a page."""

_BUSY_ON_WINDOWS = (5, 32, 33, 145)  # refused, in use, locked, folder not empty: scanners and sync let go after a while
_FIRST_WAIT, _LONGEST = 0.05, 10.0
_MANY = 50
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EXDEV, errno.EMLINK, errno.EINVAL, errno.ENOSYS, errno.EACCES)


def place(source: Path | str, target: Path | str) -> None:
    """Put a file in the place of another in one step; a reader sees the old one or the new one, whole."""
    try:
        _patiently(lambda: _replace(source, target))
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _place_across(Path(source), Path(target))


def _replace(source: Path | str, target: Path | str) -> None:
    """Rename a file; the folder is made where it is missing, which is seldom."""
    try:
        os.replace(source, target)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        os.replace(source, target)


def _place_across(source: Path, target: Path) -> None:
    part = target.with_name(target.name + PART)
    shutil.copyfile(source, part)
    sync([part])
    _patiently(lambda: part.replace(target))
    source.unlink()


def place_whole(source: Path, target: Path) -> bool:
    """Put a folder where nothing is, in one step; say whether that was possible, else nothing has changed."""
    if os.path.lexists(target):
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _patiently(lambda: source.replace(target))
    except OSError:
        return False
    sync_folders([target.parent])
    return True


def keep_copy(source: str, target: str) -> None:
    """Give a file a second name in a folder that is there, or copy it where the file system knows no second names."""
    try:
        os.link(source, target)
    except FileExistsError:
        os.unlink(target)
        keep_copy(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS and getattr(error, "winerror", None) is None:
            raise
        shutil.copy2(source, target)


def remove(root: Path, uri: str) -> None:
    """Remove a file below ``root``, and the folders there that are empty without it."""
    with contextlib.suppress(FileNotFoundError):
        _patiently(lambda: os.unlink(f"{root}/{uri}"))
    with contextlib.suppress(OSError):
        while uri := uri.rpartition("/")[0]:
            os.rmdir(f"{root}/{uri}")


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file in one step, on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + PART)
    with part.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if path.is_dir():
        clear(path)
    _patiently(lambda: part.replace(path))
    sync_folders([path.parent])


def sync(paths: Iterable[Path]) -> None:
    """Have files on the disk; many at once where the system can do that."""
    files = list(paths)
    if len(files) > _MANY and hasattr(os, "sync"):
        os.sync()
        return
    for path in files:
        with path.open("rb+") as stream:
            os.fsync(stream.fileno())


def sync_folders(folders: Iterable[Path]) -> None:
    """Have the names in folders on the disk, where the system lets one ask for it."""
    if os.name == "nt":
        return
    for folder in set(folders):
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def clear(folder: Path) -> None:
    """Remove a folder of ours with all it holds, if it is there."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.is_dir():
        _patiently(lambda: shutil.rmtree(folder))


def stamp(path: Path | str) -> tuple[int, int] | None:
    """Return size and time of a file, by which one sees that nobody touched it; none if it is not there."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


@contextlib.contextmanager
def looking_below(folder: Path) -> Iterator[Callable[[str], os.stat_result]]:
    """Yield what returns the status of a file by its address below a folder; OSError where there is none.

    The folder is looked up once, not again for each of its ten thousand files.
    """
    if os.stat not in os.supports_dir_fd:
        yield lambda uri: os.lstat(f"{folder}/{uri}")
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield partial(os.stat, dir_fd=handle, follow_symlinks=False)
    finally:
        os.close(handle)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        checksum = sha256()
        while block := stream.read(1 << 20):
            checksum.update(block)
    return checksum.hexdigest()


def _patiently(action: Callable[[], T]) -> T:
    wait, waited = _FIRST_WAIT, 0.0
    while True:
        try:
            return action()
        except OSError as error:
            if not _is_busy(error) or waited >= _LONGEST:
                raise
        time.sleep(wait)
        waited, wait = waited + wait, min(wait * 2, _LONGEST - waited)


def _is_busy(error: OSError) -> bool:
    return getattr(error, "winerror", None) in _BUSY_ON_WINDOWS or error.errno in (errno.EBUSY, errno.ETXTBSY)
