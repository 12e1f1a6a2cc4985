"""The rows of every data file, as typed values: None is unknown, a number a number, a date a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from council.figures import Agreement, agreement
from council.model.council import COUNCIL_ID, Council
from council.model.events import AttendanceKind, Event
from council.model.votes import Motion, Recorded, Vote, VoteEvent, tally
from council.pages.addresses import bill_uri, material_uri, meeting_uri, member_uri

AGREEMENT = "agreement"
Value = str | int | dt.date | dt.time | None
Row = tuple[Value, ...]


def sessions(council: Council) -> Iterator[Row]:
    """Yield `sessions.csv`."""
    for one in council.sessions.values():
        yield one.id, one.name, one.classification.value, one.start_date, one.end_date


def meetings(events: Iterable[Event]) -> Iterator[Row]:
    """Yield `meetings.csv`, sittings to come included."""
    for one in events:
        yield (
            one.id,
            one.session_id,
            one.start_date,
            one.body,
            one.number,
            one.opened,
            one.closed,
            one.profile,
            one.status.value,
            meeting_uri(one.id),
        )


def members(council: Council) -> Iterator[Row]:
    """Yield `members.csv`: a row a stretch in the council with one seat and role."""
    for one in council.memberships:
        if one.organization_id == COUNCIL_ID:
            person = council.people[one.person_id]
            group = council.group_of(one.person_id, one.start_date or one.end_date)
            name = group.name if group else ""
            yield (
                person.id,
                person.name,
                person.sort_name,
                one.seat,
                name,
                one.role,
                one.start_date,
                one.end_date,
                member_uri(person.id),
            )


def memberships(council: Council) -> Iterator[Row]:
    """Yield `memberships.csv`."""
    for one in council.memberships:
        organization = council.organizations[one.organization_id]
        yield (
            one.person_id,
            organization.name,
            organization.classification.value,
            one.role,
            one.start_date,
            one.end_date,
        )


def attendance(events: Iterable[Event]) -> Iterator[Row]:
    """Yield `attendance.csv`: members only."""
    for event in events:
        for line in event.attendance:
            if line.kind is AttendanceKind.MEMBER:
                yield event.id, line.person_id, line.name, line.seat, line.status.value


def bills(motions: Iterable[Motion]) -> Iterator[Row]:
    """Yield `bills.csv`."""
    for one in motions:
        yield (
            one.id,
            one.session_id,
            one.identifier,
            one.kind,
            one.text,
            one.creator,
            ";".join(one.referred_to),
            one.result,
            one.date,
            bill_uri(one.id),
        )


def vote_events(events: Iterable[VoteEvent]) -> Iterator[Row]:
    """Yield `vote_events.csv`; counts are empty, not 0, where nothing was recorded."""
    for one in events:
        yield (
            one.id,
            one.motion_id,
            one.event_id,
            one.date,
            one.method,
            one.result,
            one.requirement.value,
            one.recorded.value,
            *_counts(one),
            one.declared_yes,
            one.declared_no,
            one.speech_id,
        )


def _counts(event: VoteEvent) -> tuple[int | None, ...]:
    if event.recorded is not Recorded.RECORDED:
        return (None,) * 9
    count = tally(event.votes)
    return (
        count.yes,
        count.no,
        count.abstain,
        count.absent,
        count.not_voting,
        count.excused,
        count.other,
        count.chair,
        event.withheld,
    )


def votes(council: Council) -> Iterator[Row]:
    """Yield `votes.csv`."""
    return votes_of(council, council.vote_events.values())


def votes_of(council: Council, events: Iterable[VoteEvent]) -> Iterator[Row]:
    """Yield the rows of some decisions."""
    for event in events:
        decision = decision_cells(event, council.motions[event.motion_id])
        yield from ((*decision, *vote_cells(council, vote), vote.source) for vote in event.votes)


def vote_cells(council: Council, vote: Vote) -> Row:
    """Return the cells that follow those of the decision, but for the source of the vote, which is the last one."""
    return (
        vote.voter_id,
        council.people[vote.voter_id].name,
        council.organizations[vote.group_id].name if vote.group_id else "",
        vote.option.value,
        vote.role.value,
        vote.raw,
    )


def decision_cells(event: VoteEvent, motion: Motion) -> Row:
    """Return the cells with which the row of a vote begins: what they say of the decision."""
    return (
        event.id,
        event.date,
        event.session_id,
        event.event_id,
        motion.id,
        motion.identifier,
        motion.text,
        event.method,
        event.result,
    )


def agreements(council: Council) -> Iterator[Row]:
    """Yield `agreement.csv`: every pair in both directions."""
    return agreement_rows(agreement(council))


def agreement_rows(counted: Iterable[Agreement]) -> Iterator[Row]:
    """Yield the rows of pairs."""
    for one in counted:
        yield one.person_id, one.other_id, one.shared, one.agreed, one.start, one.end


def streams(council: Council) -> Iterator[Row]:
    """Yield `streams.csv`."""
    for one in council.recordings:
        yield (
            one.event_id,
            one.date,
            one.body,
            one.kind.value,
            one.scope.value,
            one.person_id,
            one.name,
            one.item,
            one.url,
            one.start,
            one.start_time,
            one.end,
            one.end_time,
            one.until,
        )


def materials(council: Council) -> Iterator[Row]:
    """Yield `materials.csv`: the papers that are published; the hash is that of the published file."""
    for one in council.materials:
        if one.withheld:
            continue
        yield (
            one.id,
            one.event_id,
            ";".join(one.motion_ids),
            one.title,
            one.kind,
            one.pages or None,
            one.sha256,
            material_uri(one),
        )


def corrections(council: Council) -> Iterator[Row]:
    """Yield `corrections.csv`."""
    for one in council.corrections:
        yield one.date, one.kind, one.target, one.place, one.was, one.now, one.reason, one.decided_by, one.url


ROWS: dict[str, Callable[[Council], Iterator[Row]]] = {
    "sessions": sessions,
    "meetings": lambda council: meetings(council.events.values()),
    "members": members,
    "memberships": memberships,
    "attendance": lambda council: attendance(council.events.values()),
    "bills": lambda council: bills(council.motions.values()),
    "vote_events": lambda council: vote_events(council.vote_events.values()),
    "votes": votes,
    AGREEMENT: agreements,
    "streams": streams,
    "materials": materials,
    "corrections": corrections,
}

ROWS_OF: dict[str, tuple[str, Callable[[Iterable[Any]], Iterator[Row]]]] = {
    "meetings": ("events", meetings),
    "attendance": ("events", attendance),
    "bills": ("motions", bills),
    "vote_events": ("vote_events", vote_events),
}
"""Tables whose rows are made of the records of one collection and of nothing else: which, and how."""
