"""Printed bill numbers (議案第32号) as kind and number, and the published table of kinds.

The table is the one that makes the addresses of bills; a kind not in it keeps its printed word and gets an
address made of a hash, so that a new kind never changes an old address.
"""

from __future__ import annotations

import hashlib
import re

from msgspec import Struct

from council.text.numerals import fold_width, kanji_number
from council.text.patterns import regex

KINDS: dict[str, str] = {
    "議案": "gian",
    "認定": "nintei",
    "認定議案": "nintei-gian",
    "報告": "houkoku",
    "承認": "shounin",
    "専決": "senketsu",
    "同意": "doui",
    "同意案": "doui",
    "諮問": "shimon",
    "発議": "hatsugi",
    "発委": "hatsui",
    "議員提出議案": "giin-gian",
    "委員会提出議案": "iinkai-gian",
    "議会議案": "gikai-gian",
    "議会案": "gikai-an",
    "意見書案": "ikensho",
    "意見書": "ikensho",
    "意見案": "iken",
    "意見": "iken",
    "決議案": "ketsugi",
    "決議": "ketsugi",
    "請願": "seigan",
    "陳情": "chinjou",
    "選挙": "senkyo",
    "動議": "dougi",
    "議": "gi",
    "予算": "yosan",
    "item": "item",
    "motion": "motion",
    "by-law": "by-law",
}


class BillNumber(Struct, frozen=True, eq=False):
    """A kind and a number: 議案 + 32. ``number`` may hold a sub-number (``7-10``).

    ``form`` is the printed number where it is not 〈kind〉第〈number〉号 (``第32号議案``, ``陳情05年-27``); two forms of one
    number are equal.
    """

    kind: str
    number: str
    form: str = ""

    def __eq__(self, other: object) -> bool:
        """Compare kind and number."""
        if not isinstance(other, BillNumber):
            return NotImplemented
        return self.kind == other.kind and self.number == other.number

    def __hash__(self) -> int:
        """Take kind and number."""
        return hash((self.kind, self.number))

    def __lt__(self, other: BillNumber) -> bool:
        """Order by kind and number."""
        return (self.kind, self.number) < (other.kind, other.number)

    @property
    def printed(self) -> str:
        """The whole number without spaces, ASCII digits: ``議案第32号``; English kinds: ``item 4``."""
        if self.form:
            return self.form
        return f"{self.kind} {self.number}" if self.kind.isascii() else f"{self.kind}第{self.number}号"

    @property
    def slug(self) -> str:
        """The part of the address: ``gian-32``."""
        kind = KINDS.get(self.kind) or "k" + hashlib.sha256(self.kind.encode()).hexdigest()[:6]
        return f"{kind}-{re.sub(r'[^0-9a-z]+', '-', self.number.lower()).strip('-')}"


_KIND = r"(?P<kind>[一-龠々ぁ-んァ-ヶA-Za-z]{1,14}?)"
_NUMBER = r"(?P<number>[0-9]{1,9}(?:[-－‐の][0-9]{1,9})?|[〇一二三四五六七八九十百]{1,9})"
_NORMAL = regex(rf"^{_KIND}第{_NUMBER}号$")
_NUMBER_FIRST = regex(rf"^第{_NUMBER}号(?P<kind>[一-龠々]{{2,8}})$")
# Who brought it, before the number: 市第5号議案 and 議第5号議案 are two bills.
_BRINGER = "市会|市議|市|県|都|府|道|区|町|村|議員|議|委|甲|乙|丙"
_AROUND = regex(rf"^(?P<before>{_BRINGER})第{_NUMBER}号(?P<after>議案)$")
_BARE = regex(r"^(?P<kind>[一-龠々]{1,8})(?P<number>[0-9]{1,9}(?:-[0-9]{1,9})?)$")
_ENGLISH = regex(r"^(?P<kind>item|motion|by-law)(?:[ ]*no\.?)?[ ]*#?(?P<number>[0-9][0-9a-z./-]*)$", re.IGNORECASE)


