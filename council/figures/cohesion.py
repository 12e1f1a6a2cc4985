"""How often a parliamentary group voted as one, out of the contested decisions on which at least two of it voted."""

from __future__ import annotations

from dataclasses import dataclass

from council.figures.decisions import contested
from council.model.council import Council
from council.model.people import OrganizationId
from council.model.votes import Option


@dataclass(frozen=True, slots=True)
class Cohesion:
    """``united`` out of ``decisions``: contested decisions on which two or more of the group said yes or no."""

    group_id: OrganizationId
    decisions: int
    united: int


def cohesion(council: Council, group_id: OrganizationId) -> Cohesion:
    """Count the contested decisions on which everybody of the group who said yes or no said the same."""
    decisions = united = 0
    for event in contested(council):
        options = [
            vote.option for vote in event.votes if vote.group_id == group_id and vote.option in (Option.YES, Option.NO)
        ]
        if len(options) > 1:
            decisions += 1
            united += len(set(options)) == 1
    return Cohesion(group_id, decisions, united)
