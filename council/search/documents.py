"""What is searched: speeches, bills, decisions and papers, in blocks that are made when asked for.

Documents are numbered: the number of one is the base of its block and its place there. A block holds more numbers than
it has documents (`capacity`), so that one more speech in a sitting moves nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

BILL, DECISION, MATERIAL, SPEECH = KINDS = ("bill", "decision", "material", "speech")
"""The kinds of documents, in the order of their blocks within a day."""

UNDATED = "0000"
"""The year of what no input dates; it comes before every other."""

_ROUNDED = {SPEECH: 64}
_ROUNDED_OTHERS = 16


class Document(Struct, frozen=True):
    """One thing that is found. ``url`` lies below the site's root; ``name`` and ``role`` are as printed, of speeches.

    ``text`` is what is searched, exactly as it is shown; what is not known is empty.
    """

    kind: str
    id: str
    url: str
    title: str
    text: str
    name: str = ""
    role: str = ""
    person_id: str = ""
    group_id: str = ""
    bill_ids: tuple[str, ...] = ()


class Heading(Struct, frozen=True):
    """What all documents of a block share. ``date`` is ISO or empty, ``body`` an organisation's name or empty."""

    key: str
    kind: str
    date: str
    session_id: str
    body: str
    title: str

    @property
    def year(self) -> str:
        """The year of the block."""
        return self.date[:4] or UNDATED

    @property
    def order(self) -> tuple[str, int, str]:
        """Order blocks by day, then kind; undated ones come first."""
        return self.date, KINDS.index(self.kind), self.key


class Block(Struct, frozen=True):
    """One sitting's speeches, or the bills, decisions or papers of one session and day, in the order of the record.

    ``made_of`` tells its documents from others without making them; `documents` makes them, and nothing holds them.
    """

    heading: Heading
    made_of: bytes
    documents: Callable[[], tuple[Document, ...]]


def capacity(kind: str, count: int) -> int:
    """Return how many numbers a block of so many documents takes."""
    step = _ROUNDED.get(kind, _ROUNDED_OTHERS)
    return -(-count // step) * step
