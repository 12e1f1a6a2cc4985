from __future__ import annotations

from dataclasses import replace

from drafts import DECEMBER, codes, decision, member, resolved, row, sitting

from council.model.events import Audience, SessionKind
from council.parse.drafts import SessionName

ROSTER = (member("髙橋 一郎", "たかはし いちろう"), member("鈴木 花子", "すずき はなこ"))
SEPTEMBER = SessionName(2025, SessionKind.REGULAR, 3, printed="令和7年第3回定例会")


def events(outcome):
    return outcome.value.vote_events


def test_a_row_and_the_chairs_declaration_are_two_sources_of_one_decision():
    outcome = resolved(
        members=ROSTER,
        meetings=(sitting("2025-12-19", decisions=(decision("議案第1号", declared_yes=1, declared_no=1),)),),
        vote_events=(row("議案第1号", {"髙橋一郎": "○", "鈴木花子": "×"}),),
    )
    (event,) = events(outcome).values()
    assert event.id == "2025-4-teirei-gian-1-main"
    assert event.event_id == "2025-12-19-honkaigi"
    assert event.recorded == "recorded"
    assert len(event.sources) == 2
    assert codes(outcome) == []


def test_no_objection_carries_no_names():
    outcome = resolved(
        members=ROSTER, meetings=(sitting("2025-12-19", decisions=(decision("議案第2号", method="簡易採決"),)),)
    )
    (event,) = events(outcome).values()
    assert (event.recorded, event.votes) == ("not recorded", ())


def test_a_row_without_a_day_gets_the_last_day_on_which_the_minutes_decide_the_bill():
    outcome = resolved(
        members=ROSTER,
        meetings=(
            sitting("2025-12-02", decisions=(decision("議案第1号", result="継続審査"),)),
            sitting("2025-12-19", number="第2号", path="minutes_src/b.docx", decisions=(decision("議案第1号"),)),
        ),
        vote_events=(row("議案第1号", {"髙橋一郎": "○"}, date=""),),
    )
    dated = {event.id: (event.date.isoformat(), len(event.votes)) for event in events(outcome).values()}
    assert dated == {"2025-4-teirei-gian-1-main": ("2025-12-02", 0), "2025-4-teirei-gian-1-2": ("2025-12-19", 1)}


def test_a_row_no_minutes_date_stays_without_a_day_and_says_so():
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", {"髙橋一郎": "○"}, date=""),))
    (event,) = events(outcome).values()
    assert event.date is None
    assert codes(outcome) == ["V208"]


def test_two_rows_of_one_table_are_two_votes():
    table = (row("議案第1号", {"髙橋一郎": "○"}), row("議案第1号", {"髙橋一郎": "×"}, line=3))
    assert list(events(resolved(members=ROSTER, vote_events=table))) == [
        "2025-4-teirei-gian-1-main",
        "2025-4-teirei-gian-1-2",
    ]


def test_an_amendment_has_its_own_decision():
    table = (
        row("議案第31号", {"髙橋一郎": "×"}, aspect="amend", result="否決"),
        row("議案第31号", {"髙橋一郎": "○"}, line=3, result="可決"),
    )
    outcome = resolved(members=ROSTER, vote_events=table)
    assert list(events(outcome)) == ["2025-4-teirei-gian-31-amend-1", "2025-4-teirei-gian-31-main"]
    assert outcome.value.motions["2025-4-teirei-gian-31"].result == "可決"


def test_two_tables_that_differ_on_one_person_withhold_all_names():
    outcome = resolved(
        members=ROSTER,
        vote_events=(
            row("議案第1号", {"髙橋一郎": "○", "鈴木花子": "○"}),
            row("議案第1号", {"髙橋一郎": "×", "鈴木花子": "○"}, table="votes/令和7年第4回定例会-2.csv"),
        ),
    )
    (event,) = events(outcome).values()
    assert (event.votes, event.withheld, event.recorded) == ((), 2, "recorded")
    assert codes(outcome) == ["V204"]


