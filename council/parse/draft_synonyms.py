"""The draft of a row of `synonyms.csv`."""

from __future__ import annotations

from dataclasses import dataclass

from council.location import Location


@dataclass(frozen=True, slots=True)
class DraftSynonyms:
    """One row of `synonyms.csv`: words that mean the same."""

    words: tuple[str, ...]
    location: Location
