"""`.council/unmatched.csv`: the names that are nobody's, as a list that opens in Excel."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from independent.projects import HEADING, NAMES, write_csv

from council.build import BuildOptions, build_project, check_project
from council.init import init_project

TABLE = "votes/令和8年第1回定例会.csv"


def project(root: Path, *names: str, rows: int = 2, english: bool = False) -> Path:
    init_project(root, "港市議会", "en" if english else "ja")
    write_csv(root / "votes/members.csv", [("氏名", "役職"), *((name, "") for name in NAMES)])
    cells = [
        (f"議案第{number}号", "条例", "令和8年3月17日", "起立採決", "可決", *["○"] * len(names))
        for number in range(1, rows + 1)
    ]
    write_csv(root / TABLE, [(*HEADING[:5], *names), *cells])
    return root


def listed(root: Path) -> list[dict[str, str]]:
    content = (root / ".council/unmatched.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_name_nobody_has_is_listed_with_its_cell_the_near_name_and_how_many_votes_wait(tmp_path):
    check_project(project(tmp_path / "a", *NAMES[:3], "田中　稔", rows=3))
    (row,) = listed(tmp_path / "a")
    assert (row["ファイル"], row["行"], row["列"]) == (TABLE, "1", "9")
    assert (row["氏名"], row["候補"], row["件数"], row["規則"]) == ("田中　稔", "田中　実", "3", "V201")
    assert "田中　稔" in row["内容"]
    assert row["直し方"]


def test_check_and_build_write_the_same_list_and_a_mended_table_empties_it(tmp_path):
    root = project(tmp_path / "a", *NAMES[:3], "無名　知蔵")
    check_project(root)
    content = (root / ".council/unmatched.csv").read_bytes()
    (root / ".council/unmatched.csv").unlink()
    build_project(root, BuildOptions())
    assert (root / ".council/unmatched.csv").read_bytes() == content
    mended = ("議案第1号", "条例", "令和8年3月17日", "起立採決", "可決", "○", "○", "○", "○")
    write_csv(root / TABLE, [HEADING, mended])
    check_project(root)
    assert listed(root) == []


def test_an_english_folder_has_an_english_list(tmp_path):
    check_project(project(tmp_path / "a", *NAMES[:3], "無名　知蔵", english=True))
    (row,) = listed(tmp_path / "a")
    assert (row["file"], row["name"], row["number"]) == (TABLE, "無名　知蔵", "2")


def test_a_name_that_looks_like_a_formula_stays_words(tmp_path):
    root = project(tmp_path / "a", *NAMES[:3])
    write_csv(
        root / "votes/令和8年第2回定例会.csv",
        [
            ("議決日", "議案番号", "件名", "議員名", "賛否"),
            ("令和8年6月17日", "議案第9号", "条例", "=HYPERLINK(1)", "○"),
        ],
    )
    check_project(root)
    assert "'=HYPERLINK(1)" in [row["氏名"] for row in listed(root)]


def test_a_list_that_cannot_be_written_is_a_note_and_the_check_goes_on(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("council.build.unmatched.write_whole", refuse)
    report = check_project(project(tmp_path / "a", *NAMES[:3], "無名　知蔵"))
    codes = [found.rule.code for found in report.findings]
    assert "S314" in codes
    assert "V201" in codes
    assert not report.is_stopped
