"""Lines of lists that stand in columns: seat and name, office and name, padded with spaces of any kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from council.parse.minutes.lines import squeeze
from council.parse.minutes.names import is_role, looks_like_name
from council.parse.minutes.profile import Profile
from council.text.latin_names import is_latin, is_latin_name
from council.text.names import strip_honorific
from council.text.numerals import any_number, fold_width
from council.text.patterns import regex

_SEAT = regex(r"(?:^|(?<=[\s\u3000()|│]))(?P<seat>[0-9]{1,3}|[一二三四五六七八九十]{1,3})[ \t\u3000]*番(?![地目外])")
_GAP = regex(r"[ \t\u3000]+|\n+")
_WIDE_GAP = regex(r"(?:[ \t]{2,}|\u3000{2,}|[ \t]\u3000|\u3000[ \t]|\t|\n)[ \t\u3000\n]*")
_REMARK = regex(r"[(](?P<remark>[^()]*)[)]")
_POST = regex(r"(?:長|者|監|官|員|幹|事|与|査|任|記|授|師|補|佐|役|手|係|代理|担当|主席|主事補|速記|顧問)(?:兼務?)?$")
_MOST = 24
_HEADINGS = regex(
    r"(?:議席(?:番号)?|番号|職(?:名|氏名)?|役職(?:名)?|氏名|議員名|委員名|会派(?:名)?|出欠|備考|所属|発言者(?:名)?|発言(?:の)?(?:内容|要旨)?)+"
)
_NAME_LENGTHS = range(2, 9)
_FEW_LETTERS = 3


_Pairs = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


class Listed(Struct, frozen=True):
    """Somebody in a list: ``post`` or ``seat`` as printed, the name without padding, remarks in brackets."""

    name: str
    seat: str = ""
    post: str = ""
    remark: str = ""


def unpadded(name: str) -> str:
    """Return a name without alignment: 吉　田　崇　仁 → 吉田崇仁; two parts (沢田 清) keep one space, Latin ones all."""
    parts = [part for part in _GAP.split(name) if part]
    if is_latin(name):
        return " ".join(parts)
    family_and_given = len(parts) == 2 and any(len(part) > 1 for part in parts)  # noqa: PLR2004 - two, as it says
    return (" " if family_and_given else "").join(parts)


def seated(text: str, profile: Profile) -> tuple[Listed, ...]:
    """Read seats and names: ``1番  新美保博      議長  2番  嶋崎昌弘``; empty if the line has no seat."""
    folded = fold_width(text)
    seats = list(_SEAT.finditer(folded))
    offices = [_office_before(folded[: seat.start()], profile) for seat in seats]
    starts = [seat.start() - len(office) for seat, office in zip(seats, offices, strict=True)]
    found = (
        _at_seat(text[seat.end() : end], seat, squeeze(office), profile)
        for seat, office, end in zip(seats, offices, [*starts[1:], len(text)], strict=False)
    )
    return tuple(one for one in found if one)


def _office_before(text: str, profile: Profile) -> str:
    """Return the office in the chair that stands before a seat (議長　13番), with its spaces."""
    offices = "|".join(r"[ \t\u3000]*".join(role) for role in profile.roles.presiding)
    match = re.search(rf"(?:^|(?<=[ \t\u3000]))(?:{offices})[ \t\u3000]*$", text)
    return match[0] if match else ""


def _at_seat(printed: str, seat: re.Match[str], office: str, profile: Profile) -> Listed | None:
    listed = _listed(printed, f"{any_number(seat['seat'])}", profile)
    return replace(listed, post=listed.post or office) if listed else None


def _listed(printed: str, seat: str, profile: Profile) -> Listed | None:
    remark = "、".join(match["remark"] for match in _REMARK.finditer(fold_width(printed)))
    name = _REMARK.sub(lambda match: " " * len(match[0]), fold_width(printed))
    kept = "".join(
        " " if blank == " " and character != "\u3000" else character
        for blank, character in zip(name, printed, strict=True)
    )
    name, post = _without_post(strip_honorific(kept.strip(" \t\u3000、。.:：")), profile)
    if not looks_like_name(squeeze(name)) or (is_latin(name) and not is_latin_name(name)):
        return None
    bracketed = next((word for word in remark.split("、") if is_role(squeeze(word), profile.roles)), "")
    return Listed(unpadded(name), seat, post or bracketed, "" if bracketed == remark else remark)


def _without_post(name: str, profile: Profile) -> tuple[str, str]:
    """Take 議長 or 副議長 off the front of a name in a list of members."""
    parts = [part for part in _GAP.split(name) if part]
    for count in range(1, min(4, len(parts))):
        if "".join(parts[:count]) in profile.roles.presiding:
            return name[name.index(parts[count], len(parts[0])) :], "".join(parts[:count])
    return name, ""


def bare_names(text: str, profile: Profile) -> tuple[Listed, ...]:
    """Read names without seats: one or more a line, polite (増永純女君) or parted by wide gaps."""
    pieces = [piece for piece in _WIDE_GAP.split(text.strip()) if piece.strip()]
    if pieces and all(len(squeeze(piece)) == 1 for piece in pieces):
        pieces = [text.strip()]
    found = [_listed(piece, "", profile) for piece in pieces]
    return tuple(one for one in found if one) if all(found) else ()


def before_offices(text: str, profile: Profile) -> tuple[Listed, ...]:
    """Read names with the office behind each (萩山尚市長　　野火止晃副市長); empty if one piece is no such pair."""
    found = [_before_office(piece, profile) for piece in _GAP.split(text.strip()) if piece]
    return tuple(one for one in found if one) if len(found) > 1 and all(found) else ()


def _before_office(piece: str, profile: Profile) -> Listed | None:
    roles = profile.roles
    known = next((role for role in roles.executive if piece.endswith(role)), "")
    ending = next((role for role in roles.executive_endings if piece.endswith(role)), "")
    department = roles.committee_words.search(piece, 2) if ending else None
    post = known or (piece[department.start() :] if department else "")
    name = piece.removesuffix(post)
    is_name = len(name) in range(_FEW_LETTERS, 9) and looks_like_name(name) and not roles.committee_words.search(name)
    return Listed(name, "", post) if post and is_name else None


def several_of_office(text: str, profile: Profile) -> tuple[Listed, ...]:
    """Read several names behind one office (委員　　役田　三　　役田　四); empty if there is one name or another office."""
    offices = "|".join(r"[ \t\u3000]*".join(role) for role in sorted(profile.roles.members))
    match = re.match(rf"[ \t\u3000]*(?:{offices})(?:[ \t\u3000]{{2,}}|\t)", text)
    pieces = [piece for piece in _WIDE_GAP.split(text[match.end() :]) if piece.strip()] if match else []
    names = [piece for piece in pieces if len(squeeze(piece)) in _NAME_LENGTHS and looks_like_name(squeeze(piece))]
    if not match or len(names) < 2 or names != pieces or any(is_post(name, profile) for name in names):  # noqa: PLR2004
        return ()
    office = squeeze_printed(match[0])
    return tuple(Listed(unpadded(strip_honorific(name)), "", office) for name in names)


def is_heading_row(text: str) -> bool:
    """Say whether a line of a list is only the heading of its columns: 議席　氏名, 職名　氏名, 出欠."""
    return bool(_HEADINGS.fullmatch(squeeze(text)))


def posted(text: str, profile: Profile) -> tuple[Listed, ...]:
    """Read offices and names in one or more columns (``市　長　　山田太郎　　副市長　　鈴木花子``); empty if unclear."""
    tokens = [piece for piece in _GAP.split(text.strip(" \t\u3000\n・○◯〇")) if piece]
    gaps = [0, *(len(gap[0]) for gap in _GAP.finditer(text.strip(" \t\u3000\n・○◯〇")))]
    if not 1 < len(tokens) <= _MOST:
        return ()
    pairs = _best(tokens, gaps, profile) or _at_widest_gap(tokens, gaps)
    return tuple(
        Listed(unpadded(strip_honorific(" ".join(name))), "", squeeze_printed("".join(post))) for post, name in pairs
    )


def _at_widest_gap(tokens: list[str], gaps: list[int]) -> _Pairs:
    """Cut an unknown office from its name where the line has one gap wider than all others."""
    widest = max(gaps[1:])
    if widest < 2 or gaps[1:].count(widest) != 1:  # noqa: PLR2004 - one space may stand inside a name
        return ()
    middle = gaps.index(widest, 1)
    name = squeeze("".join(tokens[middle:]))
    return (
        ((tuple(tokens[:middle]), tuple(tokens[middle:])),)
        if len(name) in _NAME_LENGTHS and looks_like_name(name)
        else ()
    )


def squeeze_printed(text: str) -> str:
    """Return a text without spaces, widths as printed."""
    return _GAP.sub("", text)


def is_post(text: str, profile: Profile) -> bool:
    """Say whether a text in a list is an office: a known one, or ending like one."""
    squeezed = squeeze(text)
    return len(squeezed) > 1 and (is_role(squeezed, profile.roles) or bool(_POST.search(squeezed)))


def _best(tokens: list[str], gaps: list[int], profile: Profile) -> _Pairs:
    """Cut tokens into offices and names: cuts where the gaps are wide, none inside a word."""

    @cache
    def best(start: int) -> tuple[int, _Pairs] | None:
        if start == len(tokens):
            return 0, ()
        options = [
            (score + rest[0], (pair, *rest[1]))
            for score, pair, end in _pairs(tokens, gaps, start, profile)
            if (rest := best(end)) is not None
        ]
        return max(options, key=lambda option: option[0], default=None)

    found = best(0)
    return found[1] if found else ()


def _likely(post: str, name: str, profile: Profile) -> int:
    """Weigh a pair against its like where the gaps tell nothing: a known office, a name of three letters or more."""
    known = post in profile.roles.executive or bool(profile.roles.committee_words.match(post))
    return int(known) - (len(name) < _FEW_LETTERS)


def _pairs(
    tokens: list[str], gaps: list[int], start: int, profile: Profile
) -> Iterator[tuple[int, tuple[tuple[str, ...], tuple[str, ...]], int]]:
    for middle in range(start + 1, min(start + 9, len(tokens))):
        if not is_post("".join(tokens[start:middle]), profile):
            continue
        for end in range(middle + 1, min(middle + 6, len(tokens)) + 1):
            name = squeeze(strip_honorific(" ".join(tokens[middle:end])))
            if len(name) in _NAME_LENGTHS and looks_like_name(name) and not is_role(name, profile.roles):
                inside = sum(gaps[start + 1 : middle]) + sum(gaps[middle + 1 : end])
                yield (
                    2 * gaps[start] + gaps[middle] - inside + _likely("".join(tokens[start:middle]), name, profile),
                    (tuple(tokens[start:middle]), tuple(tokens[middle:end])),
                    end,
                )
