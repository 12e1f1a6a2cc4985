from __future__ import annotations

from drafts import DECEMBER, bill, codes, decision, member, resolved, row, sitting
from msgspec.structs import replace

from council.location import Location
from council.model.events import Audience, SessionKind
from council.parse.draft_cells import DraftCell
from council.parse.drafts import DraftAgendaItem, DraftVoteEvent, SessionName

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


def test_two_columns_of_one_person_that_differ_lose_both_cells_and_each_is_told():
    """Two rows that differ alike are two mistakes: every cell kept back has its finding."""
    rows = [twice("議案第1号", 2, "○", "×"), twice("議案第2号", 3, "○", "×"), twice("議案第3号", 4, "×", "○")]
    outcome = resolved(members=ROSTER, vote_events=tuple(rows))
    for event in events(outcome).values():
        assert [vote.voter_id for vote in event.votes] == ["suzuki-hanako"]
        assert (event.withheld, event.withheld_voters) == (1, ("takahashi-ichiro",))
    assert codes(outcome) == ["V203"] * 6
    assert {found.location.line for found in outcome.findings} == {2, 3, 4}
    assert {found.location.column for found in outcome.findings} == {5, 9}


def test_two_columns_of_one_person_that_agree_are_one_member_and_nothing_is_kept_back():
    outcome = resolved(members=ROSTER, vote_events=(twice("議案第1号", 2, "○", "○"),))
    (event,) = events(outcome).values()
    assert (len(event.votes), event.withheld, event.withheld_voters) == (2, 0, ())
    assert codes(outcome) == []


def twice(number: str, line: int, first: str, second: str) -> DraftVoteEvent:
    """Return a row in which one person has two columns, the second at the end."""
    base = row(number, {"髙橋一郎": first, "鈴木花子": "○"}, line=line)
    again = row(number, {"髙橋 一郎": second}, line=line).votes[0]
    return replace(base, votes=(*base.votes, replace(again, location=Location(base.table, line, 9))))


def test_a_symbol_nobody_explained_is_kept_back_at_its_members_place():
    read = row("議案第1号", {"髙橋一郎": "○", "鈴木花子": "×", "佐藤健": "○"})
    unread = DraftCell("鈴木花子", "☆", read.votes[1].location)
    kept = replace(read, votes=(read.votes[0], read.votes[2]), withheld=1, unread=(unread,))
    outcome = resolved(members=(*ROSTER, member("佐藤 健", "さとう けん")), vote_events=(kept,))
    (event,) = events(outcome).values()
    assert ([vote.voter_id for vote in event.votes], event.withheld) == (["takahashi-ichiro", "sato-ken"], 1)
    assert event.withheld_voters == ("suzuki-hanako",)


def test_an_unreadable_cell_and_a_vote_of_one_person_are_not_the_vote():
    read = twice("議案第1号", 2, "○", "○")
    unread = DraftCell("髙橋 一郎", "☆", read.votes[2].location)
    outcome = resolved(members=ROSTER, vote_events=(replace(read, votes=read.votes[:2], withheld=1, unread=(unread,)),))
    (event,) = events(outcome).values()
    assert ([vote.voter_id for vote in event.votes], event.withheld) == (["suzuki-hanako"], 1)
    assert codes(outcome) == ["V203"]


def test_the_voters_kept_back_stand_in_the_order_of_the_votes():
    votes = {"鈴木花子": "○", "髙橋一郎": "○"}
    other = row("議案第1号", {**votes, "鈴木花子": "×"}, table="votes/令和7年第4回定例会-2.csv")
    outcome = resolved(members=ROSTER, vote_events=(row("議案第1号", votes), other))
    (event,) = events(outcome).values()
    assert event.withheld_voters == ("suzuki-hanako", "takahashi-ichiro")


def test_a_name_in_many_rows_of_a_long_table_is_told_at_each_and_in_a_heading_once():
    votes = {"無名知蔵": "○"}
    long = [row("議案第1号", votes), row("議案第2号", votes, line=3)]
    told = resolved(members=ROSTER, vote_events=tuple(long))
    assert [(found.rule.code, found.location.line) for found in told.findings] == [("V201", 2), ("V201", 3)]
    heading = Location("votes/令和7年第4回定例会.csv", 1, 5)
    wide = [replace(one, votes=(replace(one.votes[0], name_at=heading),)) for one in long]
    told = resolved(members=ROSTER, vote_events=tuple(wide))
    assert [(found.rule.code, found.location.line) for found in told.findings] == [("V201", 1)]


def moved(titles: tuple[str, ...] = (), number: str = "") -> DraftVoteEvent:
    """Return a row of which a cell was lost."""
    base = replace(row("議案第1号", {}, date=""), withheld=5, moved=True, titles=titles)
    return replace(base, number=bill(number) if number else None)


def test_a_row_whose_number_was_lost_makes_no_bill_no_decision_and_no_second_finding():
    outcome = resolved(members=ROSTER, vote_events=(moved(("令和7年12月19日", "起立")),))
    assert (outcome.value.motions, events(outcome), codes(outcome)) == ({}, {}, [])


def test_a_row_whose_number_was_lost_is_the_bill_that_has_its_title():
    minutes = sitting("2025-12-19", decisions=(decision("議案第1号"),))
    agenda = (DraftAgendaItem("日程第1", "議案第1号　市道の認定について", Location("a.docx"), (bill("議案第1号"),)),)
    outcome = resolved(
        members=ROSTER,
        meetings=(replace(minutes, agenda=agenda),),
        vote_events=(moved(("市道の認定", "令和7年12月19日")),),
    )
    (event,) = events(outcome).values()
    assert (event.motion_id, event.withheld, event.votes) == ("2025-4-teirei-gian-1", 5, ())
    assert event.recorded == "recorded"


def test_a_moved_row_with_its_number_is_kept_back_and_asks_for_no_date():
    outcome = resolved(members=ROSTER, vote_events=(moved(number="議案第1号"),))
    (event,) = events(outcome).values()
    assert (event.withheld, codes(outcome)) == (5, [])


def test_what_differs_is_told_at_the_cell_that_differs():
    cells = (("title", Location("votes/b.csv", 2, 2)), ("result", Location("votes/b.csv", 2, 4)))
    table = row("議案第1号", {"髙橋一郎": "×"}, title="市税条例", result="否決", cells=cells)
    first = row("議案第1号", {"髙橋一郎": "○"}, title="補正予算", table="votes/令和7年第4回定例会-a.csv")
    outcome = resolved(
        members=ROSTER,
        meetings=(sitting("2025-12-19", decisions=(decision("議案第1号"),)),),
        vote_events=(first, replace(table, table="votes/b.csv", location=Location("votes/b.csv", 2, 1))),
    )
    assert {found.rule.code: found.location.column for found in outcome.findings} == {"V204": 5, "V206": 2, "V207": 4}


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


def test_a_number_and_title_that_return_are_no_bill_carried_over_because_a_table_tells_no_results():
    title = "人権擁護委員の候補者の推薦について"
    told = (
        row("諮問第1号", {"髙橋一郎": "○"}, title=title, date="2025-09-25", table="votes/令和7年第3回定例会.csv"),
        row("諮問第1号", {"髙橋一郎": "×"}, title=title),
    )
    sessions = (SEPTEMBER, None)
    outcome = resolved(
        members=ROSTER,
        vote_events=tuple(replace(one, session=named) for one, named in zip(told, sessions, strict=True)),
    )
    assert list(outcome.value.motions) == ["2025-3-teirei-shimon-1", "2025-4-teirei-shimon-1"]
    assert all(event.id.endswith("-main") for event in events(outcome).values())
