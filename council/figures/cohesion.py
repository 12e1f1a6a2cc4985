"""How often a parliamentary group voted as one, out of the contested decisions on which at least two of it voted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from council.figures.decisions import contested
from council.model.council import Council
from council.model.people import OrganizationId
from council.model.votes import Option, Vote, VoteEvent

GroupVotes = tuple[VoteEvent, tuple[Vote, ...]]


class Cohesion(Struct, frozen=True):
    """``united`` out of ``decisions``: contested decisions on which two or more of the group said yes or no."""

    group_id: OrganizationId
    decisions: int
    united: int


def contested_by_group(council: Council) -> dict[OrganizationId, tuple[GroupVotes, ...]]:
    """Return every group's own votes in each contested decision in which it had any."""
    found: dict[OrganizationId, list[GroupVotes]] = defaultdict(list)
    for event in contested(council):
        own: dict[OrganizationId, list[Vote]] = defaultdict(list)
        for vote in event.votes:
            if vote.group_id:
                own[vote.group_id].append(vote)
        for group_id, votes in own.items():
            found[group_id].append((event, tuple(votes)))
    return {group_id: tuple(votes) for group_id, votes in found.items()}


def cohesion(group_id: OrganizationId, rows: Iterable[GroupVotes]) -> Cohesion:
    """Count the contested decisions on which everybody of the group who said yes or no said the same."""
    found = [as_one for _, votes in rows if (as_one := voted_as_one(votes)) is not None]
    return Cohesion(group_id, len(found), sum(found))


def voted_as_one(votes: Iterable[Vote]) -> bool | None:
    """Say whether those of a group who took a side took the same; None where fewer than two did."""
    options = [vote.option for vote in votes if vote.option in (Option.YES, Option.NO)]
    return len(set(options)) == 1 if len(options) > 1 else None
