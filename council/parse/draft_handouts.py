"""A part of a packet as the list of what was handed out has it (`packets.csv`)."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from council.location import Location
from council.model.events import Audience
from council.model.handouts import Move, PageNumber, PartKind


class DraftHandout(Struct, frozen=True):
    """A row of `packets.csv`; ``meeting`` is a sitting's id. As `council.model.handouts.Handout`.

    ``path`` is a paper's, ``item`` what an item of the agenda is known by.
    """

    meeting: str
    edition: Audience
    revision: int
    issued: dt.date
    part: PartKind
    location: Location
    path: str = ""
    item: str = ""
    numbers: tuple[PageNumber, ...] = ()
    prints: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    label: PageNumber | None = None
    sha256: str = ""
    title: str = ""
