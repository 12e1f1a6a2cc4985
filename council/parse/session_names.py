"""A session's name (令和7年第4回定例会, 令和 8年  3月 定例会(第1回)) as year, kind, number and month."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from council.model.events import SessionKind
from council.parse.drafts import SessionName
from council.text.dates import find_year_and_month
from council.text.numerals import any_number, fold_width
from council.text.patterns import regex

# 定例会議 is a kind of its own; 定例会議案, 定例会議員 are 定例会 and the next word.
_KINDS = regex(
    r"(?P<special>臨時(?:会議(?![会案員決長])|議会|県会|市会|町会|村会|区会|会)|緊急(?:会議|議会))"
    r"|(?P<regular>定例(?:月会議|会議(?![会案員決長])|議会|月議会|県会|市会|町会|村会|区会|会)|通年(?:議会|会期)"
    r"|(?<=月)[都道府県市区町村]?議会(?=$|[(第]|会議録|賛否|採決|議決))"
)
_SHORT_YEAR = r"(?<![A-Za-z0-9])(?:[MTSHR][0-9]{1,2}|(?:19|20)[0-9]{2})(?=[第(])"
_YEAR = (
    r"(?:(?:(?:明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿]|(?<![A-Za-z])[MTSHR])(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})|[0-9]{4})"
    rf"(?:\([^()]{{2,6}}\))?年(?:\([^()]{{4,6}}\))?度?|{_SHORT_YEAR})"
)
_NUMBER = regex(r"第([0-9]+|[一二三四五六七八九十百]+)回")
_BEFORE = regex(rf"{_YEAR}[^年。]{{0,40}}$")
_MONTH = regex(r"([0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?![0-9]+日|末)")
# After the kind: (第1回) and (12月), but not the number of the sitting (第1号) or its day.
_AFTER = regex(
    r"^(?:\(?第[0-9一二三四五六七八九十百]+回\)?|\([0-9]{1,2}月(?:定例会|議会)?\)|[0-9]{1,2}月(?:緊急|定例)?(?:議会|会議)"
    r"|緊急(?:議会|会議)(?=\()){1,3}"
)
_DATE = regex(
    rf"(?:{_YEAR})?[0-9一二三四五六七八九十]+月[0-9一二三四五六七八九十]+日(?:\([^()]*\)|[月火水木金土日]曜日?)?"
)

_LONGEST = 80
_DAY = regex(r"[0-9一二三四五六七八九十]+月[0-9一二三四五六七八九十]+日(?:\([^()]*\)|[月火水木金土日]曜日?)?")

# 2027 Regular Session, Spring Session 2027, Special Sessions of 2027: the whole text, the year first or last.
_ENGLISH = regex(
    r"(?:(?P<first>(?:19|20)[0-9]{2})\s+(?P<after>[a-z][a-z ]{0,40}?\s)?sessions?"
    r"|(?P<before>[a-z][a-z ]{0,40}?\s)?sessions?(?:\s+of|,)?\s+(?P<last>(?:19|20)[0-9]{2}))",
    re.IGNORECASE,
)
_BARE_YEAR = regex(r"(?:19|20)[0-9]{2}")
# 第446回定例会(令和7年12月): the year only after the kind.
_NUMBERED = regex(r"第[0-9一二三四五六七八九十百]+回[^年。]{0,20}$")
_LATE_YEAR = regex(rf"\(({_YEAR}(?:[0-9]{{1,2}}月)?)(?:定例会|議会)?\)")


@lru_cache(maxsize=1 << 12)  # of each folder once a file
def parse_session_name(text: str) -> SessionName | None:
    """Return the session a line, a folder or a file name names, or None; spaces and widths do not matter.

    A year must stand before the kind (定例会, 臨時会) or in brackets after it; number and month likewise. A text that
    is a year and nothing else (2025) names the session of a council that knows no other; so does 2027 Regular Session.
    """
    printed = " ".join(fold_width(text).split())
    if english := _ENGLISH.fullmatch(printed):
        words = f"{english['after'] or english['before'] or ''}".casefold()
        kind_of = SessionKind.SPECIAL if "special" in words else SessionKind.REGULAR
        return SessionName(int(english["first"] or english["last"]), kind_of, printed=printed)
    squeezed = re.sub(r"[\s\u3000_]+", "", fold_width(text))
    if _BARE_YEAR.fullmatch(squeezed):
        return SessionName(int(squeezed), printed=squeezed)
    for kind in _KINDS.finditer(squeezed):
        near = squeezed[max(0, kind.start() - _LONGEST) : kind.start()]
        if before := _BEFORE.search(near):
            after = _AFTER.match(squeezed[kind.end() :])
            return _name(before[0], kind, after[0] if after else "")
        numbered, late = _NUMBERED.search(near), _LATE_YEAR.match(squeezed[kind.end() :])
        if numbered and late and (name := _name(late[1] + numbered[0], kind, "")):
            return replace(name, printed=numbered[0] + kind[0] + late[0])
    return None


def _name(before: str, kind: re.Match[str], after: str) -> SessionName | None:
    dateless = _DATE.sub("", before)
    found = find_year_and_month(re.sub(rf"^{_SHORT_YEAR}", r"\g<0>年", before))
    if not found:
        return None
    number = _NUMBER.search(dateless) or _NUMBER.search(after)
    month = _MONTH.search(after) or _MONTH.search(dateless)
    return SessionName(
        year=found[0],
        kind=SessionKind.SPECIAL if kind["special"] else SessionKind.REGULAR,
        number=any_number(number[1]) if number else None,
        month=any_number(month[1]) if month else None,
        printed=_closed(_DAY.sub("", before) + kind[0] + after).replace("/", ""),
    )


def _closed(printed: str) -> str:
    """Close the bracket of 令和元年第1回汐路市議会(臨時会)会議録, cut after the kind."""
    return printed + ")" if printed.count("(") > printed.count(")") else printed
