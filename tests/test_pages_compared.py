"""Figures on members side by side, on groups and on close votes, each counted again the slow way."""

from __future__ import annotations

import datetime as dt
import itertools
import random

import pytest
from msgspec.structs import replace
from pages_council import CHAIR, HANAKO, KEN, LEAVER, MISAKI, NEWCOMER, SESSION, decision, decisions, small_council
from pages_site import composed, pages, said, tree, words

from council.figures import MINIMUM, Agreement, against_group, agreement, close_decisions, margin
from council.model.council import COUNCIL_ID, Council, CouncilFacts
from council.model.events import LegislativeSession, MotionId, SessionId, SessionKind
from council.model.identifiers import group_id
from council.model.people import Membership, Organization, OrganizationKind, Person, PersonId
from council.model.votes import Motion, Option, Recorded, Role, Vote, VoteEvent, VoteEventId
from council.pages.compare import LETTERS

WORDS = {"y": "yes", "n": "no", "a": "abstain", "b": "absent", "e": "excused"}
COUNCIL = Organization(COUNCIL_ID, "汐路市議会", OrganizationKind.COUNCIL)
CITY = SessionId("2026-1-teirei")
GROUPS = tuple(group_id(name) for name in ("うみ", "やま", "かわ"))
NAMES = {group: Organization(group, name, OrganizationKind.GROUP) for group, name in zip(GROUPS, "海山川", strict=True)}


