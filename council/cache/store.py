"""A folder of entries by kind and key, each with its checksum; what is damaged is as good as not there."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from msgspec import Struct, field

from council.cache.packing import NotPackedError, pack, unpack

_MARK = b"council-cache-4\n"
_SIZE = 12
_HEAD = len(_MARK) + _SIZE


T = TypeVar("T")


class Store(Struct):
    """Entries below ``folder``; without one they are kept in memory, for this run only.

    ``fresh``: nothing that an earlier run kept is believed. ``damaged`` counts entries that were found and not
    believed. Names of kinds and keys are our own: letters, digits and hyphens.
    """

    folder: Path | None = None
    fresh: bool = False
    damaged: int = 0
    _used: dict[str, set[str]] = field(default_factory=dict)
    _complete: set[str] = field(default_factory=set)
    _held: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def get(self, kind: str, key: str) -> bytes | None:
        """Return what is kept under a key; none if it is not there, damaged, or not to be believed."""
        known = key in self._used.setdefault(kind, set())
        self._used[kind].add(key)
        if self.folder is None or (kind, key) in self._held:
            return self._held.get((kind, key))
        if self.fresh and not known:
            return None
        try:
            with open(f"{self.folder}/{kind}/{key}", "rb", buffering=0) as file:
                head, content = file.read(_HEAD), file.read()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            head, content = b"", b""
        sound = head == _MARK + _sum(kind, key, content)
        self.damaged += not sound
        return content if sound else None

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Keep something; where nothing can be written, it is kept in memory for this run."""
        self._used.setdefault(kind, set()).add(key)
        if self.folder is None:
            self._held[kind, key] = content
            return
        try:
            _keep(f"{self.folder}/{kind}", key, (_MARK, _sum(kind, key, content), content))
        except OSError:
            self._held[kind, key] = content

    def record(self, kind: str, key: str, of: type[T]) -> T | None:
        """Return the record of a class kept under a key; none if it is not there, and one that is no such record is damaged."""
        stored = self.get(kind, key)
        if stored is None:
            return None
        with contextlib.suppress(NotPackedError):
            found = unpack(stored)
            if isinstance(found, of):
                return found
        self.damaged += 1
        return None

    def value(self, kind: str, key: str, make: Callable[[], object]) -> Any:  # noqa: ANN401 - what was kept
        """Return the record kept under a key, made and kept if it is not there."""
        stored = self.get(kind, key)
        if stored is not None:
            try:
                return unpack(stored)
            except NotPackedError:
                self.damaged += 1
        made = make()
        self.put(kind, key, pack(made))
        return made

    def has(self, kind: str, key: str) -> bool:
        """Say whether something lies under a key, without looking whether it is whole."""
        if self.folder is None or (kind, key) in self._held:
            return (kind, key) in self._held
        known = key in self._used.setdefault(kind, set())
        self._used[kind].add(key)
        return (known or not self.fresh) and os.path.isfile(f"{self.folder}/{kind}/{key}")

    def lying(self, kind: str) -> set[str]:
        """Return the keys under which something lies, as `has` says it of each."""
        lying = {key for of, key in self._held if of == kind}
        with contextlib.suppress(OSError):
            entries = os.scandir(f"{self.folder}/{kind}") if self.folder else ()
            known = self._used.get(kind, set())
            lying.update(one.name for one in entries if one.is_file() and (one.name in known or not self.fresh))
        return lying

    def use(self, kind: str, key: str) -> None:
        """Say that an entry is still of use, without looking for it."""
        self._used.setdefault(kind, set()).add(key)

    def complete(self, *kinds: str) -> None:
        """Say that everything of these kinds that is still of use has been asked for or put in."""
        self._complete.update(kinds)

    def tidy(self) -> None:
        """Throw away what is of no use any more of the kinds that are complete."""
        for kind in self._complete if self.folder else ():
            used = self._used.get(kind, set())
            with contextlib.suppress(OSError):
                for name in set(os.listdir(f"{self.folder}/{kind}")) - used:
                    os.unlink(f"{self.folder}/{kind}/{name}")


def _keep(folder: str, key: str, parts: Collection[bytes]) -> None:
    """Write an entry; the folder is made where it is missing, which is seldom."""
    try:
        _write(folder, key, parts)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
        _write(folder, key, parts)


def _write(folder: str, key: str, parts: Iterable[bytes]) -> None:
    """Write an entry in one step, also where a folder lies in its place."""
    path, part = f"{folder}/{key}", f"{folder}/{key}.{os.getpid()}.part"
    with open(part, "wb") as file:
        file.writelines(parts)
    try:
        os.replace(part, path)
    except OSError:
        if not os.path.isdir(path):
            raise
        shutil.rmtree(path)
        os.replace(part, path)


def _sum(kind: str, key: str, content: bytes) -> bytes:
    """Return the length and the checksum of an entry; one that lies under another's name is as good as damaged.

    A CRC-32 finds what disks and cut-off copies do to files, in a quarter of the time of a SHA-256; nothing here keeps
    out somebody who may write into the folder.
    """
    return len(content).to_bytes(8, "little") + crc32(content, crc32(f"{kind}/{key}".encode())).to_bytes(4, "little")
