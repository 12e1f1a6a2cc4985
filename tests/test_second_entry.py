"""The second entry: the same table keyed by another person; what the two give differently is not published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from drafts import codes, decision, member, resolved, row, sitting
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from council.build import BuildOptions, build_project, check_project
from council.diagnostics import Severity
from council.init import init_project
from council.location import Location
from council.parse.draft_cells import DraftCell

ROSTER = (member("髙橋 一郎", "たかはし いちろう"), member("鈴木 花子", "すずき はなこ"))
AGAIN = "votes/second/令和7年第4回定例会.csv"
BOTH = {"髙橋一郎": "○", "鈴木花子": "×"}
TABLE = """議案番号,件名,議決日,採決方法,結果,髙橋 一郎,鈴木 花子,佐藤 茂
議案第1号,補正予算,2025-12-19,起立採決,原案可決,○,×,議
議案第2号,条例,2025-12-19,起立採決,原案可決,○,○,議
"""
MEMBERS = "氏名,ふりがな,役職\n髙橋 一郎,たかはし いちろう,\n鈴木 花子,すずき はなこ,\n佐藤 茂,さとう しげる,議長\n"


def entries(first, second, **more):
    return resolved(members=ROSTER, vote_events=tuple(first), second=tuple(second), **more)


def again(number, votes, **more):
    return row(number, votes, **{"table": AGAIN, **more})


def test_equal_entries_say_nothing_and_make_nothing_of_their_own_but_confirm_the_first():
    alone = entries([row("議案第1号", BOTH)], [])
    both = entries([row("議案第1号", BOTH)], [again("議案第1号", BOTH, line=9)])
    assert codes(both) == []
    (event,) = both.value.vote_events.values()
    assert event.confirmed_by == (f"{AGAIN}:9:1",)
    assert replace(both.value, vote_events={event.id: replace(event, confirmed_by=())}) == alone.value


def is_confirmed(outcome) -> list[bool]:
    return [event.is_confirmed for event in outcome.value.vote_events.values()]


def test_a_decision_is_confirmed_only_if_the_second_entry_has_every_vote_of_the_first():
    first = [row("議案第1号", BOTH), row("議案第2号", BOTH, line=3), row("議案第3号", BOTH, line=4)]
    second = [
        again("議案第1号", BOTH),
        again("議案第2号", {"髙橋一郎": "○"}, line=3),
        again("議案第3号", {**BOTH, "鈴木花子": "○"}, line=4),
    ]
    assert is_confirmed(entries(first, second)) == [True, False, False]


def test_minutes_that_list_the_names_confirm_a_table_and_a_second_table_does_not():
    votes = row("議案第1号", BOTH).votes
    minutes = sitting("2025-12-19", decisions=(decision("議案第1号", votes=votes),))
    assert is_confirmed(entries([row("議案第1号", BOTH)], [], meetings=(minutes,))) == [True]
    assert is_confirmed(entries([], [], meetings=(minutes,))) == [False]
    absent = row("議案第1号", {"髙橋一郎": "○", "鈴木花子": "欠"})
    sides = sitting("2025-12-19", decisions=(decision("議案第1号", votes=absent.votes[:1]),))
    assert is_confirmed(entries([absent], [], meetings=(sides,))) == [True]
    fewer = sitting("2025-12-19", decisions=(decision("議案第1号", votes=votes[:1]),))
    assert is_confirmed(entries([row("議案第1号", BOTH)], [], meetings=(fewer,))) == [False]
    copy = row("議案第1号", BOTH, table="votes/令和7年第4回定例会の写し.csv")
    assert is_confirmed(entries([row("議案第1号", BOTH), copy], [])) == [False]


def test_one_cell_that_differs_keeps_back_the_names_of_its_decision_only():
    outcome = entries(
        [row("議案第1号", BOTH), row("議案第2号", BOTH, line=3)],
        [again("議案第1号", BOTH), again("議案第2号", {"髙橋一郎": "×", "鈴木花子": "×"}, line=3)],
    )
    assert codes(outcome) == ["V401"]
    (found,) = outcome.findings
    assert (found.location.path, found.location.line, found.location.column) == ("votes/令和7年第4回定例会.csv", 3, 5)
    for words in ("髙橋 一郎", "「○」", "「×」", f"{AGAIN}:3:5"):
        assert words in found.message("ja")
    kept = {event.id[-6:]: (len(event.votes), event.withheld) for event in outcome.value.vote_events.values()}
    assert list(kept.values()) == [(2, 0), (0, 2)]


def test_another_spelling_of_a_name_and_another_order_are_no_difference():
    outcome = entries([row("議案第1号", BOTH)], [again("議案第1号", {"鈴木　花子君": "×", "高橋一郎": "○"})])
    assert [code for code in codes(outcome) if code.startswith("V4")] == []


def test_a_chair_who_voted_is_not_a_chair_who_did_not():
    outcome = entries([row("議案第1号", {"髙橋一郎": "議"})], [again("議案第1号", {"髙橋一郎": "○"})])
    assert codes(outcome) == ["V401"]


def test_a_bill_on_one_side_only_is_a_warning_and_no_bill_of_its_own():
    outcome = entries(
        [row("議案第1号", BOTH), row("議案第2号", BOTH, line=3)],
        [again("議案第1号", BOTH), again("議案第3号", BOTH, line=9)],
    )
    assert sorted(codes(outcome)) == ["V403", "V404"]
    assert {motion.identifier for motion in outcome.value.motions.values()} == {"議案第1号", "議案第2号"}
    assert all(len(event.votes) == 2 for event in outcome.value.vote_events.values())


def test_a_member_on_one_side_only_is_one_warning_a_table():
    first = [row("議案第1号", BOTH), row("議案第2号", BOTH, line=3)]
    half = {"髙橋一郎": "○"}
    missing = entries(first, [again("議案第1号", half), again("議案第2号", half, line=3)])
    assert codes(missing) == ["V405"]
    assert "2 件" in missing.findings[0].message("ja")
    added = entries([row("議案第1号", half)], [again("議案第1号", BOTH)])
    assert codes(added) == ["V406"]
    assert added.findings[0].location.path == AGAIN


def test_a_table_that_nobody_keyed_again_is_not_compared():
    other = row("議案第9号", BOTH, table="votes/令和7年第3回定例会.csv", date="2025-09-19")
    outcome = entries([row("議案第1号", BOTH), other], [again("議案第1号", BOTH)])
    assert [code for code in codes(outcome) if code.startswith("V4")] == []


def test_another_result_is_shown_as_the_first_says():
    outcome = entries([row("議案第1号", BOTH, result="原案可決")], [again("議案第1号", BOTH, result="否決")])
    assert codes(outcome) == ["V402"]
    (event,) = outcome.value.vote_events.values()
    assert (event.result, len(event.votes)) == ("可決", 2)


def test_a_row_without_a_day_is_compared_with_the_one_that_has_it():
    outcome = entries([row("議案第1号", BOTH)], [again("議案第1号", {**BOTH, "鈴木花子": "○"}, date="")])
    assert codes(outcome) == ["V401"]


def columns(**places: int) -> tuple[tuple[str, Location], ...]:
    return tuple((cell, Location("votes/a.csv", 2, column)) for cell, column in places.items())


def test_another_title_and_another_day_are_named_with_both_cells():
    first = row("議案第1号", BOTH, title="市道の認定", cells=columns(title=2, date=3))
    second = again("議案第1号", BOTH, title="町道の認定", date="2025-12-18", cells=columns(title=2, date=3))
    outcome = entries([first], [second])
    assert codes(outcome) == ["V402", "V402"]
    title, day = outcome.findings
    assert (title.location.column, day.location.column) == (2, 3)
    for found, words in ((title, ("市道の認定", "町道の認定", "a.csv:2:2")), (day, ("2025-12-19", "2025-12-18"))):
        assert all(word in found.message("ja") for word in words)


def test_a_day_of_another_year_is_a_day_that_differs_not_a_decision_that_is_missing():
    outcome = entries(
        [row("議案第1号", BOTH)], [again("議案第1号", {**BOTH, "鈴木花子": "○"}, date="2024-12-19", session=None)]
    )
    assert sorted(codes(outcome)) == ["V401", "V402"]


def test_a_matter_without_a_number_keyed_under_another_title_is_one_decision():
    first = replace(row("議案第1号", BOTH, title="議長の選挙"), number=None)
    second = replace(again("議案第1号", BOTH, title="議長の選挙の件について"), number=None)
    assert codes(entries([first], [second])) == ["V402"]


def test_a_bill_decided_on_two_days_is_compared_day_by_day():
    first = [row("議案第1号", BOTH, date="2025-12-02"), row("議案第1号", {**BOTH, "鈴木花子": "○"}, line=3)]
    second = [again("議案第1号", {**BOTH, "鈴木花子": "○"}), again("議案第1号", BOTH, date="2025-12-02", line=3)]
    assert codes(entries(first, second)) == []


def test_a_misspelt_name_in_the_second_entry_is_one_finding_with_the_name_meant():
    first = [row("議案第1号", BOTH), row("議案第2号", BOTH, line=3)]
    typo = {"髙橋一郎": "○", "鈴本花子": "×"}
    outcome = entries(first, [again("議案第1号", typo), again("議案第2号", typo, line=3)])
    assert codes(outcome) == ["V406"]
    assert "「鈴木 花子」では？" in outcome.findings[0].message("ja")
    assert "2 件" in outcome.findings[0].message("ja")


def test_a_misspelt_name_in_the_first_entry_is_told_there_only():
    outcome = entries([row("議案第1号", {"髙橋一郎": "○", "鈴本花子": "×"})], [again("議案第1号", BOTH)])
    assert codes(outcome) == ["V201"]


def test_a_name_that_is_nobodys_in_both_entries_is_compared_and_told_in_the_first():
    votes = {"髙橋一郎": "○", "無名知蔵": "×"}
    assert codes(entries([row("議案第1号", votes)], [again("議案第1号", votes)])) == ["V201"]
    differing = entries([row("議案第1号", votes)], [again("議案第1号", {**votes, "無名 知蔵": "○"})])
    assert "V401" in codes(differing)


def test_a_row_that_cannot_be_read_in_either_entry_is_told_once_not_for_each_member():
    short = replace(again("議案第1号", {}), withheld=2, moved=True)
    assert codes(entries([row("議案第1号", BOTH)], [short])) == []
    first = replace(row("議案第1号", {}), withheld=2, moved=True)
    assert codes(entries([first], [again("議案第1号", BOTH)])) == []


def test_a_cell_that_cannot_be_read_in_one_entry_is_not_missing_there():
    unread = DraftCell("鈴木花子", "☆", Location(AGAIN, 2, 6))
    half = {"髙橋一郎": "○"}
    for second in (True, False):
        one = row("議案第1号", BOTH if second else half)
        other = again("議案第1号", half if second else BOTH)
        kept = replace(other if second else one, withheld=1, unread=(unread,))
        assert codes(entries([one if second else kept], [kept if second else other])) == []


@given(st.dictionaries(st.sampled_from(["髙橋一郎", "鈴木花子"]), st.sampled_from("○×欠議"), min_size=1), st.data())
def test_every_changed_cell_is_found(votes: dict[str, str], data: st.DataObject):
    name = data.draw(st.sampled_from(sorted(votes)))
    symbol = data.draw(st.sampled_from("○×欠議"))
    outcome = entries([row("議案第1号", votes)], [again("議案第1号", {**votes, name: symbol})])
    assert ("V401" in codes(outcome)) is (votes[name] != symbol)


def project(folder: Path) -> Path:
    init_project(folder, "港市議会", "ja")
    (folder / "votes" / "members.csv").write_text(MEMBERS, "utf-8")
    (folder / "votes" / "令和7年第4回定例会.csv").write_text(TABLE, "utf-8")
    (folder / "votes" / "second").mkdir()
    shutil.copy(folder / "votes" / "令和7年第4回定例会.csv", folder / "votes" / "second")
    return folder


def test_files_keyed_twice_alike_give_nothing(tmp_path: Path):
    report = check_project(project(tmp_path / "c"))
    assert [found for found in report.findings if found.rule.severity is Severity.ERROR] == []
    assert [found for found in report.findings if found.rule.code.startswith("V4")] == []


def test_files_that_differ_name_both_cells_and_publish_no_name_of_that_decision(tmp_path: Path):
    folder = project(tmp_path / "c")
    second = folder / "votes" / "second" / "令和7年第4回定例会.csv"
    second.write_text(TABLE.replace("○,○,議", "○,退,議"), "utf-8")
    report = build_project(folder, BuildOptions())
    (found,) = [found for found in report.findings if found.rule.code.startswith("V4")]
    assert (str(found.location), report.exit_code) == ("votes/令和7年第4回定例会.csv:3:7", 1)
    assert "votes/second/令和7年第4回定例会.csv:3:7" in found.message("ja")
    rows = (folder / "site" / "data" / "votes.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in rows[1:]] == ["2025-4-teirei-gian-1-main"] * 3
    events = (folder / "site" / "data" / "vote_events.csv").read_text("utf-8-sig")
    assert "2025-4-teirei-gian-2-main" in events


def test_what_is_wrong_in_a_second_file_keeps_nothing_back_from_the_site(tmp_path: Path):
    folder = project(tmp_path / "c")
    second = folder / "votes" / "second" / "令和7年第4回定例会.csv"
    second.write_text(TABLE.replace("○,×,議", "☆,×,議").replace("○,○,議", "○,○"), "utf-8")
    report = check_project(folder)
    found = [one for one in report.findings if one.location.path.startswith("votes/second/")]
    assert [one.rule.code for one in found] == ["V407", "V408"]
    assert [one for one in report.findings if one.rule.severity is Severity.ERROR or one.rule.code == "V405"] == []
    assert not any(one.rule.withholds or "掲載しません" in one.message("ja") for one in found)


def test_pages_say_which_votes_were_compared_and_which_rest_on_one_source(tmp_path: Path):
    folder = project(tmp_path / "c")
    second = folder / "votes" / "second" / "令和7年第4回定例会.csv"
    second.write_text("".join(TABLE.splitlines(keepends=True)[:2]), "utf-8")
    build_project(folder, BuildOptions())
    pages = {path.stem: path.read_text("utf-8") for path in (folder / "site").rglob("*.html")}
    compared, alone = pages["2025-4-teirei-gian-1-main"], pages["2025-4-teirei-gian-2-main"]
    assert "#term-confirmed" in compared
    assert "votes/second/令和7年第4回定例会.csv 2行目" in compared
    assert "#term-single" not in compared
    assert "#term-single" in alone
    for page in (pages["2025-4-teirei"], pages["takahashi-ichiro"]):
        assert re.search(r"照合済</a> 1件.*単独典拠</a> 1件", page)
    assert 'id="term-confirmed"' in pages["about"]
