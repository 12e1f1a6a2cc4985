"""Days, periods and times as people say them in the site's language."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

# First day of each era, newest first; the year of that day is 元年.
_ERAS = (
    (dt.date(2019, 5, 1), "令和"),
    (dt.date(1989, 1, 8), "平成"),
    (dt.date(1926, 12, 25), "昭和"),
    (dt.date(1912, 7, 30), "大正"),
    (dt.date(1868, 10, 23), "明治"),
)
_WEEKDAYS_JA = "月火水木金土日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = (
    "January February March April May June July August September October November December".split()  # in order
)
_NOON = 12


@lru_cache(maxsize=4096)
def long_day(day: dt.date | None, language: str) -> str:
    """Return ``令和7年12月2日（火）`` or ``Tue 2 December 2025``; an unknown day is empty."""
    if day is None:
        return ""
    if language == "ja":
        return f"{plain_day(day, language)}（{_WEEKDAYS_JA[day.weekday()]}）"
    return f"{_WEEKDAYS_EN[day.weekday()]} {plain_day(day, language)}"


@lru_cache(maxsize=4096)
def plain_day(day: dt.date | None, language: str) -> str:
    """Return ``令和7年12月2日`` or ``2 December 2025``; an unknown day is empty."""
    if day is None:
        return ""
    if language == "ja":
        return f"{era_year(day)}{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"


@lru_cache(maxsize=4096)
def day_of_year(day: dt.date | None, language: str) -> str:
    """Return ``12月2日（火）`` or ``Tue 2 December``, where the year stands above."""
    if day is None:
        return ""
    if language == "ja":
        return f"{day.month}月{day.day}日（{_WEEKDAYS_JA[day.weekday()]}）"
    return f"{_WEEKDAYS_EN[day.weekday()]} {day.day} {_MONTHS_EN[day.month - 1]}"


def short_day(day: dt.date, language: str) -> str:
    """Return ``12月2日`` or ``2 December``, where the year is clear."""
    return f"{day.month}月{day.day}日" if language == "ja" else f"{day.day} {_MONTHS_EN[day.month - 1]}"


def words_for_scripts(language: str) -> dict[str, object]:
    """Return what a script says days with, as `long_day` does: eras with their first days, weekdays, months."""
    if language == "ja":
        return {"eras": [[day.isoformat(), name] for day, name in _ERAS], "weekdays": list(_WEEKDAYS_JA)}
    return {"weekdays": list(_WEEKDAYS_EN), "months": list(_MONTHS_EN)}


def month_words(day: dt.date, language: str) -> str:
    """Return ``令和7年12月`` or ``December 2025``."""
    return f"{era_year(day)}{day.month}月" if language == "ja" else f"{_MONTHS_EN[day.month - 1]} {day.year}"


def year_words(day: dt.date, language: str) -> str:
    """Return ``2025年（令和7年）`` or ``2025``; the Western year leads, for an era can change within it."""
    return f"{day.year}年（{era_year(day)}）" if language == "ja" else str(day.year)


def weekday(day: dt.date, language: str) -> str:
    """Return ``火`` or ``Tue``."""
    return _WEEKDAYS_JA[day.weekday()] if language == "ja" else _WEEKDAYS_EN[day.weekday()]


def era_year(day: dt.date) -> str:
    """Return ``令和7年`` or ``令和元年``; before 明治 the Western year."""
    for first, era in _ERAS:
        if day >= first:
            number = day.year - first.year + 1
            return f"{era}{'元' if number == 1 else number}年"
    return f"{day.year}年"


def period(start: dt.date | None, end: dt.date | None, language: str) -> str:
    """Return ``令和7年12月2日〜12月19日``; an open end stays open, both unknown is empty."""
    if start is None and end is None:
        return ""
    if start == end:
        return plain_day(start, language)
    dash = "〜" if language == "ja" else "–"
    return f"{plain_day(start, language)}{dash}{_end(start, end, language)}"


def _end(start: dt.date | None, end: dt.date | None, language: str) -> str:
    if start and end and start.year == end.year and language == "ja" and era_year(start) == era_year(end):
        return f"{end.month}月{end.day}日"
    return plain_day(end, language)


def clock(time: dt.time | None, language: str) -> str:
    """Return ``午前10時``, ``午後3時32分`` or ``10:00``; an unknown time is empty."""
    if time is None:
        return ""
    if language != "ja":
        return f"{time:%H:%M}"
    half, hour = ("午前", time.hour) if time.hour < _NOON else ("午後", time.hour - _NOON)
    return f"{half}{hour}時" + (f"{time.minute}分" if time.minute else "")


def timecode(seconds: int) -> str:
    """Return ``1:02:33`` or ``2:33``: a place in a recording."""
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
