"""What is counted or kept in a quicker way says the same as the slow way: agreement, rows by session, the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import permutations

import pages_council
import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.build.data_parts import kept_chunks, kept_entries
from council.cache import Store, fingerprint, together
from council.figures import Agreement, agreement
from council.model.council import Council, CouncilFacts
from council.model.events import MotionId, SessionId
from council.model.people import PersonId
from council.model.votes import Option, Requirement, Role, Vote, VoteEvent, VoteEventId
from council.opendata.calendar import calendar, calendar_entries
from council.opendata.files import table_chunks
from council.opendata.resource import Chunk
from council.opendata.schema import TABLES, TableSchema
from council.pages.record import make_record, under_watch
from council.pages.watch import Watch

_PEOPLE = tuple(map(PersonId, ("abe", "baba", "chiba", "doi")))
_MARKS = st.sampled_from([*Option, None])
_DAYS = st.one_of(st.none(), st.dates(dt.date(2025, 1, 1), dt.date(2025, 1, 5)))
_DECISIONS = st.lists(st.tuples(_DAYS, st.lists(_MARKS, min_size=len(_PEOPLE), max_size=len(_PEOPLE))), max_size=8)


def _decision(number: int, day: dt.date | None, marks: Sequence[Option | None]) -> VoteEvent:
    votes = tuple(
        Vote(person, mark, Role.MEMBER, "") for person, mark in zip(_PEOPLE, marks, strict=True) if mark is not None
    )
    decision = pages_council.decision("2025-4-gian-1")
    return replace(decision, id=VoteEventId(f"d{number}"), date=day, votes=votes, requirement=Requirement.MAJORITY)


def _counted(decisions: Sequence[VoteEvent], one: PersonId, other: PersonId) -> Agreement | None:
    """Count two people's decisions one by one, as contract §5.4 says."""
    sides = (Option.YES, Option.NO)
    shared: list[tuple[dt.date | None, bool]] = []
    for decision in decisions:
        cast = {vote.voter_id: vote.option for vote in decision.votes}
        contested = set(sides) <= set(cast.values())
        if contested and cast.get(one) in sides and cast.get(other) in sides:
            shared.append((decision.date, cast[one] is cast[other]))
    days = [day for day, _ in shared if day]
    agreed = sum(alike for _, alike in shared)
    start, end = min(days, default=None), max(days, default=None)
    return Agreement(one, other, len(shared), agreed, start, end) if shared else None


@given(_DECISIONS)
def test_agreement_is_what_counting_one_by_one_gives(told: list[tuple[dt.date | None, list[Option | None]]]) -> None:
    decisions = [_decision(number, day, marks) for number, (day, marks) in enumerate(told)]
    council = Council(CouncilFacts("市議会"), vote_events={one.id: one for one in decisions})
    expected = [found for pair in permutations(_PEOPLE, 2) if (found := _counted(decisions, *pair))]
    assert list(agreement(council)) == expected


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_kept_by_session_are_those_made_at_once(table: TableSchema) -> None:
    council, store = pages_council.small_council(), Store()
    watch = Watch()
    watched = under_watch(make_record(council), watch).council
    whole = table_chunks(table, council)
    for _ in range(2):  # made, then kept
        kept = kept_chunks(store, watch, table, watched)
        assert _lines(kept()) == _lines(whole())


def _lines(chunks: Iterable[Chunk]) -> tuple[int, bytes, bytes]:
    found = list(chunks)
    return sum(one.rows for one in found), b"".join(one.csv for one in found), b",\n".join(one.json for one in found)


def test_a_changed_record_has_other_rows() -> None:
    council, store = pages_council.small_council(), Store()
    table = next(one for one in TABLES if one.name == "bills")
    list(kept_chunks(store, Watch(), table, council)())
    key, motion = next(iter(council.motions.items()))
    changed = replace(council, motions={**council.motions, key: replace(motion, text="別の件名")})
    assert _lines(kept_chunks(store, Watch(), table, changed)()) == _lines(table_chunks(table, changed)())


def test_a_kept_calendar_has_the_stamp_of_today_s_data() -> None:
    council, store = pages_council.small_council(), Store()
    first = calendar(council, kept_entries(store, Watch(), council))
    assert first == calendar(council, calendar_entries(council))
    later = {key: replace(one, date=dt.date(2031, 2, 3)) for key, one in council.vote_events.items()}
    changed = replace(council, vote_events=later)
    again = calendar(changed, kept_entries(store, Watch(), changed))
    assert again == calendar(changed, calendar_entries(changed))
    assert again.count(b"DTSTAMP:20310203T000000Z\r\n") == again.count(b"BEGIN:VEVENT") > 0


class _One(StrEnum):
    SAME = "same"


class _Other(StrEnum):
    SAME = "same"


def test_equal_words_of_two_sorts_have_two_fingerprints() -> None:
    told = [fingerprint(one) for one in (_One.SAME, _Other.SAME, "same")]
    assert len(set(told)) == len(told)
    assert together(told) not in {*told, together(told[::-1]), fingerprint(tuple(told))}


def test_a_record_is_seen_as_its_equal_and_as_no_other() -> None:
    first = pages_council.decision("2025-4-gian-1")
    equal = replace(first, session_id=SessionId(str(first.session_id)))
    other = replace(first, motion_id=MotionId("2025-4-gian-2"))
    watch = Watch()
    told = [[watch.seen(one), watch.seen((one,)), watch.seen((1, (one, "x")))] for one in (first, equal, other)]
    assert told[0] == told[1]
    assert not set(told[0]) & set(told[2])
