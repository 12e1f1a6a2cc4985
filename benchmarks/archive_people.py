"""Who sits in the council: an election every fourth year, one seat filled anew between two of them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from archive_calendar import COMMITTEES
from archive_shape import Shape, shares
from archive_words import sections

GROUPS = ("碧野創政会", "市政あおの", "みどりの風", "くらしの窓", "新緑クラブ")
OFFICES = ("市長", "副市長", "教育長", "総務部長", "企画部長", "市民福祉部長", "建設部長", "産業部長", "教育部長")
STAFF = ("議会事務局長", "議事課長", "書記")
_GROUP_WEIGHTS = (9, 6, 4, 3, 2)
_ELECTION, _CYCLE = 2007, 4
_BETWEEN = 2  # years after an election in which one seat changes hands


class Person(NamedTuple):
    """A person of the archive."""

    family: str
    given: str
    reading: str
    group: str = ""

    @property
    def name(self) -> str:
        """The name without a space."""
        return self.family + self.given

    @property
    def listed(self) -> str:
        """The name as lists print it, set to five characters."""
        return self.family + "\u3000" * max(5 - len(self.name), 1) + self.given


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which nobody's seat changes; ``end`` is None for the last."""

    start: dt.date
    end: dt.date | None
    seats: Mapping[int, Person]
    officers: Mapping[str, Person]

    @property
    def chair(self) -> int:
        """The seat of 議長."""
        return max(self.seats)

    def role(self, seat: int) -> str:
        """Return 議長, 副議長 or nothing."""
        return {self.chair: "議長", self.chair - 1: "副議長"}.get(seat, "")

    def committees(self, seat: int) -> tuple[str, ...]:
        """Return the committees of a seat."""
        standing, budget = COMMITTEES[:-1], COMMITTEES[-1]
        return (standing[seat % len(standing)], *([budget] if seat % 2 == 0 and seat != self.chair else []))

    def committee(self, name: str) -> list[int]:
        """Return the seats of a committee, its chair's first."""
        return [seat for seat in self.seats if name in self.committees(seat) and seat != self.chair]


@dataclass(frozen=True, slots=True)
class House:
    """All who served, by stretches in order of time."""

    stretches: tuple[Stretch, ...]

    def on(self, date: dt.date) -> Stretch:
        """Return the stretch a day is in."""
        return next(one for one in reversed(self.stretches) if one.start <= date)


def house_of(shape: Shape) -> House:
    """Return who held which seat when, everybody's name and reading different."""
    dice = shape.dice("people")
    names = _people(dice)
    first = dt.date((shape.first_year - _ELECTION) // _CYCLE * _CYCLE + _ELECTION, 5, 1)
    starts = [first, *_turnovers(shape)]
    seats = {seat: next(names) for seat in range(1, shape.members + 1)}
    newcomers, held = _newcomers(shape, starts[1:]), []
    officers = _officers(names)
    for start in starts:
        if start != first:
            if _is_election(start):
                seats, officers = _elected(dice, seats, names, newcomers[start]), _officers(names)
            else:
                seats = seats | {dice.randint(1, shape.members - 2): next(names) for _ in range(newcomers[start])}
        held.append((start, dict(sorted(seats.items())), officers))
    ends = [later[0] - dt.timedelta(days=1) for _, later in pairwise(held)]
    return House(tuple(Stretch(start, end, *rest) for (start, *rest), end in zip(held, [*ends, None], strict=True)))


def _is_election(date: dt.date) -> bool:
    return (date.year - _ELECTION) % _CYCLE == 0


def _turnovers(shape: Shape) -> Iterator[dt.date]:
    for year in range(shape.first_year, shape.first_year + shape.years):
        if (year - _ELECTION) % _BETWEEN == 0 and year > shape.first_year:
            yield dt.date(year, 5, 1)


def _newcomers(shape: Shape, dates: Sequence[dt.date]) -> dict[dt.date, int]:
    """Return how many come new on each date, so that ``shape.people`` served in all."""
    elections = [date for date in dates if _is_election(date)]
    wanted = max(shape.people - shape.members, 0)
    between = [date for date in dates if date not in elections][:wanted]
    by_election = shares(max(wanted - len(between), 0), len(elections)) if elections else []
    most = shape.members
    return (
        dict.fromkeys(dates, 0)
        | dict.fromkeys(between, 1)
        | {date: min(count, most) for date, count in zip(elections, by_election, strict=True)}
    )


def _elected(dice: random.Random, seats: Mapping[int, Person], names: Iterator[Person], new: int) -> dict[int, Person]:
    stay = dice.sample(sorted(seats.values()), len(seats) - new)
    members = [*(next(names) for _ in range(new)), *stay]  # who has served longer sits further back
    return dict(enumerate(members, 1))


def _officers(names: Iterator[Person]) -> dict[str, Person]:
    return {office: next(names) for office in (*OFFICES, *STAFF)}


def _people(dice: random.Random) -> Iterator[Person]:
    """Yield people in an order of chance."""
    pool = sections("names")
    pairs = [(family, given) for family in pool["family"] for given in pool["given"]]
    dice.shuffle(pairs)
    for family, given in pairs:
        (surname, first), (name, second) = family.split(), given.split()
        yield Person(surname, name, f"{first} {second}", dice.choices(GROUPS, _GROUP_WEIGHTS)[0])
