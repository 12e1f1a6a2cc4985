"""How often a member voted against the majority of the own parliamentary group (会派), and on which decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from council.figures.decisions import contested
from council.model.council import Council
from council.model.people import PersonId
from council.model.votes import Option, VoteEvent, VoteEventId

OTHERS = 2
"""A group has a majority of which somebody can differ where at least so many others of it said yes or no."""

_SIDES = (Option.YES, Option.NO)


class AgainstGroup(Struct, frozen=True):
    """``against`` are those of ``decisions`` on which the member took the other side than most of the others."""

    decisions: int
    against: tuple[VoteEventId, ...]


def against_group(council: Council) -> dict[PersonId, AgainstGroup]:
    """Count the votes of each member that went against most of the others of the group, as it stood on the day.

    Counted are divided decisions by name on which the member said yes or no, at least two others of the group did so
    too, and these others were not evenly split. Formula: against / decisions.
    """
    decisions: Counter[PersonId] = Counter()
    against: dict[PersonId, list[VoteEventId]] = {}
    for event in contested(council):
        for person_id, differs in _votes(event):
            decisions[person_id] += 1
            if differs:
                against.setdefault(person_id, []).append(event.id)
    return {one: AgainstGroup(number, tuple(against.get(one, ()))) for one, number in decisions.items()}


def _votes(event: VoteEvent) -> Iterator[tuple[PersonId, bool]]:
    """Yield who can be said to have voted with the own group, and whether it was against it."""
    taken = [vote for vote in event.votes if vote.group_id and vote.option in _SIDES]
    yes = Counter(vote.group_id for vote in taken if vote.option is Option.YES)
    no = Counter(vote.group_id for vote in taken if vote.option is Option.NO)
    for vote in taken:
        same, other = (yes, no) if vote.option is Option.YES else (no, yes)
        alike, apart = same[vote.group_id] - 1, other[vote.group_id]
        if alike + apart >= OTHERS and alike != apart:
            yield vote.voter_id, apart > alike
