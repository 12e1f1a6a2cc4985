"""One year of the index as a folder: Whoosh's files, `lists.bin`, `blocks.json`, and last `complete.json` with checksums.

Of the newest year each month is a folder, of its newest month each day: one more sitting is nearly always the newest, so
that little is indexed again for it.

A folder's name holds the hash of all that the year is made of, so that it is either right or not there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct
from msgspec.structs import astuple

from council.cache import key_of, made_by
from council.search.documents import UNDATED, Block, Heading
from council.search.folding import FOLDING_HASH
from council.search.gathering import Speaker

LISTS, BLOCKS, COMPLETE = "lists.bin", "blocks.json", "complete.json"

_STEP = 1 << 20
_YEAR, _MONTH = len("2025"), len("2025-12")


class Row(Struct, frozen=True):
    """A block in the index: the number of its first document within the year, and how many documents it has."""

    heading: Heading
    base: int
    count: int


class Year(Struct, frozen=True):
    """A year that is indexed, or a month or day. ``size`` is how many numbers it takes; places of documents are counted within it."""

    year: str
    folder: Path
    rows: tuple[Row, ...]
    speakers: tuple[Speaker, ...]
    size: int

    @property
    def lists(self) -> Path:
        """The year's posting lists."""
        return self.folder / LISTS

    @property
    def count(self) -> int:
        """How many documents the year has."""
        return sum(row.count for row in self.rows)


Placed = tuple[int, Year]
"""A year, after the number of its first document in the whole archive."""


class Index(Struct, frozen=True):
    """The years in use, ascending; ``key`` tells what all of them are made of."""

    years: tuple[Year, ...]
    key: str

    @property
    def bases(self) -> tuple[int, ...]:
        """The number of each year's first document in the whole archive."""
        found, base = [], 0
        for year in self.years:
            found.append(base)
            base += year.size
        return tuple(found)


def key_of_blocks(blocks: Iterable[Block]) -> str:
    """Return what tells documents, and the way they are indexed, from any others."""
    return key_of(made_by(), FOLDING_HASH, _whoosh(), *(block.made_of for block in blocks))


def by_year(blocks: Iterable[Block]) -> dict[str, list[Block]]:
    """Return blocks by the year in which they are indexed, in their order; of the newest one by month, then by day."""
    held = list(blocks)
    newest = max((block.heading.date for block in held), default="")
    found: dict[str, list[Block]] = {}
    for block in held:
        found.setdefault(_name(block.heading.date, newest), []).append(block)
    return found


def _name(date: str, newest: str) -> str:
    """Return the name of the year, or month or day, to which a day belongs."""
    if date[:_YEAR] != newest[:_YEAR]:
        return date[:_YEAR] or UNDATED
    return (date if date[:_MONTH] == newest[:_MONTH] else date[:_MONTH]) or UNDATED


def write_table(folder: Path, rows: Sequence[Row], speakers: Iterable[Speaker], size: int) -> None:
    """Write the table of a year's blocks and speakers."""
    told = {
        "size": size,
        "blocks": [[*astuple(row.heading), row.base, row.count] for row in rows],
        "speakers": [astuple(one) for one in speakers],
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    (folder / BLOCKS).write_text(text, encoding="utf-8", newline="\n")


def read_year(folder: Path, year: str) -> Year:
    """Return a year from its folder; ValueError or OSError where its table cannot be read."""
    try:
        told = json.loads((folder / BLOCKS).read_text(encoding="utf-8"))
        rows = tuple(Row(Heading(*heading), base, count) for *heading, base, count in told["blocks"])
        return Year(year, folder, rows, tuple(Speaker(*one) for one in told["speakers"]), told["size"])
    except (KeyError, TypeError) as error:
        raise ValueError(folder.name) from error


def seal(folder: Path) -> None:
    """Write down what every file of a finished folder holds; done last."""
    files = {path.name: _sum(path) for path in sorted(folder.iterdir()) if path.name != COMPLETE}
    (folder / COMPLETE).write_text(json.dumps(files), encoding="utf-8", newline="\n")


def is_whole(folder: Path, names: Collection[str] = ()) -> bool:
    """Say whether a folder is finished and its files are as they were written; ``names``: only these are read."""
    try:
        told = json.loads((folder / COMPLETE).read_text(encoding="utf-8"))
        there = {path.name for path in folder.iterdir()} - {COMPLETE}
        return there == set(told) and all(_sum(folder / name) == told[name] for name in names or told)
    except (OSError, ValueError, TypeError, KeyError):
        return False


@cache
def _whoosh() -> str:
    """Return the version of Whoosh without importing it."""
    try:
        return version("whoosh-reloaded")
    except PackageNotFoundError:  # one of its namesakes is installed in its place
        return "another"


def _sum(path: Path) -> str:
    found = hashlib.blake2b(digest_size=16)
    with path.open("rb") as stream:
        while step := stream.read(_STEP):
            found.update(step)
    return found.hexdigest()
