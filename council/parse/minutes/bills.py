"""The bills that a line of minutes is about: not those that the title of a petition only names."""

from __future__ import annotations

from council.model.bill_numbers import BillNumber, bill_numbers_in
from council.text.numerals import fold_width
from council.text.patterns import regex

_NAMED_BY_ANOTHER = regex(
    r"[一-龠々]{1,8}[ \u3000]*第[ \u3000]*[0-9〇一二三四五六七八九十百]+[ \u3000]*号"
    r"(?=(?:に(?:反対|賛成)する|の(?:否決|廃案|可決|撤回|修正)を求める)[^。]{0,20}(?:請願|陳情|意見書|要望|決議))"
)


def bills_in(text: str) -> tuple[BillNumber, ...]:
    """Return the bills that a text is about: 請願第1号　議案第41号に反対する請願 → 請願第1号."""
    found = bill_numbers_in(text)
    return bill_numbers_in(_NAMED_BY_ANOTHER.sub("", fold_width(text))) if len(found) > 1 else found
