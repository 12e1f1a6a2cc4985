"""Search boxes within one thing: a member's speeches, one sitting."""

from __future__ import annotations

from msgspec import Struct

from council.model.events import Event
from council.model.people import Person
from council.pages.addresses import SEARCH
from council.pages.sheet import Sheet


class Scope(Struct, frozen=True):
    """A search box within one thing: where it leads, what it says, and the filters that it hands on."""

    action: str
    label: str
    filters: tuple[tuple[str, str], ...]


def member_scope(sheet: Sheet, person: Person) -> Scope:
    """Return the search box of a member's page."""
    return Scope(sheet.href(SEARCH), sheet.t("search.in_member"), (("speaker", person.id),))


def meeting_scope(sheet: Sheet, event: Event) -> Scope:
    """Return the search box of a sitting's page; without a date it looks through the session's sittings of the body."""
    day = event.start_date.isoformat() if event.start_date else ""
    when = (("from", day), ("to", day)) if day else (("session", event.session_id),)
    return Scope(sheet.href(SEARCH), sheet.t("search.in_meeting"), (("kind", "speech"), ("body", event.body), *when))
