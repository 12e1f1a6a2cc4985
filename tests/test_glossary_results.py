"""What a result means: Japanese spellings to one word, English ones as printed, flags of a column “passed”."""

from __future__ import annotations

import pytest
from drafts import member, resolved, row

from council.checks import check_record
from council.glossary.results import Outcome, canonical_result, outcome_of

ENGLISH = {
    "Passed": Outcome.CARRIED,
    "CARRIED UNANIMOUSLY": Outcome.CARRIED,
    "Approved as amended": Outcome.CARRIED,
    "Motion carried 8-7": Outcome.CARRIED,
    "Adopted on second reading": Outcome.CARRIED,
    "Lost": Outcome.LOST,
    "Denied without prejudice": Outcome.LOST,
    "Not carried": Outcome.LOST,
    "Deferred": Outcome.PENDING,
    "Withdrawn": Outcome.OTHER,
    "1": Outcome.CARRIED,
    "0": Outcome.LOST,
    "TRUE": Outcome.CARRIED,
}


@pytest.mark.parametrize("printed", ENGLISH)
def test_an_english_result_is_understood_and_stays_as_printed(printed: str):
    assert (canonical_result(printed), outcome_of(printed)) == (printed, ENGLISH[printed])


@pytest.mark.parametrize("printed", ["", "Approval of minutes", "Carried a motion to deny", "Passed to the clerk", "2"])
def test_words_that_say_something_else_mean_nothing(printed: str):
    assert outcome_of(printed) is None


def test_a_spelling_is_the_canonical_word():
    assert (canonical_result("原案 可決"), outcome_of("原案可決")) == ("可決", Outcome.CARRIED)


@pytest.mark.parametrize("result", ["Denied", "0", "Lost 1-2"])
def test_an_english_result_that_contradicts_the_votes_is_listed_and_not_changed(result: str):
    people = tuple(member(name) for name in ("Ann Lee", "Bo Ray", "Cy Orr"))
    votes = {"Ann Lee": "○", "Bo Ray": "○", "Cy Orr": "×"}
    record = resolved(members=people, vote_events=(row("議案第1号", votes, result=result),)).value
    (event,) = record.vote_events.values()
    assert event.result == result
    assert "V302" in [found.rule.code for found in check_record(record)]
