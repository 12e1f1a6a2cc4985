"""Declarations of conflict of interest tied to people."""

from __future__ import annotations

from collections.abc import Iterable

from council.model.votes import Interest, Option, Vote
from council.resolve.voters import Chamber, Told


def interests_of(sources: Iterable[Told], votes: Iterable[Vote], chamber: Chamber) -> tuple[Interest, ...]:
    """Return who declared an interest, once each; who stands among the votes as excused is told there."""
    sources = [source for source in sources if source.interests]
    if not sources:
        return ()
    excused = {vote.voter_id for vote in votes if vote.option is Option.EXCUSED}
    found: dict[str, Interest] = {}
    for source in sources:
        for one in source.interests:
            person = chamber.roster.find(one.name, chamber.period(source)).person
            if person is None or person.id not in excused:
                told = Interest(person.name if person else one.name, person.id if person else None, str(one.location))
                found.setdefault(told.person_id or told.name, told)
    return tuple(found.values())
