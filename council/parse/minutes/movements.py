"""Who came late or left early, and when: remarks of attendance lists (遅参 午前10時15分), and lines of their own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from council.model.events import AttendanceKind, AttendanceStatus
from council.parse.drafts import DraftAttendance
from council.parse.minutes.label_parts import without_honorific
from council.parse.minutes.lines import Line, squeeze
from council.parse.minutes.profile import Profile
from council.parse.minutes.titles import flat_lines
from council.text.dates import find_time
from council.text.latin_names import is_latin
from council.text.numerals import fold_width
from council.text.patterns import regex

_LONGEST = 120
_BETWEEN_NAMES = regex(r"、|・|及び|(?<=[a-z])(?:,and|,|and)(?=[A-Z])")
_BETWEEN_REMARKS = regex(r"[、,;・]")
_SEAT = regex(r"^(?P<seat>[0-9]{1,3})番")
_COMING = (AttendanceStatus.PRESENT, AttendanceStatus.LATE)
_GOING = (AttendanceStatus.PRESENT, AttendanceStatus.LEFT)


def with_remark(one: DraftAttendance, remark: str, profile: Profile, listed: AttendanceStatus) -> DraftAttendance:
    """Add the times that a remark tells; one without a word for coming or going is of the list it stands in."""
    for piece in _BETWEEN_REMARKS.split(squeeze(remark)):
        clocks = list(profile.times.clock.finditer(piece))
        time = find_time(clocks[0][0]) if len(clocks) == 1 else None
        status = next((status for status, pattern in profile.remarks if pattern.search(piece)), listed)
        one = _moved(one, status, time) if time else one
    return one


def bracketed_time(text: str, profile: Profile) -> str:
    """Return a line of a list of latecomers with the time at its end in brackets: 森 一 午前10時30分 → 森 一 (…)."""
    if len(text) > _LONGEST:
        return text
    clock = profile.times.clock.pattern
    printed = text.rstrip()
    spaced = re.fullmatch(rf"(?P<name>.*?\S)\s+(?P<time>(?:に|から|{clock}|{_words(profile)})+)", fold_width(printed))
    return f"{printed[: spaced.end('name')]}({spaced['time']})" if spaced and find_time(spaced["time"]) else text


def _words(profile: Profile) -> str:
    words = profile.movements
    return "|".join(one.pattern for one in (words.arrived, words.entered, words.departed, words.went))


def with_movements(
    people: Sequence[DraftAttendance], lines: Iterable[Line], profile: Profile
) -> tuple[DraftAttendance, ...]:
    """Add what lines of their own tell of members of the lists; a line that names anybody else tells nothing."""
    known = tuple(people)
    members = [one for one in people if one.kind is AttendanceKind.MEMBER]
    for line in flat_lines(lines) if members else ():
        if len(line.squeezed) <= _LONGEST and (moved := _movement(line, profile)):
            named = _named(moved.who, known, profile)
            known = tuple(moved.done(one, profile) if one in named else one for one in known)
    return known


class _Movement(Struct, frozen=True):
    """Who came or went, by which word and when."""

    who: str
    verb: str
    time: dt.time

    def done(self, one: DraftAttendance, profile: Profile) -> DraftAttendance:
        """Return a member's line with the movement, if it is sure."""
        words = profile.movements
        came = words.arrived.search(self.verb) or (
            one.status is AttendanceStatus.LATE and words.entered.search(self.verb)
        )
        went = words.departed.search(self.verb) or (
            one.status is AttendanceStatus.LEFT and words.went.search(self.verb)
        )
        if not (came or went) or one.status not in (_COMING if came else _GOING):
            return one
        return _moved(one, AttendanceStatus.LATE if came else AttendanceStatus.LEFT, self.time)


def _movement(line: Line, profile: Profile) -> _Movement | None:
    if not profile.times.clock.search(line.squeezed):
        return None
    told = profile.movements.line.match(line.squeezed)
    times = [find_time(told[group]) for group in ("before", "after") if told[group]] if told else []
    return _Movement(told["who"], told["verb"], times[0]) if told and len(times) == 1 and times[0] else None


def _named(who: str, people: Sequence[DraftAttendance], profile: Profile) -> tuple[DraftAttendance, ...]:
    """Return the members whom the words name, one each; nobody if a name is not exactly one of the list."""
    found = [_one(name, people, profile) for name in _BETWEEN_NAMES.split(who)]
    return tuple(one for one in found if one) if all(found) else ()


def _one(printed: str, people: Sequence[DraftAttendance], profile: Profile) -> DraftAttendance | None:
    seat = _SEAT.match(printed)
    bare = without_honorific(_SEAT.sub("", printed).strip("()"), profile)
    same = [one for one in people if one.kind is AttendanceKind.MEMBER and bare in _spellings(one, profile)]
    if len(same) != 1 or (seat and same[0].seat not in ("", seat["seat"])):
        return None
    return same[0]


def _spellings(one: DraftAttendance, profile: Profile) -> tuple[str, ...]:
    """Return the ways in which a line may call somebody of the list: by name, or with an office before it."""
    name = squeeze(one.name)
    offices = (one.post, *profile.roles.members, *profile.roles.presiding) if is_latin(one.name) else (one.post,)
    return (name, *(squeeze(office) + name for office in offices))


def _moved(one: DraftAttendance, status: AttendanceStatus, time: dt.time) -> DraftAttendance:
    if status is AttendanceStatus.LATE:
        return replace(one, status=_kept(one, status), arrived=one.arrived or time)
    if status is AttendanceStatus.LEFT:
        return replace(one, status=_kept(one, status), departed=one.departed or time)
    return one


def _kept(one: DraftAttendance, status: AttendanceStatus) -> AttendanceStatus:
    return status if one.status is AttendanceStatus.PRESENT else one.status