def test_one_person_with_two_different_votes_in_a_row_loses_only_that_cell():
    base = row("議案第1号", {"髙橋一郎": "○", "鈴木花子": "○"})
    twice = replace(base, votes=(*base.votes, *row("議案第1号", {"髙橋 一郎": "×"}).votes))
    outcome = resolved(members=ROSTER, vote_events=(twice,))
    (event,) = events(outcome).values()
    assert [vote.voter_id for vote in event.votes] == ["suzuki-hanako"]
    assert codes(outcome) == ["V203"]


def test_a_petition_carried_over_keeps_its_address_in_the_next_session():
    outcome = resolved(
        members=ROSTER,
        meetings=(
            sitting("2025-09-25", session=SEPTEMBER, decisions=(decision("請願第1号", result="継続審査"),)),
            sitting("2025-12-19", path="minutes_src/b.docx", decisions=(decision("請願第1号", result="採択"),)),
        ),
    )
    (motion,) = outcome.value.motions.values()
    assert (motion.id, motion.result, motion.sessions) == (
        "2025-3-teirei-seigan-1",
        "採択",
        ("2025-3-teirei", "2025-4-teirei"),
    )
    assert list(events(outcome)) == ["2025-3-teirei-seigan-1-main", "2025-3-teirei-seigan-1-2"]


def test_the_same_number_in_a_later_session_is_another_bill_once_the_first_was_decided():
    outcome = resolved(
        members=ROSTER,
        meetings=(
            sitting("2025-09-25", session=SEPTEMBER, decisions=(decision("議案第1号"),)),
            sitting("2025-12-19", path="minutes_src/b.docx", decisions=(decision("議案第1号"),)),
        ),
    )
    assert list(outcome.value.motions) == ["2025-3-teirei-gian-1", "2025-4-teirei-gian-1"]


def test_two_titles_of_one_number_are_both_kept_and_reported():
    outcome = resolved(
        members=ROSTER,
        vote_events=(
            row("議案第1号", {"髙橋一郎": "○"}, title="一般会計補正予算"),
            row("議案第1号", {"髙橋一郎": "○"}, title="市税条例の一部改正", table="votes/b-令和7年第4回定例会.csv"),
        ),
    )
    (motion,) = outcome.value.motions.values()
    assert (motion.text, motion.other_titles) == ("一般会計補正予算", ("市税条例の一部改正",))
    assert codes(outcome) == ["V206"]


def test_a_result_that_differs_shows_the_minutes_one():
    outcome = resolved(
        members=ROSTER,
        meetings=(sitting("2025-12-19", decisions=(decision("議案第1号", result="否決"),)),),
        vote_events=(row("議案第1号", {"髙橋一郎": "×"}, result="原案可決"),),
    )
    (event,) = events(outcome).values()
    assert event.result == "否決"
    assert codes(outcome) == ["V207"]


def test_a_sitting_without_a_date_is_published_with_a_warning():
    outcome = resolved(members=ROSTER, meetings=(sitting(None, session=None),))
    (event,) = outcome.value.events.values()
    assert event.id.startswith("undated-")
    assert event.start_date is None
    assert codes(outcome) == ["M404"]


def test_restricted_minutes_leave_no_trace_in_the_public_record():
    secret = sitting(
        "2025-12-10",
        audience=Audience.MEMBERS,
        path="minutes_src/令和7年第4回定例会/議員限定/秘密会.docx",
        decisions=(decision("議案第99号"),),
    )
    public = resolved(members=ROSTER, edition=Audience.PUBLIC, meetings=(secret,)).value
    known = (public.events, public.motions, public.vote_events, public.debates, public.outlines, public.sessions)
    assert [len(one) for one in known] == [0] * len(known)


def test_a_folder_that_numbers_a_session_named_by_month_gives_its_id():
    month = SessionName(2025, SessionKind.REGULAR, month=12, printed="令和7年12月定例会")
    outcome = resolved(meetings=(sitting("2025-12-02", session=month, folder="令和7年第4回定例会"),))
    assert list(outcome.value.sessions) == ["2025-4-teirei"]
    assert DECEMBER.number == 4
