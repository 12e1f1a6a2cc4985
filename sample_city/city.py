"""The invented city's facts, read from the tables beside this file: people, officers, bills, decisions, sittings."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
COUNCIL = "汐路市議会"
WEEKDAYS = "月火水木金土日"
GROUPS = ("しおじ創生会", "市民フォーラム", "汐和会", "くらしの会", "みなとの風")
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


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill, petition or report; ``explained_by`` is an office, or the seat of the member who introduces it."""

    number: str
    title: str
    session: str
    proposer: str
    referred: str
    explained_by: str

    @property
    def kind(self) -> str:
        """The words before the number (議案, 請願 …)."""
        return self.number.split("第", 1)[0]

    @property
    def counted(self) -> int:
        """The number itself."""
        return int(re.sub(r"\D", "", self.number))


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: ``no`` and ``left`` are seats; ``note`` says two-thirds, tie, report, or ``excused:SEAT``."""

    date: dt.date
    bill: Bill
    aspect: str
    method: str
    result: str
    no: tuple[int, ...]
    left: tuple[int, ...]
    note: str

    @property
    def recorded(self) -> bool:
        """Whether the votes of single members are recorded."""
        return bool(self.no or self.note.startswith("excused"))


@dataclass(frozen=True, slots=True)
class Sitting:
    """A plenary sitting; ``absent`` … are seats."""

    date: dt.date
    session: str
    number: int
    absent: tuple[int, ...]
    late: tuple[int, ...]
    left: tuple[int, ...]
    signers: tuple[int, ...]
    closing: str


@dataclass(frozen=True, slots=True)
class Session:
    """A session: its key in the tables, kind, number, month as Handa prints it, and period."""

    key: str
    kind: str
    number: int
    month: int
    start: dt.date
    end: dt.date
    status: str

    @property
    def folder(self) -> str:
        """The name of its folder."""
        return f"令和8年第{self.number}回{self.kind}"


SESSIONS = {
    one.key: one
    for one in (
        Session("1t", "定例会", 1, 3, dt.date(2026, 2, 24), dt.date(2026, 3, 19), "確定版"),
        Session("1r", "臨時会", 1, 5, dt.date(2026, 5, 15), dt.date(2026, 5, 15), "確定版"),
        Session("2t", "定例会", 2, 6, dt.date(2026, 6, 9), dt.date(2026, 6, 26), "確定版"),
        Session("3t", "定例会", 3, 9, dt.date(2026, 9, 1), dt.date(2026, 9, 25), "校正中"),
        Session("4t", "定例会", 4, 12, dt.date(2026, 12, 1), dt.date(2026, 12, 18), ""),
    )
}


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


@cache
def bills() -> dict[str, Bill]:
    """Return all bills by number, in the order of their introduction."""
    return {row["number"]: Bill(**row) for row in rows("bills")}


def bills_of(session: str, *kinds: str) -> tuple[Bill, ...]:
    """Return a session's bills of these kinds."""
    return tuple(bill for bill in bills().values() if bill.session == session and bill.kind in kinds)


def _seats(text: str) -> tuple[int, ...]:
    return tuple(int(seat) for seat in text.split(";") if seat)


@cache
def decisions() -> tuple[Decision, ...]:
    """Return all decisions in order."""
    return tuple(
        Decision(
            dt.date.fromisoformat(row["date"]),
            bills()[row["number"]],
            row["aspect"],
            row["method"],
            row["result"],
            _seats(row["no"]),
            _seats(row["left"]),
            row["note"],
        )
        for row in rows("decisions")
    )


@cache
def sittings() -> tuple[Sitting, ...]:
    """Return the plenary sittings in order."""
    return tuple(
        Sitting(
            dt.date.fromisoformat(row["date"]),
            row["session"],
            int(row["number"]),
            *(_seats(row[name]) for name in ("absent", "late", "left", "signers")),
            row["closing"],
        )
        for row in rows("sittings")
    )


def speakers(unit: str) -> tuple[int, ...]:
    """Return the seats of those who speak in a unit of debate, in order."""
    return next(_seats(row["speakers"]) for row in rows("speakers") if row["unit"] == unit)


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


def options(decision: Decision) -> Iterator[tuple[Member, str]]:
    """Yield every member with the symbol of the vote: ○ × 欠 退 除 議."""
    absent = next(one.absent for one in sittings() if one.date == decision.date)
    for seat, member in members_on(decision.date).items():
        yield member, _symbol(decision, seat, absent)


def _symbol(decision: Decision, seat: int, absent: tuple[int, ...]) -> str:
    if seat in absent:
        return "欠"
    if seat == chair_on(decision.date) and not decision.note.startswith(("two-thirds", "tie")):
        return "議"
    if decision.note == f"excused:{seat}":
        return "除"
    if seat in decision.left:
        return "退"
    return "×" if seat in decision.no else "○"
