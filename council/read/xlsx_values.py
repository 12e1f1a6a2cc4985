"""A cell's stored value to the text that Excel shows: dates as ISO, no ``.0``, no furigana."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree
from msgspec import Struct
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from council.text.patterns import regex

GENERAL = "General"
# Formats that Excel's Japanese edition numbers without writing them into the file.
_JAPANESE_FORMATS = dict.fromkeys((27, 36, 50, 57), "ge.m.d")
_JAPANESE_FORMATS |= dict.fromkeys((28, 29, 51, 54, 58), 'ggge"年"m"月"d"日"')
_JAPANESE_FORMATS |= {30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"'}
_JAPANESE_FORMATS |= dict.fromkeys((34, 52, 55), 'yyyy"年"m"月"') | dict.fromkeys((35, 53, 56), 'm"月"d"日"')
_TOKEN = regex(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|(General|G/標準|標準|[0#?][0#?,]*(?:\.[0#?]+)?)|(.)', re.DOTALL)
_PLAIN_MARKS = frozenset(" +-():　")
# Excel writes control characters like this; those that are no white space are dropped.
_ESCAPED = regex(r"_x(00[01][0-9A-Fa-f])_")
_ESCAPES = {"0009": "\t", "000A": "\n", "000B": "\n", "000D": "\r"}


class Styles(Struct, frozen=True):
    """The number format of each cell style, and the day that dates count from."""

    formats: tuple[str, ...]
    epoch: dt.datetime = WINDOWS_EPOCH

    def of(self, style: str | None) -> str:
        """Return the format of the style a cell names."""
        place = int(style) if style and style.isdecimal() else 0
        return self.formats[place] if place < len(self.formats) else GENERAL


def read_styles(root: etree._Element | None, *, since_1904: bool) -> Styles:
    """Return the formats of a workbook's style sheet."""
    epoch = MAC_EPOCH if since_1904 else WINDOWS_EPOCH
    if root is None:
        return Styles((), epoch)
    own = {node.get("numFmtId"): node.get("formatCode") or GENERAL for node in root.iterfind("{*}numFmts/{*}numFmt")}
    return Styles(tuple(_format(node.get("numFmtId"), own) for node in root.iterfind("{*}cellXfs/{*}xf")), epoch)


def _format(number: str | None, own: dict[str | None, str]) -> str:
    if number in own:
        return own[number]
    built_in = int(number) if number and number.isdecimal() else 0
    return _JAPANESE_FORMATS.get(built_in) or str(BUILTIN_FORMATS.get(built_in, GENERAL))


def rich_text(node: etree._Element) -> str:
    """Return the text of a string entry, its phonetic runs (furigana) left out."""
    runs = (part for part in node.iterfind("{*}t"))
    formatted = (part for part in node.iterfind("{*}r/{*}t"))
    return unescaped("".join(part.text or "" for part in (*runs, *formatted)))


def unescaped(text: str) -> str:
    """Return the text with Excel's ``_x000D_`` undone and each line break as one line feed."""
    plain = _ESCAPED.sub(lambda match: _ESCAPES.get(match[1].upper(), ""), text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def number_text(stored: str, number_format: str, epoch: dt.datetime) -> str:
    """Return a stored number as it is shown: a date, a time, or a figure with the words its format adds."""
    try:
        value = float(stored)
        if is_date_format(number_format):
            return _moment(value, number_format, epoch)
        return _figure(value, number_format)
    except (ValueError, OverflowError):
        return stored


def _moment(value: float, number_format: str, epoch: dt.datetime) -> str:
    if is_timedelta_format(number_format):
        seconds = round(value * 86400)
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    moment = from_excel(value, epoch)
    if isinstance(moment, dt.datetime):
        return _day(moment)
    return _clock(moment, number_format) if isinstance(moment, dt.time) else str(moment)


def _day(moment: dt.datetime) -> str:
    if moment.time() == dt.time():
        return moment.date().isoformat()
    return moment.isoformat(" ", timespec="seconds" if moment.second else "minutes")


def _clock(moment: dt.time, number_format: str) -> str:
    shown = f"{moment.hour}:{moment.minute:02}"
    return f"{shown}:{moment.second:02}" if moment.second or "s" in number_format.lower() else shown


def _figure(value: float, number_format: str) -> str:
    whole = value.is_integer() and abs(value) < 10**15
    plain = str(int(value)) if whole else f"{value:.15g}"
    shown = list(_shown_parts(number_format, value, plain))
    return plain if None in shown else "".join(part for part in shown if part)


def _shown_parts(number_format: str, value: float, plain: str) -> Iterator[str | None]:
    """Yield the words and the figure of a format like ``"議案第"0"号"``; None where it does more than add words."""
    sections = _sections(number_format)
    place = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0  # noqa: PLR2004 - a format's third section is for zero
    figure = plain.lstrip("-") if place == 1 else plain
    figures = 0
    for quoted, escaped, digits, other in _TOKEN.findall(sections[place]):
        if digits:
            figures += 1
            yield figure.zfill(len(digits)) if digits.strip("0") == "" and figure.isdecimal() else figure
        elif other and other not in _PLAIN_MARKS:
            yield None
        else:
            yield quoted or escaped or (other if other.strip() else "")
    if not sections[place] or figures > 1:
        yield None


def _sections(number_format: str) -> list[str]:
    masked = re.sub(r'"[^"]*"|\\.', lambda match: "x" * len(match[0]), number_format)
    cuts = [-1, *(place for place, character in enumerate(masked) if character == ";"), len(masked)]
    return [number_format[start + 1 : end] for start, end in pairwise(cuts)]
