"""Speakers' labels: ○議長（山田太郎君）, ◆12番（…議員）, ○（…議長）, ○山田議長, ● 町長 …, ◯議長, 【議長：…】.

A mark opens a label only at the start of a line and only if what follows is an office, a seat or a listed name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from council.parse.minutes.latin_labels import read_latin_label
from council.parse.minutes.lines import squeeze
from council.parse.minutes.names import KnownNames, is_role, looks_like_name
from council.parse.minutes.profile import Profile
from council.text.latin_names import is_latin
from council.text.names import comparable_name
from council.text.numerals import fold_width

_S = r"[ \t\u3000\u00a0]*"
_GAP = re.compile(r"[ \t\u3000\u00a0]+")
_TEXT = r"[^()\n。「」『』〔〕]"
_PARENTHESIS = re.compile(rf"(?P<head>{_TEXT}{{0,40}}?){_S}[(](?P<inner>{_TEXT}{{1,40}})[)]")
_ASIDE = re.compile(
    rf"(?P<head>{_TEXT}{{1,30}}?[(]{_TEXT}{{1,20}}[)]{_TEXT}{{0,20}}?){_S}[(](?P<inner>{_TEXT}{{2,20}})[)]"
)
_UNCLOSED = re.compile(rf"(?P<head>{_TEXT}{{1,20}}?){_S}[(](?P<inner>[^()\s\u3000。]{{2,12}})(?=[ \t\u3000])")
_SEAT = re.compile(r"^(?P<number>[0-9]{1,3}|[〇一二三四五六七八九十百]{1,4})番(?P<office>議員|委員)?")
_BRACKETED = re.compile(rf"^{_S}【{_S}(?P<role>[^】:：\n]{{2,24}}?){_S}(?:[:：]{_S}(?P<name>[^】\n]{{2,24}}?){_S})?】")
_TOKEN = re.compile(r"[^ \t\u3000\u00a0]+")
_MOST_TOKENS = 8
_SHORT = 8
_LONGEST_OFFICE = 24
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed and what it says; the speech begins at ``text_start``, after one separating space."""

    attribution: str
    role: str
    name: str
    meaning: str
    text_start: int


@dataclass(frozen=True, slots=True)
class _Head:
    """What a form read after the mark: office, name, and where the label ends in the text after the mark."""

    role: str
    name: str
    end: int


def read_label(line: str, profile: Profile, known: KnownNames) -> Label | None:
    """Return the label a line begins with, or None."""
    start = len(line) - len(line.lstrip(" \t\u3000\u00a0"))
    meaning = profile.markers.get(line[start : start + 1], "")
    if meaning == "heading":
        return None
    unmarked = not meaning
    after = start if unmarked else start + 1
    body = fold_width(line[after:])
    for form in profile.forms:
        if (form in _EITHER or (form in _WITHOUT_MARK) == unmarked) and (head := _FORMS[form](body, profile, known)):
            return _label(line, start, after, head, meaning)
    return None


def _label(line: str, start: int, after: int, head: _Head, meaning: str) -> Label:
    end = after + head.end
    separator = 1 if line[end : end + 1] in (" ", "\u3000", "\t", "\u00a0") and end < len(line) else 0
    name = _printed_name(line[start:end], head.name)
    return Label(line[start:end], _office(head.role, line[start:end]), name, meaning, end + separator)


def _office(folded: str, attribution: str) -> str:
    """Return the office without spaces (a Latin one with them), digits in half-width, brackets as wide as printed."""
    if is_latin(folded):
        return " ".join(folded.split())
    squeezed = squeeze(folded)
    return squeezed.replace("(", "（").replace(")", "）") if "（" in attribution else squeezed


def _printed_name(attribution: str, folded: str) -> str:
    """Return the name as the line prints it; the fold is one character for one, so places agree."""
    place = fold_width(attribution).rfind(folded)
    return attribution[place : place + len(folded)] if place >= 0 and folded else folded


def _without_honorific(name: str, profile: Profile) -> str:
    bare = name.strip(" \t\u3000\u00a0")
    pattern = _honorific_at_end(profile.honorifics)
    while len(bare) <= _LONGEST_NAME and (ending := pattern.search(bare)):
        if len(squeeze(bare[: ending.start()])) <= 1:
            break
        bare = bare[: ending.start()]
    return bare


