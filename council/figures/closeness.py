"""How far apart yes and no were, and which decisions were close; of decisions by name only."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from council.model.votes import Option, VoteEvent

CLOSE_VOTES = 2
CLOSE_SHARE = 0.1
"""A decision was close if yes and no were at most so many votes apart, or at most this share of both together."""


class Margin(Struct, frozen=True):
    """How many said yes and how many no, presiding officers who took a side among them."""

    yes: int
    no: int

    @property
    def difference(self) -> int:
        """How many votes apart they were."""
        return abs(self.yes - self.no)

    @property
    def share(self) -> float:
        """How far apart they were: difference / (yes + no), 0 to 1."""
        return self.difference / (self.yes + self.no)

    @property
    def close(self) -> bool:
        """Whether the decision was close."""
        return self.difference <= CLOSE_VOTES or self.share <= CLOSE_SHARE


def margin(event: VoteEvent) -> Margin | None:
    """Return how far apart yes and no were by name; None without names, and where a vote is still kept back."""
    if event.withheld:
        return None
    options = [vote.option for vote in event.votes]
    yes, no = options.count(Option.YES), options.count(Option.NO)
    return Margin(yes, no) if yes or no else None


def close_decisions(events: Iterable[VoteEvent]) -> tuple[tuple[VoteEvent, Margin], ...]:
    """Return the close ones among divided decisions by name, the closest first, in their order otherwise."""
    return close_ones((event, apart) for event in events if (apart := margin(event)))


def close_ones(measured: Iterable[tuple[VoteEvent, Margin]]) -> tuple[tuple[VoteEvent, Margin], ...]:
    """Return the close ones among decisions by name with their margins, as `close_decisions`."""
    found = [(event, apart) for event, apart in measured if apart.yes and apart.no and apart.close]
    return tuple(sorted(found, key=lambda pair: (pair[1].difference, pair[1].share)))
