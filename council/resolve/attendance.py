"""Attendance lists: each printed name tied to exactly one member, or to nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct, field

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.events import Attendance, AttendanceKind
from council.parse.columns import Alike, AttendanceColumns
from council.parse.drafts import DraftAttendance
from council.resolve.roster import Match, Matched, Roster
from council.rules import record as rules

_NOBODY = Match(Matched.NOBODY)


class AttendanceLists(Struct, frozen=True):
    """Ties the lines of lists to members; lists that say the same, whatever day it was, are tied once."""

    roster: Roster
    alike: Alike
    _known: dict[int, tuple[Attendance, ...]] = field(default_factory=dict)

    def resolve(self, lines: Sequence[DraftAttendance], day: dt.date | None) -> Outcome[tuple[Attendance, ...]]:
        """Tie each line of a list to a member; officers and staff are nobody's record.

        Findings: M403, M406, and P203/P204 for a name matched by its second or third reading.
        """
        key = id(self.alike.of(lines.columns)) if isinstance(lines, AttendanceColumns) else 0
        if key in self._known:
            return Outcome(self._known[key])
        if isinstance(lines, AttendanceColumns) and self._is_sure(lines):
            found = self._known[key] = self._sure(lines)
            return Outcome(found)
        made = [_resolved(line, day, self.roster) for line in lines]
        return Outcome(tuple(one.value for one in made), tuple(found for one in made for found in one.findings))

    def _is_sure(self, lines: AttendanceColumns) -> bool:
        listed = zip(lines.column("name"), lines.column("kind"), strict=True)
        return all(kind is not AttendanceKind.MEMBER or self.roster.only(name) for name, kind in listed)

    def _sure(self, lines: AttendanceColumns) -> tuple[Attendance, ...]:
        names, kinds = lines.column("name"), lines.column("kind")
        matches = (
            self.roster.only(name) if kind is AttendanceKind.MEMBER else None
            for name, kind in zip(names, kinds, strict=True)
        )
        people = [match.person.id if match and match.person else None for match in matches]
        rest = (lines.column(name) for name in ("status", "seat", "post", "arrived", "departed"))
        return tuple(map(Attendance, names, people, kinds, *rest))


def _resolved(line: DraftAttendance, day: dt.date | None, roster: Roster) -> Outcome[Attendance]:
    if line.kind is not AttendanceKind.MEMBER:
        return Outcome(_made(line, _NOBODY))
    match = roster.find(line.name, (day, day))
    if match.rule is Matched.EXACT:
        return Outcome(_made(line, match))
    return Outcome(_made(line, match), _findings(match, line, day, roster))


def _made(line: DraftAttendance, match: Match) -> Attendance:
    person = match.person.id if match.person else None
    return Attendance(line.name, person, line.kind, line.status, line.seat, line.post, line.arrived, line.departed)


def _findings(match: Match, line: DraftAttendance, day: dt.date | None, roster: Roster) -> tuple[Finding, ...]:
    if match.rule is Matched.NOBODY:
        return (
            finding(rules.UNKNOWN_ATTENDEE, line.location, name=line.name, near=roster.near(line.name, (day, day))),
        )
    if match.rule is Matched.SEVERAL:
        return (finding(rules.AMBIGUOUS_ATTENDEE, line.location, name=line.name, candidates=candidates(match, roster)),)
    return second_reading(match, line.name, day, line.location)


def second_reading(match: Match, name: str, day: dt.date | None, location: Location) -> tuple[Finding, ...]:
    """Report a match by variant characters (P203) or by a bare surname (P204)."""
    if match.person and match.rule is Matched.VARIANT:
        return (finding(rules.VARIANT_NAME, location, name=name, person=match.person.name),)
    if match.person and match.rule is Matched.SURNAME:
        printed = day.isoformat() if day else "—"
        return (finding(rules.SURNAME_ONLY, location, name=name, person=match.person.name, day=printed),)
    return ()


def candidates(match: Match, roster: Roster) -> str:
    """Return the names of all candidates of a match; namesakes with what tells them apart."""
    names = [person.name for person in match.candidates]
    return "、".join(
        f"{person.name}（{roster.told_apart(person)}）" if names.count(person.name) > 1 else person.name
        for person in match.candidates
    )
