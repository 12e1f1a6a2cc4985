"""People, organisations and who belonged to which when (Popolo)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NewType

from msgspec import Struct

PersonId = NewType("PersonId", str)
OrganizationId = NewType("OrganizationId", str)


class OrganizationKind(StrEnum):
    """Popolo's ``classification`` of an organisation."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    GROUP = "group"  # 会派, a parliamentary group


class Person(Struct, frozen=True):
    """A member of the council: everybody who can vote.

    ``name`` is the roster's spelling; ``sort_name`` the reading (ふりがな); ``other_names`` further spellings;
    ``declared`` is False where no roster named the person (taken from an attendance list or a table heading).
    """

    id: PersonId
    name: str
    sort_name: str = ""
    other_names: tuple[str, ...] = ()
    image: str = ""
    url: str = ""
    source: str = ""
    declared: bool = True


class Organization(Struct, frozen=True):
    """The council itself, a committee, or a parliamentary group."""

    id: OrganizationId
    name: str
    classification: OrganizationKind


class Membership(Struct, frozen=True):
    """One person's time in one organisation; an open end is None (unknown or not yet over).

    ``role`` is as the roster prints it (議長, 副委員長 …), empty for a plain member. ``seat`` (議席番号) only
    for the council; seats change and identify nobody. ``end_date`` is the last day of membership, included.
    """

    person_id: PersonId
    organization_id: OrganizationId
    role: str = ""
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    seat: str = ""
    source: str = ""

    def covers(self, day: dt.date | None) -> bool:
        """Say whether ``day`` lies within; an unknown day is taken to lie within."""
        if day is None:
            return True
        return (self.start_date is None or self.start_date <= day) and (self.end_date is None or day <= self.end_date)
