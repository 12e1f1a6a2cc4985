"""Dates and times of a workbook as their formats show them, eras and weekdays in Japanese included."""

from __future__ import annotations

import datetime as dt
import re

from openpyxl.utils.datetime import from_excel

from council.text.dates import ERAS
from council.text.patterns import regex

_PIECE = regex(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    r"|(?P<half>AM/PM|A/P|上午/下午|午前/午後)|(?P<code>g{1,3}|e{1,2}|y{1,4}|m{1,5}|d{1,4}|a{3,4}|h{1,2}|s{1,2}(?:\.0+)?|r{1,2})"
    r"|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
_FIRST_DAYS = (
    (dt.date(2019, 5, 1), "令和", "R"),
    (dt.date(1989, 1, 8), "平成", "H"),
    (dt.date(1926, 12, 25), "昭和", "S"),
    (dt.date(1912, 7, 30), "大正", "T"),
    (dt.date(1, 1, 1), "明治", "M"),
)
_WEEKDAYS = "月火水木金土日"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AMERICAN = {"mm-dd-yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm"}
"""Formats that Excel numbers without writing them: each shows the date as the reader's country writes it."""


def moment_shown(value: float, section: str, epoch: dt.datetime) -> str:
    """Return a stored date, time or length of time as a section of a format shows it."""
    section = _AMERICAN.get(section.lower(), section)
    pieces = list(_PIECE.finditer(section))
    whole = from_excel(value, epoch)
    moment = whole if isinstance(whole, dt.datetime) else dt.datetime.combine(epoch.date(), _clock(value))
    parts = [_part(pieces, place, moment, value) for place in range(len(pieces))]
    return "".join(parts).strip()


def _clock(value: float) -> dt.time:
    seconds = round(value % 1 * 86400) % 86400
    return dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _part(pieces: list[re.Match[str]], place: int, moment: dt.datetime, value: float) -> str:
    match = pieces[place]
    if match["elapsed"]:
        return _elapsed(match["elapsed"].lower(), value)
    if match["half"]:
        return _half(match["half"], moment)
    if not match["code"]:
        return match["quoted"] or match["escaped"] or match["plain"] or ""
    code = match["code"].lower()
    if code[0] == "m" and len(code) <= 2 and _is_minute(pieces, place):  # noqa: PLR2004 - mmm is a month's name
        return f"{moment.minute:0{len(code)}}"
    if code[0] == "h" and any(one["half"] for one in pieces):
        return f"{(moment.hour - 1) % 12 + 1:0{len(code)}}"
    return _coded(code, moment)


def _coded(code: str, moment: dt.datetime) -> str:
    return _of_day(code, moment.date()) if code[0] in "ygermda" else _of_hour(code, moment)


def _of_day(code: str, day: dt.date) -> str:
    count = len(code)
    match code[0]:
        case "y":
            return f"{day.year % 100:02}" if count <= 2 else str(day.year)  # noqa: PLR2004 - yy
        case "m":
            return f"{day.month:0{count}}" if count <= 2 else _name(_MONTHS[day.month - 1], count)  # noqa: PLR2004 - mm
        case "d":
            return f"{day.day:0{count}}" if count <= 2 else _name(_DAYS[day.weekday()], count)  # noqa: PLR2004 - dd
        case "a":
            return _WEEKDAYS[day.weekday()] + ("曜日" if count > 3 else "")  # noqa: PLR2004 - aaaa
    return _in_era(code, day)


def _of_hour(code: str, moment: dt.datetime) -> str:
    if code[0] == "h":
        return f"{moment.hour:0{len(code)}}"
    seconds, _, decimals = code.partition(".")
    fraction = f"{moment.microsecond / 1e6:.{len(decimals)}f}"[1:] if decimals else ""
    return f"{moment.second:0{len(seconds)}}{fraction}"


def _name(name: str, count: int) -> str:
    if count == 5:  # noqa: PLR2004 - mmmmm is the first letter
        return name[0]
    return name if count == 4 else name[:3]  # noqa: PLR2004 - mmmm, dddd


def _in_era(code: str, day: dt.date) -> str:
    name, letter = next((name, letter) for first, name, letter in _FIRST_DAYS if day >= first)
    match code:
        case "g":
            return letter
        case "gg":
            return name[0]
        case "ggg" | "rr":
            return name + (str(day.year - ERAS[name]) if code == "rr" else "")
    return f"{day.year - ERAS[name]:0{len(code)}}"


def _half(written: str, moment: dt.datetime) -> str:
    first, _, second = written.partition("/")
    return second if moment.hour >= 12 else first  # noqa: PLR2004 - noon


def _elapsed(code: str, value: float) -> str:
    seconds = round(value * 86400)
    return f"{seconds // {'h': 3600, 'm': 60, 's': 1}[code[0]]:0{len(code)}}"


def _is_minute(pieces: list[re.Match[str]], place: int) -> bool:
    """Say whether an m stands after hours or before seconds, where it means minutes."""
    before = next((one for one in reversed(pieces[:place]) if one["code"] or one["elapsed"]), None)
    after = next((one for one in pieces[place + 1 :] if one["code"] or one["elapsed"]), None)
    return _begins(before, "h") or _begins(after, "s")


def _begins(match: re.Match[str] | None, letter: str) -> bool:
    return match is not None and (match["code"] or match["elapsed"] or "").lower().startswith(letter)
