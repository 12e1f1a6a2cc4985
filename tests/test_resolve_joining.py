"""Which row is which decision: restarting numbers, several decisions of a day, days that differ, rows without a number."""

from __future__ import annotations

from drafts import DECEMBER, bill, codes, decision, member, resolved, row, sitting
from msgspec.structs import replace

from council.location import Location
from council.model.bill_numbers import BillNumber
from council.model.votes import Option
from council.parse.drafts import DraftAgendaItem, DraftVoteEvent, SessionName

ROSTER = (member("髙橋 一郎", "たかはし いちろう"), member("鈴木 花子", "すずき はなこ"))
VOTES = {"髙橋一郎": "○", "鈴木花子": "×"}
YEAR = SessionName(2025, printed="2025")
MAIN, SECOND = "2025-4-teirei-gian-1-main", "2025-4-teirei-gian-1-2"


def item(number: str, title: str, date: str, line: int = 2) -> DraftVoteEvent:
    base = row("議案第1号", VOTES, date=date, title=title, table="votes/2025.csv", line=line)
    return replace(base, number=BillNumber("item", number), session=None)


def titles(outcome):
    return {motion.id: (motion.text, motion.other_titles) for motion in outcome.value.motions.values()}


def votes_of(outcome):
    return {event.id: (len(event.votes), event.withheld) for event in outcome.value.vote_events.values()}


def agenda(title: str) -> tuple[DraftAgendaItem, ...]:
    place = Location("minutes_src/a.docx", paragraph=3)
    return (DraftAgendaItem("日程第1", f"議案第1号　{title}", place, (bill("議案第1号"),)),)


def test_items_numbered_anew_at_each_sitting_are_never_one_bill():
    table = (item("5", "Parks", "2025-01-08"), item("5", "Sewers", "2025-01-22", 3), item("Z1", "Zoning", "2025-01-22"))
    outcome = resolved(members=ROSTER, vote_events=table)
    assert titles(outcome) == {
        "2025-01-08-council-item-5": ("Parks", ()),
        "2025-01-22-council-item-5": ("Sewers", ()),
        "2025-01-22-council-item-z1": ("Zoning", ()),
    }
    assert [event.event_id for event in outcome.value.vote_events.values()] == [None] * 3
    assert codes(outcome) == []


def test_an_item_has_one_address_however_many_sittings_there_are():
    outcome = resolved(members=ROSTER, vote_events=(item("5", "Parks", "2025-01-08"),))
    assert list(outcome.value.motions) == ["2025-01-08-council-item-5"]


def test_an_item_of_the_minutes_and_the_row_of_that_day_are_one_decision():
    told = replace(decision("議案第1号"), bills=(BillNumber("item", "5"),))
    path = "minutes_src/2025/a.docx"
    meetings = tuple(
        sitting(day, decisions=(told,), session=YEAR, body="council", path=f"{path}{day}")
        for day in ("2025-01-08", "2025-01-22")
    )
    outcome = resolved(members=ROSTER, meetings=meetings, vote_events=(item("5", "Sewers", "2025-01-22"),))
    assert votes_of(outcome) == {"2025-01-08-council-item-5-main": (0, 0), "2025-01-22-council-item-5-main": (2, 0)}
    event = outcome.value.vote_events["2025-01-22-council-item-5-main"]
    assert (event.event_id, len(event.sources)) == ("2025-01-22-council", 2)


def test_an_item_without_a_day_is_of_the_one_sitting_that_dealt_with_it_else_of_none():
    told = replace(decision("議案第1号"), bills=(BillNumber("item", "5"),))
    first = sitting("2025-01-08", decisions=(told,), session=YEAR, body="council", path="minutes_src/2025/a.docx")
    undated = replace(item("5", "Parks", "2025-01-08"), date=None, session=YEAR)
    outcome = resolved(members=ROSTER, meetings=(first,), vote_events=(undated,))
    assert votes_of(outcome) == {"2025-01-08-council-item-5-main": (2, 0)}
    second = replace(first, date=first.date.replace(day=22), path="minutes_src/2025/b.docx")
    outcome = resolved(members=ROSTER, meetings=(first, second), vote_events=(undated,))
    assert votes_of(outcome)["2025-item-5-main"] == (2, 0)


