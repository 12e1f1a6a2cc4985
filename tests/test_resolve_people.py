from __future__ import annotations

from typing import Any

import pytest
from drafts import codes, day, member, resolved, row, sitting
from msgspec.structs import replace

from council.location import Location

ROSTER = (
    member("髙橋 一郎", "たかはし いちろう"),
    member("鈴木 花子", "すずき はなこ"),
    member("鈴木 次郎", "すずき じろう"),
    member("沢田 清", "さわだ きよし"),
    member("澤田 勝", "さわだ まさる"),
)


def votes_of(outcome, identifier="2025-4-teirei-gian-1-main"):
    return {vote.voter_id: vote.option.value for vote in outcome.value.vote_events[identifier].votes}


def test_a_name_without_spaces_is_the_roster_name():
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", {"鈴木花子": "○"}),))
    assert votes_of(outcome) == {"suzuki-hanako": "yes"}
    assert codes(outcome) == []


def test_a_variant_kanji_is_joined_only_as_a_second_try_and_reported():
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", {"高橋一郎": "○"}),))
    assert votes_of(outcome) == {"takahashi-ichiro": "yes"}
    assert codes(outcome) == ["P203"]


def test_a_variant_kanji_of_somebody_long_out_of_office_is_nobody():
    """渡辺昭司 of today and 渡邉昭司 of 2009 are one person only if the roster says so."""
    past = member("渡邉 昭司", "わたなべ しょうじ", start_date=day("2009-05-01"), end_date=day("2013-04-30"))
    told = (row("議案第1号", {"渡辺昭司": "○"}),)
    outcome = resolved(members=(past, *ROSTER), vote_events=told)
    assert (votes_of(outcome), codes(outcome)) == ({}, ["V201"])
    outcome = resolved(members=(replace(past, other_names=("渡辺昭司",)), *ROSTER), vote_events=told)
    assert votes_of(outcome) == {"watanabe-shoji": "yes"}


def test_two_members_whose_surnames_fold_to_one_are_never_merged():
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", {"沢田清": "○", "澤田勝": "×"}),))
    assert votes_of(outcome) == {"sawada-kiyoshi": "yes", "sawada-masaru": "no"}
    assert codes(outcome) == []


def test_a_bare_surname_of_one_member_in_office_is_that_member_and_reported():
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", {"髙橋": "○"}),))
    assert votes_of(outcome) == {"takahashi-ichiro": "yes"}
    assert codes(outcome) == ["P204"]


def test_a_bare_surname_of_two_members_is_an_error_and_withheld():
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", {"鈴木": "○", "沢田清": "×"}),))
    assert votes_of(outcome) == {"sawada-kiyoshi": "no"}
    assert outcome.value.vote_events["2025-4-teirei-gian-1-main"].withheld == 1
    assert codes(outcome) == ["V202"]


def test_a_bare_surname_in_variant_characters_is_the_one_member_of_that_surname():
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", {"高橋": "○"}),))
    assert votes_of(outcome) == {"takahashi-ichiro": "yes"}
    assert codes(outcome) == ["P204"]


def test_a_surname_that_another_member_writes_in_variant_characters_is_nobody_for_certain():
    roster = (*ROSTER, member("高橋 美保", "たかはし みほ"))
    for heading in ("高橋", "髙橋"):
        outcome = resolved(members=roster, vote_events=(row("議案第1号", {heading: "○"}),))
        assert votes_of(outcome) == {}
        assert codes(outcome) == ["V202"]
        assert "髙橋 一郎、高橋 美保" in outcome.findings[0].message("ja")


def test_one_members_other_name_is_not_his_where_it_is_another_members_surname():
    roster = (member("髙橋 美保", other_names=("髙橋",)), member("高橋 一郎"))
    assert codes(resolved(members=roster, vote_events=(row("議案第1号", {"高橋": "○"}),))) == ["V202"]
    assert codes(resolved(members=roster, vote_events=(row("議案第1号", {"髙橋": "○"}),))) == []


def test_a_member_written_without_a_space_may_bear_a_surname_unless_the_reading_is_another():
    first = member("森 茂", "もり しげる")
    ambiguous = (first, member("森正一"))
    apart = (first, member("森山太一", "もりやま たいち"))
    assert codes(resolved(members=ambiguous, vote_events=(row("議案第1号", {"森": "○"}),))) == ["V202"]
    assert codes(resolved(members=apart, vote_events=(row("議案第1号", {"森": "○"}),))) == ["P204"]


def test_a_bare_surname_is_the_one_namesake_in_office_that_day():
    roster = (
        member("鈴木 花子", "すずき はなこ", end_date=day("2025-03-31")),
        member("鈴木 次郎", "すずき じろう", start_date=day("2025-04-01")),
    )
    outcome = resolved(members=roster, vote_events=(row("議案第1号", {"鈴木": "○"}),))
    assert votes_of(outcome) == {"suzuki-jiro": "yes"}


def test_a_name_nobody_has_is_an_error_with_the_near_name_and_is_withheld():
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", {"鈴木花枝": "○", "沢田清": "○"}),))
    assert codes(outcome) == ["V201"]
    assert "鈴木 花子" in outcome.findings[0].message("ja")
    assert outcome.value.vote_events["2025-4-teirei-gian-1-main"].withheld == 1


def test_a_name_is_never_matched_by_a_part_of_it():
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", {"花子": "○"}),))
    assert codes(outcome) == ["V201"]


def test_rows_of_one_name_whose_periods_overlap_are_an_error():
    roster = (member("佐藤 健", "さとう けん"), member("佐藤 健", "さとう たけし"))
    outcome = resolved(members=roster, vote_events=(row("議案第1号", {"佐藤健": "○"}),))
    assert codes(outcome) == ["P201", "V202"]


