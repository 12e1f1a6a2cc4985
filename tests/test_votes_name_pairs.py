"""A thousand pairs of names: a vote is the member's whose name is printed, or nobody's; never somebody else's."""

from __future__ import annotations

from collections import Counter

import pytest
from drafts import resolved, row
from name_pairs import MAKERS, Pair, pairs

PAIRS = tuple(pairs(1000))
TOLD = {"drawing": "P203", "surname": "P204"}


def joined(pair: Pair) -> tuple[str, list[str]]:
    """Return whose vote it is, empty for nobody's, and the codes of what was told of it."""
    outcome = resolved(members=pair.roster, vote_events=(row("議案第1号", {pair.printed: "○"}),))
    (event,) = outcome.value.vote_events.values()
    people = [outcome.value.people[vote.voter_id].name for vote in event.votes]
    assert len(people) + event.withheld == 1
    return "".join(people), [found.rule.code for found in outcome.findings]


@pytest.fixture(scope="module")
def found() -> list[tuple[Pair, str, list[str]]]:
    return [(pair, *joined(pair)) for pair in PAIRS]


def test_no_vote_is_joined_to_somebody_else(found: list[tuple[Pair, str, list[str]]]):
    assert [
        (pair.way, pair.printed, whose, pair.whose) for pair, whose, _ in found if whose not in ("", pair.whose)
    ] == []


def test_every_name_that_is_a_member_s_is_joined(found: list[tuple[Pair, str, list[str]]]):
    assert [(pair.way, pair.printed, pair.whose) for pair, whose, _ in found if pair.whose and not whose] == []


def test_a_name_that_is_nobody_s_is_told_as_an_error(found: list[tuple[Pair, str, list[str]]]):
    for pair, whose, codes in found:
        assert bool(whose) or codes in (["V201"], ["V202"]), (pair, codes)


def test_another_drawing_and_a_bare_surname_are_told_with_their_rule(found: list[tuple[Pair, str, list[str]]]):
    for pair, whose, codes in found:
        assert codes == [TOLD.get(pair.way, "")] * (pair.way in TOLD) or not whose, (pair, codes)


def test_each_kind_of_pair_is_there():
    assert len(Counter(pair.way for pair in PAIRS)) == len(MAKERS)
