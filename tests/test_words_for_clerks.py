"""Findings and the page of findings say what a clerk needs, in words a clerk knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from independent.projects import SESSION, minutes, speeches, write_project, write_word
from minutes_outline import read

from council.build import check_project
from council.report import Report, as_html
from council.report.recognised import ListKind, RecognisedDecision, RecognisedList, RecognisedMinutes

MARKED = "令和8年第1回汐浜市議会定例会の会議の経過を記録した会議録（第1号）（秘密会）\n令和8年3月3日\n○議長（山野太郎君）　開きます。"


def words_of_secrecy(lines: str, path: str = "minutes_src/x/第1号.docx") -> str:
    (found,) = [one for one in read(lines, path=path).findings if one.rule.code == "M302"]
    return dict(found.values)["words"]


def test_a_secret_sitting_is_told_by_the_word_that_was_found_and_not_by_the_beginning_of_the_title():
    assert words_of_secrecy(MARKED) == "秘密会"
    assert words_of_secrecy(MARKED.replace("（秘密会）", ""), "minutes_src/x/第1号（秘密会）.docx") == "秘密会"


def test_a_sitting_the_chair_made_secret_is_told_by_the_chair_s_words():
    lines = MARKED.replace("（秘密会）", "").replace(
        "開きます。", "お諮りした結果、本件は秘密会とすることに決しました。"
    )
    assert words_of_secrecy(lines) == "秘密会とすることに決しました"


def test_a_damaged_paper_is_told_in_words_and_not_by_the_name_of_a_program_s_error(tmp_path: Path):
    project = write_project(tmp_path / "minato", {3: "道路"}, votes=("○", "×"), turns=1)
    folder = project / "minutes_src" / SESSION / "資料" / "公開"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(b"%PDF-1.4 garbage")
    (found,) = [one for one in check_project(project).findings if one.rule.code == "D103"]
    assert "壊れているか" in found.message("ja")
    assert "damaged" in found.message("en")
    assert "Error" not in found.message("ja") + found.message("en")


@pytest.mark.parametrize(
    ("kind", "count", "told"),
    [
        (ListKind.PUBLIC_MATERIALS, 1, "papers for everyone: 1"),
        (ListKind.CORRECTIONS, 3, "corrections: 3 rows"),
        (ListKind.SITTINGS, 1, "announced session: 1 sitting"),
        (ListKind.STREAMS, 2, "recordings: 2 links"),
    ],
)
def test_one_of_a_thing_is_told_in_the_singular(kind: ListKind, count: int, told: str):
    assert f"<td>{told}</td>" in as_html(Report((), recognised=(RecognisedList("x", kind, count),)), "en")


def test_one_decision_is_no_decisions():
    sitting = RecognisedMinutes("minutes_src/a.docx", "handa", decisions=(RecognisedDecision("議案第1号", "", "可決"),))
    page = as_html(Report((), recognised=(sitting,)), "en")
    assert "<caption>1 decision</caption>" in page


def test_the_page_of_findings_fits_a_phone(tmp_path: Path, chromium):
    project = write_project(tmp_path / "minato", {3: "道路"}, votes=("？", "×"), turns=1)
    write_word(project / "minutes_src" / SESSION / "第2号.docx", minutes(17, speeches("河川", 1), number=2))
    file = tmp_path / "findings.html"
    for language in ("ja", "en"):
        file.write_text(as_html(check_project(project), language), "utf-8")
        page = chromium.new_page(viewport={"width": 390, "height": 800})
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.close()
