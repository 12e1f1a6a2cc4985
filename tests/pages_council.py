"""A small invented council in which every state of a page occurs once: for the tests of the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec.structs import replace

from council.model.council import COUNCIL_ID, Correction, Council, CouncilFacts
from council.model.debate import Debate, Speech, SpeechId, SpeechType
from council.model.events import (
    AgendaItem,
    Attendance,
    AttendanceKind,
    AttendanceStatus,
    Audience,
    Event,
    EventId,
    LegislativeSession,
    Material,
    MaterialId,
    MotionId,
    Recess,
    Recording,
    RecordingKind,
    RecordingScope,
    SessionId,
    SessionKind,
    Status,
)
from council.model.identifiers import group_id
from council.model.paper_text import PaperPart, PaperText
from council.model.people import Membership, Organization, OrganizationId, OrganizationKind, Person, PersonId
from council.model.votes import Motion, Option, Recorded, Requirement, Role, Vote, VoteEvent, VoteEventId
from council.text.blocks import Cell, Mark, MarkKind, Paragraph, Row, Table

SESSION, NEXT_SESSION = SessionId("2026-1-teirei"), SessionId("2026-2-teirei")
DAY, LAST_DAY, TO_COME = dt.date(2026, 3, 3), dt.date(2026, 3, 19), dt.date(2026, 6, 9)
MINUTES = EventId("2026-03-03-honkaigi")
DECIDING = EventId("2026-03-19-honkaigi")
HELD_BACK = EventId("2026-03-10-soumu")
ANNOUNCED = EventId("2026-06-09-honkaigi")
UNDATED = EventId("undated-0a1b2c3d")
USHIO, MINATO = group_id("うしお"), group_id("みなと")
SOUMU = OrganizationId("soumu")
CHAIR, HANAKO, KEN, MISAKI, NEWCOMER, LEAVER = (
    PersonId(name)
    for name in ("takahashi-ichiro", "suzuki-hanako", "sato-ken", "yamazaki-misaki", "mori-aoi", "ito-mamoru")
)
NAMES = {
    CHAIR: ("髙橋　一郎", "たかはし　いちろう"),
    HANAKO: ("鈴木 花子", "すずき はなこ"),
    KEN: ("佐藤 健", "さとう けん"),
    MISAKI: ("山﨑 美咲", "やまざき みさき"),
    NEWCOMER: ("森 葵", "もり あおい"),
    LEAVER: ("伊藤 守", ""),
}
START = dt.date(2023, 5, 1)
SYMBOLS = {
    "○": Option.YES,
    "×": Option.NO,
    "棄": Option.ABSTAIN,
    "欠": Option.ABSENT,
    "退": Option.NOT_VOTING,
    "除": Option.EXCUSED,
}


def people() -> dict[PersonId, Person]:
    return {
        key: Person(key, name, kana, source="votes/members.csv:2", declared=key != LEAVER)
        for key, (name, kana) in NAMES.items()
    }


def memberships() -> tuple[Membership, ...]:
    """Misaki changes her group on 10 March; Aoi is a member from 15 March; Mamoru resigns on 1 March."""
    seats = [
        Membership(CHAIR, COUNCIL_ID, "議長", START, seat="1"),
        Membership(HANAKO, COUNCIL_ID, "副議長", START, seat="2"),
        Membership(KEN, COUNCIL_ID, "", START, seat="3"),
        Membership(MISAKI, COUNCIL_ID, "", START, seat="10"),
        Membership(NEWCOMER, COUNCIL_ID, "", dt.date(2026, 3, 15)),
        Membership(LEAVER, COUNCIL_ID, "", START, dt.date(2026, 3, 1), "5"),
    ]
    groups = [
        Membership(CHAIR, USHIO, "", START),
        Membership(HANAKO, USHIO, "代表", START),
        Membership(KEN, MINATO, "", START),
        Membership(MISAKI, USHIO, "", START, dt.date(2026, 3, 9)),
        Membership(MISAKI, MINATO, "", dt.date(2026, 3, 10)),
    ]
    return (*seats, *groups, Membership(KEN, SOUMU, "委員長", START))


def ballot(person: PersonId, mark: str, group: OrganizationId | None, note: str = "") -> Vote:
    """Return a vote by its symbol; 議 alone is the chair who does not vote, 議○ the chair who does."""
    role = Role.CHAIR if "議" in mark else Role.MEMBER
    symbol = mark.replace("議", "")
    return Vote(person, SYMBOLS[symbol] if symbol else Option.NOT_VOTING, role, mark, group, note, "votes/a.csv:5:4")


def votes(marks: str, day: dt.date = LAST_DAY) -> tuple[Vote, ...]:
    """Return the votes of chair, Hanako, Ken, Misaki and Aoi; ・ is no row."""
    misaki = USHIO if day < dt.date(2026, 3, 10) else MINATO
    voters = ((CHAIR, USHIO), (HANAKO, USHIO), (KEN, MINATO), (MISAKI, misaki), (NEWCOMER, None))
    return tuple(
        ballot(person, mark, group)
        for (person, group), mark in zip(voters, marks.split(), strict=False)
        if mark != "・"
    )


def motion(number: str, kind: str, title: str, **more: object) -> Motion:
    slug = {"議案": "gian", "陳情": "chinjou", "請願": "seigan"}[kind]
    return Motion(
        MotionId(f"{SESSION}-{slug}-{number}"),
        SESSION,
        f"{kind}第{number}号",
        kind,
        title,
        source="votes/a.csv:5",
        **more,  # type: ignore[arg-type]
    )


def motions() -> dict[MotionId, Motion]:
    found = (
        motion(
            "3",
            "議案",
            "令和8年度一般会計予算",
            creator="市長",
            referred_to=("総務委員会",),
            result="可決",
            date=LAST_DAY,
        ),
        motion(
            "4",
            "議案",
            "手数料条例の一部を改正する条例",
            creator="市長",
            result="可決",
            other_titles=("手数料条例の改正について",),
        ),
        motion("5", "議案", "財産の取得", result="可決"),
        motion("6", "議案", "位置を定める条例の一部を改正する条例", result="可決"),
        motion("1", "陳情", "夜間照明の撤去を求める陳情", result="不採択"),
        motion("1", "請願", "給食費の無償化を求める請願", result="採択", sessions=(SESSION, NEXT_SESSION)),
        motion("7", "議案", "記録に食い違いのある議案", result="可決"),
        motion("8", "議案", "まだ議決されていない議案"),
    )
    return {one.id: one for one in found}


def decision(motion_id: str, suffix: str = "main", marks: str = "", **more: object) -> VoteEvent:
    values: dict[str, object] = {
        "date": LAST_DAY,
        "event_id": DECIDING,
        "method": "起立採決",
        "result": "可決",
        "recorded": Recorded.RECORDED if marks else Recorded.NOT_RECORDED,
        "votes": votes(marks),
        "sources": ("votes/a.csv:5",),
        **more,
    }
    key = MotionId(f"{SESSION}-{motion_id}")
    return VoteEvent(VoteEventId(f"{key}-{suffix}"), key, SESSION, suffix, **values)  # type: ignore[arg-type]


def decisions() -> dict[VoteEventId, VoteEvent]:
    found = (
        decision("gian-5", method="簡易採決", date=DAY, event_id=MINUTES),
        decision(
            "gian-4",
            "amend-1",
            "議 × ○ 退 ・",
            result="否決",
            date=DAY,
            event_id=MINUTES,
            votes=votes("議 × ○ 退 ・", DAY),
        ),
        decision(
            "gian-3",
            marks="議 ○ × ○ ○",
            declared_yes=3,
            declared_no=1,
            speech_id="s-00000005",
            sources=("votes/a.csv:5", "minutes_src/第2号.docx:¶143"),
        ),
        decision("gian-4", marks="議 ○ × 欠 棄", declared_yes=2, declared_no=1),
        decision("gian-6", marks="議○ ○ × 除 ○", requirement=Requirement.TWO_THIRDS, method="記名投票"),
        decision("chinjou-1", marks="議 ○ × ○ ・", result="不採択", means_report=True, withheld=1),
        decision("seigan-1", result="継続審査", method="簡易採決"),
        decision("gian-7", recorded=Recorded.RECORDED, withheld=5),
        VoteEvent(
            VoteEventId(f"{SESSION}-seigan-1-2"),
            MotionId(f"{SESSION}-seigan-1"),
            NEXT_SESSION,
            "2",
            result="採択",
            method="無記名投票",
            recorded=Recorded.NOT_PUBLISHED,
        ),
    )
    return {one.id: one for one in found}


def speech(number: int, kind: SpeechType, text: str, **more: object) -> Speech:
    blocks = tuple(Paragraph(number, line) for line in text.split("\n"))
    values: dict[str, object] = {"blocks": blocks, **more}
    return Speech(SpeechId(f"s-{number:08}"), number, kind, **values)  # type: ignore[arg-type]


def debate() -> Debate:
    chair = {"attribution": "○議長（髙橋一郎君）", "role": "議長", "name": "髙橋一郎", "person_id": CHAIR}
    ken = {"attribution": "◆３番（佐藤　健君）", "role": "３番", "name": "佐藤　健", "person_id": KEN}
    mayor = {"attribution": "◎市長（浜田　宏君）", "role": "市長", "name": "浜田　宏"}
    marked = Paragraph(
        9,
        "　漢字の読みと、伏せた箇所、取り消した箇所。",
        (
            Mark(1, 3, MarkKind.RUBY, "かんじ"),
            Mark(8, 8, MarkKind.WITHHELD),
            Mark(15, 15, MarkKind.REDACTED),
            Mark(16, 18, MarkKind.EMPHASIS),
        ),
    )
    table = Table(
        10,
        (
            Row((Cell((Paragraph(10, "区分"),)), Cell((Paragraph(11, "金額"),))), header=True),
            Row((Cell((Paragraph(12, "歳入"),), columns=2),)),
        ),
    )
    return Debate(
        MINUTES,
        (Paragraph(0, "令和８年第１回潮市議会定例会会議録（第２号）"),),
        (
            speech(1, SpeechType.NARRATIVE, "午前10時00分開議"),
            speech(2, SpeechType.HEADING, "日程第１　一般質問", level=1),
            speech(3, SpeechType.SPEECH, "　これより会議を開きます。\n　　　〔登壇〕\n　　　午前11時02分休憩", **chair),
            speech(4, SpeechType.HEADING, "通学路の安全について", level=2),
            speech(5, SpeechType.QUESTION, "　通学路について\n伺います。", **ken),
            speech(6, SpeechType.ANSWER, "　お答えいたします。", answers=SpeechId("s-00000005"), **mayor),
            speech(7, SpeechType.ANSWER, "", answers=SpeechId("s-00000005"), **{**mayor, "blocks": (marked, table)}),
            speech(8, SpeechType.QUESTION, "　再度伺います。", **ken),
            speech(9, SpeechType.SPEECH, "　名前のない発言です。"),
            speech(10, SpeechType.SCENE, "〔退場〕"),
            speech(
                11, SpeechType.HEADING, "日程第２　議案第３号", level=1, motion_ids=(MotionId(f"{SESSION}-gian-3"),)
            ),
        ),
        (Paragraph(20, "地方自治法第123条第2項の規定により署名する。"),),
    )


def deciding_debate() -> Debate:
    said = speech(
        5,
        SpeechType.SPEECH,
        "　起立多数であります。よって、本案は可決されました。",
        attribution="○議長（髙橋一郎君）",
        role="議長",
        name="髙橋一郎",
        person_id=CHAIR,
    )
    return Debate(DECIDING, (), (said,))


def attendance() -> tuple[Attendance, ...]:
    def line(
        name: str,
        person: PersonId | None,
        status: AttendanceStatus,
        kind: AttendanceKind = AttendanceKind.MEMBER,
        post: str = "",
    ) -> Attendance:
        return Attendance(name, person, kind, status, "1番" if person else "", post)

    return (
        line("髙橋一郎", CHAIR, AttendanceStatus.PRESENT),
        line("鈴木花子", HANAKO, AttendanceStatus.PRESENT),
        replace(line("佐藤健", KEN, AttendanceStatus.LATE), arrived=dt.time(10, 30)),
        line("山﨑美咲", MISAKI, AttendanceStatus.ABSENT),
        line("浜田　宏", None, AttendanceStatus.PRESENT, AttendanceKind.EXPLAINER, "市長"),
        line("岸本　豊", None, AttendanceStatus.PRESENT, AttendanceKind.STAFF, "局長"),
    )


def events() -> dict[EventId, Event]:
    agenda = (
        AgendaItem(1, "日程第１", "一般質問", (), (), "s-00000002"),
        AgendaItem(
            2,
            "日程第２",
            "議案第３号　令和８年度一般会計予算",
            (MotionId(f"{SESSION}-gian-3"),),
            ("総務委員会",),
            "s-00000011",
        ),
    )
    found = (
        Event(
            MINUTES,
            SESSION,
            COUNCIL_ID,
            "本会議",
            DAY,
            "第2号",
            opened=dt.time(10),
            closed=dt.time(16, 5),
            recesses=(Recess(dt.time(11, 2), dt.time(11, 20)), Recess(dt.time(15))),
            status=Status.DRAFT,
            agenda=agenda,
            attendance=attendance(),
            signatures=("議長　髙橋一郎",),
            has_minutes=True,
            source="minutes_src/第2号.docx",
        ),
        Event(HELD_BACK, SESSION, SOUMU, "総務委員会", dt.date(2026, 3, 10), withheld="R204"),
        Event(
            DECIDING,
            SESSION,
            COUNCIL_ID,
            "本会議",
            LAST_DAY,
            "第4号",
            opened=dt.time(10),
            status=Status.FINAL,
            has_minutes=True,
        ),
        Event(
            ANNOUNCED,
            NEXT_SESSION,
            COUNCIL_ID,
            "本会議",
            TO_COME,
            scheduled=dt.time(10),
            live_url="https://video.example/live",
            agenda=agenda[:1],
        ),
        Event(UNDATED, SESSION, COUNCIL_ID, "本会議", None, has_minutes=True),
    )
    return {one.id: one for one in found}


def recordings() -> tuple[Recording, ...]:
    video = "https://www.youtube.com/watch?v=abc"
    return (
        Recording(DAY, "本会議", RecordingKind.RECORDING, RecordingScope.MEETING, video, MINUTES),
        Recording(
            DAY,
            "本会議",
            RecordingKind.RECORDING,
            RecordingScope.MEMBER,
            video,
            MINUTES,
            KEN,
            "佐藤 健",
            start=3753,
            until=dt.date(2027, 3, 31),
        ),
        Recording(
            DAY,
            "本会議",
            RecordingKind.RECORDING,
            RecordingScope.ITEM,
            "https://video.example/2",
            MINUTES,
            item="一般質問",
            start_time=dt.time(10, 30),
        ),
        Recording(
            dt.date(2025, 1, 5),
            "総務委員会",
            RecordingKind.RECORDING,
            RecordingScope.MEETING,
            "https://video.example/old",
        ),
    )


def materials() -> tuple[Material, ...]:
    return (
        Material(
            MaterialId("m-00000001"),
            SESSION,
            "予算の概要",
            "pdf",
            "minutes_src/a.pdf",
            "00",
            1_834_000,
            MINUTES,
            (MotionId(f"{SESSION}-gian-3"),),
            "日程第２",
            1,
            24,
        ),
        Material(MaterialId("m-00000002"), SESSION, "会期日程", "xlsx", "minutes_src/b.xlsx", "00", 900),
        Material(
            MaterialId("m-00000003"),
            SESSION,
            "議員だけの資料",
            "pdf",
            "minutes_src/c.pdf",
            "00",
            5_000,
            MINUTES,
            audience=Audience.MEMBERS,
        ),
        Material(
            MaterialId("m-00000004"),
            SESSION,
            "鍵のかかった資料",
            "docx",
            "minutes_src/d.docx",
            "",
            0,
            MINUTES,
            withheld="D104",
        ),
    )


def papers() -> dict[MaterialId, PaperText]:
    """Return a PDF of three pages, one empty and one that could not be read; a workbook; a paper without words."""
    cells = (("区分", "金額"), ("市税", "1,234"))
    rows = tuple(Row(tuple(Cell((Paragraph(line, text),)) for text in row)) for line, row in enumerate(cells, start=1))
    first = (Paragraph(1, "予算の概要", level=1), Paragraph(2, "　歳入は、\n次のとおりです。"))
    return {
        MaterialId("m-00000001"): PaperText(
            "pdf", (PaperPart(1, first), PaperPart(2, ()), PaperPart(3, (), readable=False))
        ),
        MaterialId("m-00000002"): PaperText("xlsx", (PaperPart(1, (Table(1, rows),), title="収支"),)),
        MaterialId("m-00000003"): PaperText("pdf", (PaperPart(1, ()),)),
    }


def corrections() -> tuple[Correction, ...]:
    return (
        Correction(
            dt.date(2026, 4, 1),
            "transcription",
            "votes/a.csv",
            "5:4",
            "×",
            "○",
            "転記の誤り",
            "局長",
            url=f"votes/{SESSION}-gian-3-main.html",
        ),
        Correction(
            dt.date(2026, 4, 2),
            "withdrawn",
            "minutes_src/第2号.docx",
            "",
            "",
            "",
            "発言の取消し",
            "議長",
            url=f"meetings/{MINUTES}.html#s-00000005",
        ),
    )


def organizations() -> dict[OrganizationId, Organization]:
    found = (
        Organization(COUNCIL_ID, "潮市議会", OrganizationKind.COUNCIL),
        Organization(USHIO, "うしお", OrganizationKind.GROUP),
        Organization(MINATO, "みなと", OrganizationKind.GROUP),
        Organization(SOUMU, "総務委員会", OrganizationKind.COMMITTEE),
    )
    return {one.id: one for one in found}


def small_council(language: str = "ja") -> Council:
    """Return the council in which everything occurs once."""
    debates: Mapping[EventId, Debate] = {
        MINUTES: debate(),
        DECIDING: deciding_debate(),
        UNDATED: Debate(UNDATED, (), ()),
    }
    return Council(
        facts=CouncilFacts("潮市議会", language, seats=5, licence_data="CC BY 4.0"),
        people=people(),
        organizations=organizations(),
        memberships=memberships(),
        sessions={
            SESSION: LegislativeSession(
                SESSION, "令和8年第1回定例会", SessionKind.REGULAR, dt.date(2026, 2, 24), LAST_DAY
            ),
            NEXT_SESSION: LegislativeSession(NEXT_SESSION, "令和8年第2回定例会", SessionKind.REGULAR),
        },
        events=events(),
        motions=motions(),
        vote_events=decisions(),
        debates=debates,
        recordings=recordings(),
        materials=materials(),
        papers=papers(),
        unsettled_papers=(NEXT_SESSION,),
        corrections=corrections(),
    )