def test_a_committee_s_items_are_not_the_council_s_of_that_day():
    told = replace(decision("議案第1号"), bills=(BillNumber("item", "5"),))
    minutes = sitting("2025-01-08", decisions=(told,), session=YEAR, body="Planning", path="minutes_src/2025/a.docx")
    outcome = resolved(members=ROSTER, meetings=(minutes,), vote_events=(item("5", "Parks", "2025-01-08"),))
    assert votes_of(outcome) == {"2025-01-08-council-item-5-main": (2, 0)}
    assert outcome.value.vote_events["2025-01-08-council-item-5-main"].event_id is None


def test_bare_numbers_of_a_named_session_restart_only_where_one_has_two_titles():
    def of_december(title: str, date: str) -> DraftVoteEvent:
        return replace(item("5", title, date), session=DECEMBER, table="votes/a.csv")

    same = resolved(members=ROSTER, vote_events=(of_december("市道", "2025-12-05"), of_december("市道", "2025-12-19")))
    assert list(same.value.motions) == ["2025-4-teirei-item-5"]
    other = resolved(members=ROSTER, vote_events=(of_december("市道", "2025-12-05"), of_december("川", "2025-12-19")))
    assert list(other.value.motions) == ["2025-12-05-honkaigi-item-5", "2025-12-19-honkaigi-item-5"]


def twice(*results: str):
    return (sitting("2025-12-19", decisions=tuple(decision("議案第1号", result=result) for result in results)),)


def test_a_row_is_the_decision_of_its_result():
    outcome = resolved(
        members=ROSTER, meetings=twice("否決", "可決"), vote_events=(row("議案第1号", VOTES, result="可決"),)
    )
    assert votes_of(outcome) == {MAIN: (0, 0), SECOND: (2, 0)}
    assert codes(outcome) == []


def test_rows_in_another_order_than_the_minutes_go_by_their_results():
    rows = (row("議案第1号", VOTES, result="可決"), row("議案第1号", {"髙橋一郎": "×"}, result="否決", line=3))
    outcome = resolved(members=ROSTER, meetings=twice("否決", "可決"), vote_events=rows)
    assert votes_of(outcome) == {MAIN: (1, 0), SECOND: (2, 0)}


def test_as_many_rows_as_decisions_go_in_order_where_results_agree():
    rows = (row("議案第1号", VOTES, result="否決"), row("議案第1号", {"髙橋一郎": "×"}, line=3))
    outcome = resolved(members=ROSTER, meetings=twice("否決", "否決"), vote_events=rows)
    assert votes_of(outcome) == {MAIN: (2, 0), SECOND: (1, 0)}


def test_a_row_that_may_be_either_decision_is_neither_s_and_its_names_are_kept_back():
    for result, said in (("", ("否決", "可決")), ("否決", ("否決", "否決"))):
        outcome = resolved(members=ROSTER, meetings=twice(*said), vote_events=(row("議案第1号", VOTES, result=result),))
        assert votes_of(outcome) == {MAIN: (0, 2), SECOND: (0, 2)}
        assert codes(outcome) == ["V209"]


def test_another_day_than_the_minutes_is_told_at_the_date():
    cells = (("date", Location("votes/a.csv", 2, 3)),)
    wrong = row("議案第1号", VOTES, date="2025-12-18", cells=cells)
    outcome = resolved(
        members=ROSTER, meetings=(sitting("2025-12-19", decisions=(decision("議案第1号"),)),), vote_events=(wrong,)
    )
    (found,) = outcome.findings
    assert (found.rule.code, found.location.column) == ("V210", 3)
    assert "2025-12-18" in found.message("ja") + found.message("en")
    assert votes_of(outcome) == {MAIN: (2, 0), SECOND: (0, 0)}


