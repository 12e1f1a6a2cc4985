"""Speakers' labels of English minutes: Mayor Jane Smith: …, Chair (Jane Smith): …, CITY CLERK: …."""

from __future__ import annotations

from msgspec import Struct

from council.parse.minutes.lines import squeeze
from council.parse.minutes.names import KnownNames
from council.parse.minutes.profile import Profile, Roles
from council.text.names import comparable_name
from council.text.patterns import regex

_S = r"[ \t\u3000\u00a0]*"
_LABEL = regex(
    rf"{_S}(?P<head>[A-Z][^:()。「」\n]{{1,48}}?){_S}(?:[(](?P<inner>[^:()\n]{{2,48}})[)])?{_S}:(?=[ \t\u3000\u00a0]|$)"
)
_NAME = regex(r"^[A-Z\u00c0-\u00de][\w.'’\-]*(?: [A-Za-z\u00c0-\u024f][\w.'’\-]*){0,4}$")


class LatinLabel(Struct, frozen=True):
    """An office and a name before a colon; ``end`` is the place after the colon."""

    role: str
    name: str
    end: int


def read_latin_label(body: str, profile: Profile, known: KnownNames) -> LatinLabel | None:
    """Return the label a line begins with: a known office, with a name or without, or the name of somebody listed."""
    match = _LABEL.match(body)
    if not match or profile.roles.not_roles.search(squeeze(match["head"])):
        return None
    role, rest = _office_first(match["head"], profile.roles)
    if inner := match["inner"]:
        role = role if not rest else _office(match["head"], profile.roles)
        return LatinLabel(role, inner.strip(), match.end()) if role and _NAME.match(inner.strip()) else None
    if rest and (not _NAME.match(rest) or profile.roles.not_names.search(rest)):
        return None
    return LatinLabel(role, rest, match.end()) if role or _is_listed(rest, known) else None


def _is_listed(name: str, known: KnownNames) -> bool:
    """Say whether the lists name somebody so; labels are often in capitals."""
    return comparable_name(name).casefold() in {one.casefold() for one in known.names}


def _office_first(head: str, roles: Roles) -> tuple[str, str]:
    """Cut the longest known office off the front, spelt as the profile spells it."""
    words = head.split()
    offices = {role.casefold(): role for role in (*roles.presiding, *roles.members, *roles.executive)}
    for count in range(len(words), 0, -1):
        if office := offices.get(" ".join(words[:count]).casefold()):
            return office, " ".join(words[count:])
    return "", " ".join(words)


def _office(head: str, roles: Roles) -> str:
    """Return an office as printed (Director of Finance) if one of its words is one, else nothing."""
    known = {word.casefold() for word in (*roles.presiding, *roles.executive, *roles.executive_endings)}
    return " ".join(head.split()) if any(word.casefold() in known for word in head.split()) else ""
