"""Who declared a conflict of interest in a matter that was then decided."""

from __future__ import annotations

from dataclasses import dataclass

from council.location import Location


@dataclass(frozen=True, slots=True)
class DraftInterest:
    """A declaration, the name as printed without titles."""

    name: str
    location: Location
