"""Six kinds of slips of the hand in a vote table, each as cells that are given other signs."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from council.model.votes import Option, Role
from council.parse.drafts import DraftVote, DraftVoteEvent

Spot = tuple[int, int]
"""Line and column of a cell, as Excel shows them."""

Edits = Mapping[Spot, str]

YES, NO, ABSENT = "○×欠"
_OTHER_SIDE = {Option.YES: Option.NO, Option.NO: Option.YES}
_MOST_TRIES = 1000


@dataclass(frozen=True)
class Signs:
    """How one table writes yes, no and absent."""

    by_option: Mapping[Option, str]

    @classmethod
    def of(cls, decisions: Sequence[DraftVoteEvent]) -> Signs:
        """Take the signs that the table itself uses, else the usual ones."""
        usual = {Option.YES: YES, Option.NO: NO, Option.ABSENT: ABSENT}
        return cls(usual | {vote.option: vote.raw for one in decisions for vote in plain_votes(one)})


def plain_votes(decision: DraftVoteEvent) -> list[DraftVote]:
    """Return the votes of those who did not preside."""
    return [vote for vote in decision.votes if vote.role is Role.MEMBER]


def spot_of(vote: DraftVote) -> Spot:
    """Return where a vote stands."""
    return vote.location.line or 0, vote.location.column or 0


def flipped(decisions: Sequence[DraftVoteEvent], chance: random.Random) -> Edits:
    """Exchange yes and no in one cell."""
    votes = [vote for one in decisions for vote in plain_votes(one) if vote.option in _OTHER_SIDE]
    vote = chance.choice(votes)
    return {spot_of(vote): Signs.of(decisions).by_option[_OTHER_SIDE[vote.option]]}


def absent_for_yes(decisions: Sequence[DraftVoteEvent], chance: random.Random) -> Edits:
    """Write absent for a yes, or yes for an absent member."""
    to = {Option.YES: Option.ABSENT, Option.ABSENT: Option.YES}
    votes = [vote for one in decisions for vote in plain_votes(one) if vote.option in to]
    vote = chance.choice(votes)
    return {spot_of(vote): Signs.of(decisions).by_option[to[vote.option]]}


def two_votes_swapped(decisions: Sequence[DraftVoteEvent], chance: random.Random) -> Edits:
    """Exchange the signs of two members in one decision."""
    one, other = chance.sample(chance.choice(decisions).votes, 2)
    return {spot_of(one): other.raw, spot_of(other): one.raw}


def moved_by_one(decisions: Sequence[DraftVoteEvent], chance: random.Random) -> Edits:
    """Move every sign of a run of decisions to the next member, or to the one before."""
    first = chance.randrange(len(decisions))
    last = chance.randrange(first, len(decisions)) + 1
    step = chance.choice((-1, 1))
    return {spot: text for one in decisions[first:last] for spot, text in _moved(one.votes, step)}


def _moved(votes: Sequence[DraftVote], step: int) -> Iterator[tuple[Spot, str]]:
    for place, vote in enumerate(votes):
        yield spot_of(vote), votes[(place - step) % len(votes)].raw


def two_decisions_swapped(decisions: Sequence[DraftVoteEvent], chance: random.Random) -> Edits:
    """Exchange the signs of two decisions, member by member."""
    one, other = chance.sample(decisions, 2)
    return _exchanged([(votes[one.order], votes[other.order]) for votes in _by_member((one, other)).values()])


def two_members_swapped(decisions: Sequence[DraftVoteEvent], chance: random.Random) -> Edits:
    """Exchange the signs of two members in all decisions of the table."""
    members = _by_member(decisions)
    one, other = chance.sample(sorted(members), 2)
    both = members[one].keys() & members[other].keys()
    return _exchanged([(members[one][order], members[other][order]) for order in both])


def _by_member(decisions: Sequence[DraftVoteEvent]) -> dict[str, dict[int, DraftVote]]:
    """Return every member's votes by the decision's order; only members with a vote in all of them."""
    votes = sorted(((vote.name, one.order, vote) for one in decisions for vote in one.votes), key=lambda told: told[:2])
    grouped = {
        name: {order: vote for _, order, vote in rows} for name, rows in groupby(votes, key=lambda told: told[0])
    }
    return {name: rows for name, rows in grouped.items() if len(rows) == len(decisions)}


def _exchanged(pairs: Sequence[tuple[DraftVote, DraftVote]]) -> Edits:
    both = [*pairs, *((other, one) for one, other in pairs)]
    return {spot_of(one): other.raw for one, other in both}


@dataclass(frozen=True)
class Kind:
    """One kind of slip; ``least`` decisions must stand in a table for it."""

    name: str
    make: Callable[[Sequence[DraftVoteEvent], random.Random], Edits]
    least: int = 1


KINDS = (
    Kind("one cell flipped (yes, no)", flipped),
    Kind("absent for yes, yes for absent", absent_for_yes),
    Kind("two members' votes swapped in one decision", two_votes_swapped),
    Kind("votes moved by one member in a run of decisions", moved_by_one),
    Kind("two decisions' votes swapped", two_decisions_swapped, 2),
    Kind("two members' votes swapped in the whole table", two_members_swapped),
)


def made(kind: Kind, decisions: Sequence[DraftVoteEvent], chance: random.Random) -> Edits:
    """Make one slip that changes what the table says; what it leaves as it was is no part of it."""
    written = {spot_of(vote): vote.raw for one in decisions for vote in one.votes}
    for _ in range(_MOST_TRIES):
        edits = {spot: text for spot, text in kind.make(decisions, chance).items() if written[spot] != text}
        if edits:
            return edits
    msg = f"{kind.name}: no such slip changes this table"
    raise ValueError(msg)
