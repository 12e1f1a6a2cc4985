"""`data/members/ID.csv`, `data/bills/ID.csv`, `data/sessions/ID.csv`: the rows of `votes.csv` that concern one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from council.model.council import Council
from council.model.events import MotionId, SessionId
from council.model.people import PersonId
from council.model.votes import Vote, VoteEvent
from council.opendata.files import VOTES, PlannedFiles
from council.opendata.schema import TABLES
from council.opendata.vote_lines import Cast, VoteLines
from council.pages.addresses import bill_votes_uri, member_votes_uri, session_votes_uri
from council.pages.page import OutputFile

K = TypeVar("K")

_TABLE = next(table for table in TABLES if table.name == VOTES)


def plan_extracts(
    council: Council,
    by_person: Mapping[PersonId, Sequence[tuple[VoteEvent, Vote]]],
    by_motion: Mapping[MotionId, Sequence[VoteEvent]],
    by_session: Mapping[SessionId, Sequence[VoteEvent]],
) -> Iterator[PlannedFiles]:
    """Yield the plan of a file for every member, bill and session with a vote by name, columns as in `votes.csv`.

    Each reads nothing but what it holds, so that it stands while the rest of the record changes.
    """
    written = partial(_file, council, VoteLines(_TABLE))
    for person_id in council.people:
        if by_person.get(person_id):
            yield written(member_votes_uri(person_id), partial(_of_person, by_person, person_id))
    for motion_id in council.motions:
        if _named(by_motion.get(motion_id, ())):
            yield written(bill_votes_uri(motion_id), partial(_of_decisions, by_motion, motion_id))
    for session_id in council.sessions:
        if _named(by_session.get(session_id, ())):
            yield written(session_votes_uri(session_id), partial(_of_decisions, by_session, session_id))


def _named(events: Iterable[VoteEvent]) -> bool:
    return any(event.votes for event in events)


def _of_person(votes: Mapping[PersonId, Sequence[Cast]], person_id: PersonId) -> Sequence[Cast]:
    return votes[person_id]


def _of_decisions(events: Mapping[K, Sequence[VoteEvent]], key: K) -> Sequence[Cast]:
    return [(event, vote) for event in events[key] for vote in event.votes]


def _file(council: Council, lines: VoteLines, uri: str, votes: Callable[[], Sequence[Cast]]) -> PlannedFiles:
    def make() -> tuple[tuple[OutputFile, ...], None]:
        return (OutputFile(uri, lines.file(council, votes())),), None

    return PlannedFiles((uri,), make, is_kept=True)