def parse_bill_number(text: str) -> BillNumber | None:
    """Read one bill number standing alone: 議案第３２号, 第32号議案, 市第5号議案, 議案32, Item 4; else None."""
    folded = fold_width(text).strip()
    squeezed = re.sub(r"[\s\u3000]+", "", folded)
    if match := _NORMAL.match(squeezed):
        return BillNumber(match["kind"], _digits(match["number"]))
    if match := _NUMBER_FIRST.match(squeezed):
        number = _digits(match["number"])
        return BillNumber(match["kind"], number, f"第{number}号{match['kind']}")
    if match := _AROUND.match(squeezed):
        number = _digits(match["number"])
        return BillNumber(match["before"] + match["after"], number, f"{match['before']}第{number}号{match['after']}")
    if match := _BARE.match(squeezed):
        return BillNumber(match["kind"], _digits(match["number"]), squeezed)
    if match := _ENGLISH.match(folded):
        return BillNumber(match["kind"].lower(), match["number"].lower())
    return None


# A cell that is known to hold a number may print it in a form that nothing but the cell's place makes a number.
_ODD = regex(r"^(?P<kind>[^\W\d_]{0,14})(?P<number>[0-9][0-9A-Za-z年度./-]{0,15})$")
_ODD_LATIN = regex(r"^[A-Za-z][A-Za-z0-9./-]{0,15}[0-9][A-Za-z0-9./-]{0,8}$")


def odd_bill_number(text: str) -> BillNumber | None:
    """Read the number in a column of numbers as printed: 陳情05年-27, 議会議案7-10, 7-10, 12, Z4; else None.

    A number without a kind is an ``item``.
    """
    squeezed = re.sub(r"[\s\u3000]+", "", fold_width(text)).rstrip(".")
    match = _ODD.match(squeezed)
    if match and not match["kind"].isascii():
        return BillNumber(match["kind"], match["number"], squeezed)
    if match and not match["kind"]:
        return BillNumber("item", match["number"].lower(), squeezed)
    return BillNumber("item", squeezed.lower(), squeezed) if _ODD_LATIN.match(squeezed) else None


def _digits(printed: str) -> str:
    if printed[0].isdigit():
        return re.sub(r"[－‐の]", "-", "-".join(str(int(part)) for part in re.split(r"[-－‐の]", printed)))
    return str(kanji_number(printed))


_KNOWN = "|".join(sorted((kind for kind in KINDS if not kind.isascii() and len(kind) > 1), key=len, reverse=True))
_SPACE = r"[ \u3000]*"
_DIGITS = rf"{_SPACE}([0-9]{{1,9}}(?:-[0-9]{{1,9}})?|[〇一二三四五六七八九十百]{{1,9}}){_SPACE}"
_MENTION = regex(
    rf"({_KNOWN}){_SPACE}第{_DIGITS}号"
    rf"(?:{_SPACE}から{_SPACE}(?:(?:{_KNOWN}){_SPACE})?第{_DIGITS}号{_SPACE}まで)?"
    rf"((?:{_SPACE}[、，及びおよび並びに]+{_SPACE}第{_DIGITS}号)*)"
    rf"|(?P<before>(?<![一-龠々])(?:{_BRINGER}){_SPACE})?第(?P<number>{_DIGITS})号(?P<after>議案)"
)


def bill_numbers_in(text: str) -> tuple[BillNumber, ...]:
    """Return the bill numbers a line names, in order, ranges (議案第５号から第７号まで) expanded, each once."""
    found: dict[BillNumber, None] = {}
    for match in _MENTION.finditer(fold_width(text)):
        if after := match["after"]:
            number, before = _digits(match["number"].strip()), (match["before"] or "").strip()
            found[BillNumber(before + after, number, f"{before}第{number}号{after}")] = None
            continue
        for number in _numbers(match):
            found[BillNumber(match[1], number)] = None
    return tuple(found)


def _numbers(match: re.Match[str]) -> list[str]:
    first = _digits(match[2].strip())
    numbers = [first]
    end = _digits(match[3].strip()) if match[3] else ""
    if end.isdigit() and first.isdigit():
        last = int(end)
        numbers = (
            [str(number) for number in range(int(first), last + 1)]
            if int(first) <= last < int(first) + 500
            else [first]
        )
    numbers += [
        _digits(number)
        for number in re.findall(
            r"第[ \u3000]*([0-9]{1,9}|[〇一二三四五六七八九十百]{1,9})[ \u3000]*号", match[4] or ""
        )
    ]
    return numbers
