"""What sessions, bodies, groups and people are called: what a filter's value and a suggestion may say."""

from __future__ import annotations

from msgspec import Struct

from council.glossary.interface import Words
from council.model.council import Council
from council.model.people import OrganizationKind, Person


class Names(Struct, frozen=True):
    """All names of a record, as pairs of id and name. A body's name is that of the blocks (`documents.Heading`)."""

    sessions: tuple[tuple[str, str], ...] = ()
    bodies: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    people: tuple[Person, ...] = ()


def names_of(council: Council) -> Names:
    """Return the names of a record, each list in the record's order."""
    words = Words(council.facts.language)
    bodies = {
        (event.organization_id, words("body.council") if event.body == "council" else event.body): None
        for event in council.events.values()
    }
    groups = (one for one in council.organizations.values() if one.classification is OrganizationKind.GROUP)
    return Names(
        sessions=tuple((one.id, one.name) for one in council.sessions.values()),
        bodies=tuple(bodies),
        groups=tuple((one.id, one.name) for one in groups),
        people=tuple(council.people.values()),
    )
