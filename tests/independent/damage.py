"""Ways in which what lies in the private folder `.council` may be damaged; each damages one file and says which."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

BLOCK = 512
Damage = Callable[[Path, random.Random], None]


def cut(path: Path, chance: random.Random) -> None:
    """Leave the beginning only."""
    content = path.read_bytes()
    path.write_bytes(content[: chance.randrange(max(len(content), 1))])


def emptied(path: Path, _: random.Random) -> None:
    """Leave nothing in it."""
    path.write_bytes(b"")


def flipped(path: Path, chance: random.Random) -> None:
    """Change one bit."""
    content = bytearray(path.read_bytes() or b"\0")
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def zeroed(path: Path, chance: random.Random) -> None:
    """Let a block of the disk be zeros."""
    content = bytearray(path.read_bytes())
    start = chance.randrange(max(len(content) - BLOCK, 1))
    content[start : start + BLOCK] = bytes(min(BLOCK, len(content) - start))
    path.write_bytes(content)


def swapped(path: Path, chance: random.Random) -> None:
    """Exchange it with another of its kind; a kind of which there is but one is cut."""
    others = sorted(other for other in path.parent.iterdir() if other != path and other.is_file())
    if not others:
        cut(path, chance)
        return
    other = chance.choice(others)
    mine, theirs = path.read_bytes(), other.read_bytes()
    path.write_bytes(theirs)
    other.write_bytes(mine)


def of_another_version(path: Path, _: random.Random) -> None:
    """Let an older program have written it."""
    content = path.read_bytes()
    written = re.sub(rb"council-cache-\d+", b"council-cache-0", content, count=1)
    written = re.sub(rb'"version":\d+', b'"version":0', written, count=1)
    path.write_bytes(written if written != content else b"council-cache-0\n" + content)


def a_folder(path: Path, _: random.Random) -> None:
    """Put a folder in its place, which nobody can read as a file."""
    path.unlink()
    path.mkdir()
    (path / "desktop.ini").write_bytes(b"")


def foreign(path: Path, chance: random.Random) -> None:
    """Let another program have written it."""
    path.write_bytes(b"PK\x03\x04" + chance.randbytes(200))


WAYS: Mapping[str, Damage] = {
    "cut": cut,
    "emptied": emptied,
    "one bit flipped": flipped,
    "512 bytes zeroed": zeroed,
    "two entries exchanged": swapped,
    "of another version": of_another_version,
    "a folder in its place": a_folder,
    "foreign": foreign,
}


OPENED = "cache/outputs"
"""A kind that every build opens: what the outputs were made of."""


@dataclass(frozen=True)
class Case:
    """One thing to damage: the kind of file, and how."""

    kind: str
    way: str


def kinds(root: Path) -> dict[str, list[Path]]:
    """Return the files below `.council` by kind: the folder they lie in, without names made of hashes."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((root / ".council").rglob("*")):
        if path.is_file():
            found[_kind(*path.relative_to(root / ".council").parts)].append(path)
    return dict(found)


def _kind(*parts: str) -> str:
    match parts:
        case "cache", kind, _:
            return f"cache/{kind}"
        case "published", _, name:
            return f"published/{name}"
        case _:
            return "/".join(parts)


def cases(root: Path, number: int, chance: random.Random) -> list[Case]:
    """Return so many cases: what every build opens in every way, then each kind in each way in turn, then again."""
    every = [Case(kind, way) for kind, way in product(kinds(root), WAYS)]
    chance.shuffle(every)
    first = [Case(OPENED, way) for way in WAYS]
    return (first + every * (number // len(every) + 1))[:number]


def damage(root: Path, case: Case, chance: random.Random) -> None:
    """Damage one file of a kind."""
    WAYS[case.way](chance.choice(kinds(root)[case.kind]), chance)
