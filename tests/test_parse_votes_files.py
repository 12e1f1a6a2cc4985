"""Two tables as a clerk's Excel writes them, read from the file on."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from vote_outline import places, read, vote

from council.model.votes import Option
from council.read.tables import read_tables

WIDE = """\
令和7年第4回汐浜市議会定例会　議案等に対する賛否一覧,,,,,,,,,
,,,,,新風会,,海の会,,
,,,,,1番,2番,3番,,
議案番号,件名,議決日,採決方法,結果,髙橋　次郎,山﨑　三郎,佐藤　花子,賛成,反対
議案第１号,令和7年度一般会計補正予算,令和7年12月19日,起立採決,原案可決,○,×,議,1,1
請願第２号,通学路の安全を求める請願,令和7年12月19日,起立採決,不採択,〇,△,議,1,0
"○：賛成　×：反対　△：退席
議：議長（採決に加わりません）",,,,,,,,,
※請願第２号の○は、委員長報告（不採択）に賛成したものです。,,,,,,,,,
"""
LONG = """\
議決日,会議,議案番号,件名,採決方法,結果,議員名,賛否,備考
2025-12-19,本会議,議案第1号,補正予算,押しボタン,可決,髙橋次郎,賛成,
2025-12-19,本会議,議案第1号,補正予算,押しボタン,可決,山﨑三郎,除斥,"兄弟の
利害による"
2025-12-19,本会議,議案第2号,条例,押しボタン,否決,髙橋次郎,反対,
"""


def from_file(path: Path, data: bytes):
    path.write_bytes(data)
    grids = read_tables(path, f"votes/{path.name}")
    return grids.value[0], read(grids.value[0], roster="髙橋次郎 山﨑三郎 佐藤花子")


def test_a_wide_table_saved_by_excel_in_cp932(tmp_path: Path):
    grid, found = from_file(tmp_path / "賛否.csv", WIDE.replace("\n", "\r\n").encode("cp932"))
    first, second = found.value
    assert (grid.encoding, found.findings) == ("cp932", ())
    assert list(map(vote, first.votes)) == ["髙橋　次郎 ○ yes", "山﨑　三郎 × no", "佐藤　花子 議 not voting chair"]
    assert list(map(vote, second.votes)) == [
        "髙橋　次郎 〇 yes",
        "山﨑　三郎 △ not voting",
        "佐藤　花子 議 not voting chair",
    ]
    assert (first.means_report, second.means_report) == (False, True)
    assert str(second.votes[1].location) == "votes/賛否.csv:6:7"
    assert str(second.votes[1].name_at) == "votes/賛否.csv:4:7"
    assert first.session
    assert first.session.printed == "令和7年第4回汐浜市議会定例会"
    assert first.counts == ((Option.YES, 1), (Option.NO, 1))


def test_a_long_table_in_utf8_with_a_remark_over_two_lines(tmp_path: Path):
    grid, found = from_file(tmp_path / "記録.csv", LONG.encode())
    first, second = found.value
    assert (grid.encoding, found.findings) == ("utf-8", ())
    assert list(map(vote, first.votes)) == ["髙橋次郎 賛成 yes", "山﨑三郎 除斥 excused (兄弟の利害による)"]
    assert str(second.votes[0].location) == "votes/記録.csv:4:8"


def test_a_workbook_with_merged_groups_and_a_remark_beside_the_table(tmp_path: Path):
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "令和7年第4回定例会"
    rows = [
        ["議案番号", "件名", "議決日", "新風会", None, None, None],
        [None, None, None, "髙橋 次郎", "山﨑 三郎", "賛成", None],
        ["議案第1号", "補正予算", "12/19", "○", "×", 1, "確認済"],
        ["議案第2号", "条例", "12/19", "○", None, 1, "確認済"],
    ]
    for row in rows:
        sheet.append(row)
    for merged in ("D1:E1", "A1:A2", "B1:B2", "C1:C2"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "表.xlsx")
    found = read(read_tables(tmp_path / "表.xlsx", "votes/表.xlsx").value[0], roster="髙橋次郎 山﨑三郎")
    first, second = found.value
    assert places(found.findings) == ["V120@2:7"]
    assert first.table == "votes/表.xlsx"
    assert first.date
    assert first.date.isoformat() == "2025-12-19"
    assert list(map(vote, first.votes)) == ["髙橋 次郎 ○ yes", "山﨑 三郎 × no"]
    assert list(map(vote, second.votes)) == ["髙橋 次郎 ○ yes"]