@cache
def _honorific_at_end(honorifics: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<=\S){_S}(?:{'|'.join(_S.join(honorific) for honorific in honorifics)})$")


def _has_honorific(name: str, profile: Profile) -> bool:
    return _without_honorific(name, profile) != name.strip(" \t\u3000\u00a0")


def _first_letter(body: str) -> int:
    return len(body) - len(body.lstrip(" \t\u3000\u00a0"))


def _parenthesis(body: str, profile: Profile, known: KnownNames) -> _Head | None:
    for pattern in (_PARENTHESIS, _ASIDE, _UNCLOSED):
        match = pattern.match(body, _first_letter(body))
        if match and (head := _in_parenthesis(match, profile, known)):
            return head
    return None


def _in_parenthesis(match: re.Match[str], profile: Profile, known: KnownNames) -> _Head | None:
    role, inner = squeeze(match["head"]), match["inner"]
    name = _without_honorific(inner, profile)
    is_name = looks_like_name(squeeze(name)) and not is_role(squeeze(name), profile.roles)
    is_name = is_name and not profile.roles.not_names.search(inner)
    polite = _has_honorific(inner, profile)
    if not role:
        return _name_with_role(match, name, profile, known, polite=polite)
    if profile.roles.not_roles.search(role) or not is_name:
        return None
    if (
        _SEAT.fullmatch(role)
        or is_role(role, profile.roles)
        or ((polite or known.has(name)) and len(role) <= _LONGEST_OFFICE)
    ):
        return _Head(role, name, match.end())
    return None


def _name_with_role(
    match: re.Match[str], name: str, profile: Profile, known: KnownNames, *, polite: bool
) -> _Head | None:
    """Read （伊藤よしのり議長）, （井上さくら君）, （議長　山田太郎君）."""
    tokens = [token[0] for token in _TOKEN.finditer(name)]
    if len(tokens) > 1 and is_role(tokens[0], profile.roles):
        return _Head(tokens[0], name[name.index(tokens[0]) + len(tokens[0]) :].strip(" \t\u3000\u00a0"), match.end())
    split = _split_name_and_role(squeeze(name), profile, known)
    if split:
        return _Head(split[1], split[0], match.end())
    if is_role(squeeze(name), profile.roles):
        return None
    return _Head("", name, match.end()) if (polite and looks_like_name(squeeze(name))) or known.has(name) else None


def _split_name_and_role(squeezed: str, profile: Profile, known: KnownNames) -> tuple[str, str] | None:
    """Split 伊藤よしのり議長; a listed name may stand before any office, another only before the offices of people."""
    roles = profile.roles
    if surname := known.surname_before(squeezed):
        return surname, squeezed[len(surname) :]
    for role in sorted({*roles.after_names, *roles.executive, *roles.executive_endings}, key=len, reverse=True):
        name = squeezed.removesuffix(role)
        if name == squeezed or not looks_like_name(name) or roles.not_roles.search(squeezed):
            continue
        if comparable_name(name) in known.names or known.has(name):
            return name, role
        if role in roles.after_names and len(name) <= _SHORT and not roles.committee_words.search(name):
            return name, role
    return None


def _seat(body: str, profile: Profile, known: KnownNames) -> _Head | None:
    """Read 12番　山田太郎君　…, 12番　…, 12番山田太郎君　…."""
    tokens = list(_TOKEN.finditer(body))[:_MOST_TOKENS]
    if not tokens or not (seat := _SEAT.match(tokens[0][0])):
        return None
    if tokens[0][0] != seat[0]:
        name = tokens[0][0][seat.end() :]
        known_name = _has_honorific(name, profile) or known.has(name)
        bare = _without_honorific(name, profile)
        return _Head(seat[0], bare, tokens[0].end()) if known_name and looks_like_name(squeeze(bare)) else None
    named = _name_in(tokens[1:], body, profile, known)
    return _Head(seat[0], named.name, named.end) if named else _Head(seat[0], "", tokens[0].end())


def _role_name(body: str, profile: Profile, known: KnownNames) -> _Head | None:
    """Read 町長　山田太郎君　… and 議 長　山 田　太 郎 君　…: an office and a name that is listed or polite."""
    for count, role, rest in _leading_roles(body, profile):
        if rest and (named := _name_in(rest, body, profile, known)):
            return _Head(role, named.name, named.end)
        if count > _SHORT:
            break
    return None


