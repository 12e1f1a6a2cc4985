"""Attendance lists: each printed name tied to exactly one member, or to nobody."""

from __future__ import annotations

import datetime as dt

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.events import Attendance, AttendanceKind
from council.parse.drafts import DraftAttendance
from council.resolve.roster import Match, Matched, Roster
from council.rules import record as rules

_NOBODY = Match(Matched.NOBODY)


def resolve_attendance(line: DraftAttendance, day: dt.date | None, roster: Roster) -> Outcome[Attendance]:
    """Tie a line of a list to a member; officers and staff are nobody's record.

    Findings: M403, M406, and P203/P204 for a name matched by its second or third reading.
    """
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
