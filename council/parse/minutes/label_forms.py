"""The forms of speakers' labels: ○議長（山田太郎君）, ◆12番（…議員）, ○（…議長）, ○山田議長, ● 町長 …, ◯議長, 【議長：…】.

What follows the mark must be an office, a seat or a listed name. Each form takes the text after the mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from council.parse.minutes.label_parts import (
    LONGEST_NAME,
    LONGEST_OFFICE,
    MOST_TOKENS,
    SHORT,
    SPACES,
    TOKEN,
    Head,
    has_honorific,
    is_headed,
    leading_roles,
    name_in,
    split_name_and_role,
    without_honorific,
)
from council.parse.minutes.latin_labels import read_latin_label
from council.parse.minutes.lines import squeeze
from council.parse.minutes.names import KnownNames, is_role, looks_like_name
from council.parse.minutes.profile import Profile
from council.text.names import comparable_name
from council.text.patterns import regex

_GAP = regex(r"[ \t\u3000\u00a0]+")
_TEXT = r"[^()\n。「」『』〔〕]"
_PARENTHESIS = regex(rf"(?P<head>{_TEXT}{{0,40}}?){SPACES}[(](?P<inner>{_TEXT}{{1,40}})[)]")
_ASIDE = regex(
    rf"(?P<head>{_TEXT}{{1,30}}?[(]{_TEXT}{{1,20}}[)]{_TEXT}{{0,20}}?){SPACES}[(](?P<inner>{_TEXT}{{2,20}})[)]"
)
_UNCLOSED = regex(rf"(?P<head>{_TEXT}{{1,20}}?){SPACES}[(](?P<inner>[^()\s\u3000。]{{2,12}})(?=[ \t\u3000])")
_SEAT = regex(r"^(?P<number>[0-9]{1,3}|[〇一二三四五六七八九十百]{1,4})番(?P<office>議員|委員)?")
_BRACKETED = regex(
    rf"^{SPACES}【{SPACES}(?P<role>[^】:：\n]{{2,24}}?){SPACES}(?:[:：]{SPACES}(?P<name>[^】\n]{{2,24}}?){SPACES})?】"
)
_ANGLED = regex(
    rf"^{SPACES}[<〈《]{SPACES}(?P<role>[^>〉》:\n]{{2,24}}?){SPACES}(?::{SPACES}(?P<name>[^>〉》\n]{{2,24}}?){SPACES})?[>〉》](?=\s|$)"
)
_FEW_LETTERS = 4


def _first_letter(body: str) -> int:
    return len(body) - len(body.lstrip(" \t\u3000\u00a0"))


def _parenthesis(body: str, profile: Profile, known: KnownNames) -> Head | None:
    for pattern in (_PARENTHESIS, _ASIDE, _UNCLOSED):
        match = pattern.match(body, _first_letter(body))
        if match and (head := _in_parenthesis(match, profile, known)):
            return head
    return None


def _in_parenthesis(match: re.Match[str], profile: Profile, known: KnownNames) -> Head | None:
    role, inner = squeeze(match["head"]), match["inner"]
    name = without_honorific(inner, profile)
    is_name = looks_like_name(squeeze(name)) and not is_role(squeeze(name), profile.roles)
    is_name = is_name and not profile.roles.not_names.search(inner)
    polite = has_honorific(inner, profile)
    if not role:
        return _name_with_role(match, name, profile, known, polite=polite)
    if profile.roles.not_roles.search(role) or not is_name:
        return None
    if (
        _SEAT.fullmatch(role)
        or is_role(role, profile.roles)
        or ((polite or known.has(name)) and len(role) <= LONGEST_OFFICE)
    ):
        return Head(role, name, match.end())
    return None


def _name_with_role(
    match: re.Match[str], name: str, profile: Profile, known: KnownNames, *, polite: bool
) -> Head | None:
    """Read （伊藤よしのり議長）, （井上さくら君）, （議長　山田太郎君）."""
    tokens = [token[0] for token in TOKEN.finditer(name)]
    if len(tokens) > 1 and is_role(tokens[0], profile.roles):
        return Head(tokens[0], name[name.index(tokens[0]) + len(tokens[0]) :].strip(" \t\u3000\u00a0"), match.end())
    whole = squeeze(match["inner"])
    office = known.surname_before(whole)  # 監物正代表監査委員: its end is no honorific
    split = (office, whole[len(office) :]) if office else split_name_and_role(squeeze(name), profile, known)
    if split:
        return Head(split[1], split[0], match.end())
    if is_role(squeeze(name), profile.roles) or is_role(whole, profile.roles):
        return None
    return Head("", name, match.end()) if (polite and looks_like_name(squeeze(name))) or known.has(name) else None


def _seat(body: str, profile: Profile, known: KnownNames) -> Head | None:
    """Read 12番　山田太郎君　…, 12番　…, 12番山田太郎君　…."""
    tokens = list(TOKEN.finditer(body))[:MOST_TOKENS]
    if not tokens or not (seat := _SEAT.match(tokens[0][0])):
        return None
    if tokens[0][0] != seat[0]:
        name = tokens[0][0][seat.end() :]
        known_name = has_honorific(name, profile) or known.has(name)
        bare = without_honorific(name, profile)
        return Head(seat[0], bare, tokens[0].end()) if known_name and looks_like_name(squeeze(bare)) else None
    named = name_in(tokens[1:], body, profile, known)
    if named:
        return Head(seat[0], named.name, named.end)
    return None if is_headed(body[tokens[0].end() :], profile) else Head(seat[0], "", tokens[0].end())


def _role_name(body: str, profile: Profile, known: KnownNames) -> Head | None:
    """Read 町長　山田太郎君　… and 議 長　山 田　太 郎 君　…: an office and a name that is listed or polite."""
    for count, role, rest in leading_roles(body, profile):
        if rest and (named := name_in(rest, body, profile, known)):
            return Head(role, named.name, named.end)
        if count > SHORT:
            break
    return None


def _name_role(body: str, profile: Profile, known: KnownNames) -> Head | None:
    """Read おのせ康裕議長　…, 谷田川委員長）… and 山田太郎君　…."""
    token = TOKEN.match(body.lstrip(" \t\u3000\u00a0"))
    if not token:
        return None
    end = len(body) - len(body.lstrip(" \t\u3000\u00a0")) + token.end()
    if spaced := _spaced_name_and_role(body, profile, known):
        return spaced
    word = token[0].split(")")[0]
    if word != token[0]:
        end -= len(token[0]) - len(word) - 1
    if profile.roles.not_roles.search(word):
        return None
    if split := split_name_and_role(word, profile, known):
        return Head(split[1], split[0], end)
    office = next((role for role in (*profile.roles.presiding, *profile.roles.executive) if word.startswith(role)), "")
    name = word.removeprefix(office)
    bare = without_honorific(name, profile)
    polite = bare != name and looks_like_name(bare) and len(bare) <= SHORT and not is_role(word, profile.roles)
    return Head(office, bare, end) if polite or comparable_name(name) in known.names else None


def _spaced_name_and_role(body: str, profile: Profile, known: KnownNames) -> Head | None:
    """Read 山野　太郎議長　…: two words that begin with a listed name and end in an office."""
    first, second = (*TOKEN.finditer(body, 0, LONGEST_NAME), None, None)[:2]
    if not first or not second or is_role(first[0], profile.roles):
        return None
    split = split_name_and_role(second[0], profile, known) if _is_surname(first[0], profile) else None
    if split and split[1] in (*profile.roles.presiding, *profile.roles.executive):
        return Head(split[1], body[first.start() : second.start()] + split[0], second.end())
    joined = first[0] + second[0]
    listed = (name for name in known.names if joined.startswith(name) and len(name) > len(first[0]))
    name = max(listed, key=len, default="")
    office = joined.removeprefix(name)
    return Head(office, name, second.end()) if name and is_role(office, profile.roles) else None


def _is_surname(word: str, profile: Profile) -> bool:
    is_other = profile.heading_words.search(word) or profile.roles.not_names.search(word)
    return len(word) < _FEW_LETTERS and looks_like_name(f"{word}々") and not is_other


def _role(body: str, profile: Profile, _known: KnownNames) -> Head | None:
    """Read 議長　…: an office alone, then a space or the end of the line."""
    roles = leading_roles(body, profile)
    if not roles:
        return None
    _, role, _ = roles[0]
    end = body.index(role) + len(role)
    return None if is_headed(body[end:], profile) else Head(role, "", end)


def _bracketed(body: str, profile: Profile, known: KnownNames) -> Head | None:
    return _enclosed(_BRACKETED.match(body), profile, known)


def _angled(body: str, profile: Profile, known: KnownNames) -> Head | None:
    """Read ＜議長＞ and 〈市長：山田太郎〉, alone in its line or before a space."""
    return _enclosed(_ANGLED.match(body), profile, known)


def _enclosed(match: re.Match[str] | None, profile: Profile, known: KnownNames) -> Head | None:
    role = squeeze(match["role"]) if match else ""
    if not match:
        return None
    if not match["name"] and (split := split_name_and_role(role, profile, known)):
        return Head(split[1], split[0], match.end())
    if not (is_role(role, profile.roles) or (match["name"] and _SEAT.fullmatch(role))):
        return None
    return Head(match["role"], without_honorific(match["name"] or "", profile), match.end())


def _unmarked(body: str, profile: Profile, known: KnownNames) -> Head | None:
    """Read 議長（山田太郎君）　… without a mark: only before a space, an office or seat outside, a polite name inside."""
    match = _PARENTHESIS.match(body, _first_letter(body))
    if not match or not match["head"] or not _GAP.match(body[match.end() :] or " "):
        return None
    head = _in_parenthesis(match, profile, known)
    sure = has_honorific(match["inner"], profile) or known.has(match["inner"])
    return head if head and sure and (_SEAT.fullmatch(head.role) or is_role(head.role, profile.roles)) else None


def _colon(body: str, profile: Profile, known: KnownNames) -> Head | None:
    found = read_latin_label(body, profile, known)
    return Head(found.role, found.name, found.end) if found else None


_Form = Callable[[str, Profile, KnownNames], Head | None]
FORMS: Mapping[str, _Form] = {
    "parenthesis": _parenthesis,
    "seat": _seat,
    "role-name": _role_name,
    "name-role": _name_role,
    "role": _role,
    "bracketed": _bracketed,
    "angled": _angled,
    "unmarked": _unmarked,
    "colon": _colon,
}
WITHOUT_MARK = ("bracketed", "angled", "unmarked")
EITHER = ("colon",)  # with a mark and without
