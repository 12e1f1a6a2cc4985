"""Attendance lists: members with seats, officers with posts, staff; each list checked against its own count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.events import AttendanceKind, AttendanceStatus
from council.parse.drafts import DraftAttendance
from council.parse.minutes.columns import (
    Listed,
    bare_names,
    before_offices,
    is_heading_row,
    is_post,
    posted,
    seated,
    several_of_office,
    squeeze_printed,
)
from council.parse.minutes.lines import Line, place, squeeze
from council.parse.minutes.movements import bracketed_time, with_remark
from council.parse.minutes.names import looks_like_name
from council.parse.minutes.profile import Profile
from council.parse.minutes.rolls import is_roll, read_roll
from council.parse.minutes.sections import Section
from council.rules import minutes as rules
from council.text.blocks import Row
from council.text.latin_names import is_latin
from council.text.patterns import regex

_MEMBER_LISTS = {
    "present": AttendanceStatus.PRESENT,
    "absent": AttendanceStatus.ABSENT,
    "late": AttendanceStatus.LATE,
    "left": AttendanceStatus.LEFT,
    "online": AttendanceStatus.ONLINE,
}
_TIMED = ("late", "left")
_OTHER_LISTS = {"explainer": AttendanceKind.EXPLAINER, "staff": AttendanceKind.STAFF}
# A mark before a name (◎ 委員長, ○ 副委員長) tells an office only in its own legend.
_MARK = regex(r"(?:^|(?<=[ \t\u3000]))[◎○◯〇●・](?=[^ \t\u3000])")
_NOBODY = ("なし", "ありません", "欠員", "名簿", "別紙", "別表")
_NOBODY_AT_ALL = frozenset({"none", "nil"})


class _Text(Struct, frozen=True):
    """A line of a list, or a row of a table with its cells as columns."""

    text: str
    line: Line


def read_attendance(sections: Sequence[Section], path: str, profile: Profile) -> Outcome[tuple[DraftAttendance, ...]]:
    """Return everybody the lists name; findings M206 (a line nobody can read), M205 (other count than stated)."""
    people: list[DraftAttendance] = []
    findings: list[Finding] = []
    in_rolls: set[tuple[str, str, AttendanceStatus]] = set()
    for whole in sections:
        rolls = [line for line in whole.lines if is_roll(line)]
        called = [member for line in rolls for member in read_roll(line, path, profile)]
        people += called
        in_rolls |= {_as_called(one) for one in called}
        section = _without(whole, rolls)
        if section.kind in _MEMBER_LISTS:
            outcome = _members(section, path, profile)
        elif section.kind in _OTHER_LISTS:
            outcome = _officers(section, path, profile)
        else:
            continue
        people += [one for one in outcome.value if _as_called(one) not in in_rolls]
        present = sum(one.status is _MEMBER_LISTS.get(section.kind) for one in called)
        findings += (*outcome.findings, *_miscounted(section, len(outcome.value) + present, path))
    return Outcome(_joined(people), tuple(findings))


def _as_called(one: DraftAttendance) -> tuple[str, str, AttendanceStatus]:
    """Return what tells that a line of a list is one of a roll."""
    return squeeze(one.name), one.seat, one.status


def _without(section: Section, rolls: Sequence[Line]) -> Section:
    return replace(section, lines=tuple(line for line in section.lines if line not in rolls)) if rolls else section


def _joined(people: Sequence[DraftAttendance]) -> tuple[DraftAttendance, ...]:
    """Let a list of latecomers and early leavers say how a member of the present was there: one line a member."""
    special = {
        squeeze(one.name): one
        for one in people
        if one.status in (AttendanceStatus.LATE, AttendanceStatus.LEFT, AttendanceStatus.ONLINE)
    }
    present = {squeeze(one.name) for one in people if one.status is AttendanceStatus.PRESENT}
    return tuple(
        _as_listed(one, special[squeeze(one.name)])
        if one.kind is AttendanceKind.MEMBER and one.status is AttendanceStatus.PRESENT and squeeze(one.name) in special
        else one
        for one in people
        if not (one is special.get(squeeze(one.name)) and squeeze(one.name) in present)
    )


def _as_listed(one: DraftAttendance, special: DraftAttendance) -> DraftAttendance:
    return replace(one, status=special.status, arrived=special.arrived, departed=special.departed)


def _texts(section: Section) -> Iterator[_Text]:
    if section.rest and section.heading:
        yield _Text(section.rest, section.heading)
    for line in section.lines:
        if line.table is None:
            if line.squeezed and not line.is_rule:
                yield _Text(line.text, line)
        else:
            for row in line.table.rows:
                yield _Text("\u3000\u3000".join(_cells(row)), line)


def _cells(row: Row) -> Iterator[str]:
    """Yield the filled cells of a row; a number before a name is a seat."""
    cells = [squeeze_printed(cell.text) for cell in row.cells if cell.text.strip()]
    for number, cell in enumerate(cells):
        numbered = squeeze(cell).isdecimal() and number + 1 < len(cells) and not squeeze(cells[number + 1]).isdecimal()
        yield f"{cell}番" if numbered else cell


def _members(section: Section, path: str, profile: Profile) -> Outcome[list[DraftAttendance]]:
    people: list[DraftAttendance] = []
    findings: list[Finding] = []
    for one in _texts(section):
        if is_heading_row(one.text):
            continue
        if _names_nobody(squeeze(one.text)) or profile.times.stand_in(squeeze(one.text)):
            continue
        text = _MARK.sub("", one.text)
        text = bracketed_time(text, profile) if section.kind in _TIMED else text
        listed = seated(text, profile) or _with_office(text, profile) or bare_names(text, profile)
        at = place(path, one.line)
        people += [_member(person, section.kind, at, profile) for person in listed]
        if not listed and squeeze(one.text):
            findings.append(finding(rules.UNREADABLE_ATTENDANCE, at, line=one.text.strip()[:40]))
    return Outcome(people, tuple(findings))


def _names_nobody(squeezed: str) -> bool:
    return any(word in squeezed for word in _NOBODY) or squeezed.strip("().").casefold() in _NOBODY_AT_ALL


def _with_office(text: str, profile: Profile) -> tuple[Listed, ...]:
    """Read 委員長　山川一郎　副委員長　沢田清 in a list of members."""
    roles = profile.roles
    offices = (*roles.presiding, *roles.committee_chairs, *roles.members)
    if not squeeze(text).startswith(offices):
        return ()
    return several_of_office(text, profile) or posted(text, profile)


def _member(listed: Listed, kind: str, at: Location, profile: Profile) -> DraftAttendance:
    remarked = next((status for status, pattern in profile.remarks if pattern.search(listed.remark)), None)
    status = _MEMBER_LISTS[kind]
    if status is AttendanceStatus.PRESENT and remarked:
        status = remarked
    post = "" if is_latin(listed.post) and listed.post in profile.roles.members else listed.post
    member = DraftAttendance(listed.name, AttendanceKind.MEMBER, status, at, listed.seat, post)
    return with_remark(member, listed.remark, profile, _MEMBER_LISTS[kind])


def _officers(section: Section, path: str, profile: Profile) -> Outcome[list[DraftAttendance]]:
    kind = _OTHER_LISTS[section.kind]
    people: list[DraftAttendance] = []
    findings: list[Finding] = []
    pending = ""
    for one in _texts(section):
        if is_heading_row(one.text):
            continue
        at = place(path, one.line)
        listed = posted(one.text, profile) or before_offices(one.text, profile)
        if listed:
            if pending and people:
                people[-1] = replace(people[-1], post=f"{people[-1].post}、{pending}")
            people += [_officer(person, kind, at) for person in listed]
            pending = ""
        elif _continues(one.text) and people:
            people[-1] = replace(people[-1], post=people[-1].post + squeeze_printed(one.text))
        elif is_post(one.text, profile) and not pending:
            pending = squeeze_printed(one.text)
        elif pending and looks_like_name(squeeze(one.text)):
            people.append(_officer(Listed(bare_names(one.text, profile)[0].name, "", pending), kind, at))
            pending = ""
        elif not any(word in squeeze(one.text) for word in _NOBODY):
            findings.append(finding(rules.UNREADABLE_ATTENDANCE, at, line=one.text.strip()[:40]))
    if pending and people:
        people[-1] = replace(people[-1], post=f"{people[-1].post}、{pending}")
    return Outcome(people, tuple(findings))


def _officer(listed: Listed, kind: AttendanceKind, at: Location) -> DraftAttendance:
    return DraftAttendance(listed.name, kind, AttendanceStatus.PRESENT, at, "", listed.post)


def _continues(text: str) -> bool:
    squeezed = squeeze(text)
    return squeezed.startswith("(") and squeezed.endswith(")")


def _miscounted(section: Section, counted: int, path: str) -> tuple[Finding, ...]:
    if section.count is None or section.heading is None or counted in (0, section.count):
        return ()
    at = place(path, section.heading)
    return (finding(rules.ATTENDANCE_COUNT, at, stated=section.count, counted=counted),)
