"""An archive as the search gets it: one file a sitting with what was said there, and who and when in two more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

DAYS, MEMBERS = "days.json", "members.json"
_CHANGE = "一か所だけ、字句を訂正いたします。"


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody said; ``person`` is the id of a member, empty for others."""

    id: str
    name: str
    role: str
    person: str
    group: str
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """One sitting; what was said there is in the file of the same key."""

    key: str
    date: str
    session_id: str
    session: str
    body: str

    @property
    def title(self) -> str:
        """The sitting as a reader names it."""
        return f"{self.session} {self.body}"

    @property
    def page(self) -> str:
        """The address of its minutes below the site's root."""
        return f"meetings/{self.key}.html"

    def url(self, speech: Speech) -> str:
        """Return the address of a speech below the site's root."""
        return f"{self.page}#{speech.id}"


class Member(NamedTuple):
    """Somebody with a seat in the council."""

    id: str
    name: str
    reading: str
    group: str


def members_of(folder: Path) -> list[Member]:
    """Return everybody who had a seat."""
    return [Member(*row) for row in json.loads((folder / MEMBERS).read_text(encoding="utf-8"))]


def groupidentifier(name: str) -> str:
    """Return the id of a parliamentary group."""
    return identifier("g", name)


def days_of(folder: Path) -> list[Day]:
    """Return all sittings in order of time."""
    return [Day(**told) for told in json.loads((folder / DAYS).read_text(encoding="utf-8"))]


def path_of(folder: Path, day: Day) -> Path:
    """Return the file with what was said in a sitting."""
    return folder / f"{day.key}.json"


def read_speeches(path: Path) -> list[Speech]:
    """Return what was said in a sitting."""
    return [Speech(**told) for told in json.loads(path.read_text(encoding="utf-8"))]


def texts_of(folder: Path) -> Iterator[tuple[Day, Speech]]:
    """Yield everything that was said, one sitting in memory at a time."""
    for day in days_of(folder):
        yield from ((day, speech) for speech in read_speeches(path_of(folder, day)))


def change_one(folder: Path) -> None:
    """Add a sentence to a speech in the middle of the newest sitting."""
    path = path_of(folder, days_of(folder)[-1])
    told = [asdict(one) for one in read_speeches(path)]
    told[len(told) // 2]["text"] += _CHANGE
    write(path, told)


def write(path: Path, told: object) -> None:
    """Write what `members_of`, `days_of` or `read_speeches` reads."""
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8", newline="\n")


def identifier(kind: str, name: str) -> str:
    """Return an id that a name has always."""
    return f"{kind}-{blake2b(name.encode(), digest_size=4).hexdigest()}"
