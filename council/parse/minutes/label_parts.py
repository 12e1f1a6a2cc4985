"""What speakers' labels are made of: offices at the front, names with honorifics, a name and its office in one word."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from council.parse.minutes.lines import squeeze
from council.parse.minutes.names import KnownNames, is_role, looks_like_name
from council.parse.minutes.profile import Profile
from council.text.names import comparable_name
from council.text.patterns import regex

SPACES = r"[ \t\u3000\u00a0]*"
TOKEN = regex(r"[^ \t\u3000\u00a0]+")
MOST_TOKENS = 8
SHORT = 8
LONGEST_OFFICE = 24
LONGEST_NAME = 60


class Head(Struct, frozen=True):
    """What a form read after the mark: office, name, and where the label ends in the text after the mark."""

    role: str
    name: str
    end: int


def without_honorific(name: str, profile: Profile) -> str:
    """Return a name without 君, さん, 議員 … at its end."""
    bare = name.strip(" \t\u3000\u00a0")
    pattern = _honorific_at_end(profile.honorifics)
    while len(bare) <= LONGEST_NAME and (ending := pattern.search(bare)):
        if len(squeeze(bare[: ending.start()])) <= 1:
            break
        bare = bare[: ending.start()]
    return bare


@cache
def _honorific_at_end(honorifics: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<=\S){SPACES}(?:{'|'.join(SPACES.join(honorific) for honorific in honorifics)})$")


def has_honorific(name: str, profile: Profile) -> bool:
    """Say whether a name ends in an honorific."""
    return without_honorific(name, profile) != name.strip(" \t\u3000\u00a0")


def split_name_and_role(squeezed: str, profile: Profile, known: KnownNames) -> tuple[str, str] | None:
    """Split 伊藤よしのり議長; a listed name may stand before any office, another only before the offices of people."""
    roles = profile.roles
    if squeezed in roles.executive or squeezed in roles.presiding:
        return None
    if surname := known.surname_before(squeezed):
        return surname, squeezed[len(surname) :]
    for role in sorted({*roles.after_names, *roles.executive, *roles.executive_endings}, key=len, reverse=True):
        name = squeezed.removesuffix(role)
        if name == squeezed or not looks_like_name(name) or roles.not_roles.search(squeezed):
            continue
        if comparable_name(name) in known.names or known.has(name):
            return name, role
        longer = any(
            office != role and office.endswith(role) and squeezed.endswith(office) for office in roles.executive
        )
        if longer:
            return None  # 監物代表監査委員 ends in 委員, but nobody is called 監物代表監査
        if role in roles.after_names and len(name) <= SHORT and not roles.committee_words.search(name):
            return name, role
    return None


def name_in(tokens: list[re.Match[str]], body: str, profile: Profile, known: KnownNames) -> Head | None:
    """Return the name that the first tokens make, listed or polite."""
    for count in range(min(5, len(tokens)), 0, -1):
        printed = body[tokens[0].start() : tokens[count - 1].end()]
        bare = without_honorific(printed, profile)
        polite = bare != printed and looks_like_name(squeeze(bare)) and len(squeeze(bare)) <= SHORT
        if comparable_name(printed) in known.names or (polite and not is_role(squeeze(bare), profile.roles)):
            return Head("", bare, tokens[count - 1].end())
    return None


def leading_roles(body: str, profile: Profile) -> list[tuple[int, str, list[re.Match[str]]]]:
    """Return the offices the first tokens make: one token, or single letters of a spaced office joined."""
    tokens = list(TOKEN.finditer(body))[:MOST_TOKENS]
    found = []
    for count in range(1, len(tokens) + 1):
        if count > 1 and any(len(token[0]) > 1 for token in tokens[:count]):
            break
        joined = "".join(token[0] for token in tokens[:count])
        if is_role(joined, profile.roles):
            found.append((count, body[tokens[0].start() : tokens[count - 1].end()], tokens[count:]))
    return found


def is_headed(rest: str, profile: Profile) -> bool:
    """Say whether what follows an office alone is a heading's words (○市長　施政方針), not a speech's."""
    short = rest.strip()
    return len(short) <= LONGEST_OFFICE and "。" not in short and bool(profile.heading_words.search(short))
