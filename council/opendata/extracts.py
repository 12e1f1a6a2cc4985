"""`data/members/ID.csv`, `data/bills/ID.csv`, `data/sessions/ID.csv`: the rows of `votes.csv` that concern one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from council.model.council import Council
from council.model.events import MotionId, SessionId
from council.model.people import PersonId
from council.model.votes import Vote, VoteEvent
from council.opendata.files import VOTES, PlannedFiles, csv_file
from council.opendata.rows import Row, vote_rows, votes_of
from council.opendata.schema import TABLES
from council.pages.addresses import bill_votes_uri, member_votes_uri, session_votes_uri
from council.pages.page import OutputFile

_TABLE = next(table for table in TABLES if table.name == VOTES)
Rows = Callable[[], Iterable[Row]]


def plan_extracts(
    council: Council,
    by_person: Mapping[PersonId, Sequence[tuple[VoteEvent, Vote]]],
    by_motion: Mapping[MotionId, Sequence[VoteEvent]],
    by_session: Mapping[SessionId, Sequence[VoteEvent]],
) -> Iterator[PlannedFiles]:
    """Yield the plan of a file for every member, bill and session with a vote by name, columns as in `votes.csv`.

    Each reads nothing but what it holds, so that it stands while the rest of the record changes.
    """
    for person_id in council.people:
        if by_person.get(person_id):
            yield _file(member_votes_uri(person_id), partial(_of_person, council, by_person, person_id))
    for motion_id in council.motions:
        if _named(by_motion.get(motion_id, ())):
            yield _file(bill_votes_uri(motion_id), partial(_of_motion, council, by_motion, motion_id))
    for session_id in council.sessions:
        if _named(by_session.get(session_id, ())):
            yield _file(session_votes_uri(session_id), partial(_of_session, council, by_session, session_id))


def _named(events: Iterable[VoteEvent]) -> bool:
    return any(event.votes for event in events)


def _of_person(
    council: Council, votes: Mapping[PersonId, Sequence[tuple[VoteEvent, Vote]]], person_id: PersonId
) -> Iterator[Row]:
    return vote_rows(council, votes[person_id])


def _of_motion(council: Council, events: Mapping[MotionId, Sequence[VoteEvent]], motion_id: MotionId) -> Iterator[Row]:
    return votes_of(council, events[motion_id])


def _of_session(
    council: Council, events: Mapping[SessionId, Sequence[VoteEvent]], session_id: SessionId
) -> Iterator[Row]:
    return votes_of(council, events[session_id])


def _file(uri: str, rows: Rows) -> PlannedFiles:
    return PlannedFiles((uri,), lambda: ((OutputFile(uri, csv_file(_TABLE, rows())),), None), is_kept=True)
