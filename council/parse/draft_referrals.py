"""What minutes say of the committees that bills were referred to."""

from __future__ import annotations

from dataclasses import dataclass

from council.location import Location
from council.model.bill_numbers import BillNumber


@dataclass(frozen=True, slots=True)
class DraftReferral:
    """Bills that the minutes say were referred to committees (付託), names as printed."""

    bills: tuple[BillNumber, ...]
    committees: tuple[str, ...]
    location: Location
