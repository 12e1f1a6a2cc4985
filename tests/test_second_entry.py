"""The second entry: the same table keyed by another person; what the two give differently is not published."""

from __future__ import annotations

import shutil
from pathlib import Path

from drafts import codes, member, resolved, row
from hypothesis import given
from hypothesis import strategies as st

from council.build import BuildOptions, build_project, check_project
from council.diagnostics import Severity
from council.init import init_project

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


def test_equal_entries_say_nothing_and_make_nothing_of_their_own():
    alone = entries([row("議案第1号", BOTH)], [])
    both = entries([row("議案第1号", BOTH)], [again("議案第1号", BOTH, line=9)])
    assert codes(both) == []
    assert both.value == alone.value


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
