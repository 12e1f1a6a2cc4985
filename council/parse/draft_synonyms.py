"""The draft of a row of `synonyms.csv`."""

from __future__ import annotations

from msgspec import Struct

from council.location import Location


class DraftSynonyms(Struct, frozen=True):
    """One row of `synonyms.csv`: words that mean the same."""

    words: tuple[str, ...]
    location: Location
