"""Addresses, telephone numbers and dates of birth in what everyone will read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from council.diagnostics import Finding, Rule, finding
from council.gate.said import Said, said
from council.location import Location
from council.parse.drafts import Drafts
from council.rules import gate as rules

# All patterns are for text in NFKC.
_NUMBER = "[0-9〇一二三四五六七八九十百]+"
_DASH = r"[-\u30fc\u2010-\u2015\u2212]"
_HOUSE = rf"{_NUMBER}(?:丁目|番地|番(?:の)?{_NUMBER}|号室)|(?<=[町字区村]){_NUMBER}{_DASH}{_NUMBER}"
_ADDRESS = re.compile(rf"(?:住所|住居|居所|在住|居住|本籍)[^。\n]{{0,40}}?(?:{_HOUSE})")
_BETWEEN = rf"(?:{_DASH}|[() ]){{1,2}}"
_TELEPHONE = re.compile(
    rf"(?<![0-9.])\(?0(?:[0-9]{{1,4}}{_BETWEEN}[0-9]{{1,4}}{_BETWEEN}[0-9]{{3,4}}|[7-9]0[0-9]{{8}})(?![0-9])"
)
_TELEPHONE_DIGITS = (10, 11)
_YEAR = r"(?:(?:明治|大正|昭和|平成|令和|[MTSHR])(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})|(?:西暦)?[12][0-9]{3})"
_DAY = rf"{_YEAR}[年./-]\s?{_NUMBER}[月./-]\s?{_NUMBER}日?"
_BIRTH = re.compile(rf"(?:生年月日|誕生日|出生)[^。\n]{{0,10}}?{_DAY}|{_DAY}\s?(?:生まれ|生れ|生(?![き活産徒涯命物]))")
_PATTERNS: tuple[tuple[Rule, re.Pattern[str]], ...] = (
    (rules.ADDRESS, _ADDRESS),
    (rules.TELEPHONE, _TELEPHONE),
    (rules.BIRTH_DATE, _BIRTH),
)
_HINT = re.compile("住所|住居|居所|在住|居住|本籍|誕生|出生|生年|[日0-9０-９]\\s?生|[0０][0-9０-９]|[(（][0０]")
_NOT_READ = frozenset({"url", "live", "online", "photo", "path", "folder", "table", "id", "sha256"})
_WORDS = 12


def personal_data(public: Drafts) -> tuple[Finding, ...]:
    """Return a warning for each place of the public drafts that looks like personal data (S411-S413).

    The finding leads to the place and does not quote what it found.
    """
    unread = {meeting.path for meeting in public.meetings if meeting.withheld}
    texts = (one for one in said(public, Location("")) if one.place.path not in unread and one.field not in _NOT_READ)
    return tuple(dict.fromkeys(found for one in texts if _HINT.search(one.text) for found in _found_in(one)))


def _found_in(one: Said) -> Iterator[Finding]:
    text = unicodedata.normalize("NFKC", one.text)
    for rule, pattern in _PATTERNS:
        match = next((match for match in pattern.finditer(text) if _is_meant(rule, match[0])), None)
        if match:
            yield finding(rule, _led_to(one, match.start() if len(text) == len(one.text) else 0))


def _is_meant(rule: Rule, text: str) -> bool:
    return rule is not rules.TELEPHONE or sum(character.isdigit() for character in text) in _TELEPHONE_DIGITS


def _led_to(one: Said, start: int) -> Location:
    """Return the place with the words before it; the data itself is not repeated."""
    before = one.text[max(0, start - _WORDS) : start].rpartition("\n")[2].strip()
    return replace(one.place, words=before) if one.place.paragraph is not None else one.place
