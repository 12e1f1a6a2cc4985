"""Which headings are parliamentary groups (会派): what a group's column says is nobody's vote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from council.parse.votes.lines import flat
from council.text.numerals import fold_width
from council.text.patterns import regex

_SHORTEST = 2  # 自民 for 自民クラブ; one character may begin anything
_LONGEST = 40
_KNOWN = frozenset(
    "自民 自由民主 自由民主党 公明 公明党 共産 共産党 日本共産党 立憲 立憲民主 立憲民主党 維新 日本維新の会 国民民主 国民民主党 社民 社民党 社会民主党 "
    "れいわ れいわ新選組 参政 参政党 民主 民主党 無所属 無会派 諸派 会派に属さない議員".split()
)
_ENDING = regex(
    r"(?:クラブ|倶楽部|会派|フォーラム|ネット(?:ワーク)?|議員団|市議団|区議団|町議団|村議団|県議団|の風|無所属|ひとり会派|[^\W\d_]の?会|(?<=..)党"
    r"|\b(?:party|group|caucus))$",
    re.IGNORECASE,
)
_SIZE = regex(r"[\s\u3000]*(?:[(\[]\s*[0-9]{1,3}\s*(?P<bracketed>[人名])?\s*[)\]]|(?P<plain>[0-9]{1,3})\s*[人名])$")


@dataclass(frozen=True)
class Groups:
    """The names of groups that the roster knows; others are told by how groups are named."""

    known: Iterable[str] = ()
    _keys: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Index the names as they are compared."""
        object.__setattr__(self, "_keys", frozenset(filter(None, map(_key, self.known))))

    def has(self, text: str) -> bool:
        """Say whether a heading is a group's name, its beginning (自民), or a name with its size (自民クラブ(8), 公明 3人)."""
        printed = fold_width(flat(text)).strip()
        if not printed or len(printed) > _LONGEST:
            return False
        size = _SIZE.search(printed)
        counted = size is not None and (size["bracketed"] or size["plain"]) is not None
        key = _key(printed[: size.start()] if size else printed)
        return counted or self._is_group(key)

    def _is_group(self, key: str) -> bool:
        if key in self._keys or key in _KNOWN:
            return True
        begun = [known for known in self._keys if len(key) >= _SHORTEST and known.startswith(key)]
        return len(begun) == 1 or (len(key) > _SHORTEST and _ENDING.search(key) is not None)


def _key(name: str) -> str:
    folded = fold_width(name)
    return " ".join(folded.split()) if folded.isascii() else "".join(folded.split())
