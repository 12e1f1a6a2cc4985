"""Sessions and their sitting days: four regular sessions and a special one a year, on weekdays, one sitting a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from archive_shape import Shape, n, shares

PLENARY = "本会議"
COMMITTEES = ("総務委員会", "文教厚生委員会", "建設産業委員会", "予算決算委員会")
WEEKDAYS = "月火水木金土日"
REGULAR, SPECIAL = "定例会", "臨時会"
_STARTS = ((2, 20), (6, 1), (8, 28), (11, 25))
_SPECIAL_START = (5, 10)
_SPECIAL_FROM = 20  # sittings a year
_FEWEST = 3  # sittings of a regular session
_REIWA = dt.date(2019, 5, 1)
_OPEN_END = dt.timedelta(days=40)  # the last session is not over: a sitting may be added


class Part(StrEnum):
    """What a sitting day is for."""

    OPENING = "opening"
    QUESTIONS = "questions"
    COMMITTEE = "committee"
    DECISIONS = "decisions"
    ALL = "all"  # a special session, opened and decided in one day
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Day:
    """One sitting day; ``number`` is the plenary's in its session, 0 for a committee."""

    date: dt.date
    part: Part
    body: str = PLENARY
    number: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """One session with its days in order; ``end`` is the period's, which may lie after the last day."""

    year: int
    kind: str
    number: int
    days: tuple[Day, ...]
    end: dt.date

    @property
    def start(self) -> dt.date:
        """The first day."""
        return self.days[0].date

    @property
    def era_year(self) -> str:
        """令和７年, as minutes print it."""
        era, year = _era(self._called)
        return f"{era}{n(year) if year > 1 else '元'}年"

    @property
    def name(self) -> str:
        """令和7年第4回定例会, the name of its folder and its vote table."""
        era, year = _era(self._called)
        return f"{era}{year if year > 1 else '元'}年第{self.number}回{self.kind}"

    @property
    def _called(self) -> dt.date:
        """The day whose year it is called by: the first, even if only a day of the year after is looked at."""
        return min(self.start, dt.date(self.year, 12, 31))


def sessions_of(shape: Shape) -> Iterator[Session]:
    """Yield the sessions of all years in order of time."""
    last = shape.first_year + shape.years - 1
    for year in range(shape.first_year, last + 1):
        found = list(_year(shape, year))
        for session in found:
            is_open = year == last and session is found[-1]
            yield replace(session, end=session.end + _OPEN_END) if is_open else session


def _year(shape: Shape, year: int) -> Iterator[Session]:
    special = shape.sittings >= _SPECIAL_FROM
    regular = min(len(_STARTS), max(1, shape.sittings // _FEWEST))
    sizes = shares(shape.sittings - special, regular)
    found = [_session(year, REGULAR, place + 1, _STARTS[place], _parts(size)) for place, size in enumerate(sizes)]
    if special:
        found.append(_session(year, SPECIAL, 1, _SPECIAL_START, [Part.ALL]))
    yield from sorted(found, key=lambda one: one.start)


def _parts(size: int) -> list[Part]:
    """Return what the days of a regular session are for: opening, questions, committees, decisions."""
    if size == 1:
        return [Part.ALL]
    deciding = max(1, size // 5)
    committees = min(len(COMMITTEES), max(1, size // 6)) if size > _FEWEST else 0
    asking = size - 1 - committees - deciding
    return [
        Part.OPENING,
        *[Part.QUESTIONS] * asking,
        *[Part.COMMITTEE] * committees,
        *[Part.DECISIONS] * deciding,
    ]


def _session(year: int, kind: str, number: int, start: tuple[int, int], parts: list[Part]) -> Session:
    date, days, plenaries, committees = dt.date(year, *start), [], 0, 0
    for part in parts:
        date = next_weekday(date)
        if part is Part.COMMITTEE:
            days.append(Day(date, part, COMMITTEES[committees]))
            committees += 1
        else:
            plenaries += 1
            days.append(Day(date, part, PLENARY, plenaries))
    return Session(year, kind, number, tuple(days), date)


def next_weekday(date: dt.date) -> dt.date:
    """Return the first day after this one that is neither Saturday nor Sunday."""
    date += dt.timedelta(days=1)
    return date if date.weekday() < len("月火水木金") else next_weekday(date)


def _era(date: dt.date) -> tuple[str, int]:
    return ("令和", date.year - 2018) if date >= _REIWA else ("平成", date.year - 1988)


def era_date(date: dt.date) -> str:
    """Return 令和8年3月3日, as tables write it."""
    era, year = _era(date)
    return f"{era}{year if year > 1 else '元'}年{date.month}月{date.day}日"


def fiscal_year(date: dt.date) -> str:
    """Return 令和7年, the year that a budget brought on the day is for."""
    era, year = _era(dt.date(date.year, 4, 30) if date.year < _REIWA.year else dt.date(date.year, 5, 1))
    return f"{era}{year if year > 1 else '元'}年"


def printed_day(date: dt.date) -> str:
    """Return 令和８年３月３日（火曜日）, as minutes print it."""
    era, year = _era(date)
    shown = n(year) if year > 1 else "元"
    return f"{era}{shown}年{n(date.month)}月{n(date.day)}日（{WEEKDAYS[date.weekday()]}曜日）"
