"""Who took which side in the debate before a vote."""

from __future__ import annotations

from msgspec import Struct

from council.location import Location
from council.model.bill_numbers import BillNumber
from council.model.votes import Option


class DraftStance(Struct, frozen=True):
    """Who took which side on a bill in the debate before the vote (討論), where the minutes say so in plain words."""

    role: str
    name: str
    side: Option
    bill: BillNumber
    location: Location