def _name_in(tokens: list[re.Match[str]], body: str, profile: Profile, known: KnownNames) -> _Head | None:
    for count in range(min(5, len(tokens)), 0, -1):
        printed = body[tokens[0].start() : tokens[count - 1].end()]
        bare = _without_honorific(printed, profile)
        polite = bare != printed and looks_like_name(squeeze(bare)) and len(squeeze(bare)) <= _SHORT
        if comparable_name(printed) in known.names or (polite and not is_role(squeeze(bare), profile.roles)):
            return _Head("", bare, tokens[count - 1].end())
    return None


def _leading_roles(body: str, profile: Profile) -> list[tuple[int, str, list[re.Match[str]]]]:
    """Return the offices the first tokens make: one token, or single letters of a spaced office joined."""
    tokens = list(_TOKEN.finditer(body))[:_MOST_TOKENS]
    found = []
    for count in range(1, len(tokens) + 1):
        if count > 1 and any(len(token[0]) > 1 for token in tokens[:count]):
            break
        joined = "".join(token[0] for token in tokens[:count])
        if is_role(joined, profile.roles):
            found.append((count, body[tokens[0].start() : tokens[count - 1].end()], tokens[count:]))
    return found


def _name_role(body: str, profile: Profile, known: KnownNames) -> _Head | None:
    """Read おのせ康裕議長　…, 谷田川委員長）… and 山田太郎君　…."""
    token = _TOKEN.match(body.lstrip(" \t\u3000\u00a0"))
    if not token:
        return None
    end = len(body) - len(body.lstrip(" \t\u3000\u00a0")) + token.end()
    word = token[0].split(")")[0]
    if word != token[0]:
        end -= len(token[0]) - len(word) - 1
    if profile.roles.not_roles.search(word):
        return None
    if split := _split_name_and_role(word, profile, known):
        return _Head(split[1], split[0], end)
    office = next((role for role in (*profile.roles.presiding, *profile.roles.executive) if word.startswith(role)), "")
    name = word.removeprefix(office)
    bare = _without_honorific(name, profile)
    polite = bare != name and looks_like_name(bare) and len(bare) <= _SHORT and not is_role(word, profile.roles)
    return _Head(office, bare, end) if polite or comparable_name(name) in known.names else None


def _role(body: str, profile: Profile, _known: KnownNames) -> _Head | None:
    """Read 議長　…: an office alone, then a space or the end of the line."""
    roles = _leading_roles(body, profile)
    if not roles:
        return None
    _, role, _ = roles[0]
    return _Head(role, "", body.index(role) + len(role))


def _bracketed(body: str, profile: Profile, known: KnownNames) -> _Head | None:
    match = _BRACKETED.match(body)
    if not match or not is_role(squeeze(match["role"]), profile.roles):
        return None
    del known
    return _Head(match["role"], _without_honorific(match["name"] or "", profile), match.end())


def _unmarked(body: str, profile: Profile, known: KnownNames) -> _Head | None:
    """Read 議長（山田太郎君）　… without a mark: only before a space, an office or seat outside, a polite name inside."""
    match = _PARENTHESIS.match(body, _first_letter(body))
    if not match or not match["head"] or not _GAP.match(body[match.end() :] or " "):
        return None
    head = _in_parenthesis(match, profile, known)
    sure = _has_honorific(match["inner"], profile) or known.has(match["inner"])
    return head if head and sure and (_SEAT.fullmatch(head.role) or is_role(head.role, profile.roles)) else None


def _colon(body: str, profile: Profile, known: KnownNames) -> _Head | None:
    found = read_latin_label(body, profile, known)
    return _Head(found.role, found.name, found.end) if found else None


_Form = Callable[[str, Profile, KnownNames], _Head | None]
_FORMS: Mapping[str, _Form] = {
    "parenthesis": _parenthesis,
    "seat": _seat,
    "role-name": _role_name,
    "name-role": _name_role,
    "role": _role,
    "bracketed": _bracketed,
    "unmarked": _unmarked,
    "colon": _colon,
}
_WITHOUT_MARK = ("bracketed", "unmarked")
_EITHER = ("colon",)  # with a mark and without