def test_a_matter_put_off_may_be_decided_on_a_later_day_of_which_there_are_no_minutes_yet():
    put_off = sitting("2025-12-05", decisions=(decision("議案第1号", result="継続審査"),))
    assert codes(resolved(members=ROSTER, meetings=(put_off,), vote_events=(row("議案第1号", VOTES),))) == []


def unnumbered(title: str, **more: object) -> DraftVoteEvent:
    return replace(row("議案第1号", VOTES, title=title, line=9, **more), number=None)


def test_a_row_without_a_number_is_the_bill_of_its_title():
    minutes = replace(sitting("2025-12-19", decisions=(decision("議案第1号"),)), agenda=agenda("市道の認定について"))
    outcome = resolved(members=ROSTER, meetings=(minutes,), vote_events=(unnumbered("市道の認定"),))
    assert votes_of(outcome) == {MAIN: (2, 0)}
    assert codes(outcome) == ["V211"]


def test_a_row_without_a_number_may_stand_above_its_bill_in_another_table_but_not_in_its_own():
    numbered = row("議案第1号", VOTES, title="市道の認定", table="votes/b.csv", session=DECEMBER)
    outcome = resolved(members=ROSTER, vote_events=(unnumbered("市道の認定"), numbered))
    assert (votes_of(outcome), codes(outcome)) == ({MAIN: (2, 0)}, ["V211"])
    numbered = row("議案第1号", VOTES, title="人事の同意")
    outcome = resolved(members=ROSTER, vote_events=(unnumbered("人事の同意"), numbered))
    assert len(votes_of(outcome)) == 2
    assert codes(outcome) == []


def test_a_title_that_two_bills_have_joins_neither():
    rows = tuple(row(f"同意第{n}号", VOTES, title="人事", table="votes/b.csv", session=DECEMBER) for n in (1, 2))
    outcome = resolved(members=ROSTER, vote_events=(*rows, unnumbered("人事")))
    assert len(outcome.value.motions) == 3
    assert codes(outcome) == []


def test_figures_without_names_are_told_of_a_decision_in_the_minutes_and_are_none_by_themselves():
    figures = replace(row("議案第1号", {}), counts=((Option.YES, 18), (Option.NO, 2)))
    minutes = sitting("2025-12-19", decisions=(decision("議案第1号"),))
    (event,) = resolved(members=ROSTER, meetings=(minutes,), vote_events=(figures,)).value.vote_events.values()
    assert (event.declared_yes, event.declared_no, event.votes) == (18, 2, ())
    assert event.recorded == "not recorded"
    assert resolved(members=ROSTER, vote_events=(figures,)).value.vote_events == {}


def test_figures_that_may_be_either_decision_s_are_neither_s():
    figures = replace(row("議案第1号", {}), counts=((Option.YES, 18), (Option.NO, 2)))
    outcome = resolved(members=ROSTER, meetings=twice("否決", "可決"), vote_events=(figures,))
    assert [event.declared_yes for event in outcome.value.vote_events.values()] == [None, None]
    outcome = resolved(members=ROSTER, meetings=twice("否決", "可決"), vote_events=(replace(figures, result="可決"),))
    assert [event.declared_yes for event in outcome.value.vote_events.values()] == [None, 18]


def test_a_bill_voted_on_again_on_a_later_day_has_the_later_result():
    rows = (row("議案第1号", VOTES, result="可決", date="2025-12-05"), row("議案第1号", VOTES, result="否決", line=3))
    assert resolved(members=ROSTER, vote_events=rows).value.motions["2025-4-teirei-gian-1"].result == "否決"
    minutes = sitting("2025-12-05", decisions=(decision("議案第1号"),))
    outcome = resolved(members=ROSTER, meetings=(minutes,), vote_events=rows[1:])
    assert outcome.value.motions["2025-4-teirei-gian-1"].result == "可決"
