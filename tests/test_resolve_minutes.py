"""What minutes alone tell of bills: elections without a number, and the committees that bills were referred to."""

from __future__ import annotations

import pytest
from drafts import bill, codes, decision, resolved, row, sitting
from minutes_outline import read
from msgspec.structs import replace

from council.location import Location
from council.model.identifiers import motion_id
from council.model.votes import VoteEventId
from council.parse.draft_referrals import DraftReferral
from council.parse.drafts import DraftAgendaItem, DraftDecision, DraftMeeting

HERE = Location("minutes_src/令和7年第4回定例会/第1号.docx", paragraph=30)
ELECTION = """
令和8年第1回定例会会議録
○議長（山野太郎君）　これより会議を開きます。
△日程第1　副議長の選挙
○議長（山野太郎君）　選挙は投票で行います。投票は単記無記名であります。
　投票総数25票、有効投票24票、無効投票１票。鈴原花子君20票、海原次郎君４票。よって、鈴原花子君が副議長に当選されました。
△日程第2　議案第31号　条例
○議長（山野太郎君）　議案第31号は、総務委員会に付託いたします。
"""


def test_an_election_without_a_number_is_a_decision_without_anybodys_vote():
    council = resolved(meetings=(read(ELECTION).value,)).value
    (event,) = council.vote_events.values()
    assert council.motions[event.motion_id].text == "副議長の選挙"
    assert (event.method, event.result, event.recorded, event.votes) == ("無記名投票", "当選", "not recorded", ())
    assert (event.declared_yes, event.declared_no) == (None, None)
    assert event.speech_id


def test_what_else_has_no_number_and_no_names_is_told_by_its_speech_alone():
    told = DraftDecision("簡易採決", "可決", HERE, title="会議時間の延長")
    council = resolved(meetings=(sitting("2025-12-19", decisions=(told,)),)).value
    assert (council.vote_events, council.motions) == ({}, {})


@pytest.mark.parametrize(
    "title",
    [
        "議長不信任の動議",
        "市長に対する問責決議の動議",
        "議会改革特別委員会設置の動議",
        "議会改革特別委員会の設置について",
        "議員派遣の件",
        "副議長の辞職の許可について",
        "海原次郎君に対する懲罰の件",
    ],
)
def test_a_japanese_motion_or_title_that_names_what_it_wants_is_a_decision(title: str):
    told = DraftDecision("起立採決", "否決", HERE, title=title)
    council = resolved(meetings=(sitting("2025-12-19", decisions=(told,)),)).value
    (event,) = council.vote_events.values()
    assert event.id == motion_id("2025-4-teirei", None, title) + "-main"
    assert (event.result, event.recorded, council.motions[event.motion_id].text) == ("否決", "not recorded", title)


@pytest.mark.parametrize(
    "title",
    [
        "緊急動議",
        "休憩の動議",
        "問責決議案を日程に追加する動議",
        "決議案に対する修正動議",
        "委員長の報告",
        "議員派遣の件を日程に追加することについて",
        "閉会中の継続審査について",
        "委員長の辞職に伴う選任の省略",
        "会期の決定",
        "会議録署名議員の指名",
    ],
)
def test_a_motion_about_the_order_of_the_day_is_none(title: str):
    told = DraftDecision("起立採決", "可決", HERE, title=title)
    assert resolved(meetings=(sitting("2025-12-19", decisions=(told,)),)).value.vote_events == {}


ENGLISH = """
MINUTES OF THE MEETING OF COUNCIL
held on {day}
PRESENT
Mayor Bob Jones
Councillor Jane Smith
Councillor Ann Lee
1. Adoption of the minutes
Mayor Bob Jones: May I have a motion?
Moved by Councillor Lee, seconded by Councillor Smith, that the minutes be adopted.
{result}
2. Harbour
Mayor Bob Jones: Item 7 was defeated by a vote of 5 to 2.
The meeting was adjourned at 4 p.m.
"""


