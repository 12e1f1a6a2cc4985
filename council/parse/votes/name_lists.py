"""Cells that hold the names of all who took one side: 賛成者「高橋一郎、鈴木花子」."""

from __future__ import annotations

import re
from collections.abc import Iterable

from council.parse.votes.lines import flat
from council.parse.votes.names import Names
from council.text.numerals import fold_width
from council.text.patterns import regex

_LONGEST = 2000
_SIDE = regex(
    r"^(?P<side>賛成|反対|棄権|欠席|退席|除斥|ayes?|yeas?|noes|nays?|no|yes|for|against|abstain(?:ed)?|absent|excused)"
    r"(?:した)?(?:議員|委員|者|の者)?(?:氏名|名)?(?:[(\[][0-9]{1,3}[人名]?[)\]]|[0-9]{1,3}[人名])?[:：]?$",
    re.IGNORECASE,
)
_ENGLISH = {"ayes": "aye", "yeas": "yea", "noes": "no", "nays": "nay", "abstained": "abstain"}
_BETWEEN = regex(r"[、，,;；\n\r\t]+")
_NAME = regex(r"^[一-龠々ぁ-んァ-ヶー\s\u3000]{2,12}$")
_NO_NAME = regex(r"全員|多数|少数|全会|一致|なし|以上|異議|出席|その他|議員$")


def side_of(text: str) -> str:
    """Return the option's word that heads a list of names (賛成 of 賛成者（18人）), empty for anything else."""
    match = _SIDE.match("".join(fold_width(flat(text)).split()))
    side = match["side"].casefold() if match else ""
    return _ENGLISH.get(side, side)


def pieces(text: str, names: Names) -> tuple[str, ...]:
    """Return the names of a list; ・ and spaces part them only where nothing else does and each part is a name."""
    parts = [part.strip() for part in _BETWEEN.split(text[:_LONGEST]) if part.strip()]
    if len(parts) == 1 and not names.has(parts[0]):
        for mark in (r"[・･]", r"[\s\u3000]+"):
            smaller = [part for part in re.split(mark, parts[0]) if part]
            if len(smaller) > 1 and (all(map(names.has, smaller)) or (mark.startswith("[・") and not names.exact)):
                return tuple(smaller)
    return tuple(parts)


def looks_like_names(texts: Iterable[str], names: Names) -> bool:
    """Say whether cells are lists of names: one of them is a roster's, or without a roster all may be."""
    told = [name for text in texts for name in pieces(text, names)]
    if names.exact:
        return any(names.has(name) for name in told)
    return bool(told) and all(_NAME.match(name) and not _NO_NAME.search(name) for name in told)
