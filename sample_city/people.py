"""Who sits in the council and who works for the city, as of a day; who speaks in which text."""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
COUNCIL = "汐路市議会"
COMMITTEES = ("総務", "文教厚生", "建設産業")
ELECTION_DAY = dt.date(2026, 5, 15)  # the chairs and the committees change on this day


@dataclass(frozen=True, slots=True)
class Member:
    """A member as of one day."""

    seat: int
    name: str
    group: str
    committees: tuple[str, ...]

    @property
    def plain(self) -> str:
        """The name without the space between its parts, as minutes print it."""
        return self.name.replace(" ", "")


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table beside this file."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def date_of(text: str) -> dt.date | None:
    """Return the date of 令和8年3月31日 or 2026-03-31; None for nothing."""
    if match := re.fullmatch(r"令和(\d+)年(\d+)月(\d+)日", text):
        return dt.date(2018 + int(match[1]), int(match[2]), int(match[3]))
    return dt.date.fromisoformat(text) if text else None


def _serving(start: str, end: str, day: dt.date) -> bool:
    return (date_of(start) or dt.date.min) <= day <= (date_of(end) or dt.date.max)


@cache
def members_on(day: dt.date) -> dict[int, Member]:
    """Return the members in office on a day by seat."""
    return {
        int(row["議席"]): Member(int(row["議席"]), row["氏名"], row["会派"], tuple(row["委員会"].split(";")))
        for row in sorted(rows("people"), key=lambda row: int(row["議席"]))
        if _serving(row["就任日"], row["退任日"], day)
    }


@cache
def officers_on(day: dt.date) -> dict[str, str]:
    """Return the officers of a day: office → name without space."""
    return {
        row["職名"]: row["氏名"].replace(" ", "")
        for row in rows("officers")
        if _serving(row["就任日"], row["退任日"], day)
    }


def chair_on(day: dt.date) -> int:
    """Return the seat of the chair (議長)."""
    return 22 if day >= ELECTION_DAY else 20


def vice_chair_on(day: dt.date) -> int:
    """Return the seat of the vice-chair (副議長)."""
    return 15 if day >= ELECTION_DAY else 21


def committee_chair(committee: str, day: dt.date) -> int:
    """Return the seat of a committee's chair."""
    chairs = (11, 6, 14, 19) if day < ELECTION_DAY else (8, 12, 2, 14)
    return chairs[(*COMMITTEES, "議会運営").index(committee)]


def seats(text: str) -> tuple[int, ...]:
    """Return the seats of a cell: 3;10;18."""
    return tuple(int(seat) for seat in text.split(";") if seat)


def speakers(unit: str) -> tuple[int, ...]:
    """Return the seats of those who speak in a unit of debate, in order."""
    return next(seats(row["speakers"]) for row in rows("speakers") if row["unit"] == unit)
