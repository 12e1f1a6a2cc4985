"""The chair as an anchor: the one column that shows a table shifted by one (every sum still agrees then)."""

from __future__ import annotations

from collections.abc import Iterator

from council.checks.events import bill_of, complete, place_of, with_names
from council.diagnostics import Finding, finding
from council.model.council import COUNCIL_ID, Council
from council.model.people import PersonId
from council.model.votes import Option, Requirement, Role, VoteEvent, casting_vote
from council.rules import checks as rules

_CHAIR = "議長"


def chairs_on(council: Council, event: VoteEvent) -> set[PersonId]:
    """Return who the roster says was 議長 on the day; two on the day the office changed hands."""
    return {
        membership.person_id
        for membership in council.memberships
        if membership.organization_id == COUNCIL_ID
        and membership.role == _CHAIR
        and event.date is not None
        and membership.covers(event.date)
    }


def other_chair(council: Council) -> Iterator[Finding]:
    """Report a table that marks somebody else as chair than the roster."""
    for event in with_names(council):
        marked = {
            vote.voter_id
            for vote in event.votes
            if vote.role is Role.CHAIR and vote.option not in (Option.YES, Option.NO)
        }
        known = chairs_on(council, event)
        if marked and known and not marked & known:
            yield finding(
                rules.OTHER_CHAIR,
                place_of(event),
                bill=bill_of(council, event),
                table=_names(council, marked),
                chair=_names(council, known),
            )


def chair_voted(council: Council) -> Iterator[Finding]:
    """Report a chair who votes on an ordinary matter though the others are not tied (地方自治法116条2項)."""
    for event in complete(council):
        voting = {
            vote.voter_id for vote in event.votes if vote.role is Role.CHAIR and vote.option in (Option.YES, Option.NO)
        }
        if voting and event.requirement is Requirement.MAJORITY and casting_vote(event) is None:
            yield finding(
                rules.CHAIR_VOTED, place_of(event), bill=bill_of(council, event), chair=_names(council, voting)
            )


def _names(council: Council, people: set[PersonId]) -> str:
    return "、".join(sorted(council.people[person].name for person in people))
