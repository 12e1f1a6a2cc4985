"""Years and numbers the other ways they are written: 令和7年 is 2025年 and R7, 議案第32号 is 議案32 and 第32号議案."""

from __future__ import annotations

import re
from collections.abc import Iterator

from council.model.bill_numbers import KINDS
from council.text.dates import ERAS
from council.text.numerals import any_number
from council.text.patterns import regex

LETTERS = {"昭和": "s", "平成": "h", "令和": "r"}
BILL_KINDS = tuple(kind for kind in KINDS if not kind.isascii())

_LAST = {"明治": 45, "大正": 15, "昭和": 64, "平成": 31, "令和": 99}
_TOO_MANY = 10_000
_KANJI = "〇一二三四五六七八九"
_NUMERAL = r"[0-9]{1,4}|[〇一二三四五六七八九十百千]{1,7}"
_ERA_YEAR = r"(?P<era>明治|大正|昭和|平成|令和) ?(?P<year>[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})"
_LETTER_YEAR = r"(?<![0-9a-z])(?P<letter>[shr])\.?(?P<year>[0-9]{1,2}|元)"
_YEAR = r"(?<![0-9〇一二三四五六七八九])(?P<year>(?:18|19|20)[0-9]{2}|[一二][〇一二三四五六七八九]{3})"
_FORMS = (_ERA_YEAR, _LETTER_YEAR, _YEAR)
_YEARS = tuple(regex(f"{form}年") for form in _FORMS)
_YEARS_ALONE = tuple(regex(f"{form}年?") for form in _FORMS)
_NUMBERED = (
    regex(rf"(?P<kind>[^0-9a-z第号]*)第(?P<number>{_NUMERAL})号?"),
    regex(rf"(?P<kind>[^0-9a-z第号〇一二三四五六七八九十百千]*)(?P<number>{_NUMERAL})号"),
    regex(rf"(?P<kind>{'|'.join(BILL_KINDS)})(?P<number>{_NUMERAL})"),
    regex(rf"第(?P<number>{_NUMERAL})号(?P<kind>{'|'.join(BILL_KINDS)})"),
)


def years(word: str) -> Iterator[str]:
    """Yield a folded word with the first year in it written in other ways; a year is known by its 年 or by standing alone."""
    alone = next((match for form in _YEARS_ALONE if (match := form.fullmatch(word))), None)
    match = alone or next((match for form in _YEARS if (match := form.search(word))), None)
    year = _year(match) if match else 0
    if match and year:
        before, after = word[: match.start()], word[match.end() :]
        yield from (before + form + after for form in _forms(year, is_alone=alone is not None))


def numbers(word: str) -> Iterator[str]:
    """Yield the other ways to write the folded word if it is a numbered thing (第32号, 議案32, 第32号議案)."""
    match = next((match for form in _NUMBERED if (match := form.fullmatch(word))), None)
    number = any_number(match["number"]) if match else 0
    if match and 0 < number < _TOO_MANY:
        kind = match["kind"]
        for ordinal in (f"第{number}号", f"第{in_kanji(number)}号"):
            yield kind + ordinal
            yield from (f"{kind} {ordinal}",) if kind else ()
            yield from (ordinal + kind,) if kind in BILL_KINDS else ()
        yield f"{kind}{number}号"
        yield from (f"{kind}{number}",) if kind else ()


def in_kanji(number: int) -> str:
    """Return a number below ten thousand as 二十三."""
    text = ""
    for unit, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("" if digit == 1 and mark else _KANJI[digit]) + mark
    return text


def _year(match: re.Match[str]) -> int:
    """Return the western year, 0 if the era has no such year."""
    groups = match.groupdict()
    printed = groups["year"]
    number = 1 if printed == "元" else any_number(printed)
    era = groups.get("era") or next((era for era, letter in LETTERS.items() if letter == groups.get("letter")), "")
    if not era:
        return number
    return ERAS[era] + number if 1 <= number <= _LAST[era] else 0


def _forms(year: int, *, is_alone: bool) -> Iterator[str]:
    for era, before in reversed(ERAS.items()):
        number = year - before
        if 1 <= number <= _LAST[era]:
            yield from (f"{era}{form}年" for form in _year_forms(number))
            if era in LETTERS:
                yield f"{LETTERS[era]}{number}" + ("" if is_alone else "年")
    yield f"{year}" + ("" if is_alone else "年")
    yield "".join(_KANJI[int(digit)] for digit in str(year)) + "年"


def _year_forms(number: int) -> tuple[str, ...]:
    return (*(("元",) if number == 1 else ()), str(number), f" {number}", in_kanji(number))
