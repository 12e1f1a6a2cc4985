"""Texts that are slow to take out of a file, kept in the private cache by the SHA-256 of its bytes."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

_VERSION = 1


class KeptTexts:
    """A folder of texts; one that is damaged or gone is made again. Nothing is kept without a folder."""

    def __init__(self, folder: Path | None) -> None:
        """Keep texts in ``folder``, which need not be there yet."""
        self._folder = folder
        self._used: set[str] = set()

    def of(self, data: bytes, way: str, take: Callable[[], Iterable[str]]) -> tuple[str, ...]:
        """Return the texts of some bytes, taken out in this way now or in an earlier run."""
        if self._folder is None:
            return tuple(take())
        file = self._folder / f"{sha256(data).hexdigest()}-{way}.json"
        self._used.add(file.name)
        texts = _read(file)
        if texts is None:
            texts = tuple(take())
            _write(file, texts)
        return texts

    def tidy(self) -> None:
        """Remove what this run did not need."""
        if self._folder and self._folder.is_dir():
            for file in self._folder.iterdir():
                if file.name not in self._used:
                    with contextlib.suppress(OSError):
                        file.unlink()


def _read(file: Path) -> tuple[str, ...] | None:
    try:
        stored = json.loads(file.read_bytes())
        return tuple(map(str, stored["texts"])) if stored["version"] == _VERSION else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(file: Path, texts: tuple[str, ...]) -> None:
    """Keep texts if that is possible; a full disk makes the next run slower, no more."""
    part = file.with_name(f"{file.name}.part")
    stored = json.dumps({"version": _VERSION, "texts": texts}, ensure_ascii=True)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(stored, "ascii")
        part.replace(file)
