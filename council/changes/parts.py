"""An edition's facts in parts, each as text: a part that is the same in two builds is neither read nor compared."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from council.changes.snapshot import Ballot, Bill, Decision, Minutes, Paper, Snapshot, ballot
from council.model.votes import Option, Role

DECISIONS, BILLS, MINUTES, MATERIALS = "decisions", "bills", "minutes", "materials"
"""Kinds of parts; the first three are followed by ``/`` and the session or the sitting that they are of."""


class Kept(Struct, frozen=True):
    """An edition's facts: ``known`` are people, pages and packets, which are always asked for; all else is text by name.

    What an older version kept is known as a whole and has no parts.
    """

    known: Snapshot
    parts: Mapping[str, bytes] = field(default_factory=dict)

    def only(self, names: Collection[str]) -> Snapshot:
        """Return what is known together with some of the parts.

        ValueError, KeyError, TypeError or AttributeError if they are not ours.
        """
        found = {name: json.loads(text) for name, text in self.parts.items() if name in names}
        if not found:
            return self.known
        return replace(
            self.known,
            decisions={key: _decision(*row) for one in _of(DECISIONS, found) for key, row in one.items()},
            bills={
                key: Bill(text_of(row[0]), text_of(row[1])) for one in _of(BILLS, found) for key, row in one.items()
            },
            minutes={
                name.partition("/")[2]: Minutes(text_of(row[0]), texts_of(row[1]))
                for name, row in found.items()
                if name.startswith(MINUTES)
            },
            materials={key: _paper(*row) for one in _of(MATERIALS, found) for key, row in one.items()},
        )


def differing(before: Kept, now: Kept) -> frozenset[str]:
    """Return the names of the parts that are not the same in both."""
    names = before.parts.keys() | now.parts.keys()
    return frozenset(name for name in names if before.parts.get(name) != now.parts.get(name))


def as_text(value: object) -> bytes:
    """Return what is kept of something, on one line."""
    with contextlib.suppress(UnicodeEncodeError):  # names of files need not be text
        return msgspec.json.encode(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


@cache
def as_word(option: Option | None, role: Role = Role.MEMBER) -> str:
    """Return how one sort of ballot is kept."""
    return f"{option or ''}/{role}"


def text_of(value: object) -> str:
    """Return a text; TypeError if it is none."""
    if not isinstance(value, str):
        raise TypeError
    return value


def texts_of(stored: Mapping[str, object]) -> dict[str, str]:
    """Return texts by name; TypeError if any is none."""
    if not set(map(type, stored.values())) <= {str}:
        raise TypeError
    return {**stored}  # type: ignore[dict-item]  # they are all text


def _of(kind: str, found: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [rows for name, rows in found.items() if name.partition("/")[0] == kind]


def _decision(label: object, result: object, votes: dict[str, str], unplaced: object) -> Decision:
    ballots = {person: _ballot(word) for person, word in votes.items()}
    return Decision(text_of(label), text_of(result), ballots, int(str(unplaced)))


@cache
def _ballot(word: str) -> Ballot:
    option, _, role = word.partition("/")
    return ballot(Option(option) if option else None, Role(role))


def _paper(sha: object, title: object, withheld: object) -> Paper:
    return Paper(text_of(sha), text_of(title), withheld is True)
