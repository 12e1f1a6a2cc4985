"""What a publication changed, as it is told at the end of a run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from council.diagnostics import Bilingual


class ChangeKind(StrEnum):
    """What a change is about; FIRST and NOTHING stand alone."""

    FIRST = "first"
    NOTHING = "nothing"
    VOTE = "vote"
    RESULT = "result"
    DECISIONS = "decisions"
    MINUTES = "minutes"
    SPEECHES = "speeches"
    MATERIALS = "materials"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between an edition and the one published before it, in words.

    A vote or a result is told by itself; of everything else ``text`` says how many (``count``).
    """

    edition: str
    kind: ChangeKind
    text: Bilingual
    count: int = 1

    @property
    def is_single(self) -> bool:
        """Whether it has a line of its own."""
        return self.kind in (ChangeKind.VOTE, ChangeKind.RESULT)

    def __str__(self) -> str:
        """Return the Japanese words."""
        return self.text.ja
