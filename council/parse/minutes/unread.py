"""Lines that are surely somebody's label though no form of the layout reads it.

The speech before such a line must end there: what follows is nobody's known words, and never the former speaker's.
"""

from __future__ import annotations

from council.parse.minutes.labels import Label, read_label
from council.parse.minutes.lines import squeeze
from council.parse.minutes.names import KnownNames, is_executive, is_role
from council.parse.minutes.profile import Profile
from council.text.numerals import fold_width
from council.text.patterns import regex

_MARKS = frozenset("○◯〇◎◆◇●△▲▽▼□■☆★◉・＊*►▶【《〈<＜")
_BULLETS = "・＊*"
_OPENED = regex(r"^[【《〈<](?P<role>[^】》〉>:]{2,24}?)(?::(?P<name>[^】》〉>]{2,24}))?[】》〉>]")
_MARKED = regex(r"^.(?P<head>[^。、(「『]{0,24})[(](?P<inner>[^。)「『]{2,24})[)]?$")
# ○（山田総務部長）お答え… : without a space, but with a name before the office.
_ONLY = regex(r"^.(?P<head>)[(](?P<inner>[^。)「『]{4,24})[)]")
_SEAT = regex(r"[0-9]{1,3}番(?:議員|委員)?")
_NAMED = regex(
    r"^.[ \t\u3000]*(?P<first>[^\s。、（(「『0-9０-９]{1,4})[ \u3000](?P<second>[^\s。、（(「『]{3,20})[ \u3000]"
)
_TEXT = regex(r"[)）][ \t\u3000\u00a0]|[)）]$")


def is_unread_label(text: str, profile: Profile, known: KnownNames) -> bool:
    """Say whether a line that is no label of the layout is one of another.

    A known speaker behind another mark, an office or seat in other brackets, or brackets behind a mark that hold an
    office or a listed name.
    """
    bare = text.strip(" \t\u3000\u00a0")
    if bare[:1] not in _MARKS:
        return False
    return (
        _in_brackets(bare, profile, known)
        or _behind_mark(bare, profile, known)
        or _not_understood(bare, profile, known)
        or (bare[0] not in _BULLETS and _two_words(bare, profile))
    )


def _two_words(bare: str, profile: Profile) -> bool:
    """Find ○山田　太郎企画課長　… : a name in two words whose second ends in an office, and a sentence."""
    match = _NAMED.match(bare)
    if not match or "。" not in bare or profile.heading_words.search(match["first"]):
        return False
    if is_role(match["first"], profile.roles) or profile.roles.not_roles.search(match["first"]):
        return False
    offices = (*profile.roles.after_names, *profile.roles.executive, *profile.roles.executive_endings)
    office = max((one for one in offices if match["second"].endswith(one)), key=len, default="")
    given = match["second"].removesuffix(office)
    is_department = len(given) > 1 and profile.roles.committee_words.match(given)
    return bool(office and given) and not is_department


def _in_brackets(bare: str, profile: Profile, known: KnownNames) -> bool:
    match = _OPENED.match(squeeze(bare))
    if not match:
        return False
    named = match["name"] or ""
    ends_so = match["role"].endswith(tuple(profile.roles.after_names)) and not profile.roles.not_roles.search(
        match["role"]
    )
    return ends_so or _is_office(match["role"], profile) or known.has(named) or _polite(match["role"], profile, known)


def _behind_mark(bare: str, profile: Profile, known: KnownNames) -> bool:
    """Read the line as if its mark were a speaker's; then it must name somebody and begin to speak."""
    mark = next((mark for mark, meaning in profile.markers.items() if meaning == "speaker"), "")
    if not mark or bare[0] in "【《〈<＜":
        return False
    label = read_label(mark + bare[1:], profile, known)
    return bool(label and _names(bare, label, profile) and bare[label.text_start :].strip() and "。" in bare)


def _names(bare: str, label: Label, profile: Profile) -> bool:
    """Say whether a label names somebody; behind a bullet an office alone is a list's."""
    if label.name or bare[0] in _BULLETS:
        return bool(label.name)
    return label.role in profile.roles.presiding or is_executive(label.role, profile.roles)


def _not_understood(bare: str, profile: Profile, known: KnownNames) -> bool:
    """Find ○（名 前 ○○部長）　… : what stands in brackets, or before them, is an office, a seat or a listed name."""
    end = _TEXT.search(bare)
    match = _MARKED.match(squeeze(bare[: end.start() + 1])) if end else _ONLY.match(squeeze(bare))
    if not match or profile.roles.not_roles.search(match["head"]):
        return False
    head, inner = match["head"], match["inner"]
    names = _is_office(inner, profile) or known.has(inner) or _polite(inner, profile, known)
    return names and (_is_office(head, profile) if head else profile.markers.get(bare[0], "heading") != "heading")


def _is_office(squeezed: str, profile: Profile) -> bool:
    return bool(_SEAT.fullmatch(squeezed)) or is_role(squeezed, profile.roles)


def _polite(squeezed: str, profile: Profile, known: KnownNames) -> bool:
    ending = next((one for one in profile.honorifics if squeezed.endswith(fold_width(one))), "")
    return bool(ending) and known.has(squeezed.removesuffix(ending))