def city(members: int, number: int, *, words_of: str = "yynbae") -> Council:
    """Return a council of so many members in three groups and as many decisions, votes drawn by lot."""
    lot = random.Random(members * 1000 + number)  # noqa: S311 - no secret, the same lot each time
    people = {PersonId(f"giin-{place}"): Person(PersonId(f"giin-{place}"), f"議員 {place}") for place in range(members)}
    kinds = {letter: Option(WORDS[letter]) for letter in words_of}
    motions = {
        key: Motion(
            key,
            CITY,
            f"議案第{place}号",
            "議案",
            f"汐路市の設備及び運営に関する条例の一部を改正する条例（その{place}）",
        )
        for place in range(1, number + 1)
        for key in [MotionId(f"{CITY}-gian-{place}")]
    }
    events = {}
    for place, key in enumerate(motions):
        votes = tuple(
            Vote(person, Option.NOT_VOTING if at == 0 else kinds[lot.choice(words_of)],
                 Role.CHAIR if at == 0 else Role.MEMBER, "○", GROUPS[at % 3])
            for at, person in enumerate(people)
        )  # fmt: skip
        name = VoteEventId(f"{key}-main")
        day = dt.date(2026, 3, 1) + dt.timedelta(days=place // 10)
        events[name] = VoteEvent(name, key, CITY, "main", day, result="可決", recorded=Recorded.RECORDED, votes=votes)
    seats = [Membership(one, COUNCIL_ID, "", dt.date(2023, 5, 1), seat=str(at + 1)) for at, one in enumerate(people)]
    groups = [Membership(one, GROUPS[at % 3], "", dt.date(2023, 5, 1)) for at, one in enumerate(people)]
    return Council(
        CouncilFacts("汐路市議会", "ja"),
        sessions={CITY: LegislativeSession(CITY, "令和8年第1回定例会", SessionKind.REGULAR)},
        people=people, organizations={COUNCIL_ID: COUNCIL, **NAMES}, memberships=(*seats, *groups), motions=motions, vote_events=events,
    )  # fmt: skip


def test_a_matrix_of_thirty_members_and_a_hundred_decisions_stays_small():
    """The page's frame weighs some 20,000 bytes more."""
    page = composed(city(30, 100))[f"sessions/{CITY}.html"]
    assert len(tree(page).xpath("//table[@id='matrix-table']/tbody/tr/td")) == 3000
    assert len(page.body.encode()) < 370_000


def test_every_decision_by_name_bears_a_letter_for_each_member():
    page = pages()["compare.html"]
    shown = tree(page)
    people = [one.get("value") for one in shown.xpath("//select[@name='m']//option")][1:]
    assert [words(one) for one in shown.xpath("//ul[@id='compare-members']//a")] == [
        words(one).rsplit(" ", 1)[0] if " " in words(one)[4:] else words(one)
        for one in shown.xpath("//select[@name='m']//option")[1:]
    ]
    rows = {one.find("a").get("href"): one.get("data-v") for one in shown.xpath("//ol[@id='compare-decisions']/li")}
    named = {one.id: one for one in decisions().values() if one.votes}
    assert rows.keys() == {f"votes/{key}.html" for key in named}
    budget = dict(zip(people, rows[f"votes/{SESSION}-gian-3-main.html"], strict=True))
    assert budget == {CHAIR: "c", HANAKO: "y", KEN: "n", MISAKI: "y", NEWCOMER: "y", LEAVER: "."}
    petition = dict(zip(people, rows[f"votes/{SESSION}-chinjou-1-main.html"], strict=True))
    assert petition[NEWCOMER] == "-", "in office, without a record"


def test_every_letter_is_explained():
    shown = tree(composed(city(6, 12))["compare.html"])
    explained = {one.get("data-sign"): one.get("data-look") for one in shown.xpath("//*[@data-sign]")}
    used = set("".join(one.get("data-v") for one in shown.xpath("//ol[@id='compare-decisions']/li")))
    assert used <= explained.keys()
    assert all(LETTERS[look] == letter for letter, look in explained.items())
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_without_a_script_every_member_and_every_decision_has_a_way_in():
    page = pages()["compare.html"]
    links = [link for _, _, link, _ in tree(page).iterlinks()]
    assert {f"members/{one}.html" for one in (CHAIR, HANAKO, KEN, MISAKI, NEWCOMER, LEAVER)} <= set(links)
    assert "JavaScript" in said(page)


@pytest.mark.parametrize(("number", "share"), [(MINIMUM - 1, f"{MINIMUM}件未満"), (MINIMUM, "0%")])
def test_no_share_is_given_of_few_decisions(number, share):
    council = city(3, number)
    sides = (Option.NOT_VOTING, Option.YES, Option.NO)
    opposed = {
        key: replace(one, votes=tuple(replace(vote, option=side) for vote, side in zip(one.votes, sides, strict=True)))
        for key, one in council.vote_events.items()
    }
    page = composed(replace(council, vote_events=opposed))["members/giin-1.html"]
    rows = [[words(cell) for cell in row] for row in tree(page).find_class("c-agreement")[0].find("tbody")]
    assert [row[1:] for row in rows] == [[f"{number}件中0件", share]]


def test_the_figure_leads_to_the_two_members_side_by_side():
    table = tree(pages()[f"members/{KEN}.html"]).find_class("c-agreement")[0]
    links = {words(row.find("th").find("a")): row.findall("td")[0].find("a").get("href") for row in table.find("tbody")}
    assert links["鈴木 花子"] == f"../compare.html?m={KEN}&m={HANAKO}"


@pytest.mark.parametrize("seed", range(8))
def test_votes_against_the_own_group_are_what_a_slow_and_plain_count_gives(seed):
    council = city(7 + seed, 15)
    found = against_group(council)
    for person in council.people:
        counted, against = [], []
        for event in council.vote_events.values():
            sides = {one.voter_id: one for one in event.votes if one.option.value in ("yes", "no")}
            if person not in sides or len({one.option for one in sides.values()}) < 2:
                continue
            mine = sides.pop(person)
            others = [one.option for one in sides.values() if one.group_id == mine.group_id]
            most = [side for side in Option if others.count(side) * 2 > len(others)]
            if len(others) >= 2 and most:
                counted.append(event.id)
                against += [event.id] if most != [mine.option] else []
        if counted:
            assert (found[person].decisions, list(found[person].against)) == (len(counted), against)
        else:
            assert person not in found


def test_a_member_page_lists_the_votes_against_the_group_with_the_rule():
    council = city(9, 20)
    figures = against_group(council)
    person, figure = max(figures.items(), key=lambda item: len(item[1].against))
    shown = tree(composed(council)[f"members/{person}.html"])
    part = shown.xpath("//h2[@id='against']/following-sibling::ul[1]")[0]
    assert [one.get("href") for one in part.iter("a")] == [f"../votes/{key}.html" for key in reversed(figure.against)]
    assert f"数えられる採決{figure.decisions}件のうち、{len(figure.against)}件で" in words(shown)


def test_a_decision_is_close_by_votes_or_by_share_and_never_without_names():
    def of(yes, no, **more):
        votes = [
            Vote(PersonId(f"a{at}"), Option.YES if at < yes else Option.NO, Role.MEMBER, "○") for at in range(yes + no)
        ]
        return replace(decision("gian-3"), votes=tuple(votes), **more)

    cases = ((10, 10), (11, 9), (12, 9), (55, 45), (56, 44), (3, 0), (1, 1))
    events = [replace(of(*case), id=VoteEventId(f"{case}")) for case in cases]
    assert [event.id for event, _ in close_decisions(events)] == ["(10, 10)", "(1, 1)", "(11, 9)", "(55, 45)"]
    assert close_decisions([of(10, 10, withheld=1)]) == ()
    assert margin(replace(decision("gian-3"), declared_yes=10, declared_no=10)) is None


def test_divided_and_close_decisions_are_lists_with_their_rule():
    divided = said(pages()["votes-divided.html"])
    assert "賛成も反対も1票以上あった採決です" in divided
    assert "財産の取得" not in divided
    shown = tree(pages()["votes-close.html"])
    assert "票以内か、差÷（賛成＋反対）が10%以内" in words(shown)
    assert "位置を定める条例" in words(shown)
    assert "{" not in words(shown)


def test_a_member_s_votes_are_folded_by_year():
    council = small_council()
    key = VoteEventId(f"{SESSION}-gian-3-main")
    older = replace(council.vote_events[key], date=dt.date(2025, 3, 3))
    shown = tree(composed(replace(council, vote_events={**council.vote_events, key: older}))[f"members/{KEN}.html"])
    folds = shown.xpath("//*[@id='member-votes']/details")
    assert [words(one.find("summary")) for one in folds] == ["2026年 4件", "2025年 1件"]
    assert [one.get("open") is not None for one in folds] == [True, False]


@pytest.mark.parametrize("number", [1, 2, 7, 8, 9, 16, 17, 22, 34, 35, 56, 57, 90])
def test_seats_stand_apart_within_the_picture_and_the_table_says_the_same(number):
    shown = tree(composed(city(number, 1))[f"votes/{CITY}-gian-1-main.html"])
    picture = shown.find_class("c-seatmap")[0]
    _, _, width, height = map(float, picture.get("viewbox", picture.get("viewBox")).split())
    circles = [tuple(float(one.get(name)) for name in ("cx", "cy", "r")) for one in picture.iter("circle")]
    assert len(circles) == number
    assert all(r <= x <= width - r and r <= y <= height - r for x, y, r in circles)
    for (x, y, r), (other_x, other_y, _) in itertools.combinations(circles, 2):
        assert (x - other_x) ** 2 + (y - other_y) ** 2 > (1.9 * r) ** 2
    titles = [words(one) for one in picture.iter("title")]
    rows = [[words(cell) for cell in row] for row in shown.find_class("c-seat")]
    assert [f"{seat} {name} {vote.removeprefix('○').removeprefix('×')}" for seat, name, _, vote in rows] == titles
    assert [int(seat) for seat, *_ in rows] == list(range(1, number + 1))
    assert "議場の実際の配置を示すものではありません" in words(shown)


@pytest.mark.parametrize(("agreed", "shared", "percent"), [(199, 200, 99), (1, 400, 1), (25, 40, 63), (7, 7, 100)])
def test_only_always_is_a_hundred_per_cent_and_only_never_is_none(agreed, shared, percent):
    assert Agreement(PersonId("a"), PersonId("b"), shared, agreed, None, None).percent == percent


def test_a_vote_under_the_name_of_one_who_had_left_is_shown_and_not_counted():
    council = city(4, 12, words_of="yn")
    gone = PersonId("giin-3")
    seats = tuple(
        replace(one, end_date=dt.date(2026, 2, 28))
        if one.person_id == gone and one.organization_id == COUNCIL_ID
        else one
        for one in council.memberships
    )
    left = replace(council, memberships=seats)
    assert {one.person_id for one in agreement(council)} - {one.person_id for one in agreement(left)} == {gone}
    shown = tree(composed(left)["compare.html"])
    letters = {one.get("data-v")[3] for one in shown.xpath("//ol[@id='compare-decisions']/li")}
    assert letters == {"Y", "N"}
    signs = {one.get("data-sign"): one.get("data-word") for one in shown.xpath("//*[@data-sign]")}
    assert signs["Y"] == "賛成（在職期間の外の日。数えません）"


def test_a_bare_figure_as_a_result_is_put_in_words_and_kept_as_printed():
    council = city(3, 2, words_of="y")
    flags = dict(zip(council.vote_events, ("1", "0"), strict=True))
    events = {key: replace(one, result=flags[key]) for key, one in council.vote_events.items()}
    made = composed(replace(council, vote_events=events))
    told = [said(made[f"votes/{key}.html"]) for key in events]
    assert "成立（表では「1」）" in told[0]
    assert "不成立（表では「0」）" in told[1]
