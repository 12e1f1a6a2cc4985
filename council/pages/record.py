"""The record seen from every side: one walk over it, so that no page has to search."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from council.figures import (
    AgainstGroup,
    Agreement,
    AttendanceFigure,
    GroupVotes,
    against_group,
    agreement,
    attendance_figures,
    contested_by_group,
)
from council.model.council import COUNCIL_ID, Correction, Council
from council.model.events import AgendaItem, Event, EventId, Material, MotionId, Recording, SessionId
from council.model.handouts import Handout
from council.model.people import Membership, Organization, OrganizationId, OrganizationKind, PersonId
from council.model.votes import Motion, Vote, VoteEvent, VoteEventId
from council.pages.grouping import Based, Grouped, grouped
from council.pages.traces import HeadingTrace, RunsByPerson, SpeechRun, heading_traces, outlines
from council.pages.watch import Watch, watched

K = TypeVar("K")
T = TypeVar("T")


class Standing(Struct, frozen=True):
    """Whether a person is a member on the date of the data, and the day whose group, seat and role are shown.

    The day is the date of the data for a member, the last day in office for whoever was one.
    """

    in_office: bool
    day: dt.date | None


class Record(Struct, frozen=True):
    """A council with its cross-references; every list is in order of date and then of the source.

    ``unnamed`` are the decisions without a vote by name that were taken while a person was a member; ``with_debate``
    the sittings whose minutes are there, known without loading any; ``corrections_by_vote`` the corrected votes of a
    decision, each by its ``source``, with the correction's id; ``attendance`` plenary and committees; ``days`` the date of the data.
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
    handouts_by_event: Grouped[EventId, Handout]
    corrections_by_url: Grouped[str, Correction]
    corrections_by_vote: Grouped[VoteEventId, tuple[str, str]]
    unnamed: Grouped[PersonId, VoteEvent]
    withheld_votes: Grouped[PersonId, VoteEvent]
    with_debate: Mapping[EventId, bool]
    agreement: Grouped[PersonId, Agreement]
    against_group: Mapping[PersonId, AgainstGroup]
    attendance: Mapping[PersonId, tuple[AttendanceFigure, AttendanceFigure]]
    contested_by_group: Grouped[OrganizationId, GroupVotes]
    runs: Grouped[PersonId, SpeechRun]
    headings: Grouped[MotionId, HeadingTrace]
    standing: Mapping[PersonId, Standing]
    days: Mapping[str, dt.date | None]

    @property
    def data_date(self) -> dt.date | None:
        """The newest date among minutes, votes and corrections."""
        return self.days["data"]

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
    told = outlines(council)
    plenary, committees = attendance_figures(council), attendance_figures(council, plenary=False)
    events = sorted(council.events.values(), key=lambda event: event.sort_key)
    return Record(
        council=council,
        memberships=_by(council.memberships, lambda one: one.person_id),
        votes_cast=Based(
            grouped((vote.voter_id, (decision, vote)) for decision in decisions for vote in decision.votes),
            itemgetter(0),
        ),
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
        handouts_by_event=_by(council.handouts, lambda one: one.event_id),
        corrections_by_url=grouped((one.url.partition("#")[0], one) for one in council.corrections if one.url),
        corrections_by_vote=_corrected_votes(council),
        with_debate=dict.fromkeys(council.debates, True),
        agreement=_by(agreement(council), lambda one: one.person_id),
        against_group=against_group(council),
        attendance={key: (plenary[key], committees[key]) for key in council.people},
        contested_by_group=Based(contested_by_group(council), itemgetter(0)),
        unnamed=_unnamed(council),
        withheld_votes=grouped((voter, one) for one in decisions for voter in one.withheld_voters),
        runs=RunsByPerson(council, told),
        headings=grouped((one.motion_id, one) for one in heading_traces(told)),
        standing=_standing(council),
        days={"data": council.data_date},
    )


def under_watch(record: Record, watch: Watch) -> Record:
    """Return the record of which the watch notes everything that is read."""
    council = replace(record.council, **watched(watch, values_of(record.council), "council."))
    return replace(record, council=council, **watched(watch, values_of(record)))


def _standing(council: Council) -> dict[PersonId, Standing]:
    today = council.data_date
    by_person = _by(council.memberships, lambda one: one.person_id)
    found: dict[PersonId, Standing] = {}
    for person_id in council.people:
        held = by_person.get(person_id, ())
        last = max((one.end_date for one in held if one.end_date), default=None)
        member = any(one.organization_id == COUNCIL_ID and one.covers(today) for one in held)
        found[person_id] = Standing(member, today if any(one.covers(today) for one in held) else last)
    return found


def _corrected_votes(council: Council) -> dict[VoteEventId, tuple[tuple[str, str], ...]]:
    corrected = {one.at: one.id for one in council.corrections if one.at}
    decisions = council.vote_events.values() if corrected else ()
    found = ((one.id, vote.source) for one in decisions for vote in one.votes)
    return grouped((decision, (source, corrected[source])) for decision, source in found if source in corrected)


def _unnamed(council: Council) -> dict[PersonId, tuple[VoteEvent, ...]]:
    """Return for every person the dated decisions without names that were taken in the person's terms."""
    dated = sorted(
        (
            (one.date, place, one)
            for place, one in enumerate(council.vote_events.values())
            if one.date and not one.votes
        ),
        key=lambda found: found[:2],
    )
    days = [day for day, _, _ in dated]
    within: dict[PersonId, set[int]] = {}
    for term in council.memberships:
        if term.organization_id == COUNCIL_ID:
            start = bisect_left(days, term.start_date) if term.start_date else 0
            end = bisect_right(days, term.end_date) if term.end_date else len(days)
            within.setdefault(term.person_id, set()).update(range(start, end))
    return {person_id: tuple(dated[place][2] for place in sorted(places)) for person_id, places in within.items()}


def sessions_of(motion: Motion) -> tuple[SessionId, ...]:
    """Return every session a bill stood in, the first one first."""
    return motion.sessions or (motion.session_id,)


def _by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    return grouped((key(item), item) for item in items)


def values_of(record: Council | Record) -> dict[str, object]:
    """Return the fields of a record by name."""
    return {name: getattr(record, name) for name in record.__struct_fields__}
