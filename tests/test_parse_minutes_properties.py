"""Whatever the paragraphs, minutes are read without stumbling and no character of them is lost or changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minutes_outline import PATH, read, text_of, word_document

from council.diagnostics import Outcome
from council.model.debate import SpeechType
from council.model.events import Audience
from council.parse.drafts import DraftMeeting
from council.parse.minutes import parse_minutes
from council.parse.minutes.lines import blocks_of, lines_of
from council.read.documents import WordDocument
from council.text.blocks import Mark, MarkKind, Paragraph, paragraphs

PIECES = st.sampled_from(
    [
        "○議長（山野太郎君）　ただいまから会議を開きます。",
        "○議長（山野太郎君）",
        "　○議長（山野太郎君）　これに御異議ありませんか。",
        "◆12番(鈴原花子議員) お尋ねいたします。",
        "◎市長（春日太郎君）お答えいたします。",
        "◯議長　　よって、本案は原案のとおり可決されました。",
        "○ 議 長 （ 力 田 彰 君 ）　起立多数であります。",
        "【議長：丹羽敏彦】　賛成者３人、反対者２人。",
        "△日程第1 議案第1号 令和7年度一般会計補正予算",
        "△５％の減",
        "日程第２　会期の決定",
        "〔「異議なし」と呼ぶ者あり〕",
        "（賛成者起立）",
        "午前11時02分休憩",
        "　　　午後３時０５分散会",
        "　地方自治法第123条第2項の規定により署名する。",
        "　　議　長　　山　野　太　郎",
        "1.議事日程(第1号)        |付託委員会",
        "  日程第1  会期の決定    |総務",
        "2.出席議員は次のとおりである(2名)",
        "  1番  山野太郎      2番  鈴原花子",
        "説明のため出席した者",
        "市　　長　　春　日　太　郎",
        "令和8年第1回定例会会議録　第1号",
        "令和8年2月24日（火曜日）午前10時00分開議",
        "────────",
        "秘密会",
        "賛成の議員",
        "| 日程 | 件名 | 付託委員会 |",
        "| 日程第1 | 議案第1号 | 総務 |",
        "| 1番 | 山野太郎 |",
        "| 市長 | 春日太郎 |",
        "| 賛成 | 反対 |",
        "| 氏名 | 賛否 |",
        "| 発言者 | 発言内容 |",
        "| ○議長（山野太郎君） | ただいまから会議を開きます。 |",
        "| ○12番（鈴原花子君） | お尋ねいたします。↵　二つ目です。 |",
        "|  | 続けます。 |",
        "　　　午後１時　再開議",
        "〔１番山野太郎君　早退　午後２時10分〕",
        "Moved by Councillor Marsh that the agenda be adopted. Carried.",
        "Mayor Anne Field: We turn to the levies of the harbour.",
        "The meeting was called to order at 7:00 p.m.",
        "",
        "　",
        "ふつうの段落です。",
    ]
)
GARBAGE = st.text(
    "○◯〇◎◆△【】（）()「」〔〕君議長番第号日程。、　 \t年月日時分0１一二十百賛成起立可決よって↵|", max_size=60
)
ANYTHING = st.text(max_size=40).filter(lambda text: "\n" not in text and "\r" not in text)
PAGES = st.lists(PIECES | GARBAGE | ANYTHING, max_size=30).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_no_page_makes_the_parser_stumble_and_nothing_is_lost(page: str):
    meeting = read(page).value
    source = "\n".join(paragraph.text for paragraph in paragraphs(word_document(page).blocks))
    if meeting.withheld == "M103":
        return
    place = 0
    for piece in _pieces(meeting):
        place = _passed(source, place, piece)
    assert not source[place:].strip()


def _pieces(meeting: DraftMeeting) -> list[tuple[str, str]]:
    pieces = [("", paragraph.text) for paragraph in paragraphs(meeting.preface)]
    pieces += [(speech.attribution, text_of(speech)) for speech in meeting.debate]
    return [*pieces, *(("", paragraph.text) for paragraph in paragraphs(meeting.epilogue))]


def _passed(source: str, place: int, piece: tuple[str, str]) -> int:
    """Walk past a label, at most one separating character, and the text exactly as printed."""
    label, text = piece
    while not source.startswith(label or text, place):
        assert source[place].isspace(), (source[place : place + 40], piece)
        place += 1
    place += len(label)
    if label and not source.startswith(text, place):
        assert source[place] in " \u3000\t\u00a0\n", (source[place : place + 40], piece)
        place += 1
    if label and not source.startswith(text, place):
        assert source[place] == "\n", (source[place : place + 40], piece)
        place += 1
    assert source.startswith(text, place), (source[place : place + 40], piece)
    return place + len(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text("甲乙丙　。", min_size=1, max_size=20), min_size=1, max_size=5),
    st.sampled_from(["", " ", "\u3000"]),
)
def test_a_speech_is_what_follows_one_separating_space_to_the_last_paragraph(said: list[str], separator: str):
    first = "甲" + said[0]
    page = "\n".join([f"○議長（山野太郎君）{separator}{first}。です", *said[1:], "○議長（山野太郎君）　次です。"])
    speech = next(one for one in read(page).value.debate if one.attribution)
    assert text_of(speech) == "\n".join([f"{first}。です", *said[1:]])


def test_only_one_separating_space_belongs_to_the_label():
    debate = read("○議長（山野太郎君）　　二字目から下げます。").value.debate
    assert text_of(debate[0]) == "　二字目から下げます。"


@pytest.mark.parametrize(
    "line",
    [
        "○" + "　" * 20000 + "山",
        "〔" * 20000,
        "よって、日程に" * 4000,
        "君" * 20000,
        "(" * 20000,
        "○議長" + "（" * 9000,
        "午" + " " * 20000,
        "第1号" * 5000,
        "Councillor Marsh declared a conflict of interest in a" + " b" * 9000 + ". c",
        "Moved by Councillor Marsh that" + " a" * 9000,
        "〔１番山野太郎君　早退" + "　午後２時" * 4000,
    ],
    ids=lambda line: line[:3],
)
def test_a_monstrous_line_is_read_in_no_time(line: str):
    meeting = read(f"令和8年第1回定例会\n出席議員\n{line}\n○議長（山野太郎君）　開きます。\n{line}").value
    assert line in "\n".join(text_of(speech) for speech in meeting.debate)


def test_marks_move_with_the_words_when_a_paragraph_is_cut():
    paragraph = Paragraph(1, "○議長（山野太郎君）　新しい橋です。", (Mark(14, 15, MarkKind.RUBY, "はし"),))
    (cut,) = blocks_of(lines_of((paragraph,)), skip=11)
    assert isinstance(cut, Paragraph)
    assert [(cut.text[mark.start : mark.end], mark.value) for mark in cut.marks] == [("橋", "はし")]


def test_every_member_of_a_decision_by_no_objection_stays_without_a_vote():
    page = "○議長（山野太郎君）　議案第1号は可決することに御異議ありませんか。御異議なしと認めます。よって、議案第1号は可決されました。"
    outcome: Outcome[DraftMeeting] = read(page)
    assert [decision.votes for decision in outcome.value.decisions] == [()]


def test_the_words_of_an_unknown_layout_are_one_unattributed_line():
    debate = read("あいさつ\n本文です。").value.debate
    assert [(speech.type, speech.attribution) for speech in debate] == [(SpeechType.NARRATIVE, "")]
    assert re.fullmatch("あいさつ\n本文です。", text_of(debate[0]))


def test_a_paragraph_that_word_calls_a_heading_ends_a_speech():
    document = WordDocument(
        PATH,
        "",
        (
            Paragraph(1, "○議長（山野太郎君）　開きます。"),
            Paragraph(2, "一般質問", level=2),
            Paragraph(3, "○議長（山野太郎君）　次に進みます。"),
        ),
    )
    debate = parse_minutes(document, folder="", audience=Audience.PUBLIC).value.debate
    assert [speech.type for speech in debate] == [SpeechType.SPEECH, SpeechType.HEADING, SpeechType.SPEECH]


def test_notes_after_the_text_belong_to_no_speech():
    document = WordDocument(
        PATH,
        "",
        (Paragraph(1, "○議長（山野太郎君）　閉じます。"), Paragraph(2, "1 資料編を参照。", origin="note")),
    )
    meeting = parse_minutes(document, folder="", audience=Audience.PUBLIC).value
    assert text_of(meeting.debate[0]) == "閉じます。"
    assert [block.number for block in meeting.epilogue] == [2]


def test_the_evidence_for_a_layout_leads_to_the_lines():
    meeting = read(
        "1.議事日程(第1号)  |付託委員会\n2.出席議員は次のとおりである(1名)\n1番 山野太郎\n○議長(山野太郎議員) 開きます。"
    ).value
    assert meeting.profile == "handa"
    assert meeting.evidence[0].startswith("¶1 ")
