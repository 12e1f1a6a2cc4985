"""What was recognised in each input file, beside what was found wrong: numbers and names a clerk can compare."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct


class TableLayout(StrEnum):
    """How a vote table stands (contract §2.2)."""

    WIDE = "wide"
    TRANSPOSED = "transposed"
    LONG = "long"


class ListKind(StrEnum):
    """The inputs that are lists of one kind of row."""

    ROSTER = "roster"
    STREAMS = "streams"
    CORRECTIONS = "corrections"
    SYNONYMS = "synonyms"
    HANDOUTS = "handouts"
    SITTINGS = "sittings"  # a session.yml
    PUBLIC_MATERIALS = "public materials"
    MEMBERS_MATERIALS = "members materials"


class RecognisedDecision(Struct, frozen=True):
    """A decision as the minutes declare it; ``bill`` the numbers as printed, else the title; ``aspect`` as drafts say."""

    bill: str
    method: str
    result: str
    aspect: str = "main"


class RecognisedMinutes(Struct, frozen=True):
    """One Word file of minutes; ``profile`` empty where no layout was recognised, None and empty where nothing says.

    ``speakers`` are the printed names (offices where there is no name) with the number of their speeches; ``absent``
    are those on the list of absentees.
    """

    path: str
    profile: str
    session: str = ""
    date: dt.date | None = None
    body: str = ""
    number: str = ""
    opened: dt.time | None = None
    closed: dt.time | None = None
    speakers: tuple[tuple[str, int], ...] = ()
    agenda: int = 0
    decisions: tuple[RecognisedDecision, ...] = ()
    present: int = 0
    absent: int = 0
    is_withheld: bool = False


class RecognisedVotes(Struct, frozen=True):
    """One vote table; ``encoding`` as its name is shown, ``second`` for one keyed again.

    ``readings`` are names that were not matched letter by letter: as printed, whose it was taken to be, by which rule.
    """

    path: str
    layout: TableLayout
    encoding: str
    decisions: int
    members: tuple[str, ...]
    votes: int
    second: bool = False
    readings: tuple[tuple[str, str, str], ...] = ()


class RecognisedList(Struct, frozen=True):
    """A list and the number of its rows; for materials ``path`` is the folder of the session."""

    path: str
    kind: ListKind
    count: int


Recognised = RecognisedMinutes | RecognisedVotes | RecognisedList
