"""The invented city's facts, read from the tables beside this file: sessions, sittings, bills, decisions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from people import Member, chair_on, members_on, rows, seats


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


@cache
def bills() -> dict[str, Bill]:
    """Return all bills by number, in the order of their introduction."""
    return {row["number"]: Bill(**row) for row in rows("bills")}


def bills_of(session: str, *kinds: str) -> tuple[Bill, ...]:
    """Return a session's bills of these kinds."""
    return tuple(bill for bill in bills().values() if bill.session == session and bill.kind in kinds)


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
            seats(row["no"]),
            seats(row["left"]),
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
            seats(row["absent"]),
            seats(row["late"]),
            seats(row["left"]),
            seats(row["signers"]),
            row["closing"],
        )
        for row in rows("sittings")
    )


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
