"""Declarations that tell several results at once: 議案第1号は原案可決、認定第1号は認定されました."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from council.parse.minutes.bills import bills_in
from council.parse.minutes.sentences import Sentence
from council.text.patterns import regex

_VERSION = regex(r"修正案は|原案は|修正部分|その他の部分|その余の部分")


def clauses_of(sentence: Sentence, result_of: Callable[[str], str]) -> tuple[Sentence, ...]:
    """Cut a declaration where each part names its own bills and its own result; else return it whole."""
    parts: list[str] = []
    pending = ""
    for piece in sentence.text.split("、"):
        pending = f"{pending}、{piece}" if pending else piece
        if result_of(pending):
            parts.append(pending)
            pending = ""
    cut = tuple(replace(sentence, text=part, bills=bills_in(part)) for part in parts)
    told = {bill for part in cut for bill in part.bills}
    by_bill = all(part.bills for part in cut) and told == set(sentence.bills)
    by_version = all(_VERSION.search(part.text) for part in cut)
    return cut if len(cut) > 1 and not pending and (by_bill or by_version) else (sentence,)
