"""Members and parliamentary groups as links."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from council.model.people import PersonId
from council.pages.addresses import group_uri, member_uri
from council.pages.sheet import Link, Sheet


def person_link(sheet: Sheet, person_id: PersonId) -> Link:
    """Return a link to a member's page in the roster's spelling."""
    return sheet.link(member_uri(person_id), sheet.record.council.people[person_id].name)


def group_link(sheet: Sheet, person_id: PersonId, day: dt.date | None) -> Link | None:
    """Return a link to the parliamentary group of a member on that day."""
    group = sheet.record.group_of(person_id, day)
    return sheet.link(group_uri(group.id), group.name) if group else None


def name_piece(sheet: Sheet, person_id: PersonId) -> Markup:
    """Return a member's name as a list item."""
    return sheet.piece_of("name", person_id, lambda: person_link(sheet, person_id))
