"""Every page of the site as a plan: where it will stand, and how it is made when it has to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

import jinja2
from msgspec import Struct

from council.cache import Prints
from council.glossary.interface import Words
from council.model.council import Council
from council.model.people import OrganizationKind
from council.packets.offline import OFFLINE
from council.packets.pagination import Pagination
from council.pages import (
    addresses,
    bill,
    compare,
    group,
    index,
    live,
    material,
    materials,
    meeting,
    member,
    members,
    offline,
    packet,
    search,
    session,
    site_pages,
    vote,
    vote_lists,
    votes,
)
from council.pages.grouping import grouped
from council.pages.page import Page
from council.pages.record import make_record, under_watch
from council.pages.redirects import redirects
from council.pages.sheet import Studio
from council.pages.sittings import has_packet
from council.pages.templates import in_language
from council.pages.watch import Watch

T = TypeVar("T")

Dictionary = Sequence[tuple[str, Sequence[tuple[str, str]]]]


class PlannedPage(Struct, frozen=True):
    """A page that is not made yet; ``given`` is what it is made of besides what it will read of the record."""

    uri: str
    given: tuple[object, ...]
    make: Callable[[], Page]

    @property
    def uris(self) -> tuple[str, ...]:
        """Its address."""
        return (self.uri,)


def compose_pages(council: Council, environment: jinja2.Environment, dictionary: Dictionary = ()) -> Iterator[Page]:
    """Yield every page of this edition; see `plan_pages`."""
    studio = open_studio(council, environment)
    return (planned.make() for planned in plan_pages(studio, dictionary))


def open_studio(
    council: Council,
    environment: jinja2.Environment,
    pagination: Pagination | None = None,
    prints: Prints | None = None,
) -> Studio:
    """Return what pages are made with: the record, under watch, the words of the interface, the templates."""
    words = Words(council.facts.language if council.facts.language == "ja" else "en")
    watch = Watch(prints or Prints())
    record = under_watch(make_record(council), watch)
    return Studio(record, words, in_language(environment, words), watch, pagination or Pagination())


def plan_pages(studio: Studio, dictionary: Dictionary = ()) -> Iterator[PlannedPage]:
    """Yield the plan of every page of this edition.

    ``dictionary`` names the columns of the open data files (file, then column and one line each); without it there
    is no `data/README.html`.
    """
    yield from _meetings(studio)
    yield from _records(studio)
    yield from _lists(studio)
    yield from _site(studio, dictionary)


def neighbours(items: Iterable[T]) -> Iterator[tuple[T | None, T, T | None]]:
    """Yield each item between the one before and the one after."""
    row = list(items)
    yield from zip([None, *row], row, [*row[1:], None], strict=False)


def _meetings(studio: Studio) -> Iterator[PlannedPage]:
    council = studio.record.council
    events = sorted(council.events.values(), key=lambda event: event.sort_key)
    for sittings in grouped((event.organization_id, event) for event in events).values():
        for before, event, after in neighbours(sittings):
            make = partial(meeting.compose_meeting, studio, event, before, after)
            yield PlannedPage(addresses.meeting_uri(event.id), (before, event, after), make)


def _records(studio: Studio) -> Iterator[PlannedPage]:
    yield from _sessions(studio)
    yield from _bills(studio)
    yield from _votes(studio)
    for before, person, after in neighbours(members.members_in_order(studio)):
        make = partial(member.compose_member, studio, person, before, after)
        yield PlannedPage(addresses.member_uri(person.id), (before, person, after), make)
    for organization in studio.record.council.organizations.values():
        if organization.classification is OrganizationKind.GROUP:
            make = partial(group.compose_group, studio, organization)
            yield PlannedPage(addresses.group_uri(organization.id), (organization,), make)
    for event in studio.record.council.events.values():
        if has_packet(studio, event):
            make = partial(packet.compose_packet, studio, event)
            yield PlannedPage(addresses.packet_uri(event.id), (event, studio.pagination.binds), make)
    yield from _materials(studio)
    for page in redirects(studio.record):
        yield PlannedPage(page.uri, (page,), partial(_as_it_is, page))


def _as_it_is(page: Page) -> Page:
    return page


def _sessions(studio: Studio) -> Iterator[PlannedPage]:
    for before, one, after in neighbours(studio.record.council.sessions.values()):
        make = partial(session.compose_session, studio, one, before, after)
        yield PlannedPage(addresses.session_uri(one.id), (before, one, after), make)


def _bills(studio: Studio) -> Iterator[PlannedPage]:
    motions = studio.record.council.motions.values()
    for found in grouped((motion.session_id, motion) for motion in motions).values():
        for before, motion, after in neighbours(found):
            make = partial(bill.compose_bill, studio, motion, before, after)
            yield PlannedPage(addresses.bill_uri(motion.id), (before, motion, after), make)


def _votes(studio: Studio) -> Iterator[PlannedPage]:
    for decisions in studio.record.decisions_by_session.values():
        for before, decision, after in neighbours(decisions):
            make = partial(vote.compose_vote, studio, decision, before, after)
            yield PlannedPage(addresses.vote_uri(decision.id), (before, decision, after), make)


def _materials(studio: Studio) -> Iterator[PlannedPage]:
    for papers in studio.record.materials_by_session.values():
        for before, one, after in neighbours(papers):
            make = partial(material.compose_material, studio, one, before, after)
            yield PlannedPage(addresses.material_page_uri(one.id), (before, one, after), make)


def _lists(studio: Studio) -> Iterator[PlannedPage]:
    yield PlannedPage("index.html", (), partial(index.compose_index, studio))
    yield PlannedPage("sessions.html", (), partial(session.compose_sessions, studio))
    yield PlannedPage("bills.html", (), partial(bill.compose_bills, studio))
    yield PlannedPage("votes.html", (), partial(votes.compose_votes, studio))
    yield PlannedPage(addresses.DIVIDED, (), partial(vote_lists.compose_divided, studio))
    yield PlannedPage(addresses.CLOSE, (), partial(vote_lists.compose_close, studio))
    yield PlannedPage("members.html", (), partial(members.compose_members, studio))
    yield PlannedPage(addresses.COMPARE, (), partial(compare.compose_compare, studio))
    yield PlannedPage("materials.html", (), partial(materials.compose_materials, studio))
    yield PlannedPage("packets.html", (), partial(packet.compose_packets, studio))
    yield PlannedPage(OFFLINE, (), partial(offline.compose_offline, studio))
    yield PlannedPage("live.html", (), partial(live.compose_live, studio))
    yield PlannedPage(addresses.SEARCH, (), partial(search.compose_search, studio))


def _site(studio: Studio, dictionary: Dictionary) -> Iterator[PlannedPage]:
    yield PlannedPage("corrections.html", (), partial(site_pages.compose_corrections, studio))
    make = partial(site_pages.compose_data, studio, has_dictionary=bool(dictionary))
    yield PlannedPage("data.html", (), make)
    if dictionary:
        told = tuple((file, tuple(tuple(column) for column in columns)) for file, columns in dictionary)
        make = partial(site_pages.compose_dictionary, studio, dictionary)
        yield PlannedPage("data/README.html", (told,), make)
    yield PlannedPage("about.html", (), partial(site_pages.compose_about, studio))
    yield PlannedPage("accessibility.html", (), partial(site_pages.compose_accessibility, studio))
