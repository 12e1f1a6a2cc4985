"""Every page of the site, one after the other; a debate is fetched, told and let go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import jinja2

from council.glossary.interface import Words
from council.model.council import COUNCIL_ID, Council
from council.model.events import Event
from council.model.people import OrganizationKind
from council.pages import (
    bill,
    group,
    index,
    live,
    material,
    materials,
    meeting,
    member,
    members,
    packet,
    session,
    site_pages,
    vote,
    votes,
)
from council.pages.page import Page
from council.pages.record import grouped, make_record
from council.pages.sheet import Studio
from council.pages.sittings import has_packet
from council.pages.templates import in_language
from council.pages.traces import DebateTrace, Traces, gather, trace

T = TypeVar("T")

Dictionary = Sequence[tuple[str, Sequence[tuple[str, str]]]]


def compose_pages(council: Council, environment: jinja2.Environment, dictionary: Dictionary = ()) -> Iterator[Page]:
    """Yield every page of this edition.

    ``dictionary`` names the columns of the open data files (file, then column and one line each); without it there
    is no `data/README.html`. Sittings come first: what bills and members need of a debate is noted on the way.
    """
    words = Words(council.facts.language if council.facts.language == "ja" else "en")
    studio = Studio(make_record(council), words, in_language(environment, words))
    traces: list[DebateTrace] = []
    yield from _meetings(studio, traces)
    yield from _records(studio, gather(traces))
    yield from _lists(studio)
    yield from _site(studio, dictionary)


def neighbours(items: Iterable[T]) -> Iterator[tuple[T | None, T, T | None]]:
    """Yield each item between the one before and the one after."""
    row = list(items)
    yield from zip([None, *row], row, [*row[1:], None], strict=False)


def _meetings(studio: Studio, traces: list[DebateTrace]) -> Iterator[Page]:
    council = studio.record.council
    events = sorted(council.events.values(), key=lambda event: event.sort_key)
    for sittings in grouped((event.organization_id, event) for event in events).values():
        for before, event, after in neighbours(sittings):
            debate = council.debates.get(event.id)
            if debate:
                traces.append(trace(debate, of_council=_is_plenary(event)))
            yield meeting.compose_meeting(studio, event, debate, before, after)


def _is_plenary(event: Event) -> bool:
    return event.organization_id == COUNCIL_ID


def _records(studio: Studio, traces: Traces) -> Iterator[Page]:
    yield from _sessions(studio)
    yield from _bills(studio, traces)
    yield from _votes(studio)
    for before, person, after in neighbours(members.members_in_order(studio)):
        yield member.compose_member(studio, person, traces, before, after)
    for organization in studio.record.council.organizations.values():
        if organization.classification is OrganizationKind.GROUP:
            yield group.compose_group(studio, organization)
    for event in studio.record.council.events.values():
        if has_packet(studio, event):
            yield packet.compose_packet(studio, event)
    yield from _materials(studio)


def _sessions(studio: Studio) -> Iterator[Page]:
    for before, one, after in neighbours(studio.record.council.sessions.values()):
        yield session.compose_session(studio, one, before, after)


def _bills(studio: Studio, traces: Traces) -> Iterator[Page]:
    motions = studio.record.council.motions.values()
    for found in grouped((motion.session_id, motion) for motion in motions).values():
        for before, motion, after in neighbours(found):
            yield bill.compose_bill(studio, motion, traces, before, after)


def _votes(studio: Studio) -> Iterator[Page]:
    for decisions in studio.record.decisions_by_session.values():
        for before, decision, after in neighbours(decisions):
            yield vote.compose_vote(studio, decision, before, after)


def _materials(studio: Studio) -> Iterator[Page]:
    """Yield the pages of papers; the words of one are fetched, told and let go."""
    for papers in studio.record.materials_by_session.values():
        for before, one, after in neighbours(papers):
            yield material.compose_material(studio, one, before, after)


def _lists(studio: Studio) -> Iterator[Page]:
    yield index.compose_index(studio)
    yield session.compose_sessions(studio)
    yield bill.compose_bills(studio)
    yield votes.compose_votes(studio)
    yield members.compose_members(studio)
    yield materials.compose_materials(studio)
    yield packet.compose_packets(studio)
    yield live.compose_live(studio)


def _site(studio: Studio, dictionary: Dictionary) -> Iterator[Page]:
    yield site_pages.compose_corrections(studio)
    yield site_pages.compose_data(studio, has_dictionary=bool(dictionary))
    if dictionary:
        yield site_pages.compose_dictionary(studio, dictionary)
    yield site_pages.compose_about(studio)
    yield site_pages.compose_accessibility(studio)
