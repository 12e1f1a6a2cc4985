"""A vote that is kept back (確認中) has its place wherever the others stand, in both languages."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace
from pages_council import HANAKO, KEN, LAST_DAY, MISAKI, SESSION, decisions, small_council, votes
from pages_site import composed, said, tree, words

from council.model.votes import VoteEventId

BUDGET = VoteEventId(f"{SESSION}-gian-3-main")
FEES = VoteEventId(f"{SESSION}-gian-4-main")


@cache
def pages(language="ja"):
    """Return the pages of the small council in which Ken's vote on two bills is kept back."""
    known = tuple(vote for vote in votes("議 ○ × ○ ○", LAST_DAY) if vote.voter_id != KEN)
    budget = {"votes": known, "withheld": 1, "withheld_voters": (KEN,), "declared_yes": None, "declared_no": None}
    changed = {
        BUDGET: replace(decisions()[BUDGET], **budget),
        FEES: replace(decisions()[FEES], votes=known, withheld=1, withheld_voters=(KEN,), declared_yes=3),
    }
    council = small_council(language)
    return composed(replace(council, vote_events={**council.vote_events, **changed}))


def row_of(table, name):
    return next(row for row in table.find("tbody") if name in words(row.find("th")))


def test_the_matrix_marks_a_vote_that_is_kept_back_at_its_place():
    table = tree(pages()[f"sessions/{SESSION}.html"]).find_class("c-matrix")[0]
    marks = [words(cell) for cell in row_of(table, "一般会計予算").findall("td")]
    assert marks == ["議長", "賛成", "確認中", "賛成", "賛成"]
    assert row_of(table, "一般会計予算").findall("td")[2].get("class") == "c-checking"


def test_the_legend_of_the_matrix_explains_the_mark():
    shown = tree(pages()[f"sessions/{SESSION}.html"])
    assert words(shown.find_class("c-legend__entry")[-1]) == "確 確認中"
    english = tree(pages("en")[f"sessions/{SESSION}.html"])
    assert words(english.find_class("c-legend__entry")[-1]) == "? Being checked"


def test_where_figures_stand_what_is_kept_back_is_counted_beside_them():
    answer = tree(pages()[f"votes/{BUDGET}.html"]).find_class("c-answer__line")[0]
    assert words(answer) == "可決 賛成3・反対0・確認中1（議長を除く）"
    english = tree(pages("en")[f"votes/{BUDGET}.html"]).find_class("c-answer__figures")[0]
    assert words(english) == "3 yes, 0 no, 1 being checked (not counting the chair)"


def test_declared_numbers_hold_who_is_kept_back_already_so_that_only_the_name_is_being_checked():
    answer = tree(pages()[f"votes/{FEES}.html"]).find_class("c-answer__line")[0]
    assert words(answer) == "可決 賛成3・反対1・氏名の確認中1（議長を除く）"


def test_a_difference_that_the_vote_kept_back_explains_is_no_difference():
    assert "一致していません" not in said(pages()[f"votes/{FEES}.html"])
    rows = [words(row) for row in tree(pages()[f"votes/{FEES}.html"]).find_class("c-table--figures")[0].iter("tr")]
    assert rows[1:] == ["賛成 3 3", "反対 1 0", "議長 ― 1", "確認中 ― 1"]


def test_a_member_whose_vote_is_kept_back_is_not_named_as_without_a_record():
    shown = said(pages()[f"votes/{BUDGET}.html"])
    assert "この表決の記録がない議員" not in shown
    assert "1人分の表決は" in shown


def test_a_decision_shows_it_in_lists_groups_and_seats():
    shown = tree(pages()[f"votes/{BUDGET}.html"])
    assert "確認中 1人 佐藤 健" in [words(side) for side in shown.find_class("c-side")]
    groups = {words(group.find("summary")): words(group) for group in shown.find_class("c-group-row")}
    assert "佐藤 健 確認中" in groups["みなと 賛成1・反対0・確認中1"]
    assert "3 佐藤 健 みなと 確認中" in [words(seat) for seat in shown.find_class("c-seat")]


def test_a_bill_shows_it_beside_the_others():
    shown = tree(pages()[f"bills/{SESSION}-gian-3.html"])
    assert "確認中 1人 佐藤 健" in [words(side) for side in shown.find_class("c-side")]


def test_a_member_sees_the_vote_as_a_row_that_is_being_checked():
    shown = tree(pages()[f"members/{KEN}.html"])
    rows = [words(row) for row in shown.find_class("c-row--vote")]
    assert "確認中" in next(row for row in rows if "一般会計予算" in row)
    assert "確認中 2" in words(shown.find_class("c-figure")[0])
    assert len(rows) == int(words(shown.find_class("c-figure__number")[0]).removesuffix("件"))


def test_a_member_can_narrow_the_votes_to_those_being_checked():
    select = tree(pages()[f"members/{KEN}.html"]).xpath('//select[@name="option"]')[0]
    assert ("checking", "確認中") in [(one.get("value"), words(one)) for one in select]


def test_nobody_else_has_a_vote_that_is_being_checked():
    for person in (HANAKO, MISAKI):
        assert not tree(pages()[f"members/{person}.html"]).xpath('//*[@data-option="checking"]')


def test_a_decision_of_which_every_vote_is_kept_back_still_shows_whose():
    council = small_council()
    whole = replace(decisions()[BUDGET], votes=(), withheld=2, withheld_voters=(KEN, HANAKO))
    shown = composed(replace(council, vote_events={**council.vote_events, BUDGET: whole}))
    table = tree(shown[f"sessions/{SESSION}.html"]).find_class("c-matrix")[0]
    assert words(row_of(table, "一般会計予算")).count("確認中") == 2
    member = tree(shown[f"members/{KEN}.html"])
    assert not [one for one in member.find_class("c-unnamed-list") if "一般会計予算" in words(one)]


def test_rows_of_a_member_stay_in_the_order_of_the_decisions():
    council = small_council()
    placed = {
        key: replace(one, order=number) for number, (key, one) in enumerate(reversed(council.vote_events.items()))
    }
    kept_back = replace(placed[BUDGET], votes=(), withheld=1, withheld_voters=(KEN,))
    shown = composed(replace(council, vote_events={**placed, BUDGET: kept_back}))
    rows = [words(row) for row in tree(shown[f"members/{KEN}.html"]).find_class("c-row--vote")]
    assert [row for row in rows if "令和8年3月19日" in row][-1].startswith("確認中 議案第3号")
