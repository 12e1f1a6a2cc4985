"""Words of tables of referrals: bills at the head of a text, committees that a cell names and nothing else."""

from __future__ import annotations

import re

from council.model.bill_numbers import BillNumber, bill_numbers_in
from council.parse.minutes.lines import squeeze
from council.text.numerals import fold_width
from council.text.patterns import regex

BARS = regex(r"[|│┃｜]")
RULE = regex(r"^[─━―—\-=┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛┠┨┯┷┝┥╂+|│┃]+$")
_COUNT = regex(r"[(][0-9一二三四五六七八九十]+件[)]$")
_COMMITTEE = regex(r"(?!付託|所管|各|常任委員会|特別委員会)[一-龠々ぁ-んァ-ヶー・]{1,20}委員会")
_NUMBER = r"(?:[一-龠々]{0,8}第[ \u3000]*[0-9一二三四五六七八九十百〇]+[ \u3000]*号(?:議案)?)"
# The bills at the head of a line; further on, a title may name the bill of somebody else.
_BILLS = regex(rf"{_NUMBER}(?:[ \u3000]*(?:から|及び|並びに|、|・|~)[ \u3000]*(?:{_NUMBER}|第[ 0-9]+号)|まで)*")


def bills_at_head(text: str) -> tuple[BillNumber, ...]:
    """Return the bills that a text begins with."""
    found = _BILLS.match(fold_width(text).strip())
    return bill_numbers_in(found[0]) if found else ()


def is_committee(squeezed: str) -> bool:
    """Say whether a text without spaces names committees and nothing else."""
    return bool(committees_in(squeezed))


def committees_in(squeezed: str) -> tuple[str, ...]:
    """Return the committees a cell names, if it names nothing else."""
    names = tuple(name for name in re.split(r"[、,・/](?=.)", _COUNT.sub("", squeezed)) if name)
    whole = _COUNT.sub("", squeezed)
    if all(_COMMITTEE.fullmatch(name) for name in names):
        return names
    return (whole,) if _COMMITTEE.fullmatch(whole) else ()


def joined(cell: str) -> str:
    """Return the committees of a cell without spaces: one on each line, or one over several lines."""
    lines = [squeeze(line) for line in cell.split("\n") if line.strip()]
    return "、".join(lines) if all(is_committee(line) for line in lines) else "".join(lines)
