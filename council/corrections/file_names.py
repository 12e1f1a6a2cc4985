"""Files and folders whose own names hold withdrawn words, called by names that tell nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from council.corrections.traces import trace
from council.corrections.withdrawn import Withdrawn, holds
from council.text.blocks import MarkKind

_FOLDERS_OF_SESSIONS = "minutes_src"


class FileNames:
    """What each path is called; every path keeps its own name, but for the parts that hold withdrawn words."""

    def __init__(self, withdrawn: Sequence[Withdrawn], paths: Iterable[str]) -> None:
        """Name the paths that are known; one that comes later gets a name as well."""
        self._withdrawn = tuple(withdrawn)
        self._names: dict[str, str] = {"": ""}
        self._renamed: dict[str, bool] = {}
        self._given: set[str] = set()
        for path in sorted(set(paths)):
            self.of(path)

    def of(self, path: str) -> str:
        """Return what a file or folder is called."""
        known = self._names.get(path)
        if known is None:
            folder, _, own = path.rpartition("/")
            above = f"{self.of(folder)}/" if folder else ""
            is_own = holds(self._withdrawn, own)
            known = self._neutral(above, own) if is_own else above + own
            self._names[path] = known
            if known != path:
                self._renamed[path] = is_own
            self._given.add(known)
        return known

    def of_folder(self, folder: str) -> str:
        """Return what a session's folder below `minutes_src` is called."""
        return self.of(f"{_FOLDERS_OF_SESSIONS}/{folder}").partition("/")[2] if folder else ""

    def in_text(self, text: str) -> str:
        """Return a text in which paths are called by their names."""
        for path in sorted(self._renamed, key=len, reverse=True):
            text = text.replace(path, self._names[path])
        return text

    def told_otherwise(self) -> tuple[str, ...]:
        """Return the names that stand for names which hold the words."""
        return tuple(self._names[path] for path, is_own in self._renamed.items() if is_own)

    def _neutral(self, above: str, own: str) -> str:
        """Return a name that tells of the kind of file only, and is nobody else's."""
        ending = PurePosixPath(own).suffix if not holds(self._withdrawn, PurePosixPath(own).suffix) else ""
        number, marked = 1, trace(MarkKind.WITHHELD, own)
        while (name := f"{above}{marked}{number if number > 1 else ''}{ending}") in self._given:
            number += 1
        return name
