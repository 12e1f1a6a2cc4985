"""Drafts and roster to the record: who bore this name that day, which bill, which sitting, which decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from council.diagnostics import Outcome
from council.model.council import Council, CouncilFacts
from council.model.events import Audience, Event, EventId, LegislativeSession, Material, SessionId, SessionKind
from council.model.identifiers import PLENARY
from council.model.people import Organization, OrganizationId, OrganizationKind
from council.parse.columns import Alike
from council.parse.drafts import Drafts
from council.resolve.attendance import AttendanceLists
from council.resolve.corrections import resolve_corrections
from council.resolve.debates import resolve_debates
from council.resolve.handouts import resolve_handouts
from council.resolve.meetings import UNDATED_SESSION, Known, place_meetings, resolve_events
from council.resolve.motions import resolve_motions
from council.resolve.papers import resolve_materials, resolve_recordings, unsettled_papers
from council.resolve.people import resolve_people
from council.resolve.placing import names_of_rows, place_rows
from council.resolve.roster import Period, make_roster
from council.resolve.second import compare_entries
from council.resolve.sessions import Sessions, resolve_sessions
from council.resolve.tellings import mentions, tellings
from council.resolve.voters import make_chamber
from council.resolve.votes import resolve_votes

__all__ = ["resolve"]


def resolve(drafts: Drafts, facts: CouncilFacts, edition: Audience) -> Outcome[Council]:
    """Tie names, numbers and days of the drafts to one another.

    ``drafts`` already hold only what ``edition`` may see. A name that is not exactly one person stays a printed
    name. Findings: P2xx, M4xx, V2xx, L2xx of `council.rules.record`.
    """
    people = resolve_people(drafts, facts.name)
    roster = make_roster(people.value.people.values(), people.value.memberships)
    known = resolve_sessions(drafts)
    placed = place_meetings(drafts)
    rows = place_rows(drafts, placed.value, known)
    sessions = known.with_extra(names_of_rows(rows.value, known))
    motions = resolve_motions(mentions(placed.value, rows.value, drafts, sessions), tuple(sessions.by_id))
    alike = Alike()
    debates = resolve_debates(placed.value, roster, motions.value, alike)
    told_of = Known(AttendanceLists(roster, alike), motions.value, debates.value.outlines)
    events = resolve_events(placed.value, drafts, sessions, told_of)
    chamber = make_chamber(roster, people.value.memberships, _periods(sessions, events.value))
    told = tuple(tellings(placed.value, rows.value, motions.value))
    again = place_rows(replace(drafts, vote_events=drafts.second), placed.value, known)
    second = tellings((), again.value, motions.value)
    compared = compare_entries(told, tuple(second), drafts.second, chamber)
    votes = resolve_votes(compared.value, chamber)
    recordings = resolve_recordings(drafts, events.value, roster)
    materials = resolve_materials(drafts, events.value, sessions, motions.value)
    handouts = resolve_handouts(drafts, events.value, edition)
    council = Council(
        facts=facts,
        people=people.value.people,
        organizations=_with_committees(people.value.organizations, events.value),
        memberships=people.value.memberships,
        sessions=_with_undated(sessions, (*events.value.values(), *materials)),
        events=events.value,
        motions=motions.value.by_id,
        vote_events=votes.value,
        debates=debates.value,
        outlines=debates.value.outlines,
        recordings=recordings.value,
        materials=materials,
        unsettled_papers=unsettled_papers(drafts, sessions),
        synonyms=tuple(row.words for row in drafts.synonyms),
        handouts=handouts.value,
        edition=edition,
    )
    corrections = resolve_corrections(drafts, council, {one.draft.path: one.id for one in placed.value})
    joined: tuple[Outcome[object], ...] = (people, placed, rows, motions, events, debates, compared)
    stages: tuple[Outcome[object], ...] = (*joined, votes, recordings, handouts)
    return Outcome(
        replace(council, corrections=corrections), tuple(found for stage in stages for found in stage.findings)
    )


def _periods(sessions: Sessions, events: Mapping[EventId, Event]) -> dict[SessionId, Period]:
    """Return each session's period as far as it is known: announced, else from its first to its last sitting."""
    periods: dict[SessionId, Period] = {}
    for identifier, session in sessions.by_id.items():
        days = [event.start_date for event in events.values() if event.session_id == identifier and event.start_date]
        periods[identifier] = (
            session.start_date or min(days, default=None),
            session.end_date or max(days, default=None),
        )
    return periods


def _with_committees(
    organizations: dict[OrganizationId, Organization], events: Mapping[EventId, Event]
) -> dict[OrganizationId, Organization]:
    """Add the bodies that sat but that no roster row names."""
    bodies = {
        event.organization_id: Organization(event.organization_id, event.body, OrganizationKind.COMMITTEE)
        for event in events.values()
        if event.body != PLENARY
    }
    return {**bodies, **organizations}


def _with_undated(sessions: Sessions, placed: Iterable[Event | Material]) -> dict[SessionId, LegislativeSession]:
    """Add a place for sittings and papers of which no input tells the day."""
    if not any(one.session_id == UNDATED_SESSION for one in placed):
        return sessions.by_id
    return {**sessions.by_id, UNDATED_SESSION: LegislativeSession(UNDATED_SESSION, "日付不明", SessionKind.REGULAR)}
