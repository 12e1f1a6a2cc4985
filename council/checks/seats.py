"""How many voters a decision may have: the seats of the council, the members listed in the minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from council.checks.events import bill_of, complete, place_of
from council.diagnostics import Finding, finding
from council.model.council import Council
from council.model.events import AttendanceKind
from council.model.votes import Option, Role, VoteEvent
from council.rules import reconciliation as rules

_ABSENT, _NOT_VOTING, _MEMBER = Option.ABSENT, Option.NOT_VOTING, Role.MEMBER


def seats_differ(council: Council) -> Iterator[Finding]:
    """Report more voters than seats, and without a roster other than are listed present and absent; once a table."""
    found: dict[tuple[str, int, int], list[VoteEvent]] = defaultdict(list)
    declared = any(person.declared for person in council.people.values())
    for event in complete(council):
        rows, seats = len(event.votes), council.facts.seats
        expected = seats if seats and rows > seats else None if declared else _listed(council, event)
        if expected and rows != expected:
            found[place_of(event).path, rows, expected].append(event)
    for (_, rows, expected), events in found.items():
        values = {"count": len(events), "rows": rows, "seats": expected}
        yield finding(rules.SEATS_DIFFER, place_of(events[0]), bill=bill_of(council, events[0]), **values)


def _listed(council: Council, event: VoteEvent) -> int | None:
    sitting = council.events.get(event.event_id) if event.event_id else None
    lines = sitting.attendance if sitting else ()
    return sum(line.kind is AttendanceKind.MEMBER for line in lines) or None


def no_quorum_in_vote(council: Council) -> Iterator[Finding]:
    """Report a decision with fewer than half of the seats in the chamber; who is excused by law lifts that bar (113条)."""
    seats = council.facts.seats
    for event in complete(council) if seats else ():
        present = sum(
            vote.option is not _ABSENT and (vote.option is not _NOT_VOTING or vote.role is not _MEMBER)
            for vote in event.votes
        )
        if seats and 2 * present < seats and _is_whole(event, seats) and not _has_excused(event):
            values = {"present": present, "seats": seats}
            yield finding(rules.NO_QUORUM_IN_VOTE, place_of(event), bill=bill_of(council, event), **values)


def _has_excused(event: VoteEvent) -> bool:
    return any(vote.option is Option.EXCUSED for vote in event.votes)


def _is_whole(event: VoteEvent, seats: int) -> bool:
    """Say whether the table has at least half of the seats: one of the members that matter only is no whole chamber."""
    return 2 * len(event.votes) >= seats
