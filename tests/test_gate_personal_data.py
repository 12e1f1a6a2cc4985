"""Addresses, telephone numbers and dates of birth in public text are pointed at; everything else is left alone."""

from __future__ import annotations

import datetime as dt
import io
import time

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from council.gate import (
    personal_data,
    personal_data_of_meeting,
    personal_data_of_paper,
    personal_data_of_table,
)
from council.location import Location
from council.model.debate import SpeechType
from council.model.events import Audience, RecordingKind, RecordingScope
from council.model.paper_text import PaperPart, PaperText
from council.model.votes import Option
from council.papers.reading import prepare_paper
from council.parse.drafts import (
    DraftMaterial,
    DraftMeeting,
    DraftRecording,
    Drafts,
    DraftSpeech,
    DraftVote,
    DraftVoteEvent,
)
from council.text.blocks import Paragraph

PATH = "minutes_src/令和8年第1回定例会/第1号.docx"


def spoken(text: str, **more) -> Drafts:
    speech = DraftSpeech(SpeechType.SPEECH, (Paragraph(12, text),), Location(PATH, paragraph=12))
    return Drafts(meetings=(DraftMeeting(PATH, Audience.PUBLIC, "handa", Location(PATH), debate=(speech,), **more),))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("陳情者の住所は汐路市中町一丁目２番３号でございます。", "S411"),
        ("住所　汐路市中町３番地の２", "S411"),
        ("本市東浜1234番地に在住の方から、", ""),  # the number before the word is a place like any other
        ("汐路市在住、東浜二丁目の方です。", "S411"),
        ("同意の相手方は、本籍が汐路市西山5番地であり、", "S411"),
        ("電話は０９９－８７６－５４３２です。", "S412"),
        ("連絡先 090-1234-5678", "S412"),
        ("連絡先 09012345678", "S412"),
        ("TEL(0123)45-6789", "S412"),
        ("ファクスは 03 1234 5678 番", "S412"),
        ("生年月日は昭和40年5月3日でございます。", "S413"),
        ("昭和四十年五月三日生まれの方です。", "S413"),
        ("S40.5.3生", "S413"),
        ("出生日：1965年5月3日", "S413"),
        ("議案第12号、令和8年3月3日、10時30分に開議。", ""),
        ("住所地特例の対象者は 120 人です。", ""),
        ("市役所は中町一丁目１番１号に移ります。", ""),
        ("予算は 0.35 ポイント、前年は 0.28 ポイントでした。", ""),
        ("2025-12-05 から 2025-12-19 まで", ""),
        ("昭和40年5月3日生活保護法による", ""),
        ("契約番号は 12345678901 です。", ""),
        ("東京都千代田区霞が関一丁目2番3号の方です。", "S411"),
        ("半田市東洋町二丁目1番地の方です。", "S411"),
        ("愛知県半田市東洋町2丁目1番地", "S411"),
        ("半田市東洋町2-1に住む方", "S411"),
        ("〒475-8666 愛知県半田市東洋町2-1", "S411"),
        ("汐見市本町３丁目４番５号にお住まいの方", "S411"),
        ("知多郡武豊町字長尾山2番地の方", "S411"),
        ("自宅は大阪市北区中之島1-3-20です。", "S411"),
        ("居住誘導区域は本町2丁目です。", ""),
        ("住所変更手続は1丁目から順に進めます。", ""),
        ("本町2丁目の道路改良工事、中央1丁目自治会、国道247号の1丁目交差点", ""),
        ("汐見市営住宅1番地区の改修、3番地区の整備", ""),
        ("都市計画道路本町1-2号線、汐見市総合計画2020-2030、汐見市提出資料1-2", ""),
        ("汐見市議会議案第1-2号、汐見市議会議員1番、2番", ""),
        ("国際電話は+81-90-1234-5678です。", "S412"),
        ("国際電話は+81 569 21 3111です。", "S412"),
        ("電話は0569213111です。", "S412"),
        ("電話は0569.21.3111です。", "S412"),
        ("TEL０５６９（２１）３１１１", "S412"),
        ("電話は〇九〇―一二三四―五六七八です。", "S412"),
        ("会計番号020-1234-5678-90", ""),
        ("番号0001-0002-0003、ISBN978-4-00-000000-0", ""),
        ("議案第32号から第0569号まで、金額は1,234,567円、10:00-11:30の間", ""),
        ("昭和40年5月1日に生まれた方", "S413"),
        ("昭和40年5月1日生まれの女性", "S413"),
        ("出生数は2020年3月1日現在10人です。", ""),
        ("平成元年4月1日生まれの条例です。", ""),
        ("昭和40年5月1日生まれ変わる", ""),
        ("平成30年4月1日生産緑地、令和7年5月1日出生届", ""),
    ],
)
def test_personal_data_in_a_speech(text: str, code: str):
    found = personal_data(spoken(text))
    assert [one.rule.code for one in found] == [code] * bool(code)
    assert {(one.location.path, one.location.paragraph) for one in found} <= {(PATH, 12)}


