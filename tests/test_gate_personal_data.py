"""Addresses, telephone numbers and dates of birth in public text are pointed at; everything else is left alone."""

from __future__ import annotations

import datetime as dt

import pytest

from council.gate import personal_data
from council.location import Location
from council.model.debate import SpeechType
from council.model.events import Audience, RecordingKind, RecordingScope
from council.model.votes import Option
from council.parse.drafts import DraftMeeting, DraftRecording, Drafts, DraftSpeech, DraftVote, DraftVoteEvent
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
