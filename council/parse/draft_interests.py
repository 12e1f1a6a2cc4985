"""Who declared a conflict of interest in a matter that was then decided."""

from __future__ import annotations

from msgspec import Struct

from council.location import Location


class DraftInterest(Struct, frozen=True):
    """A declaration, the name as printed without titles."""

    name: str
    location: Location
