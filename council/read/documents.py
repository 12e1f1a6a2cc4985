"""What the readers return: a Word document, a grid of cells, a YAML tree, each with its places."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from council.location import Location
from council.text.blocks import Block


class WordDocument(Struct, frozen=True):
    """A Word file's visible text as blocks. ``path`` is relative to the project, ``sha256`` of the file's bytes."""

    path: str
    sha256: str
    blocks: tuple[Block, ...]


class GridRow(Struct, frozen=True):
    """One row as Excel shows it: ``line`` counts rows, not physical lines; cells are text, stripped of nothing."""

    line: int
    cells: tuple[str, ...]


class Grid(Struct, frozen=True):
    """A table file (or one sheet of a workbook). Rows may differ in width; the parser says what that means.

    ``encoding`` is ``utf-8``, ``utf-8-sig``, ``utf-16``, ``cp932`` or ``xlsx``. ``alone`` is True for a workbook's
    only sheet, whose name no place needs.
    """

    path: str
    rows: tuple[GridRow, ...]
    encoding: str
    sheet: str = ""
    alone: bool = False

    @property
    def place(self) -> Location:
        """The place of the whole grid."""
        return _place(self.path, "" if self.alone else self.sheet)

    def at(self, line: int, column: int | None = None) -> Location:
        """Return the place of a cell (both from 1)."""
        return _place(self.path, "" if self.alone else self.sheet, line, column)


@lru_cache(maxsize=1 << 12)
def _place(path: str, sheet: str, line: int | None = None, column: int | None = None) -> Location:
    """Return one place for all that stands there: the name above a column belongs to each of its votes."""
    return Location(path, line, column, sheet=sheet)


class YamlScalar(Struct, frozen=True):
    """A scalar as written; nothing is resolved (``no`` stays ``no``, ``10:00`` stays ``10:00``)."""

    text: str
    location: Location


class YamlList(Struct, frozen=True):
    """A sequence."""

    items: tuple[YamlNode, ...]
    location: Location


class YamlMap(Struct, frozen=True):
    """A mapping with unique text keys, in order; each key with its own place."""

    entries: tuple[tuple[YamlScalar, YamlNode], ...]
    location: Location

    def get(self, key: str) -> YamlNode | None:
        """Return the value of ``key`` or None."""
        return next((value for name, value in self.entries if name.text == key), None)


YamlNode = YamlScalar | YamlList | YamlMap
