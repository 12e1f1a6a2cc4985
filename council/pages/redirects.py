"""`members/p-….html`: where a member's page stood before a roster gave the person another address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from markupsafe import Markup

from council.glossary.interface import Words
from council.model.identifiers import person_id
from council.model.people import Person, PersonId
from council.pages.addresses import member_uri
from council.pages.page import Page
from council.pages.record import Record

_BODY = Markup('<h1>{title}</h1>\n<p>{lead} <a href="{href}">{name}</a></p>')
_UP = "../"  # every such page lies one folder down


def redirects(record: Record) -> Iterator[Page]:
    """Yield a page for every address that a member in the roster had without one; none where it is taken or shared.

    Without a roster a person's id is made of the name as it is printed: every spelling in attendance lists, the name
    itself and the other names of the roster, which are what vote tables are headed by.
    """
    council = record.council
    words = Words(council.facts.language if council.facts.language == "ja" else "en")
    for former, bearers in _former_ids(record).items():
        if former not in council.people and len(bearers) == 1:
            yield _page(words, former, council.people[next(iter(bearers))])


def _former_ids(record: Record) -> dict[PersonId, set[PersonId]]:
    """Return every id that a member in the roster had without it, and of whom."""
    people = record.council.people
    found: dict[PersonId, set[PersonId]] = defaultdict(set)
    for bearer, name in dict.fromkeys(_spellings(record)):
        if people[bearer].declared:
            found[person_id(name)].add(bearer)
    return found


def _spellings(record: Record) -> Iterator[tuple[PersonId, str]]:
    for person in record.council.people.values():
        for name in (person.name, *person.other_names):
            yield person.id, name
    for event in record.council.events.values():
        for line in event.attendance:
            if line.person_id in record.council.people and line.person_id is not None:
                yield line.person_id, line.name


def _page(words: Words, former: PersonId, person: Person) -> Page:
    now = member_uri(person.id)
    title = words("moved.title", name=person.name)
    body = _BODY.format(title=title, lead=words("moved.lead"), href=_UP + now, name=person.name)
    return Page(
        uri=member_uri(former), kind="moved", title=title, body=body, section="members", noindex=True, redirect=now
    )
