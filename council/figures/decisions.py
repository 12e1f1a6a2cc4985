"""Decisions by name: which were contested, and who voted in which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from council.model.council import Council
from council.model.people import PersonId
from council.model.votes import Option, Vote, VoteEvent


def is_contested(event: VoteEvent) -> bool:
    """Say whether at least one person voted yes and one no."""
    options = {vote.option for vote in event.votes}
    return Option.YES in options and Option.NO in options


def votes_by_person(council: Council) -> dict[PersonId, tuple[tuple[VoteEvent, Vote], ...]]:
    """Return each person's votes in the order of the decisions, from one walk over the record."""
    found: dict[PersonId, list[tuple[VoteEvent, Vote]]] = defaultdict(list)
    for event in council.vote_events.values():
        for vote in event.votes:
            found[vote.voter_id].append((event, vote))
    return {person: tuple(votes) for person, votes in found.items()}


def contested(council: Council) -> Iterable[VoteEvent]:
    """Yield the contested decisions."""
    return (event for event in council.vote_events.values() if is_contested(event))
