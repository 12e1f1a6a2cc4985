"""One year of the index as a folder: Whoosh's files, `lists.bin`, `blocks.json`, and last `complete.json` with checksums.

A folder's name holds the hash of all that the year is made of, so that it is either right or not there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from council.cache import key_of, made_by
from council.search.documents import Block, Heading
from council.search.folding import FOLDING_HASH
from council.search.gathering import Speaker

LISTS, BLOCKS, COMPLETE = "lists.bin", "blocks.json", "complete.json"

_STEP = 1 << 20
_MANY_TIMES = 8
_BETWEEN = "-"  # in the name of a month and not in that of a year


@dataclass(frozen=True, slots=True)
class Row:
    """A block in the index: the number of its first document within the year, and how many documents it has."""

    heading: Heading
    base: int
    count: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year that is indexed, or a month of the newest one. ``size`` is how many numbers it takes; ``places`` of documents are counted within it."""

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


@dataclass(frozen=True, slots=True)
class Index:
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

    @property
    def layers(self) -> tuple[tuple[Placed, ...], ...]:
        """The years before the newest one, its months but the last, and that month: the later, the oftener it changes.

        All together where the newest year is no small part of them: a query asks every layer, and merging takes little.
        """
        placed = tuple(zip(self.bases, self.years, strict=True))
        months = tuple(one for one in placed if _BETWEEN in one[1].year)
        older = placed[: len(placed) - len(months)]
        is_small = months and lists_size(older) >= _MANY_TIMES * lists_size(months)
        layers = (older, months[:-1], months[-1:]) if is_small else (placed,)
        return tuple(layer for layer in layers if layer)


def lists_size(placed: Iterable[Placed]) -> int:
    """Return the bytes of the posting lists of some years."""
    return sum(year.lists.stat().st_size for _, year in placed)


def key_of_blocks(blocks: Iterable[Block]) -> str:
    """Return what tells documents, and the way they are indexed, from any others."""
    return key_of(made_by(), FOLDING_HASH, _whoosh(), *(block.made_of for block in blocks))


def by_year(blocks: Iterable[Block]) -> dict[str, list[Block]]:
    """Return blocks by the year in which they are indexed, in their order; the newest year month by month.

    One more sitting is nearly always of the newest year, so that little is indexed again for it.
    """
    held = list(blocks)
    newest = max((block.heading.year for block in held), default="")
    found: dict[str, list[Block]] = {}
    for block in held:
        heading = block.heading
        found.setdefault(heading.month if heading.year == newest else heading.year, []).append(block)
    return found


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
