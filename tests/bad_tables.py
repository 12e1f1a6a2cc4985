"""Sound vote tables made by chance, and thirty ways to spoil one, each with what a clerk must then be told."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from drafts import day, decision, member, sitting
from msgspec.structs import replace

from council.location import Location
from council.model.events import AttendanceKind, AttendanceStatus
from council.parse.drafts import DraftAttendance, DraftMeeting, DraftMember

PATH = "votes/令和7年第4回定例会.csv"
AGAIN = "votes/second/令和7年第4回定例会.csv"
OTHER = "votes/別の人の控え.csv"
DAY = "令和7年12月19日"
FIELDS = ("議案番号", "件名", "議決日", "採決方法", "結果")
NAMES = ("髙橋 一郎", "鈴木 花子", "鈴木 次郎", "沢田 清", "澤田 勝", "佐藤 茂", "中村 光", "小林 直子")
CHAIR, ABSENT = "佐藤 茂", "中村 光"
TITLES = (
    "一般会計補正予算",
    "手数料条例の一部改正",
    "市道路線の認定",
    "工事請負契約の締結",
    "財産の取得",
    "指定管理者の指定",
)
TOP = 2  # line of the headings
FIRST = len(FIELDS) + 1  # column of the first member


@dataclass
class BadTable:
    """A table as rows of cells, with the roster and the minutes beside it; ``again`` and ``other`` are further tables."""

    rows: list[list[str]]
    meeting: DraftMeeting
    members: tuple[DraftMember, ...]
    again: list[list[str]] = field(default_factory=list)
    other: list[list[str]] = field(default_factory=list)

    @property
    def lines(self) -> range:
        """The lines of the bills, as Excel counts them."""
        return range(TOP + 1, TOP + 1 + len(TITLES))

    def cell(self, line: int, column: int) -> str:
        """Return a cell."""
        return self.rows[line - 1][column - 1]

    def write(self, line: int, column: int, text: str) -> str:
        """Write a cell and return what stood there."""
        before, self.rows[line - 1][column - 1] = self.cell(line, column), text
        return before

    def sides(self, line: int) -> list[int]:
        """Return the columns of those who said yes or no."""
        return [column for column in columns() if self.cell(line, column) in "○×"]


@dataclass(frozen=True)
class Expected:
    """What must be told: the rule, where, and the values that the message names; ``column`` None for a whole row."""

    code: str
    line: int
    column: int | None
    values: tuple[str, ...] = ()
    path: str = PATH


Spoil = Callable[[BadTable, random.Random], Expected]
WAYS: dict[str, Spoil] = {}


def way(spoil: Spoil) -> Spoil:
    """Keep a way to spoil a table under its name."""
    WAYS[spoil.__name__] = spoil
    return spoil


def chance_of(seed: str) -> random.Random:
    """Return the chance that makes the same tables each time."""
    return random.Random(seed)  # noqa: S311 - nothing secret hangs on it


def columns() -> range:
    """Return the members' columns."""
    return range(FIRST, FIRST + len(NAMES))


def column_of(name: str) -> int:
    """Return a member's column."""
    return FIRST + NAMES.index(name)


def sound_table(chance: random.Random) -> BadTable:
    """Make a table that agrees with the minutes of its sitting, the attendance list and the roster."""
    rows = [[f"令和7年第4回定例会\u3000賛否一覧 {DAY}"], [*FIELDS, *NAMES, "賛成", "反対"]]
    rows += [_row(place, chance) for place in range(1, len(TITLES) + 1)]
    rows.append(["○：賛成\u3000×：反対\u3000欠：欠席\u3000議：議長"])
    width = len(rows[1])
    rows = [row + [""] * (width - len(row)) for row in rows]
    return BadTable(rows, _meeting(rows[TOP : TOP + len(TITLES)]), tuple(_roster()))


def _row(place: int, chance: random.Random) -> list[str]:
    votes = {CHAIR: "議", ABSENT: "欠"}
    free = [name for name in NAMES if name not in votes]
    signs = ["○"] * chance.randint(4, 5)
    signs += ["×"] * (len(free) - len(signs))
    chance.shuffle(signs)
    votes |= dict(zip(free, signs, strict=True))
    counts = [str(signs.count("○")), str(signs.count("×"))]
    return [
        f"議案第{place}号",
        TITLES[place - 1],
        DAY,
        "起立採決",
        "原案可決",
        *(votes[name] for name in NAMES),
        *counts,
    ]


def _roster() -> Iterator[DraftMember]:
    readings = (
        "たかはし いちろう",
        "すずき はなこ",
        "すずき じろう",
        "さわだ きよし",
        "さわだ まさる",
        "さとう しげる",
        "なかむら ひかる",
        "こばやし なおこ",
    )
    for place, (name, reading) in enumerate(zip(NAMES, readings, strict=True), start=2):
        at = Location("votes/members.csv", place, 1)
        role = "議長" if name == CHAIR else ""
        yield member(name, reading, location=at, role=role, start_date=day("2023-05-01"))


def _meeting(rows: list[list[str]]) -> DraftMeeting:
    made = sitting("2025-12-19", decisions=tuple(_declared(row) for row in rows))
    attendance = tuple(
        DraftAttendance(
            name,
            AttendanceKind.MEMBER,
            AttendanceStatus.ABSENT if name == ABSENT else AttendanceStatus.PRESENT,
            Location(made.path, paragraph=place),
        )
        for place, name in enumerate(NAMES, start=3)
    )
    return replace(made, attendance=attendance)


def _declared(row: list[str]):
    figures = {"declared_yes": int(row[-2]), "declared_no": int(row[-1])}
    return decision(row[0], result="可決", method="起立採決", **figures)
