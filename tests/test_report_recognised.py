"""The page a clerk works through says what was recognised in each file, so that what is missing is seen too."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from drafts import decision, member, row, sitting
from hypothesis import given
from hypothesis import strategies as st
from test_report import TABLE, VOTER, Elements

from council.build import check_project
from council.build.recognition import recognised
from council.diagnostics import finding
from council.location import Location
from council.model.events import RecordingKind, RecordingScope
from council.parse.drafts import DraftRecording, Drafts
from council.report import Report, as_html
from council.report.recognised import (
    ListKind,
    RecognisedDecision,
    RecognisedList,
    RecognisedMinutes,
    RecognisedVotes,
    TableLayout,
)
from council.rules.record import VARIANT_NAME

WORD = "minutes_src/令和7年第4回定例会/第1号.docx"
SITTING = RecognisedMinutes(
    path=WORD,
    profile="handa",
    session="令和7年第4回定例会",
    date=dt.date(2025, 12, 2),
    body="本会議",
    number="第1号",
    opened=dt.time(10, 0),
    closed=dt.time(14, 9),
    speakers=(("山田太郎", 12), ("市長", 3)),
    agenda=5,
    decisions=(RecognisedDecision("議案第31号", "押しボタン", "否決", "amend"),),
    present=21,
    absent=1,
)
UNREAD = RecognisedMinutes(path="minutes_src/メモ.docx", profile="")
VOTES = RecognisedVotes(TABLE, TableLayout.WIDE, "CP932 (Shift_JIS)", 2, ("髙橋 一郎", "鈴木 花子"), 4)
ROSTER = RecognisedList("votes/members.csv", ListKind.ROSTER, 22)


def shown(report: Report, language: str = "ja") -> str:
    read = Elements()
    read.feed(as_html(report, language))
    return re.sub(r"\s*\n\s*", "|", read.text)


def test_a_sitting_is_told_by_what_a_clerk_compares():
    text = shown(Report((), recognised=(SITTING,)))
    for words in (
        *("令和7年第4回定例会\u3000本会議\u3000第1号", "令和7年12月2日（火）", "午前10時", "午後2時9分", "handa"),
        *("21 人・1 人", "5 件", "15 回：山田太郎 12、市長 3", "議案第31号（修正案）", "押しボタン", "否決"),
    ):
        assert words in text


def test_what_was_not_recognised_is_said():
    assert shown(Report((), recognised=(UNREAD,))).count("読み取れません") >= 5
    assert "not found" in shown(Report((), recognised=(UNREAD,)), "en")


def test_a_table_and_a_list():
    text = shown(Report((), recognised=(VOTES, ROSTER)))
    for words in ("採決 2 件、2 人", "横長", "CP932 (Shift_JIS)", "2 人：髙橋 一郎、鈴木 花子", "名簿 22 行"):
        assert words in text
    english = shown(Report((), recognised=(VOTES, ROSTER)), "en")
    assert "wide" in english
    assert not re.search(r"[ぁ-ん]", english)


def test_a_table_tells_which_names_were_not_matched_letter_by_letter_and_by_which_rule():
    found = finding(VARIANT_NAME, Location(TABLE, 1, 5), name="高橋 一郎", person="髙橋 一郎")
    (told,) = recognised(Drafts(vote_events=(row("議案第1号", {"高橋 一郎": "○"}, table=TABLE),)), (found, found))
    assert told.readings == (("高橋 一郎", "髙橋 一郎", "P203"),)
    assert "高橋 一郎 → 髙橋 一郎 [P203]" in shown(Report((), recognised=(told,)))


def test_the_overview_counts_each_files_findings_and_leads_to_them():
    findings = (finding(VOTER, Location(TABLE, 2, 3), name="x"), finding(VOTER, Location("votes/z.csv", 2), name="y"))
    page = as_html(Report(findings, recognised=(SITTING, VOTES, ROSTER)), "ja")
    leads = re.findall(r'<a href="#(f\d+)">(.*?)</a>', page)
    assert [path for _, path in leads] == [WORD, "votes/z.csv", TABLE]
    assert all(f'<section id="{place}">\n<h2>{path}</h2>' in page for place, path in leads)
    assert page.count('<td class="error n" data-name="誤り">1</td>') == 2
    assert "votes/members.csv" in page


@given(st.text(), st.text())
def test_no_text_from_a_file_becomes_an_element(name: str, path: str):
    one = RecognisedMinutes(
        path, profile=name, body=name, speakers=((name, 1),), decisions=(RecognisedDecision(name, name, name),)
    )
    table = RecognisedVotes(path, TableLayout.LONG, "UTF-8", 1, (name,), 1, second=True)
    read = Elements()
    read.feed(as_html(Report((), recognised=(one, table)), "ja"))
    assert set(read.names) <= {
        *("html", "head", "meta", "link", "title", "style", "body", "h1", "h2", "p", "a", "br", "section", "dl", "dt"),
        *("dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "span"),
    }


def test_drafts_to_what_was_recognised():
    recording = DraftRecording(
        dt.date(2025, 12, 2),
        "本会議",
        RecordingKind.LIVE,
        RecordingScope.MEETING,
        "https://example.jp/",
        Location("minutes_src/streams.csv", 2),
    )
    drafts = Drafts(
        meetings=(sitting("2025-12-02", decisions=(decision("議案第1号"),), present=("髙橋 一郎",)),),
        vote_events=(row("議案第1号", {"髙橋 一郎": "○", "鈴木 花子": "×"}), row("議案第2号", {}, line=3)),
        members=(member("髙橋 一郎"),),
        recordings=(recording,),
    )
    streams, minutes, roster, votes = recognised(drafts, ())
    assert (streams, roster) == (
        RecognisedList("minutes_src/streams.csv", ListKind.STREAMS, 1),
        RecognisedList("votes/members.csv", ListKind.ROSTER, 1),
    )
    assert isinstance(minutes, RecognisedMinutes)
    assert (minutes.present, minutes.absent, len(minutes.decisions)) == (1, 0, 1)
    assert isinstance(votes, RecognisedVotes)
    assert (votes.layout, votes.encoding, votes.decisions, votes.votes) == (TableLayout.WIDE, "UTF-8", 1, 2)


LAYOUTS = {
    "wide": "議案番号,件名,議決日,山田 太郎,鈴木 花子\n議案第1号,a,2025-12-19,○,×\n",
    "transposed": "氏名,議案第1号,議案第2号\n山田 太郎,○,×\n鈴木 花子,×,○\n佐藤 茂,○,○\n",
    "long": "議決日,議案番号,件名,議員名,賛否\n2025-12-19,議案第1号,a,山田 太郎,○\n2025-12-19,議案第1号,a,鈴木 花子,×\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_of_a_table_is_named(layout: str, tmp_path: Path):
    (tmp_path / "votes").mkdir()
    (tmp_path / "votes" / "令和7年第4回定例会.csv").write_text(LAYOUTS[layout], "cp932")
    (one,) = check_project(tmp_path).recognised
    assert isinstance(one, RecognisedVotes)
    assert (one.layout, one.encoding) == (TableLayout(layout), "CP932 (Shift_JIS)")


def test_nothing_recognised_is_no_overview():
    assert "<table" not in as_html(Report(()), "ja")
