"""Which headings are people: by the roster's names, never by guessing; offices and seats written beside a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from msgspec import Struct

from council.model.votes import Role
from council.parse.votes.groups import Groups
from council.parse.votes.lines import flat
from council.text.names import comparable_name, folded_name
from council.text.numerals import fold_width
from council.text.patterns import regex

_LONGEST = 60
_SEAT = regex(r"^[(（]?[0-9０-９]{1,3}(?:番|[.．、:：)）\s\u3000])[\s\u3000]*")
_BRACKET = regex(r"[(（\[【〔][^)）\]】〕]*[)）\]】〕]")
_OFFICE = regex(
    r"^(?:(?P<before>副?議長)(?:[\s\u3000・:：]+|(?=[(（])))|[\s\u3000]*[(（\[【]?(?P<after>副?議長)[)）\]】]?$",
    re.DOTALL,
)
_OFFICES = regex(r"^(?P<office>副?議長)$")
_SEATS = regex(r"^(?:第?[0-9]+番?|[①-⑳])$")


class HeadingName(Struct, frozen=True):
    """A name as a heading prints it, without seat and office; ``office`` CHAIR or VICE_CHAIR where it stands beside it."""

    name: str
    known: bool
    office: Role = Role.MEMBER


@dataclass(frozen=True)
class Names:
    """The names of the roster and of attendance lists, as `comparable_name` gives them."""

    exact: frozenset[str]
    groups: Groups = field(default_factory=Groups)
    folded: frozenset[str] = field(init=False)
    _memo: dict[str, bool] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Index the names for the second try."""
        object.__setattr__(self, "exact", frozenset(name for name in self.exact if name))
        object.__setattr__(self, "folded", frozenset(folded_name(name) for name in self.exact))

    def has(self, text: str) -> bool:
        """Say whether a text is a roster name, exactly or in variant characters."""
        if not text or not self.exact:
            return False
        if text not in self._memo:
            self._memo[text] = comparable_name(text) in self.exact or folded_name(text) in self.folded
        return self._memo[text]

    def is_group(self, text: str) -> bool:
        """Say whether a heading is a parliamentary group and no person."""
        return bool(text) and self.groups.has(text) and not (self.has(text) or self.begins(text))

    def begins(self, text: str) -> bool:
        """Say whether a text may be a bare surname: a roster name begins with it, or ends with it in Latin letters."""
        key = comparable_name(text)
        if not key or (len(key) > 4 and not key.isascii()):  # noqa: PLR2004 - no longer surname is borne
            return False
        if key.isascii():
            return len(key) > 1 and key.istitle() and any(name.endswith(key) for name in self.exact)
        folded = folded_name(key)
        return any(name.startswith(folded) and name != folded for name in self.folded)

    def read(self, text: str) -> HeadingName:
        """Return the name a heading prints: 12番 山田太郎, 山田太郎（議長） → 山田太郎."""
        printed = flat(text)
        if len(printed) > _LONGEST or self.has(printed):
            return HeadingName(printed, known=len(printed) <= _LONGEST)
        seatless = _SEAT.sub("", printed) or printed
        match = _OFFICE.search(seatless)
        bare = _OFFICE.sub("", seatless).strip() if match else seatless
        office = office_of((match["before"] or match["after"]) if match else "")
        if match and (not bare or not (self.has(bare) or "(" in fold_width(match[0]) or match["before"])):
            bare, office = seatless, Role.MEMBER
        unbracketed = _BRACKET.sub("", bare).strip()
        if unbracketed != bare and self.has(unbracketed) and not self.has(bare):
            bare = unbracketed
        bare = re.sub(r"^[(（]([^()（）]+)[)）]$", r"\1", bare)
        return HeadingName(bare, self.has(bare) or self.begins(bare), office)


def office_of(text: str) -> Role:
    """Return the role an office word says; MEMBER for anything else."""
    match = _OFFICES.match(flat(text))
    if not match:
        return Role.MEMBER
    return Role.VICE_CHAIR if match["office"] == "副議長" else Role.CHAIR


def is_seat(text: str) -> bool:
    """Say whether a heading is only a seat (12, 12番)."""
    return _SEATS.match("".join(fold_width(text).split())) is not None
