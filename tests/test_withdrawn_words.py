"""Withdrawn words leave every draft: which words count, where they are found, what is said, and what stays as it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from corrections_desk import errata, row, sha256
from drafts import decision, member, sitting
from drafts import row as table_row
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from council.cache import Kept
from council.corrections import Errata, Withdrawn, holds, sweep
from council.corrections.everywhere import Swept
from council.corrections.traces import with_traces
from council.corrections.withdrawn import letters_of, tells
from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.events import AttendanceKind, AttendanceStatus, Audience, RecordingKind, RecordingScope
from council.parse.draft_synonyms import DraftSynonyms
from council.parse.drafts import (
    DraftAgendaItem,
    DraftAttendance,
    DraftCorrection,
    DraftMaterial,
    DraftMeeting,
    DraftRecording,
    Drafts,
    DraftSession,
    DraftSitting,
    DraftSpeech,
)
from council.parse.outlines import outline_of
from council.rules import corrections as rules
from council.rules.record import UNKNOWN_SPEAKER
from council.text.blocks import Mark, MarkKind, Paragraph, paragraphs

TARGET = "minutes_src/令和7年第4回定例会/第1号.docx"
DRAFT = "minutes_src/令和7年第4回定例会/議員限定/第1号（未定稿）.docx"
WORDS = "山雀の巣箱は無駄"
ROW = Location("votes/corrections.csv", 2)


def plan(*rows: DraftCorrection) -> Errata:
    return errata(rows, TARGET)


def withdrawal(**words: str) -> DraftCorrection:
    return row(2, TARGET, kind="withdrawn", **words)


def swept(drafts: Drafts, words: str = WORDS, **more) -> Outcome[Swept]:
    return sweep(drafts, plan(withdrawal(was=words)), [words], **more)


def told(findings: Sequence[Finding]) -> list[str]:
    return [f"{found.rule.code} {found.location}" for found in findings]


def spoken(meeting: DraftMeeting) -> list[str]:
    return [paragraph.text for speech in meeting.debate for paragraph in paragraphs(speech.blocks)]


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        ("山雀の巣", True),
        ("山雀の", False),
        ("山田", False),
        ("ばかやろ", True),
        ("500万円", False),
        ("1234", False),
        ("0569-12-3456", True),
        ("、。「」……", False),
        ("ABC1", False),
        ("taro.jpg", True),
    ],
)
def test_words_tell_by_four_letters_or_seven_signs(words: str, *, enough: bool):
    assert tells(words) is enough


@pytest.mark.parametrize(
    "text",
    [
        f"市長は{WORDS}だと言った",
        "山雀の\u3000巣箱は\n無駄",
        "「山雀」の、巣箱は無駄。",
        "山\u200b雀の巣箱は無駄",
    ],
)
def test_words_are_held_whatever_stands_between_their_letters(text: str):
    assert holds((Withdrawn(WORDS, MarkKind.REDACTED, ROW),), text)


def test_half_a_letter_is_not_taken_out_of_another():
    drafts = Drafts(meetings=(sitting("2025-12-02", speakers=(("2番", "鈴木", "かきくげを食べる"),)),))
    assert swept(drafts, "かきくけ").value.drafts == drafts


def everything() -> Drafts:
    witness = DraftAttendance(WORDS, AttendanceKind.EXPLAINER, AttendanceStatus.PRESENT, Location(DRAFT, paragraph=5))
    at = Location("minutes_src/streams.csv", 3)
    yml = Location("minutes_src/令和7年第4回定例会/session.yml", 6, 5)
    day = dt.date(2025, 12, 2)
    return Drafts(
        meetings=(
            sitting("2025-12-02", path=TARGET, speakers=(("2番", "鈴木花子", "次に移ります。"),)),
            replace(
                sitting(
                    "2025-12-02",
                    path=DRAFT,
                    audience=Audience.MEMBERS,
                    speakers=(("2番", "鈴木花子", f"市長は{WORDS}だと申しました。"), ("議長", "森川", "静粛に。")),
                    preface=(Paragraph(1, f"議事日程　{WORDS}の件"),),
                    agenda=(DraftAgendaItem("日程第1", f"{WORDS}の件", Location(DRAFT, paragraph=3)),),
                    decisions=(decision("議案第1号", title=f"{WORDS}の件"),),
                ),
                attendance=(witness,),
            ),
        ),
        vote_events=(table_row("議案第1号", {"鈴木花子": "○"}, title=f"{WORDS}条例"),),
        second=(table_row("議案第1号", {"鈴木花子": "○"}, title=f"{WORDS}条例", table="votes/second/a.csv"),),
        recordings=(
            DraftRecording(
                day, "", RecordingKind.RECORDING, RecordingScope.ITEM, "https://video.example/1", at, item=WORDS
            ),
        ),
        sessions=(
            DraftSession(
                "令和7年第4回定例会",
                Location(yml.path),
                sittings=(DraftSitting(day, "本会議", yml, agenda=(DraftAgendaItem("1", f"{WORDS}の審査", yml),)),),
            ),
        ),
        synonyms=(DraftSynonyms(("巣箱", WORDS), Location("minutes_src/synonyms.csv", 2)),),
    )


def test_words_leave_minutes_tables_links_and_plans_and_each_place_is_told():
    drafts = everything()
    made = swept(drafts)
    assert letters_of(WORDS) not in letters_of(repr(made.value.drafts))
    final, draft = made.value.drafts.meetings
    assert final is drafts.meetings[0]
    assert spoken(draft) == ["市長は〔発言取消〕だと申しました。", "静粛に。"]
    assert draft.agenda[0].title == "〔発言取消〕の件"
    assert made.value.drafts.vote_events[0].title == "〔発言取消〕条例"
    assert made.value.drafts.recordings[0].item == "〔発言取消〕"
    places = told(made.findings)
    assert f"K211 {DRAFT}:¶10" in places
    assert f"K211 {DRAFT}:¶3" in places
    assert f"K211 {DRAFT}:¶5" in places
    assert "K211 votes/令和7年第4回定例会.csv:2:1" in places
    assert "K211 votes/second/a.csv:2:1" in places
    assert "K211 minutes_src/streams.csv:3" in places
    assert "K211 minutes_src/synonyms.csv:2" in places
    assert "K211 minutes_src/令和7年第4回定例会/session.yml:6:5" in places
    assert {found.location.words for found in made.findings if found.location.paragraph == 10} == {"だと申しました。"}
    assert all(found.rule is rules.WITHDRAWN_WORDS_ELSEWHERE for found in made.findings)
    assert WORDS not in "".join(found.message("ja") + found.help("ja") for found in made.findings)


def test_the_mark_leads_to_the_row_and_says_what_was_taken_out():
    personal = replace(withdrawal(was=WORDS), kind="personal")
    drafts = Drafts(meetings=(sitting("2025-12-02", path=DRAFT, speakers=(("2番", "鈴木", f"その{WORDS}さん"),)),))
    made = sweep(drafts, plan(personal), [WORDS])
    (paragraph,) = paragraphs(made.value.drafts.meetings[0].debate[0].blocks)
    assert paragraph.text == "その〔個人情報〕さん"
    assert paragraph.marks == (Mark(2, 8, MarkKind.PERSONAL, "c-2"),)


def test_addresses_in_a_draft_tell_nothing_of_the_words():
    def addresses(words: str) -> list[str]:
        meeting = sitting("2025-12-02", path=DRAFT, speakers=(("2番", "鈴木花子", f"市長は{words}だと申しました。"),))
        outlined = replace(meeting, outline=outline_of(meeting))
        outline = swept(Drafts(meetings=(outlined,)), words).value.drafts.meetings[0].outline
        assert outline
        return [turns.speech_id for turns in outline.turns] + [turns.first_words for turns in outline.turns]

    assert addresses(WORDS) == addresses("河烏の控えの話")


def test_no_text_is_fetched_where_nothing_is_withdrawn_or_the_answer_is_known():
    def never() -> Sequence[DraftSpeech]:
        pytest.fail("a text was fetched")

    meeting = replace(sitting("2025-12-02", path=DRAFT), debate=Kept("a", never), preface=Kept("b", never))
    drafts = Drafts(meetings=(replace(meeting, outline=outline_of(sitting("2025-12-02"))),))
    assert sweep(drafts, Errata(), []).value.drafts is drafts
    proof = row(2, TARGET, kind="proof", place="あ", was="い", now="う")
    assert sweep(drafts, plan(proof), []).value.drafts is drafts
    made = swept(drafts, meeting_holds=lambda *_: False)
    assert made.value.drafts.meetings[0] is drafts.meetings[0]
    assert swept(drafts, "山田").value.drafts.meetings[0] is drafts.meetings[0]  # too few letters for any text


def test_a_members_own_name_stays_in_the_record():
    drafts = Drafts(
        members=(member("鈴木　花子"),),
        vote_events=(table_row("議案第1号", {"佐藤　健太": "○"}),),
        meetings=(sitting("2025-12-02", present=("森川一郎",)),),
    )
    for name in ("鈴木花子", "佐藤健太", "森川一郎"):
        assert swept(drafts, name).value.drafts == drafts


def test_few_letters_go_only_where_they_are_all_of_a_title():
    drafts = Drafts(
        vote_events=(
            table_row("議案第1号", {"山田": "○"}, title="馬鹿"),
            table_row("議案第2号", {}, title="馬鹿貝の件"),
        ),
    )
    first, second = swept(drafts, "馬鹿").value.drafts.vote_events
    assert (first.title, second.title) == ("〔発言取消〕", "馬鹿貝の件")


def test_words_over_two_paragraphs_are_found_and_long_lines_of_a_dialogue_by_themselves():
    words = "あなたの言うことは山雀の巣箱のようだ。\n○鈴木花子君　それは議会への侮辱に当たります。\nはい。"
    speeches = (
        ("2番", "田中", "あなたの言うことは、山雀の巣箱のようだ。"),
        ("3番", "鈴木", "それは議会への侮辱に当たります。はい。"),
    )
    made = swept(Drafts(meetings=(sitting("2025-12-02", path=DRAFT, speakers=speeches),)), words)
    assert spoken(made.value.drafts.meetings[0]) == ["〔発言取消〕。", "〔発言取消〕。はい。"]


def paper(name: str, sha: str = "a" * 64) -> DraftMaterial:
    path = f"minutes_src/令和7年第4回定例会/資料/公開/{name}"
    return DraftMaterial(path, "令和7年第4回定例会", name[:-4], "pdf", sha, 9, Audience.PUBLIC, Location(path), pages=2)


def test_a_paper_with_the_words_in_its_text_or_name_is_held_back_without_its_title():
    drafts = Drafts(
        materials=(paper("01_予算書.pdf"), paper(f"02_{WORDS}.pdf", "b" * 64), paper("03_図.pdf", "c" * 64))
    )
    made = swept(drafts, paper_holds=lambda sha, _: sha.startswith("a"))
    text, name, other = made.value.drafts.materials
    assert [(one.withheld, one.title, one.sha256, one.pages) for one in (text, name)] == [("K212", "", "", 0)] * 2
    assert name.path == "minutes_src/令和7年第4回定例会/資料/公開/〔確認中〕.pdf"
    assert other == drafts.materials[2]
    assert told(made.findings) == [f"K212 {text.path}", f"K212 {name.path}", f"K213 {name.path}"]


def test_files_and_folders_whose_names_hold_the_words_are_called_otherwise_everywhere():
    paths = [f"minutes_src/{WORDS}の会/第{number}号{WORDS}.docx" for number in (1, 2)]
    meetings = tuple(
        sitting("2025-12-02", path=path, folder=f"{WORDS}の会", speakers=(("2番", "鈴木", "はい。"),)) for path in paths
    )
    drafts = Drafts(meetings=meetings, corrections=(replace(withdrawal(), target=paths[0]),))
    made = swept(drafts)
    names = [meeting.path for meeting in made.value.drafts.meetings]
    assert names == ["minutes_src/〔確認中〕/〔確認中〕.docx", "minutes_src/〔確認中〕/〔確認中〕2.docx"]
    assert {meeting.folder for meeting in made.value.drafts.meetings} == {"〔確認中〕"}
    assert made.value.drafts.corrections[0].target == names[0]
    assert [meeting.debate[0].location.path for meeting in made.value.drafts.meetings] == names
    late = finding(UNKNOWN_SPEAKER, Location(paths[1], paragraph=2), name=f"{paths[0]}:¶3", near="")
    (quiet,) = made.value.silence.findings([late])
    assert str(quiet.location) == f"{names[1]}:¶2"
    assert dict(quiet.values)["name"] == f"{names[0]}:¶3"


def test_findings_of_any_stage_quote_nothing_not_even_words_cut_off():
    silence = swept(everything()).value.silence
    near = Location(DRAFT, paragraph=7, heading=f"△{WORDS}の件", words="市長は山雀の…")
    far = Location("votes/ほか.csv", 3, words="山雀の里へようこそ")
    found = silence.findings(
        [
            finding(UNKNOWN_SPEAKER, near, name="市長は山雀の…", near="第1号"),
            finding(UNKNOWN_SPEAKER, far, name=f"「{WORDS}」", near="山雀の里"),
        ]
    )
    assert [dict(one.values) for one in found] == [
        {"name": "〔発言取消〕", "near": "第1号"},
        {"name": "〔発言取消〕", "near": "山雀の里"},
    ]
    assert (found[0].location.heading, found[0].location.words) == ("", "")
    assert found[1].location == far
    assert silence.text(f"「{WORDS}条例」の件名") == "「〔発言取消〕条例」の件名"


def test_a_hash_whose_words_are_gone_from_its_file_is_found_in_the_draft_of_that_day():
    drafts = Drafts(
        meetings=(
            sitting("2025-12-02", path=TARGET),
            sitting("2025-12-02", path=DRAFT, speakers=(("2番", "鈴木花子", f"市長は、{WORDS}、と申しました。"),)),
        )
    )
    made = sweep(drafts, plan(withdrawal(was=sha256(WORDS))), [])
    assert spoken(made.value.drafts.meetings[1]) == ["市長は、〔発言取消〕、と申しました。"]


@given(st.text("山雀の巣箱はだ。、 　ab1\n", max_size=30), st.text("山雀の巣箱はだ。、 　ab1\n", max_size=30))
def test_nothing_but_the_words_is_changed(before: str, after: str):
    text = f"{before}鷽鷽鷽鷽{after}"
    drafts = Drafts(
        meetings=(sitting("2025-12-02", path=DRAFT, speakers=(("2番", "鈴木", text),)),),
        vote_events=(table_row("議案第1号", {"鈴木": "○"}, title=text),),
    )
    made = swept(drafts, "鷽鷽鷽鷽").value.drafts
    assert spoken(made.meetings[0]) == [f"{before}〔発言取消〕{after}"]
    assert made.vote_events[0].title == f"{before}〔発言取消〕{after}"
    whole = replace(made.meetings[0], debate=drafts.meetings[0].debate, outline=None)
    assert whole == drafts.meetings[0]


MARKS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from(MarkKind)), max_size=6)


@given(MARKS)
def test_traces_are_words_of_their_marks_and_every_other_mark_keeps_its_words(places):
    text = "零一二三四五六七八九"
    marks = tuple(
        sorted((Mark(min(a, b), max(a, b), kind, str(n)) for n, (a, b, kind) in enumerate(places)), key=start)
    )
    made = with_traces(Paragraph(1, text, marks), text)
    assert made.text.replace("〔発言取消〕", "").replace("〔個人情報〕", "") == text
    for before, after in zip(marks, made.marks, strict=True):
        held = made.text[after.start : after.end]
        is_trace = before.start == before.end and before.kind in (MarkKind.REDACTED, MarkKind.PERSONAL)
        if is_trace:
            assert held == {"redacted": "〔発言取消〕", "personal": "〔個人情報〕"}[before.kind]
        else:
            bare = held.replace("〔発言取消〕", "").replace("〔個人情報〕", "")
            assert bare == text[before.start : before.end]


def start(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def test_in_english_minutes_the_trace_is_english():
    made = with_traces(Paragraph(1, "He is a .", (Mark(8, 8, MarkKind.REDACTED),)), "He is a .")
    assert made.text == "He is a [withdrawn]."
