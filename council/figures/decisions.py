"""Decisions by name: which were contested, and who voted in which."""

from __future__ import annotations

from collections.abc import Iterable

from council.model.council import Council
from council.model.votes import Option, VoteEvent


def is_contested(event: VoteEvent) -> bool:
    """Say whether at least one person voted yes and one no."""
    options = [vote.option for vote in event.votes]
    return Option.YES in options and Option.NO in options


def contested(council: Council) -> Iterable[VoteEvent]:
    """Yield the contested decisions."""
    return (event for event in council.vote_events.values() if is_contested(event))
