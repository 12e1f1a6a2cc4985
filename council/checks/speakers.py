"""Who spoke against or for a bill in the debate, against how the table has them vote: the one sign of two names mixed up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from council.checks.events import bill_of
from council.diagnostics import Finding, finding
from council.location import location_of
from council.model.council import Council
from council.model.events import EventId, MotionId
from council.model.votes import Option, VoteEvent
from council.rules import reconciliation as rules

_SIDES = {Option.YES: "○", Option.NO: "×"}


def spoke_otherwise(council: Council) -> Iterator[Finding]:
    """Report a member who spoke for one side and voted for the other at the same sitting, on the bill itself."""
    decisions = _by_sitting(council)
    for sitting, outline in council.outlines.items():
        for stance in outline.stances:
            events = decisions.get((sitting, stance.motion_id), ())
            # Which of several votes somebody spoke on is not known; on a report, nobody can tell what a yes means.
            if len(events) != 1 or events[0].means_report:
                continue
            vote = next((vote for vote in events[0].votes if vote.voter_id == stance.person_id), None)
            if vote and vote.option in _SIDES and vote.option is not stance.side:
                yield finding(
                    rules.SPOKE_OTHERWISE,
                    location_of(vote.source),
                    bill=bill_of(council, events[0]),
                    person=council.people[stance.person_id].name,
                    spoke=_SIDES[stance.side],
                    minutes=stance.source,
                    voted=vote.raw,
                )


def _by_sitting(council: Council) -> dict[tuple[EventId, MotionId], list[VoteEvent]]:
    found: dict[tuple[EventId, MotionId], list[VoteEvent]] = defaultdict(list)
    for event in council.vote_events.values():
        if event.event_id:
            found[event.event_id, event.motion_id].append(event)
    return found