def _english(day: str, result: str, path: str) -> DraftMeeting:
    return read(ENGLISH.format(day=day, result=result), path=f"minutes_src/2027/{path}.docx", folder="2027").value


ADOPTED = motion_id("2027-03-10-council", None, "thattheminutesbeadopted")
LOST = motion_id("2027-03-17-council", None, "thattheminutesbeadopted")


def test_what_english_minutes_put_to_a_vote_is_a_matter_of_its_sitting():
    meetings = (_english("March 10, 2027", "CARRIED", "a"), _english("March 17, 2027", "LOST", "b"))
    council = resolved(meetings=meetings).value
    told = {event.id: (event.event_id, event.result, event.recorded) for event in council.vote_events.values()}
    assert told[VoteEventId(f"{ADOPTED}-main")] == ("2027-03-10-council", "CARRIED", "not recorded")
    assert VoteEventId("2027-03-17-council-item-7-main") in told
    assert told[VoteEventId(f"{LOST}-main")] == ("2027-03-17-council", "LOST", "not recorded")
    assert {motion.text for motion in council.motions.values() if not motion.identifier} == {
        "that the minutes be adopted"
    }
    assert council.motions[ADOPTED].creator == "Councillor Lee"
    assert all(event.speech_id and not event.votes for event in council.vote_events.values())


@pytest.mark.parametrize("date", ["2027-03-10", ""])
def test_a_row_with_the_title_alone_is_the_decision_of_its_sitting(date: str):
    told = row("item 1", {"Ann Lee": "○"}, date=date, title="that the minutes be adopted", table="votes/2027.csv")
    votes = replace(told, number=None)
    council = resolved(vote_events=(votes,), meetings=(_english("March 10, 2027", "CARRIED", "a"),)).value
    (event,) = [one for one in council.vote_events.values() if one.motion_id == ADOPTED]
    assert (event.recorded, len(event.votes), event.result) == ("recorded", 1, "CARRIED")
    assert not [one for one in council.motions if "-x-" in one and one != ADOPTED]


def test_a_row_of_a_day_without_minutes_is_a_matter_of_its_own():
    told = row(
        "item 1", {"Ann Lee": "○"}, date="2027-03-24", title="that the minutes be adopted", table="votes/2027.csv"
    )
    votes = replace(told, number=None)
    council = resolved(vote_events=(votes,), meetings=(_english("March 10, 2027", "CARRIED", "a"),)).value
    assert len([one for one in council.motions if "-x-" in one]) == 2


def test_who_moved_what_stands_in_a_table_brought_it():
    there = replace(HERE, paragraph=44)
    told = DraftDecision("", "LOST", there, title="LOA: That Councillor Lee be granted leave")
    item = DraftAgendaItem("LOA", "That Councillor Lee be granted leave", there, proposer="Smith / Lee")
    held = sitting("2027-03-10", body="council", agenda=(item,), decisions=(told,))
    (motion,) = resolved(meetings=(held,)).value.motions.values()
    assert (motion.creator, motion.result) == ("Smith / Lee", "LOST")


def test_a_bill_has_every_committee_it_was_referred_to_once():
    number = bill("議案第31号")
    outcome = resolved(
        meetings=(
            sitting(
                "2025-12-02",
                agenda=(DraftAgendaItem("1", "議案第31号　条例", HERE, (number,), ("総務",)),),
                referrals=(
                    DraftReferral((number,), ("総務委員会", "建設委員会"), HERE),
                    DraftReferral((number,), ("建設委員会",), HERE),
                ),
                decisions=(decision("議案第31号"),),
            ),
        )
    )
    (motion,) = outcome.value.motions.values()
    assert (motion.text, motion.referred_to) == ("条例", ("総務委員会", "建設委員会"))
    assert "V206" not in codes(outcome)


def test_what_a_committee_of_the_council_refers_on_is_no_referral_of_the_councils():
    number = bill("議案第31号")
    held = sitting("2025-12-02", body="総務委員会", referrals=(DraftReferral((number,), ("小委員会",), HERE),))
    assert resolved(meetings=(held,)).value.motions == {}
