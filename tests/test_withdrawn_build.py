"""Withdrawn words from the folder to both editions: in no byte of them and in no report, wherever else they stood."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from corrections_desk import sha256
from independent.projects import (
    CHAIR,
    MAYOR,
    SECOND,
    SESSION,
    minutes,
    write_csv,
    write_project,
    write_text,
    write_word,
)
from independent.restricted import found_in
from independent.site_walk import read_page

from council.build import BuildOptions, build_project, check_project
from council.report import Report, as_json, as_text

HEADINGS = ("日付", "種別", "対象", "場所", "誤", "正", "理由", "決定者")
FOLDER = f"minutes_src/{SESSION}"
FIRST = f"{FOLDER}/第1号.docx"
TABLE = f"votes/{SESSION}.csv"
WORDS = "山雀の巣箱は無駄"
SAID = [(CHAIR, "これより本日の会議を開きます。"), (SECOND, f"市長は{WORDS}だと申しました。次に移ります。")]


def council(root: Path, *rows: tuple[str, ...], said: list[tuple[str, str]] | None = None) -> Path:
    """Write a council with one sitting in which the words were said; rows are kind, target, place and was."""
    write_project(root, {3: "道路"})
    write_word(root / FIRST, minutes(3, [*(said or SAID), (CHAIR, "散会いたします。")]))
    listed = rows or (("発言取消", FIRST, "", WORDS),)
    dated = [("令和8年4月1日", *row, "", "議会の許可", "議長") for row in listed]
    write_csv(root / "votes" / "corrections.csv", [HEADINGS, *dated])
    return root


def built(root: Path) -> Report:
    return build_project(root, BuildOptions(editions=("public", "members")))


def codes(report: Report, letter: str = "K") -> list[str]:
    return sorted({found.rule.code for found in report.findings if found.rule.code.startswith(letter)})


def standing(root: Path, report: Report, *words: str) -> list[str]:
    """Return where the words stand: in files of either edition, in the report of the build or of a check."""
    wanted = words or (WORDS,)
    places = [
        f"{folder}/{uri}"
        for folder in ("site", "site-members")
        for found in found_in(root / folder, wanted).values()
        for uri in found
    ]
    checked = check_project(root)
    told = [as_text(report, "ja"), as_text(report, "en"), as_json(report, "ja"), as_json(checked, "ja")]
    told += ["".join(str(change) for change in report.changes), repr(checked.recognised)]
    return places + [text for text in told for word in wanted if word in text]


def draft_of_members(root: Path) -> None:
    lines = minutes(3, [*SAID, (MAYOR, "お答えします。"), (CHAIR, "散会いたします。")])
    write_word(root / FOLDER / "議員限定" / "第1号（未定稿）.docx", lines)


def title_in_the_vote_table(root: Path) -> None:
    rows = [*csv.reader((root / TABLE).read_text("utf-8-sig").splitlines())]
    rows[1][1] = f"{WORDS}条例"
    write_csv(root / TABLE, rows)


def link(root: Path) -> None:
    heading = ("日付", "会議", "種別", "対象", "議員名", "議題", "URL")
    one = ("令和8年3月3日", "本会議", "録画", "議題", "", f"{WORDS}について", "https://video.example/1")
    write_csv(root / "minutes_src" / "streams.csv", [heading, one])


def plan_of_the_next_sitting(root: Path) -> None:
    text = f"name: {SESSION}\nsittings:\n  - date: 令和8年3月24日\n    body: 本会議\n    agenda: [{WORDS}の審査]\n"
    write_text(root / FOLDER / "session.yml", text)


def paper(root: Path) -> None:
    write_word(root / FOLDER / "資料" / "公開" / "01_参考人の意見.docx", ["意見書", f"{WORDS}という意見です。"])


def name_of_a_paper(root: Path) -> None:
    write_word(root / FOLDER / "資料" / "公開" / f"02_{WORDS}.docx", ["別の資料です。"])


def name_of_minutes(root: Path) -> None:
    write_word(root / FOLDER / f"第2号 {WORDS}.docx", minutes(10, [(CHAIR, "開きます。")], number=2))


def other_signs_in_another_sitting(root: Path) -> None:
    said = [(SECOND, "先日の「山雀の、巣箱は　無駄」との発言を取り消します。"), (CHAIR, "許可します。")]
    write_word(root / FOLDER / "第2号.docx", minutes(10, said, number=2))


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        (draft_of_members, ["K108", "K211"]),
        (title_in_the_vote_table, ["K108", "K211"]),
        (link, ["K108", "K211"]),
        (plan_of_the_next_sitting, ["K108", "K211"]),
        (paper, ["K108", "K212"]),
        (name_of_a_paper, ["K108", "K212", "K213"]),
        (name_of_minutes, ["K108", "K213"]),
        (other_signs_in_another_sitting, ["K108", "K211"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_words_that_stood_elsewhere_as_well_stand_nowhere(tmp_path: Path, elsewhere, told: list[str]):
    root = council(tmp_path / "minato")
    elsewhere(root)
    report = built(root)
    assert not report.cannot_run
    assert codes(report) == told
    assert standing(root, report, WORDS, "山雀の、巣箱") == []


@pytest.mark.parametrize("was", [WORDS, sha256(WORDS)], ids=["clear", "hash"])
def test_everything_at_once_and_published_before_it_was_withdrawn(tmp_path: Path, was: str):
    root = council(tmp_path / "minato", ("発言取消", FIRST, "", was))
    for elsewhere in (draft_of_members, title_in_the_vote_table, link, plan_of_the_next_sitting, paper):
        elsewhere(root)
    listed = root / "votes" / "corrections.csv"
    rows = listed.read_bytes()
    listed.unlink()
    assert found_in(built(root).published and root / "site", [WORDS])
    listed.write_bytes(rows)
    report = built(root)
    assert standing(root, report) == []
    assert "〔発言取消〕条例" in (root / "site" / "bills.html").read_text("utf-8")


def test_what_was_taken_out_leaves_its_trace_in_the_data_and_in_a_members_speeches(tmp_path: Path):
    said = [(SECOND, f"{WORDS}だと申しました。"), (MAYOR, "電話は0569-12-3456です。")]
    root = council(
        tmp_path / "minato", ("発言取消", FIRST, "", WORDS), ("個人情報", FIRST, "", "0569-12-3456"), said=said
    )
    report = built(root)
    assert standing(root, report, WORDS, "0569-12-3456") == []
    lines = [json.loads(line) for line in (root / "site" / "data" / "speeches.jsonl").read_text("utf-8").splitlines()]
    texts = [line["text"] for line in lines]
    assert "〔発言取消〕だと申しました。" in texts
    assert "電話は〔個人情報〕です。" in texts
    page = (root / "site" / "members" / "suzuki-hanako.html").read_text("utf-8")
    assert "〔発言取消〕だと申しました。" in page
    meeting = read_page(root / "site", "meetings/2026-03-03-honkaigi.html")
    assert meeting.tree.text_content().count("〔個人情報〕") == 1


@pytest.mark.parametrize(
    "row",
    [
        ("発言取消", WORDS, "", ""),
        ("発言取消", "", FIRST, WORDS),
        ("発言取消", "minutes_src/昔の名前/第9号.docx", "市長は", WORDS),
        ("発言取消", "minutes_src/昔の名前/第9号.docx", "", sha256(WORDS)),
        ("発言の取消しの件", "第9号.docx", "", WORDS),
        ("個人情報", "第9号.docx", "", sha256("どこにもない言葉です")),
    ],
    ids=["shifted-left", "shifted-right", "old-name", "old-name-hash", "kind", "found-nowhere"],
)
def test_a_withdrawal_that_names_no_file_keeps_back_what_may_hold_its_words(tmp_path: Path, row: tuple[str, ...]):
    root = council(tmp_path / "minato", row)
    draft_of_members(root)
    title_in_the_vote_table(root)
    report = built(root)
    assert report.exit_code == 1
    assert "K109" in codes(report)
    if row[3] != sha256("どこにもない言葉です"):
        assert standing(root, report) == []
    assert "確認中" in (root / "site" / "meetings" / "2026-03-03-honkaigi.html").read_text("utf-8")
    assert found_in(root / "site" / "data", ["申しました"]) == {}


def test_words_copied_into_a_page_of_ones_own_stop_both_editions(tmp_path: Path):
    root = council(tmp_path / "minato")
    write_text(root / "site_templates" / "pages" / "news.md", f"# お知らせ\n\n{WORDS}について\n")
    report = built(root)
    assert report.cannot_run
    assert codes(report, "S4") == ["S406"]
    assert not (root / "site").exists()
    assert not (root / "site-members").exists()
    assert WORDS not in as_text(report, "ja") + as_json(report, "ja")


def test_a_council_that_withdrew_nothing_has_nothing_of_this(tmp_path: Path):
    root = council(tmp_path / "minato", ("校正", FIRST, "次に移ります", "移ります", "進みます"))
    report = built(root)
    assert codes(report) == []
    assert found_in(root / "site", ["〔発言取消〕"]) == {}
