"""Who could vote against who did: attendance lists, terms of office, quorum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from council.checks.events import bill_of, complete, in_words, place_of, serving, terms_of, with_names
from council.diagnostics import Finding, finding
from council.glossary import option_term, term
from council.location import location_of
from council.model.council import Council
from council.model.events import Attendance, AttendanceKind, AttendanceStatus, Event, EventId
from council.model.people import PersonId
from council.model.votes import Option
from council.rules import checks as rules

_ABSENT, _MEMBER = Option.ABSENT, AttendanceKind.MEMBER
_LISTED_ABSENT, _LISTED_PRESENT = AttendanceStatus.ABSENT, AttendanceStatus.PRESENT


def absent_but_voted(council: Council) -> Iterator[Finding]:
    """Report where a table and the sitting's attendance list differ on who was there; late and early leavers may be either."""
    lists: dict[EventId, dict[PersonId, AttendanceStatus]] = {}
    for event in with_names(council):
        sitting = council.events.get(event.event_id) if event.event_id else None
        if sitting is None:
            continue
        if sitting.id not in lists:
            lists[sitting.id] = _listed(sitting.attendance)
        listed = lists[sitting.id]
        for vote in event.votes:
            status = listed.get(vote.voter_id)
            absent = vote.option is _ABSENT
            if (status is _LISTED_ABSENT and not absent) or (status is _LISTED_PRESENT and absent):
                yield finding(
                    rules.ABSENT_BUT_VOTED,
                    location_of(vote.source),
                    bill=bill_of(council, event),
                    person=council.people[vote.voter_id].name,
                    minutes=in_words(term(status)),
                    table=in_words(option_term(vote)),
                )


def _listed(lines: Iterable[Attendance]) -> dict[PersonId, AttendanceStatus]:
    return {line.person_id: line.status for line in lines if line.person_id and line.kind is _MEMBER}


def not_in_office(council: Council) -> Iterator[Finding]:
    """Report somebody who votes before taking office or after leaving it."""
    members = serving(council)
    for event in with_names(council):
        in_office = members(event.date) if event.date else frozenset()
        for vote in event.votes if event.date else ():
            if event.date and vote.voter_id not in in_office:
                yield finding(
                    rules.NOT_IN_OFFICE,
                    location_of(vote.source),
                    bill=bill_of(council, event),
                    person=council.people[vote.voter_id].name,
                    day=event.date.isoformat(),
                )


def missing_voter(council: Council) -> Iterator[Finding]:
    """Report a member in office who has no row in a decision recorded by name."""
    members = serving(council)
    declared = [person for person in terms_of(council) if council.people[person].declared]
    for event in complete(council):
        absent = members(event.date) - {vote.voter_id for vote in event.votes} if event.date else frozenset()
        missing = [council.people[person].name for person in declared if person in absent] if absent else []
        if missing:
            names = "、".join(dict.fromkeys(missing))
            yield finding(rules.MISSING_VOTER, place_of(event), bill=bill_of(council, event), names=names)


def no_quorum(council: Council) -> Iterator[Finding]:
    """Report fewer than half of the seats were present at a plenary sitting (地方自治法113条)."""
    seats = council.facts.seats
    for sitting in council.events.values():
        present = _present(sitting) if seats and sitting.body == "本会議" else 0
        if seats and present and 2 * present < seats:
            yield finding(rules.NO_QUORUM, location_of(sitting.source), present=present, seats=seats)


def _present(sitting: Event) -> int:
    return sum(line.kind is _MEMBER and line.status is not _LISTED_ABSENT for line in sitting.attendance)
