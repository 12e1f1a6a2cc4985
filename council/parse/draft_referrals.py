"""What minutes say of the committees that bills were referred to."""

from __future__ import annotations

from msgspec import Struct

from council.location import Location
from council.model.bill_numbers import BillNumber


class DraftReferral(Struct, frozen=True):
    """Bills that the minutes say were referred to committees (付託), names as printed."""

    bills: tuple[BillNumber, ...]
    committees: tuple[str, ...]
    location: Location