def test_the_finding_leads_to_the_words_before_and_does_not_quote_the_data():
    (found,) = personal_data(spoken("御連絡は電話０９９－８７６－５４３２まで"))
    assert found.location.words == "御連絡は電話"
    assert "876" not in found.message("ja") + found.location.words


def test_a_note_in_a_table_is_pointed_at_by_its_cell():
    vote = DraftVote("佐藤", "○", Location("votes/a.csv", line=4, column=7), Option.YES, note="自宅 0123-45-6789")
    event = DraftVoteEvent("votes/a.csv", 1, Location("votes/a.csv", line=4), votes=(vote,))
    (found,) = personal_data(Drafts(vote_events=(event,)))
    assert str(found.location) == "votes/a.csv:4:7"


def test_what_is_kept_back_and_addresses_of_pages_are_not_looked_at():
    link = DraftRecording(
        dt.date(2026, 3, 3),
        "本会議",
        RecordingKind.RECORDING,
        RecordingScope.MEETING,
        "https://video.example/watch?v=090-1234-5678",
        Location("minutes_src/streams.csv", line=2),
    )
    assert personal_data(Drafts(recordings=(link,))) == ()
    assert personal_data(spoken("電話 090-1234-5678", withheld="M301")) == ()


def paper(name: str, kind: str) -> DraftMaterial:
    path = f"minutes_src/令和8年第1回定例会/資料/公開/{name}"
    return DraftMaterial(path, "令和8年第1回定例会", "名簿", kind, "", 1, Audience.PUBLIC, Location(path))


def test_a_word_paper_is_pointed_at_by_its_paragraph():
    text = PaperText("docx", (PaperPart(1, (Paragraph(1, "名簿"), Paragraph(2, "連絡先 090-1234-5678"))),))
    (found,) = personal_data_of_paper(paper("01_名簿.docx", "docx"), text)
    assert (found.rule.code, found.location.paragraph, found.location.words) == ("S412", 2, "連絡先")


def test_a_pdf_is_pointed_at_by_its_page():
    text = PaperText("pdf", (PaperPart(1, ()), PaperPart(2, (Paragraph(1, "TEL 090-1234-5678"),))))
    (found,) = personal_data_of_paper(paper("02_図.pdf", "pdf"), text)
    assert str(found.location).endswith("02_図.pdf[p.2]")


def test_a_workbook_is_pointed_at_by_its_sheet_and_cell_though_empty_columns_are_left_out():
    book = Workbook()
    book.active.title = "名簿"
    book.active["B3"], book.active["E3"] = "山田", "090-1234-5678"
    stream = io.BytesIO()
    book.save(stream)
    text = prepare_paper(stream.getvalue(), "03_表.xlsx", "xlsx").value.text
    (found,) = personal_data_of_paper(paper("03_表.xlsx", "xlsx"), text)
    assert str(found.location).endswith("03_表.xlsx[名簿]:3:5")


def test_the_parts_together_are_the_whole():
    vote = DraftVote("佐藤", "○", Location("votes/a.csv", line=4, column=7), Option.YES, note="自宅 0123-45-6789")
    event = DraftVoteEvent("votes/a.csv", 1, Location("votes/a.csv", line=4), title="和解 03-1234-5678", votes=(vote,))
    public = replace(spoken("電話 090-1234-5678"), vote_events=(event,), materials=(paper("04_表.docx", "docx"),))
    text = PaperText("docx", (PaperPart(1, (Paragraph(1, "昭和40年5月1日生"),)),))
    parts = (
        *personal_data_of_meeting(public.meetings[0]),
        *personal_data_of_paper(public.materials[0], text),
        *personal_data_of_table(public.vote_events),
    )
    assert personal_data(public, lambda _: text) == parts
    assert [found.rule.code for found in parts] == ["S412", "S413", "S412", "S412"]


def test_fifty_thousand_votes_are_looked_through_in_a_moment():
    votes = tuple(
        DraftVote("佐藤", "○", Location("votes/a.csv", line=4, column=column), Option.YES) for column in range(25)
    )
    events = tuple(
        DraftVoteEvent("votes/a.csv", row, Location("votes/a.csv", line=row), title=f"議案第{row}号", votes=votes)
        for row in range(2000)
    )
    began = time.process_time()
    assert personal_data_of_table(events) == ()
    assert time.process_time() - began < 0.5  # measured: 0.05
