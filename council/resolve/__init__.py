"""Drafts and roster to the record: who bore this name that day, which bill, which sitting, which decision."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from council.cache import fingerprint
from council.diagnostics import Outcome
from council.model.council import Council, CouncilFacts
from council.model.events import Audience, Event, EventId, LegislativeSession, Material, SessionId, SessionKind
from council.model.identifiers import PLENARY
from council.model.people import Organization, OrganizationId, OrganizationKind
from council.parse.drafts import Drafts
from council.resolve.corrections import resolve_corrections
from council.resolve.debates import debates_of
from council.resolve.handouts import resolve_handouts
from council.resolve.meetings import UNDATED_SESSION, place_meetings, with_announced
from council.resolve.motions import resolve_motions
from council.resolve.papers import resolve_materials, resolve_recordings, unsettled_papers
from council.resolve.people import resolve_people
from council.resolve.placing import names_of_rows, place_rows
from council.resolve.recall import Recall, of_nothing
from council.resolve.roster import Period, make_roster
from council.resolve.second import compare_entries
from council.resolve.sessions import Sessions, resolve_sessions
from council.resolve.sittings import Known, resolve_sittings
from council.resolve.tellings import mentions, tellings
from council.resolve.voters import Traced, make_chamber
from council.resolve.votes import resolve_votes

__all__ = ["resolve"]


def resolve(drafts: Drafts, facts: CouncilFacts, edition: Audience, recall: Recall | None = None) -> Outcome[Council]:
    """Tie names, numbers and days of the drafts to one another.

    ``drafts`` already hold only what ``edition`` may see. A name that is not exactly one person stays a printed
    name. ``recall`` gives back what sessions came to before. Findings: P2xx, M4xx, V2xx, L2xx of `council.rules.record`.
    """
    recall = recall or of_nothing()
    people = resolve_people(drafts, facts.name)
    roster = make_roster(people.value.people.values(), people.value.memberships)
    known = resolve_sessions(drafts)
    placed = place_meetings(drafts)
    rows = place_rows(drafts, placed.value, known)
    sessions = known.with_extra(names_of_rows(rows.value, known))
    motions = resolve_motions(mentions(placed.value, rows.value, drafts, sessions), tuple(sessions.by_id))
    roster_print = fingerprint((tuple(people.value.people.values()), people.value.memberships))
    sittings = resolve_sittings(placed.value, Known(roster, roster_print, motions.value, sessions), recall)
    outlines = {one.event.id: one.outline for one in sittings if one.outline is not None}
    debates = debates_of(placed.value, outlines, {one.event.id: one.tied for one in sittings})
    events = with_announced((one.event for one in sittings), drafts, sessions, motions.value)
    chamber = make_chamber(roster, people.value.memberships, _periods(sessions, events))
    told = tuple(tellings(placed.value, rows.value, motions.value, recall.origins))
    again = place_rows(replace(drafts, vote_events=drafts.second), placed.value, known)
    second = (one.told for one in tellings((), again.value, motions.value, recall.origins))
    compared = compare_entries([one.told for one in told], tuple(second), drafts.second, chamber)
    traced = (Traced(marked, one.origin) for marked, one in zip(compared.value, told, strict=True))
    votes = resolve_votes(traced, chamber, recall, roster_print)
    recordings = resolve_recordings(drafts, events, roster)
    materials = resolve_materials(drafts, events, sessions, motions.value)
    handouts = resolve_handouts(drafts, events, edition)
    council = Council(
        facts=facts,
        people=people.value.people,
        organizations=_with_committees(people.value.organizations, events),
        memberships=people.value.memberships,
        sessions=_with_undated(sessions, (*events.values(), *materials)),
        events=events,
        motions=motions.value.by_id,
        vote_events=votes.value,
        debates=debates,
        outlines=outlines,
        recordings=recordings.value,
        materials=materials,
        unsettled_papers=unsettled_papers(drafts, sessions),
        synonyms=tuple(row.words for row in drafts.synonyms),
        handouts=handouts.value,
        edition=edition,
    )
    corrections = resolve_corrections(drafts, council, {one.draft.path: one.id for one in placed.value})
    first: tuple[Outcome[object], ...] = (people, placed, rows, motions)
    last: tuple[Outcome[object], ...] = (compared, votes, recordings, handouts)
    findings = (
        *(found for stage in first for found in stage.findings),
        *(found for one in sittings for found in one.listed),
        *(found for one in sittings for found in one.spoken),
        *(found for stage in last for found in stage.findings),
    )
    return Outcome(replace(council, corrections=corrections), findings)


def _periods(sessions: Sessions, events: Mapping[EventId, Event]) -> dict[SessionId, Period]:
    """Return each session's period as far as it is known: announced, else from its first to its last sitting."""
    days: dict[SessionId, list[dt.date]] = defaultdict(list)
    for event in events.values():
        if event.start_date:
            days[event.session_id].append(event.start_date)
    return {
        identifier: (
            session.start_date or min(days[identifier], default=None),
            session.end_date or max(days[identifier], default=None),
        )
        for identifier, session in sessions.by_id.items()
    }


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
