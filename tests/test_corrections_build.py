"""Published corrections from the folder to the pages: carried out, shown at their place, and withdrawn words nowhere."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from corrections_desk import sha256
from independent.projects import (
    CHAIR,
    MAYOR,
    SECOND,
    SESSION,
    minutes,
    pdf,
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
FIRST = f"minutes_src/{SESSION}/第1号.docx"
TABLE = f"votes/{SESSION}.csv"
MEETING = "meetings/2026-03-03-honkaigi.html"
WITHDRAWN = "山雀の巣箱"


def council(
    root: Path,
    rows: list[tuple[str, ...]],
    said: list[tuple[str, str]] | None = None,
    items: tuple[str, ...] = ("会期の決定",),
) -> Path:
    write_project(root, {3: "道路"})
    if said is not None:
        lines = minutes(3, [(CHAIR, "これより本日の会議を開きます。"), *said, (CHAIR, "散会いたします。")], items=items)
        write_word(root / FIRST, lines)
    dated = [("令和8年4月1日", *row, "確かめたため", "議長") for row in rows]
    write_csv(root / "votes" / "corrections.csv", [HEADINGS, *dated])
    return root


def built(root: Path, *editions: str) -> Report:
    report = build_project(root, BuildOptions(editions=("public", *editions)))
    assert not report.cannot_run
    return report


def codes(report: Report) -> list[str]:
    return [found.rule.code for found in report.findings if found.rule.code.startswith("K")]


def published(root: Path) -> list[dict[str, str]]:
    with (root / "site" / "data" / "corrections.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


SAID = [
    (SECOND, f"市長は{WITHDRAWN}だと申しました。\u3000次に移ります。"),
    (
        CHAIR,
        f"△{WITHDRAWN}の件という見出しではありません。議案第9号{WITHDRAWN}条例を採決します。本案に賛成の諸君の起立を求めます。",
    ),
    (CHAIR, "起立全員であります。よって、議案第9号は、原案のとおり可決されました。"),
]
ITEMS = ("会期の決定", f"議案第9号\u3000{WITHDRAWN}条例")


@pytest.mark.parametrize(
    ("place", "was"),
    [
        (WITHDRAWN, ""),
        ("市長は", WITHDRAWN),
        ("市長は", sha256(WITHDRAWN)),
        ("", sha256(WITHDRAWN)),
        ("どこかの言葉", f"{WITHDRAWN[:2]}の\u3000巣箱"),
    ],
    ids=["place", "clear", "hash", "hash-alone", "clear-spaced"],
)
def test_withdrawn_words_stand_in_no_page_no_data_and_no_finding(tmp_path: Path, place: str, was: str):
    """Agenda, heading, bill, decision and the reason given for it: whatever repeated the words repeats them no more."""
    root = council(tmp_path / "minato", [("発言取消", FIRST, place, was, "")], SAID, ITEMS)
    table = root / "votes" / "corrections.csv"
    table.write_text(table.read_text("utf-8-sig").replace("確かめたため", f"「{WITHDRAWN}」の取消し"), "utf-8")
    report = built(root, "members")
    assert {"K205", "K109"} & set(codes(report)) == set()
    assert found_in(root / "site", [WITHDRAWN]) == {}
    assert found_in(root / "site-members", [WITHDRAWN]) == {}
    assert WITHDRAWN not in as_text(report, "ja") + as_json(report, "en")
    page = (root / "site" / MEETING).read_text("utf-8")
    assert (
        '市長は<a class="c-withheld c-corrected" href="../corrections.html#c-2">〔発言取消〕</a>だと申しました。'
        in page
    )
    (row,) = published(root)
    assert (row["place"], row["was"], row["is"]) == ("", "", "")
    assert row["url"].startswith(f"{MEETING}#s-")


def test_a_speech_that_was_withdrawn_whole_still_has_its_place(tmp_path: Path):
    root = council(
        tmp_path / "minato",
        [("発言取消", FIRST, WITHDRAWN, "", ""), ("個人情報", FIRST, "", "電話は0123です", "")],
        [(SECOND, WITHDRAWN), (MAYOR, "電話は0123です。")],
    )
    built(root)
    page = read_page(root / "site", MEETING)
    said = [words(speech) for speech in page.tree.find_class("c-words")]
    assert [text for text in said if "〔" in text] == ["〔発言取消〕", "〔個人情報〕。"]


def test_what_is_said_after_a_withdrawal_has_an_address_that_tells_nothing_of_the_words(tmp_path: Path):
    def address(root: Path, words: str) -> str:
        council(root, [("発言取消", FIRST, words, "", "")], [(SECOND, f"{words}と申しました。")])
        built(root)
        (row,) = published(root)
        return row["url"]

    assert address(tmp_path / "a", WITHDRAWN) == address(tmp_path / "b", "河烏の控えの話")


def test_a_sitting_from_which_a_withdrawal_cannot_be_carried_out_is_kept_back(tmp_path: Path):
    root = council(
        tmp_path / "minato",
        [("発言取消", FIRST, "市長は", sha256("別の言葉"), ""), ("校正", FIRST, "市長は", "申し", "言い")],
        SAID,
        ITEMS,
    )
    report = built(root)
    assert codes(report) == ["K205", "K209"]
    assert report.exit_code == 1
    assert found_in(root / "site", [WITHDRAWN]) == {}
    assert "確認中" in (root / "site" / MEETING).read_text("utf-8")
    assert published(root) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda text: text.replace("令和8年4月1日", "いつか"),
        lambda text: text.replace("確かめたため", "確かめ,たため"),
        lambda text: text.replace("種別", "種類の欄"),
        lambda text: text.replace("対象", "種別"),
        lambda text: text.replace(FIRST, "minutes_src/昔の名前/第1号.docx"),
        lambda text: text.replace("誤", "\x00"),
    ],
    ids=["date", "comma", "heading", "heading-twice", "folder-renamed", "not-text"],
)
def test_a_withdrawal_that_cannot_be_read_keeps_back_the_minutes_it_may_mean(tmp_path: Path, spoilt):
    root = council(tmp_path / "minato", [("発言取消", FIRST, WITHDRAWN, "", "")], SAID, ITEMS)
    table = root / "votes" / "corrections.csv"
    table.write_text(spoilt(table.read_text("utf-8-sig")), "utf-8")
    report = built(root)
    assert "K109" in codes(report)
    assert report.exit_code == 1
    assert found_in(root / "site", [WITHDRAWN]) == {}


def test_corrections_of_restricted_minutes_are_for_members_however_the_file_is_named(tmp_path: Path):
    root = write_project(tmp_path / "minato", {3: "道路"})
    write_word(
        root / "minutes_src" / SESSION / "議員限定" / "協議.docx",
        minutes(10, [(CHAIR, "翡翠区画を開議します。")], body="第一特別委員会"),
    )
    rows = [("令和8年4月1日", "校正", "協議.docx", "翡翠区画", "翡翠", "瑠璃", "鶺鴒の誤記", "議長")]
    write_csv(root / "votes" / "corrections.csv", [HEADINGS, *rows])
    assert codes(built(root, "members")) == []
    assert found_in(root / "site", ["翡翠", "瑠璃", "鶺鴒"]) == {}
    shown = found_in(root / "site-members", ["〔訂正〕", "鶺鴒"])
    assert any(place.startswith("meetings/2026-03-10") for place in shown["〔訂正〕"] & shown["鶺鴒"])


def test_a_corrected_vote_is_counted_and_marked_and_leads_to_the_list_and_back(tmp_path: Path):
    root = council(tmp_path / "minato", [("転記誤り", TABLE, "2:7", "○", "×")])
    assert codes(built(root)) == []
    (row,) = published(root)
    assert row["url"] == "votes/2026-1-teirei-gian-1-main.html"
    page = read_page(root / "site", row["url"])
    ballots = [words(ballot) for ballot in page.tree.find_class("c-ballot")]
    assert [text for text in ballots if "訂正" in text] == ["鈴木花子×反対〔訂正〕"]
    assert any(link.endswith("corrections.html#c-2") for link in page.tree.xpath("//article//@href"))
    listed = read_page(root / "site", "corrections.html")
    assert listed.tree.get_element_by_id("c-2").xpath(".//a/@href") == [row["url"]]


def words(element) -> str:
    return re.sub(r"\s", "", element.text_content())


def test_a_correction_of_the_roster_stands_on_the_members_page(tmp_path: Path):
    root = council(
        tmp_path / "minato",
        [
            ("転記誤り", "votes/members.csv", "4:1", "佐藤　健", "佐藤　謙"),
            ("転記誤り", TABLE, "1:8", "佐藤　健", "佐藤　謙"),
        ],
    )
    assert codes(built(root)) == []
    assert [row["url"] for row in published(root)] == ["members/sato-ken.html", ""]
    assert "佐藤 謙" in (root / "site" / "members" / "sato-ken.html").read_text("utf-8").replace("\u3000", " ")


def test_misprints_of_minutes_are_put_right_everywhere_they_are_read_from(tmp_path: Path):
    said = [
        (CHAIR, "議案第9号\u3000港湾条令を採決します。本案に賛成の諸君の起立を求めます。"),
        (CHAIR, "起立全員であります。よって、議案第9号は、原案のとおり可決されました。"),
    ]
    rows = [("校正", FIRST, "日程第2", "港湾条令", "港湾条例"), ("校正", FIRST, "港湾条令を採決", "条令", "条例")]
    root = council(tmp_path / "minato", rows, said, ("会期の決定", "議案第9号\u3000港湾条令"))
    assert codes(built(root)) == []
    listed = {"corrections.html", "data/corrections.csv", "data/corrections.json", MEETING}
    assert found_in(root / "site", ["条令"])["条令"] <= listed
    assert "港湾条例" in (root / "site" / "bills" / "2026-1-teirei-gian-9.html").read_text("utf-8")
    assert (root / "site" / MEETING).read_text("utf-8").count("#c-3") >= 2


def test_what_cannot_be_corrected_is_said_and_not_listed(tmp_path: Path):
    paper = f"minutes_src/{SESSION}/資料/公開/01_図.pdf"
    rows = [
        ("校正", "votes/ない.csv", "1:1", "○", "×"),
        ("校正", paper, "図", "左", "右"),
        ("校正", "votes/corrections.csv", "1:1", "日付", "日"),
        ("校正", FIRST, "どこにもない言葉", "左", "右"),
        ("個人情報", paper, "氏名", "", ""),
    ]
    root = council(tmp_path / "minato", rows)
    path = root / paper
    path.parent.mkdir(parents=True)
    path.write_bytes(pdf("TEAPOT"))
    report = built(root)
    assert sorted(codes(report)) == ["K201", "K204", "K204", "K204", "K208"]
    assert published(root) == []
    assert found_in(root / "site", ["TEAPOT"]) == {}


def test_a_session_file_is_corrected_too(tmp_path: Path):
    folder = f"minutes_src/{SESSION}"
    root = council(tmp_path / "minato", [("校正", f"{folder}/session.yml", "翡翠区角の件", "区角", "区画")])
    text = f"name: {SESSION}\nsittings:\n  - date: 令和8年3月24日\n    body: 本会議\n    agenda: [翡翠区角の件]\n"
    write_text(root / folder / "session.yml", text)
    assert codes(built(root)) == []
    assert found_in(root / "site", ["翡翠区画の件"]) != {}


def test_check_says_the_same_as_a_build(tmp_path: Path):
    root = council(tmp_path / "minato", [("校正", FIRST, "どこにもない言葉", "左", "右")])
    assert codes(check_project(root)) == codes(built(root)) == ["K201"]
