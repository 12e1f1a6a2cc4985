"""Numbers of items, motions and by-laws in spoken English."""

from __future__ import annotations

from collections.abc import Mapping

from council.model.bill_numbers import BillNumber
from council.parse.minutes.profile import Pattern


def numbers_in(text: str, said: Mapping[str, Pattern]) -> tuple[BillNumber, ...]:
    """Return every number that a text names, once each."""
    found = said["number"].finditer(text)
    kinds = {"bylaw": "by-law"}
    return tuple(
        dict.fromkeys(BillNumber(kinds.get(kind := one["kind"].casefold(), kind), one["number"]) for one in found)
    )
