"""Dates and times of day as Japanese and English councils print them. Never guessed: what is ambiguous is None."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from council.text.numerals import any_number, fold_width
from council.text.patterns import regex

# The year before an era's first: 令和1年 is 2019.
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_SQUARED = {"㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_S = r"[ \t\u3000\u00a0]*"
_ERA = rf"(?P<era>明{_S}治|大{_S}正|昭{_S}和|平{_S}成|令{_S}和|[㍾㍽㍼㍻㋿]|(?<![A-Za-z])[MTSHR](?=\.?{_S}[0-9元])\.?)"
_NUM = r"(?:[0-9]+|[〇零一二三四五六七八九十]+)"
_YEAR = rf"(?:[0-9]{{1,2}}|元|[〇零一二三四五六七八九十百]{{1,5}})(?:{_S}\([^()]{{4,6}}\))?"
_AFTER_YEAR = rf"{_S}(?:\([^()]{{2,6}}\){_S})?"
_MONTH_NAME = r"(?P<name>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"

_VOWELS = "aeouAEOU"  # every month has one
# Each with signs of which a text has one at least, or it is not asked.
_PATTERNS = tuple(
    (signs, regex(pattern, re.IGNORECASE))
    for signs, pattern in (
        ("年", rf"{_ERA}{_S}(?P<year>{_YEAR}){_S}年{_AFTER_YEAR}(?P<month>{_NUM}){_S}月{_S}(?P<day>{_NUM}){_S}日"),
        (
            "年",
            rf"(?<![0-9])(?P<year>[0-9]{{4}}|[〇一二三四五六七八九]{{4}}){_S}年{_AFTER_YEAR}(?P<month>{_NUM}){_S}月{_S}(?P<day>{_NUM}){_S}日",
        ),
        (
            "./・-",
            rf"{_ERA}{_S}(?P<year>[0-9]{{1,2}}|元)(?P<mark>[./・-])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})(?![0-9])",
        ),
        (
            "./-",
            r"(?<![0-9])(?P<year>[0-9]{4})(?P<mark>[./-])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9])",
        ),
        (
            "12",
            r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9,.円人件号番票名])",
        ),
        ("HRhr", r"(?<![0-9A-Za-z])(?P<era>[HR])(?P<year>[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9])"),
        (
            _VOWELS,
            rf"(?<![a-z]){_MONTH_NAME}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year>[0-9]{{4}})(?![0-9])",
        ),
        (
            _VOWELS,
            rf"(?<![0-9])(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?{_MONTH_NAME},?\s+(?P<year>[0-9]{{4}})(?![0-9])",
        ),
    )
)
_MONTH_OF_YEAR = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_ERA}{_S}(?P<year>{_YEAR}){_S}年(?:{_AFTER_YEAR}(?P<month>{_NUM}){_S}月)?",
        rf"(?<![0-9])(?P<year>[0-9]{{4}}){_S}年(?:{_AFTER_YEAR}(?P<month>{_NUM}){_S}月)?",
    )
)
# What may stand around a date that stands alone: weekday, brackets, a time of midnight as Excel exports it.
_AROUND = regex(
    r"(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\b\.?)"
    r"|\([月火水木金土日](?:曜日?)?(?:[・･](?:祝|休)日?)?\)|[月火水木金土日]曜日?|T?00:00(?::00(?:\.0+)?)?|[\s,.]+"
)

_CLOCK = regex(
    rf"(?:(?P<half>午{_S}[前後]|AM|PM){_S})?(?<![0-9〇零一二三四五六七八九十])"
    rf"(?P<hour>{_NUM}){_S}時(?!間)(?:{_S}(?P<minute>{_NUM}){_S}分|{_S}(?P<thirty>半))?",
    re.IGNORECASE,
)
_COLON = regex(
    rf"(?:(?P<half>午{_S}[前後]|AM|PM){_S})?(?<![0-9:.])(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-9]{{2}})(?::[0-9]{{2}})?(?![0-9:])"
    rf"{_S}(?P<after>[ap]\.?{_S}m\.?(?![a-z]))?",
    re.IGNORECASE,
)
_ENGLISH = regex(
    r"(?<![0-9:.])(?P<hour>[0-9]{1,2})(?:\.(?P<minute>[0-9]{2}))?\s*(?P<after>[ap]\.?\s?m\.?(?![a-z]))", re.IGNORECASE
)
_NOON = regex(rf"正{_S}午|\bnoon\b", re.IGNORECASE)


def parse_date(text: str) -> dt.date | None:
    """Return the date that the whole text is (a weekday may follow), or None."""
    folded = fold_width(text)
    start, end, date = next(_dates(folded), (0, 0, None))
    return date if date and not _AROUND.sub("", folded[:start] + folded[end:]) else None


def find_date(text: str) -> dt.date | None:
    """Return the first date inside a line, or None."""
    return next((date for _, _, date in _dates(fold_width(text))), None)


def find_year_and_month(text: str) -> tuple[int, int | None] | None:
    """Return the first year inside a line (令和7年, 2025年), with the month if one follows it (令和7年12月)."""
    folded = fold_width(text)
    matches = [match for pattern in _MONTH_OF_YEAR if (match := pattern.search(folded))]
    if not matches:
        return None
    match = min(matches, key=re.Match.start)
    year = _year(match)
    month = any_number(match["month"]) if match["month"] else None
    return (year, month if month and 1 <= month <= len(_MONTHS) else None) if year else None


def parse_time(text: str) -> dt.time | None:
    """Return the time of day that the whole text is, or None."""
    folded = fold_width(text).strip()
    start, end, time = next(_times(folded), (0, 0, None))
    return time if (start, end) == (0, len(folded)) else None


def find_time(text: str) -> dt.time | None:
    """Return the first time of day inside a line, or None."""
    return next((time for _, _, time in _times(fold_width(text))), None)


def _dates(folded: str) -> Iterator[tuple[int, int, dt.date]]:
    found = [
        (match.start(), match.end(), date)
        for signs, pattern in _PATTERNS
        if any(sign in folded for sign in signs)
        for match in pattern.finditer(folded)
        if (date := _date(match))
    ]
    yield from sorted(found, key=lambda place: (place[0], -place[1]))


def _date(match: re.Match[str]) -> dt.date | None:
    groups = match.groupdict()
    year = _year(match)
    month = _MONTHS.index(groups["name"][:3].lower()) + 1 if groups.get("name") else any_number(groups["month"])
    try:
        return dt.date(year, month, any_number(groups["day"])) if year else None
    except ValueError:
        return None


def _year(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    printed = re.sub(rf"{_S}\(.*$", "", groups["year"])
    number = 1 if printed == "元" else any_number(printed)
    if not groups.get("era"):
        return number
    era = re.sub(r"[\s\u3000.]", "", groups["era"])
    era = _SQUARED.get(era) or _LETTERS.get(era.upper()) or era
    return ERAS[era] + number if number else None


def _times(folded: str) -> Iterator[tuple[int, int, dt.time]]:
    found = [(match.start(), match.end(), dt.time(12)) for match in _NOON.finditer(folded)]
    found += [
        (match.start(), match.end(), time)
        for pattern in (_CLOCK, _COLON, _ENGLISH)
        for match in pattern.finditer(folded)
        if (time := _time(match))
    ]
    yield from sorted(found, key=lambda place: (place[0], -place[1]))


def _time(match: re.Match[str]) -> dt.time | None:
    groups = match.groupdict()
    hour = any_number(groups["hour"])
    minute = 30 if groups.get("thirty") else any_number(groups.get("minute") or "0")
    half = re.sub(r"[\s\u3000.]", "", groups.get("half") or groups.get("after") or "").lower()
    if half:
        hour = _hour_of_half(hour, minute, afternoon=half in ("午後", "pm"), english=half.isascii())
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None


def _hour_of_half(hour: int, minute: int, *, afternoon: bool, english: bool) -> int:
    """Return the hour of the day, or -1.

    午前12時 and 午後12時 are noon and midnight by 太政官布告第337号 (1872) and the other way round on a digital clock;
    only 午後12時30分, which the decree does not know, has one reading.
    """
    twelve = 12
    if hour > twelve:
        return -1
    if hour == twelve:
        if english or (afternoon and minute):
            return twelve if afternoon else 0
        return -1
    return hour + twelve if afternoon else hour
