from __future__ import annotations

import pytest
from drafts import day, decision, member, resolved, row, sitting
from msgspec.structs import replace

from council.checks import check_record
from council.model.council import Council

ROSTER = (
    member("髙橋 一郎", "たかはし いちろう", role="議長", seat="1"),
    member("鈴木 花子", "すずき はなこ", seat="2"),
    member("佐藤 健", "さとう けん", seat="3", start_date=day("2025-06-01")),
)
ALL = {"髙橋一郎": "議", "鈴木花子": "×", "佐藤健": "○"}


def found(outcome) -> list[str]:
    return [finding.rule.code for finding in check_record(outcome.value)]


def test_a_sound_record_has_no_findings():
    told = (decision("議案第1号", result="否決", declared_yes=1, declared_no=1),)
    outcome = resolved(
        members=ROSTER,
        meetings=(sitting("2025-12-19", decisions=told, present=("髙橋一郎", "鈴木花子", "佐藤健")),),
        vote_events=(row("議案第1号", ALL, result="否決"),),
    )
    assert found(outcome) == []


@pytest.mark.parametrize(
    ("votes", "more", "code"),
    [
        (ALL, {"result": "可決"}, "V302"),
        ({**ALL, "鈴木花子": "○"}, {"method": "簡易採決", "result": "可決"}, None),
        (ALL, {"method": "簡易採決", "result": "否決"}, "V308"),
        ({"髙橋一郎": "○", "鈴木花子": "議", "佐藤健": "○"}, {"result": "可決"}, "V303"),
        ({"髙橋一郎": "○", "鈴木花子": "○", "佐藤健": "○"}, {"result": "可決"}, "V304"),
        ({"髙橋一郎": "○", "鈴木花子": "○", "佐藤健": "×"}, {"result": "可決"}, None),
        ({"髙橋一郎": "議", "鈴木花子": "○"}, {"result": "可決"}, "V307"),
        (ALL, {"date": "2025-05-01", "result": "否決"}, "V306"),
    ],
)
def test_a_contradiction_in_a_table_is_found(votes, more, code):
    codes = found(resolved(members=ROSTER, vote_events=(row("議案第1号", votes, **more),)))
    assert (code in codes) if code else (codes == [])


def test_declared_and_counted_figures_that_differ_are_found():
    outcome = resolved(
        members=ROSTER,
        meetings=(sitting("2025-12-19", decisions=(decision("議案第1号", result="否決", declared_yes=2),)),),
        vote_events=(row("議案第1号", ALL),),
    )
    assert found(outcome) == ["V301"]


def test_a_member_absent_in_the_table_but_present_in_the_minutes_is_found():
    outcome = resolved(
        members=ROSTER,
        meetings=(sitting("2025-12-19", present=("鈴木花子",), decisions=(decision("議案第1号"),)),),
        vote_events=(row("議案第1号", {**ALL, "鈴木花子": "欠"}),),
    )
    assert "V305" in found(outcome)


def test_fewer_than_half_of_the_seats_is_no_quorum():
    council: Council = resolved(members=ROSTER, meetings=(sitting("2025-12-19", present=("鈴木花子",)),)).value
    small = replace(council, facts=replace(council.facts, seats=22))
    assert [finding.rule.code for finding in check_record(small)] == ["M501"]


def test_overlapping_terms_of_one_person_are_found():
    roster = (
        member("佐藤 健", id="m1", end_date=day("2025-12-31")),
        member("佐藤 健", id="m1", start_date=day("2025-06-01"), seat="9"),
    )
    assert "P301" in found(resolved(members=roster))


@pytest.mark.parametrize(("language", "words"), [("ja", "過半数"), ("en", "Majority")])
def test_a_finding_says_what_is_needed_in_the_reader_s_language(language, words):
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", ALL, result="可決"),))
    (told,) = (one for one in check_record(outcome.value) if one.rule.code == "V302")
    assert words in told.message(language)
    assert "\x1f" not in told.message(language)
