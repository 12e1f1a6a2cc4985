"""Which decisions have two sources of their own for every vote (照合済), and which have one (単独典拠)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from council.model.people import PersonId
from council.model.votes import Option, Vote
from council.resolve.voters import Roll, Told

_SIDES = (Option.YES, Option.NO)


def confirming(told: Sequence[tuple[Told, Roll]], votes: Mapping[PersonId, Vote]) -> tuple[str, ...]:
    """Return the places of the second sources of a decision whose sources agree on ``votes``; none unless they are whole.

    A table and its second entry are two sources, a table and a ballot listed in the minutes are two; two tables are
    not, as one may be a copy of the other. A ballot lists who took a side: whoever did not must not be on it.
    """
    tables = [source for source, roll in told if source.table and roll.votes.keys() >= votes.keys()]
    keyed_again = tuple(source.confirmed_by for source in tables if source.confirmed_by)
    ballots = [(source, roll) for source, roll in told if not source.table and roll.votes]
    if not ballots or not tables:
        return keyed_again
    sides = {voter for voter, vote in votes.items() if vote.option in _SIDES}
    return (*keyed_again, *(str(source.location) for source, roll in ballots if sides and roll.votes.keys() >= sides))
