"""What was handed out of meeting packets: which page of which paper bore which through number (`packets.csv`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from council.model.events import Audience, EventId


class PageNumber(Struct, frozen=True, order=True):
    """A through number (通しページ): ``37``, or with a branch ``37-2`` for a page that came later at its place."""

    base: int
    branch: int = 0

    def __str__(self) -> str:
        """Return the number as it is printed, stamped and typed into the box."""
        return f"{self.base}-{self.branch}" if self.branch else str(self.base)

    @property
    def anchor(self) -> str:
        """The id of its place on the packet's page."""
        return f"p{self}"


def runs_of(numbers: Iterable[PageNumber]) -> list[list[PageNumber]]:
    """Return numbers in runs: those that follow one another without branches together, others alone."""
    runs: list[list[PageNumber]] = []
    for number in numbers:
        follows = runs and not number.branch and not runs[-1][-1].branch and number.base == runs[-1][-1].base + 1
        if follows:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


class PartKind(StrEnum):
    """What a part of a packet is."""

    COVER = "cover"
    CONTENTS = "contents"
    ITEM = "item"
    PAPER = "paper"


Move = tuple[PageNumber, PageNumber]
"""A number that is borne no more, and the number of the page that stands in its place."""


class Handout(Struct, frozen=True):
    """One part of a packet as it was handed out in a revision, counted from 1: a row of `packets.csv`.

    ``key`` is a paper's path in the project, an item's bills or title, empty for cover and contents. ``numbers`` is
    empty where the part was removed; ``prints`` tell each page of a paper from others, empty where nothing was to be
    seen (held back); ``moves`` are the numbers that this part lost in this revision. ``label`` is the 資料番号.
    """

    event_id: EventId
    edition: Audience
    revision: int
    issued: dt.date
    part: PartKind
    key: str
    numbers: tuple[PageNumber, ...] = ()
    prints: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    label: PageNumber | None = None
    sha256: str = ""
    title: str = ""
    source: str = ""
