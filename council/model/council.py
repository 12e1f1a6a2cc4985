"""The whole record as one value: what crosses from the input side to the output side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct, field

from council.model.debate import Debate
from council.model.events import (
    Audience,
    Event,
    EventId,
    LegislativeSession,
    Material,
    MaterialId,
    MotionId,
    Recording,
    SessionId,
)
from council.model.handouts import Handout
from council.model.outline import Outline
from council.model.paper_content import PaperContent, PaperPages
from council.model.paper_text import PaperText
from council.model.people import Membership, Organization, OrganizationId, Person, PersonId
from council.model.votes import Motion, VoteEvent, VoteEventId


class Correction(Struct, frozen=True):
    """A published correction: a row of `corrections.csv`; withdrawn words are in none of its fields.

    ``kind`` is transcription, proof, speech, withdrawn or personal; ``url`` the page it concerns (empty if none), with
    the speech's anchor in minutes. ``id`` is its address on the list (``c-3``); ``at`` its paragraph or cell as a
    ``source``; ``applied`` is False where the file held the right words already.
    """

    date: dt.date
    kind: str
    target: str
    place: str
    was: str
    now: str
    reason: str
    decided_by: str
    applied: bool = True
    url: str = ""
    source: str = ""
    audience: Audience = Audience.PUBLIC
    id: str = ""
    at: str = ""


class CouncilFacts(Struct, frozen=True):
    """What mkdocs.yml says of the council (contract §2.8)."""

    name: str
    language: str = "ja"
    timezone: str = "Asia/Tokyo"
    seats: int | None = None
    licence_data: str = ""
    licence_text: str = ""
    official_record_note: str = ""
    site_url: str = ""


class Council(Struct, frozen=True):
    """Everything known, by id, in order of date and then of the source.

    ``debates`` may load a sitting's speeches only when asked: whoever walks it holds one sitting at a time; what
    pages share of them is in ``outlines``. ``papers`` load the words of papers so, ``contents`` how Word files and workbooks are
    seen, ``printed`` where their blocks stand on typeset pages. ``unsettled_papers`` are sessions with papers of which nothing says who may read
    them: nothing else of these papers is known here.
    """

    facts: CouncilFacts
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    organizations: Mapping[OrganizationId, Organization] = field(default_factory=dict)
    memberships: tuple[Membership, ...] = ()
    sessions: Mapping[SessionId, LegislativeSession] = field(default_factory=dict)
    events: Mapping[EventId, Event] = field(default_factory=dict)
    motions: Mapping[MotionId, Motion] = field(default_factory=dict)
    vote_events: Mapping[VoteEventId, VoteEvent] = field(default_factory=dict)
    debates: Mapping[EventId, Debate] = field(default_factory=dict)
    outlines: Mapping[EventId, Outline] = field(default_factory=dict)
    recordings: tuple[Recording, ...] = ()
    materials: tuple[Material, ...] = ()
    papers: Mapping[MaterialId, PaperText] = field(default_factory=dict)
    contents: Mapping[MaterialId, PaperContent] = field(default_factory=dict)
    printed: Mapping[MaterialId, PaperPages] = field(default_factory=dict)
    unsettled_papers: tuple[SessionId, ...] = ()
    corrections: tuple[Correction, ...] = ()
    handouts: tuple[Handout, ...] = ()  # of this edition's packets, in order of their revisions
    synonyms: tuple[tuple[str, ...], ...] = ()  # each some words that a search takes for one another
    edition: Audience = Audience.MEMBERS  # a resolved record holds everything; `editions` makes the public one

    @property
    def data_date(self) -> dt.date | None:
        """The newest date among minutes, votes and corrections: the date of everything that is written."""
        dates = [event.start_date for event in self.events.values() if event.has_minutes and event.start_date]
        dates += [vote_event.date for vote_event in self.vote_events.values() if vote_event.date]
        dates += [correction.date for correction in self.corrections]
        return max(dates, default=None)

    def council_membership(self, person_id: PersonId, day: dt.date | None) -> Membership | None:
        """Return the person's membership of the council itself on that day."""
        return next(
            (
                membership
                for membership in self.memberships
                if membership.person_id == person_id
                and membership.organization_id == COUNCIL_ID
                and membership.covers(day)
            ),
            None,
        )

    def group_of(self, person_id: PersonId, day: dt.date | None) -> Organization | None:
        """Return the parliamentary group (会派) of a person on that day."""
        for membership in self.memberships:
            if membership.person_id == person_id and membership.covers(day):
                organization = self.organizations[membership.organization_id]
                if organization.classification == "group":
                    return organization
        return None


COUNCIL_ID = OrganizationId("council")
