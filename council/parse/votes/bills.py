"""The number and the title of a bill as a table prints them; numbers that Excel turned into dates are not believed."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Finding, finding
from council.location import Location
from council.model.bill_numbers import BillNumber, bill_numbers_in, odd_bill_number, parse_bill_number
from council.parse.votes.lines import flat
from council.rules import votes as rules
from council.text.dates import parse_date
from council.text.numerals import fold_width
from council.text.patterns import regex

_LONGEST = 60
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
_LONGEST_TITLE = 1000
_JAPANESE = regex(r"[ぁ-んァ-ヶ一-龠]")
_EXCEL_DATE = regex(
    r"^(?:[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}/[0-9]{1,2}|[A-Za-z]{3}-[0-9]{1,2}|[0-9]{1,2}-[A-Za-z]{3}|[0-9](?:\.[0-9]+)?E[+-]?[0-9]+)$"
)
_NOTHING = regex(r"^[-－―—–ー/／*※・\s\u3000]*$")
_AHEAD = regex(
    r"^\s*(?P<number>(?:[一-龠々]{1,14}\s*)?第\s*[0-9〇一二三四五六七八九十百]{1,9}(?:-[0-9]{1,9})?\s*号(?:\s*議案)?)"
    r"(?=[\s「『(【:、・]|$|に対する|の修正|修正|原案|中)[\s:、・]*(?P<rest>.*)$",
    re.DOTALL,
)
_AMENDMENT = regex(r"修正(?:案|動議)|組(?:み)?替え(?:を求める)?動議")
_NO_AMENDMENT = regex(r"修正案?(?:部分)?(?:が|を|の)?(?:除|否決)|修正議決(?:した)?部分")
# What a title says of the vote, not of the bill: left out of the title, kept as the vote's aspect.
_QUALIFIER = regex(
    r"[\s\u3000]*(?:[(（\[【〔](?:[^()（）\[\]【】〔〕]*提出の?)?(?:修正案|原案|修正動議|[^()（）]*修正[^()（）]*除く[^()（）]*|再議|再議に付す[^()（）]*|再議に付された[^()（）]*)[)）\]】〕]"
    r"|に対する修正(?:案|動議)|の修正(?:案|動議)|[\s\u3000]+(?:修正案|原案|再議))[\s\u3000]*$"
)
_ONLY_QUALIFIER = regex(r"^(?:に対する|の)?(?:修正(?:案|動議)|原案)$")


class Bill(Struct, frozen=True):
    """What was voted on: its numbers (several where a row names a range), its title, ``amend`` for an amendment."""

    numbers: tuple[BillNumber, ...]
    title: str
    amends: bool
    findings: tuple[Finding, ...] = ()

    @property
    def identified(self) -> bool:
        """Whether anything tells which bill it is."""
        return bool(self.numbers or self.title)


class _Numbered(Struct, frozen=True):
    numbers: tuple[BillNumber, ...] = ()
    rest: str = ""
    findings: tuple[Finding, ...] = ()


def is_serial(text: str) -> bool:
    """Say whether a number may be a day as Excel counts days (45839), of the years 2000 to 2099."""
    bare = fold_width(text).strip()
    return re.fullmatch(r"[0-9]{5}(?:\.0)?", bare) is not None and _FIRST_SERIAL <= int(bare[:5]) <= _LAST_SERIAL


def read_bill(
    number: str, title: str, place: Location, marks: frozenset[str] = frozenset(), *, serials: bool = False
) -> Bill:
    """Read a bill's number cell and title cell; ``marks`` are the footnote marks of the file, left out of both.

    ``serials``: a bare number of five digits is a day as Excel counts them.

    Findings: V110 (a number that became a date), V111 (a number that cannot be read), V116 (a number without a kind),
    V117 (other words beside the number).
    """
    number, title = (without_marks(flat(text), marks) for text in (number, title))
    if serials and is_serial(number):
        read = _Numbered(findings=(finding(rules.NUMBER_BECAME_DATE, place, number=number),))
    else:
        read = _numbered(number, place)
    if not read.numbers and not read.rest and not number:
        ahead = _AHEAD.match(fold_width(title)) if len(title) <= _LONGEST_TITLE else None
        if whole := _number(title):
            read, title = _Numbered((whole,)), ""
        elif ahead and (found := _number(ahead["number"])):
            read, title = _Numbered((found,)), title[ahead.start("rest") :].strip()
    if any(found.kind == "item" for found in read.numbers) and _JAPANESE.search(title):
        read = replace(read, findings=(finding(rules.NUMBER_WITHOUT_KIND, place, number=number),))
    amends = any(_AMENDMENT.search(text) and not _NO_AMENDMENT.search(text) for text in (number, title))
    if read.rest and not _is_qualifier(read.rest):
        if title and read.numbers:
            read = replace(
                read, findings=(*read.findings, finding(rules.NUMBER_REMARK, place, words=read.rest[:_LONGEST]))
            )
        title = title or read.rest
    title = _QUALIFIER.sub("", title) if len(title) <= _LONGEST_TITLE else title
    return Bill(
        read.numbers, "" if _ONLY_QUALIFIER.match(title) or _NOTHING.match(title) else title, amends, read.findings
    )


def _is_qualifier(words: str) -> bool:
    return _ONLY_QUALIFIER.match(words) is not None or not _QUALIFIER.sub("", words[:_LONGEST_TITLE])


def without_marks(text: str, marks: frozenset[str]) -> str:
    """Return a cell without a footnote's mark at its ends (件名※1, （注2）)."""
    if not marks or len(text) > _LONGEST_TITLE:
        return text
    mark = r"[(（\[]?(?:[※＊*]|注釈?)\s*[0-9０-９]{0,2}[)）\]]?"
    return re.sub(rf"^\s*{mark}\s*(?=\S)|(?<=\S)\s*{mark}\s*$", "", text)


def _numbered(cell: str, place: Location) -> _Numbered:
    text = fold_width(cell)
    if _NOTHING.match(cell):
        return _Numbered()
    if _became_date(text):
        return _Numbered(findings=(finding(rules.NUMBER_BECAME_DATE, place, number=cell),))
    alone = _number(text)
    if alone is None and len(several := bill_numbers_in(text[:_LONGEST])) > 1:
        return _Numbered(several)
    ahead = None if alone else _AHEAD.match(text)
    if ahead and (found := _number(ahead["number"])):
        return _Numbered((found,), cell[ahead.start("rest") :].strip())
    odd = odd_bill_number(text) if len(text) <= _LONGEST else None
    if number := alone or odd:
        return _Numbered((number,))
    return _Numbered(rest=cell, findings=(finding(rules.UNREADABLE_NUMBER, place, number=cell[:_LONGEST]),))


def _number(text: str) -> BillNumber | None:
    return parse_bill_number(text) if len(text) <= _LONGEST else None


def _became_date(text: str) -> bool:
    squeezed = re.sub(r"\s+", "", text)
    return _EXCEL_DATE.match(squeezed) is not None or (len(text) < _LONGEST and parse_date(text) is not None)
