"""What the checks of decisions share: the decisions whose every name is known, and how a bill is called."""

from __future__ import annotations

from collections.abc import Iterator

from council.location import Location, location_of
from council.model.council import Council
from council.model.votes import VoteEvent


def with_names(council: Council) -> Iterator[VoteEvent]:
    """Yield the decisions with a vote of at least one person."""
    return (event for event in council.vote_events.values() if event.votes)


def complete(council: Council) -> Iterator[VoteEvent]:
    """Yield the decisions of which no cell was withheld: only these can be counted."""
    return (event for event in with_names(council) if not event.withheld)


def bill_of(council: Council, event: VoteEvent) -> str:
    """Return the number of the decision's motion, or its title."""
    motion = council.motions[event.motion_id]
    return motion.identifier or motion.text


def place_of(event: VoteEvent) -> Location:
    """Return the place of the table's row if there is one, else of the minutes."""
    tables = [source for source in event.sources if "¶" not in source]
    return location_of((tables or list(event.sources) or [""])[0])
