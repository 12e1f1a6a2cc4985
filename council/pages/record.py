"""The record seen from every side: one walk over it, so that no page has to search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from council.figures import Agreement, agreement
from council.model.council import COUNCIL_ID, Correction, Council
from council.model.events import AgendaItem, Event, EventId, Material, MotionId, Recording, SessionId
from council.model.people import Membership, Organization, OrganizationKind, PersonId
from council.model.votes import Motion, Vote, VoteEvent

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

Grouped = Mapping[K, tuple[T, ...]]


def grouped(items: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Put items under their keys, in the order they came."""
    lists: dict[K, list[T]] = {}
    for key, item in items:
        lists.setdefault(key, []).append(item)
    return {key: tuple(values) for key, values in lists.items()}


@dataclass(frozen=True, slots=True)
class Record:
    """A council with its cross-references; every list is in order of date and then of the source.

    ``unnamed`` are the dated decisions without a vote by name; ``with_debate`` the sittings whose minutes are there,
    known without loading any; ``corrections_by_place`` the ids of corrections by the ``source`` of what was corrected.
    """

    council: Council
    memberships: Grouped[PersonId, Membership]
    votes_cast: Grouped[PersonId, tuple[VoteEvent, Vote]]
    decisions_by_motion: Grouped[MotionId, VoteEvent]
    decisions_by_session: Grouped[SessionId, VoteEvent]
    decisions_by_event: Grouped[EventId, VoteEvent]
    motions_by_session: Grouped[SessionId, Motion]
    events_by_session: Grouped[SessionId, Event]
    agenda_places: Grouped[MotionId, tuple[Event, AgendaItem]]
    recordings_by_event: Grouped[EventId, Recording]
    recordings_by_person: Grouped[PersonId, Recording]
    materials_by_event: Grouped[EventId, Material]
    materials_by_motion: Grouped[MotionId, Material]
    materials_by_session: Grouped[SessionId, Material]
    corrections_by_url: Grouped[str, Correction]
    corrections_by_place: Mapping[str, str]
    unnamed: tuple[VoteEvent, ...]
    with_debate: frozenset[EventId]
    agreement: Grouped[PersonId, Agreement]

    def group_of(self, person_id: PersonId, day: dt.date | None) -> Organization | None:
        """Return the parliamentary group of a person on that day."""
        return next((body for body, _ in self.bodies_of(person_id, day, OrganizationKind.GROUP)), None)

    def seat_of(self, person_id: PersonId, day: dt.date | None) -> str:
        """Return the seat number of a person on that day, empty if unknown."""
        membership = self.term_of(person_id, day)
        return membership.seat if membership else ""

    def term_of(self, person_id: PersonId, day: dt.date | None) -> Membership | None:
        """Return the person's membership of the council itself on that day."""
        return next(
            (
                one
                for one in self.memberships.get(person_id, ())
                if one.organization_id == COUNCIL_ID and one.covers(day)
            ),
            None,
        )

    def bodies_of(
        self, person_id: PersonId, day: dt.date | None, kind: OrganizationKind
    ) -> Iterator[tuple[Organization, Membership]]:
        """Yield the organisations of one kind to which a person belonged on that day."""
        for membership in self.memberships.get(person_id, ()):
            organization = self.council.organizations[membership.organization_id]
            if organization.classification == kind and membership.covers(day):
                yield organization, membership

    def in_office(self, day: dt.date) -> tuple[PersonId, ...]:
        """Return everybody who was a member of the council on that day, in seat order."""
        return tuple(
            sorted(
                (person_id for person_id in self.council.people if self.term_of(person_id, day)),
                key=lambda person_id: self.seat_key(person_id, day),
            )
        )

    def seat_key(self, person_id: PersonId, day: dt.date | None) -> tuple[int, str, str]:
        """Order people by seat number; those without one by reading, then name."""
        person = self.council.people[person_id]
        return (seat_number(self.seat_of(person_id, day)), person.sort_name, person.name)


def seat_number(seat: str) -> int:
    """Return a seat as a number to sort by; what is no number comes last."""
    return int(seat) if seat.isdecimal() else 10**6


def make_record(council: Council) -> Record:
    """Walk the council once and note every cross-reference."""
    decisions = council.vote_events.values()
    events = sorted(council.events.values(), key=lambda event: event.sort_key)
    return Record(
        council=council,
        memberships=_by(council.memberships, lambda one: one.person_id),
        votes_cast=grouped((vote.voter_id, (decision, vote)) for decision in decisions for vote in decision.votes),
        decisions_by_motion=_by(decisions, lambda one: one.motion_id),
        decisions_by_session=_by(decisions, lambda one: one.session_id),
        decisions_by_event=grouped((one.event_id, one) for one in decisions if one.event_id),
        motions_by_session=grouped((key, one) for one in council.motions.values() for key in sessions_of(one)),
        events_by_session=_by(events, lambda one: one.session_id),
        agenda_places=grouped(
            (key, (event, item)) for event in events for item in event.agenda for key in item.motion_ids
        ),
        recordings_by_event=grouped((one.event_id, one) for one in council.recordings if one.event_id),
        recordings_by_person=grouped((one.person_id, one) for one in council.recordings if one.person_id),
        materials_by_event=grouped((one.event_id, one) for one in council.materials if one.event_id),
        materials_by_motion=grouped((key, one) for one in council.materials for key in one.motion_ids),
        materials_by_session=_by(council.materials, lambda one: one.session_id),
        corrections_by_url=grouped((one.url.partition("#")[0], one) for one in council.corrections if one.url),
        corrections_by_place={one.at: one.id for one in council.corrections if one.at},
        with_debate=frozenset(council.debates),
        agreement=_by(agreement(council), lambda one: one.person_id),
        unnamed=tuple(one for one in decisions if not one.votes and one.date),
    )


def sessions_of(motion: Motion) -> tuple[SessionId, ...]:
    """Return every session a bill stood in, the first one first."""
    return motion.sessions or (motion.session_id,)


def _by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    return grouped((key(item), item) for item in items)
