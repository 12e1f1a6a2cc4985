"""Which input file a correction means: 対象 as a clerk writes it."""

from __future__ import annotations

import posixpath
import unicodedata

from msgspec import Struct

from council.parse.find import Inputs


class TargetFiles(Struct, frozen=True):
    """The input files by what can be done about them; ``tables`` are those with cells or values."""

    minutes: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    materials: frozenset[str] = frozenset()

    @classmethod
    def of(cls, inputs: Inputs) -> TargetFiles:
        """Return the files of a project."""
        tables = (inputs.streams, inputs.synonyms, inputs.roster, *inputs.vote_tables, *inputs.second, *inputs.packets)
        return cls(
            frozenset(file.name for file in inputs.minutes),
            frozenset((*(file.name for file in tables if file), *(file.name for file in inputs.sessions))),
            frozenset(file.name for file in inputs.materials),
        )

    def named(self, written: str) -> str:
        """Return the one file that a path names, from the project's folder or its end alone; empty if it is not one."""
        found = self._ending_in(_plain(written))
        return found[0] if len(found) == 1 else ""

    def perhaps(self, written: str) -> tuple[str, ...]:
        """Return every file that a path may mean: those that end in it, else those of the same name."""
        wanted = _plain(written)
        return self._ending_in(wanted) or self._ending_in(wanted.rsplit("/", 1)[-1])

    def _ending_in(self, wanted: str) -> tuple[str, ...]:
        every = {path: _plain(path) for path in sorted((*self.minutes, *self.tables, *self.materials))}
        exact = tuple(path for path, plain in every.items() if plain == wanted)
        return exact or tuple(path for path, plain in every.items() if wanted and plain.endswith(f"/{wanted}"))


def _plain(path: str) -> str:
    folded = unicodedata.normalize("NFKC", path).strip().replace("\\", "/").replace("¥", "/").casefold()
    return posixpath.normpath(folded).strip("/") if folded.strip("/.") else ""