def test_rows_of_one_name_keep_back_the_cells_of_that_name_only():
    roster = (member("佐藤 健", "さとう けん"), member("佐藤 健", "さとう たけし"), member("鈴木 花子"))
    outcome = resolved(members=roster, vote_events=(row("議案第1号", {"佐藤健": "○", "鈴木花子": "×"}),))
    assert [str(found.rule.withholds) for found in outcome.findings] == ["member", "member"]
    (event,) = outcome.value.vote_events.values()
    assert ([str(vote.option) for vote in event.votes], event.withheld) == (["no"], 1)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({"kana": "さとう けん"}, {"kana": "さとう たけし"}, "佐藤 健（さとう けん）、佐藤 健（さとう たけし）"),
        ({"seat": "3"}, {"seat": "6"}, "佐藤 健（3番）、佐藤 健（6番）"),
        ({}, {"location": Location("votes/members.csv", 9, 1)}, "members.csv:2:1）、佐藤 健（votes/members.csv:9:1）"),
    ],
)
def test_namesakes_are_told_apart_by_reading_seat_or_row(first: dict[str, Any], second: dict[str, Any], told: str):
    roster = (member("佐藤 健", **first), member("佐藤 健", **second))
    outcome = resolved(members=roster, vote_events=(row("議案第1号", {"佐藤健": "○"}),))
    assert told in next(found for found in outcome.findings if found.rule.code == "V202").message("ja")


def test_a_name_of_the_attendance_list_is_not_called_a_speaker():
    outcome = resolved(members=ROSTER, meetings=(sitting("2025-12-19", present=("鈴木",)),))
    assert codes(outcome) == ["M406"]
    assert "発言者" not in outcome.findings[0].message("ja")


def test_rows_of_one_id_are_one_person_with_a_history():
    roster = (
        member("渡辺 昭", id="m7", end_date=day("2023-04-30"), group="うしお"),
        member("渡邉 昭", id="m7", start_date=day("2023-05-01"), group="みなと"),
    )
    outcome = resolved(members=roster, vote_events=(row("議案第1号", {"渡辺昭": "○"}),))
    person = outcome.value.people["m7"]
    assert (person.name, person.other_names) == ("渡邉 昭", ("渡辺 昭",))
    assert outcome.value.group_of("m7", day("2023-04-30")).name == "うしお"
    assert codes(outcome) == []


def test_of_two_people_with_one_reading_the_later_one_gets_a_number():
    roster = (
        member("山田 太郎", "やまだ たろう", start_date=day("2023-05-01")),
        member("山田 多郎", "やまだ たろう", start_date=day("2019-05-01")),
    )
    people = resolved(members=roster).value.people
    assert {person.name: person.id for person in people.values()} == {
        "山田 多郎": "yamada-taro",
        "山田 太郎": "yamada-taro-2",
    }


def test_without_a_roster_members_come_from_lists_and_headings_with_one_warning():
    outcome = resolved(
        meetings=(sitting("2025-12-19", present=("髙　橋　一　郎", "鈴木花子議員")),),
        vote_events=(row("議案第1号", {"高橋一郎": "○", "鈴木花子": "×"}),),
    )
    assert sorted(person.name for person in outcome.value.people.values()) == ["鈴木花子", "髙　橋　一　郎"]
    assert codes(outcome)[0] == "P202"
    assert len(votes_of(outcome)) == 2


def test_without_a_roster_variant_characters_of_other_years_or_of_one_list_are_two_people():
    years = (
        row("議案第1号", {"渡辺昭司": "○"}, date="2009-12-19", table="votes/a.csv"),
        row("議案第1号", {"渡邉昭司": "○"}, table="votes/b.csv"),
    )
    assert len(resolved(vote_events=years).value.people) == 2
    beside = resolved(vote_events=(row("議案第1号", {"沢田清": "○", "澤田清": "×"}),))
    assert len(beside.value.people) == len(votes_of(beside)) == 2


def test_the_chair_of_the_day_who_votes_keeps_the_role_chair():
    roster = (member("髙橋 一郎", role="議長"), member("鈴木 花子"))
    outcome = resolved(members=roster, vote_events=(row("議案第1号", {"髙橋一郎": "○", "鈴木花子": "×"}),))
    event = outcome.value.vote_events["2025-4-teirei-gian-1-main"]
    assert {(vote.option.value, vote.role.value) for vote in event.votes} == {("yes", "chair"), ("no", "member")}


def test_an_unknown_speaker_with_a_member_label_is_a_warning_and_stays_unattributed():
    outcome = resolved(
        members=ROSTER, meetings=(sitting("2025-12-19", speakers=(("１２番", "鈴木花枝", "質問です。"),)),)
    )
    (debate,) = outcome.value.debates.values()
    assert debate.speeches[0].person_id is None
    assert debate.speeches[0].name == "鈴木花枝"
    assert codes(outcome) == ["M401"]


def test_a_row_within_another_of_the_same_person_shortens_no_term():
    """The roster lists one term twice, the second time as the shorter one: it is said, and the longer one stands."""
    rows = (
        member("髙橋 一郎", "たかはし いちろう", start_date=day("2023-05-01"), end_date=day("2027-04-30"), id="m1"),
        member("髙橋 一郎", "たかはし いちろう", start_date=day("2024-01-01"), end_date=day("2024-12-31"), id="m1"),
    )
    outcome = resolved(members=rows, vote_events=(row("議案第1号", {"髙橋一郎": "○"}, date="2025-12-19"),))
    assert votes_of(outcome) == {"m1": "yes"}
    assert max(one.end_date for one in outcome.value.memberships) == day("2027-04-30")
