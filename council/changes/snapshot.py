"""The facts of one edition that the next build is compared with: small, private, and worth nothing by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from msgspec import Struct, field

from council.model.votes import Option, Role


class Ballot(Struct, frozen=True):
    """One person's vote; without an option it is kept back (確認中)."""

    option: Option | None
    role: Role = Role.MEMBER


@cache
def ballot(option: Option | None, role: Role = Role.MEMBER) -> Ballot:
    """Return the one ballot of its sort: a record holds some ten thousand of a handful of sorts."""
    return Ballot(option, role)


class Decision(Struct, frozen=True):
    """One decision: its name, its result, the vote of each person by id.

    ``unplaced`` counts votes that are kept back and of which it is not known whose they are.
    """

    label: str
    result: str
    votes: Mapping[str, Ballot] = field(default_factory=dict)
    unplaced: int = 0


class Bill(Struct, frozen=True):
    """One bill: what it is called in short (its number), and its title."""

    label: str
    title: str


class Minutes(Struct, frozen=True):
    """One sitting's minutes: a fingerprint of all of it, and of each speech by its id."""

    whole: str
    speeches: Mapping[str, str] = field(default_factory=dict)


class Paper(Struct, frozen=True):
    """One paper: a fingerprint and its title; ``withheld`` where only its place is shown."""

    sha: str
    title: str
    withheld: bool = False


class PageState(NamedTuple):
    """One page: a fingerprint and its title, empty where it is not known; a tuple, because there are ten thousand."""

    sha: str
    title: str = ""


class PacketState(Struct, frozen=True):
    """One packet: a fingerprint, its title and revision, and at which page each paper begins, by the papers' ids."""

    sha: str
    title: str
    revision: int = 0
    starts: Mapping[str, str] = field(default_factory=dict)


class Snapshot(Struct, frozen=True):
    """One edition by id or address; hashes stand for what is long.

    ``people`` are the names of each, the one that is shown first; ``withdrawals`` counts the corrections whose words
    must be told nowhere again.
    """

    edition: str
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    minutes: Mapping[str, Minutes] = field(default_factory=dict)
    materials: Mapping[str, Paper] = field(default_factory=dict)
    pages: Mapping[str, PageState] = field(default_factory=dict)
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bills: Mapping[str, Bill] = field(default_factory=dict)
    withdrawals: int = 0
    packets: Mapping[str, PacketState] = field(default_factory=dict)
