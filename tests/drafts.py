"""Short ways to write drafts in tests: a roster row, a sitting, a row of a vote table."""

from __future__ import annotations

import datetime as dt

from council.diagnostics import Outcome
from council.editions import visible
from council.location import Location
from council.model.bill_numbers import BillNumber, parse_bill_number
from council.model.council import Council, CouncilFacts
from council.model.debate import SpeechType
from council.model.events import AttendanceKind, AttendanceStatus, Audience, SessionKind
from council.model.votes import Option, Role
from council.parse.drafts import (
    DraftAttendance,
    DraftDecision,
    DraftMeeting,
    DraftMember,
    Drafts,
    DraftSpeech,
    DraftVote,
    DraftVoteEvent,
    SessionName,
)
from council.resolve import resolve
from council.text.blocks import Paragraph

SYMBOLS = {
    "○": (Option.YES, Role.MEMBER),
    "×": (Option.NO, Role.MEMBER),
    "欠": (Option.ABSENT, Role.MEMBER),
    "議": (Option.NOT_VOTING, Role.CHAIR),
}
DECEMBER = SessionName(2025, SessionKind.REGULAR, 4, printed="令和7年第4回定例会")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def bill(text: str) -> BillNumber:
    number = parse_bill_number(text)
    assert number
    return number


def member(name: str, kana: str = "", **more: object) -> DraftMember:
    values = {"location": Location("votes/members.csv", 2, 1), "kana": kana, **more}
    return DraftMember(name, **values)  # type: ignore[arg-type]


def row(
    number: str,
    votes: dict[str, str],
    *,
    date: str = "2025-12-19",
    table: str = "votes/令和7年第4回定例会.csv",
    line: int = 2,
    **more: object,
) -> DraftVoteEvent:
    cells = tuple(
        DraftVote(name, raw, Location(table, line, column), *SYMBOLS[raw])
        for column, (name, raw) in enumerate(votes.items(), start=5)
    )
    values = {"number": bill(number), "date": day(date) if date else None, "votes": cells, **more}
    return DraftVoteEvent(table, line, Location(table, line, 1), **values)  # type: ignore[arg-type]


def sitting(  # noqa: PLR0913 - what a clerk may write in the minutes
    date: str | None,
    *,
    decisions: tuple[DraftDecision, ...] = (),
    speakers: tuple[tuple[str, str, str], ...] = (),
    present: tuple[str, ...] = (),
    session: SessionName | None = DECEMBER,
    path: str = "minutes_src/令和7年第4回定例会/第1号.docx",
    **more: object,
) -> DraftMeeting:
    debate = tuple(
        DraftSpeech(
            SpeechType.SPEECH,
            (Paragraph(number, words),),
            Location(path, paragraph=number),
            attribution=f"○{role}（{name}君）",
            role=role,
            name=name,
        )
        for number, (role, name, words) in enumerate(speakers, start=10)
    )
    attendance = tuple(
        DraftAttendance(name, AttendanceKind.MEMBER, AttendanceStatus.PRESENT, Location(path, paragraph=place))
        for place, name in enumerate(present, start=2)
    )
    values = {"audience": Audience.PUBLIC, "profile": "handa", "body": "本会議", "number": "第1号", **more}
    return DraftMeeting(
        path,
        location=Location(path, paragraph=1),
        session=session,
        date=day(date) if date else None,
        debate=debate,
        attendance=attendance,
        decisions=decisions,
        **values,  # type: ignore[arg-type]
    )


def decision(number: str, result: str = "可決", method: str = "起立採決", **more: object) -> DraftDecision:
    place = Location("minutes_src/令和7年第4回定例会/第1号.docx", paragraph=30)
    return DraftDecision(method, result, place, bills=(bill(number),), **more)  # type: ignore[arg-type]


def resolved(
    *,
    members: tuple[DraftMember, ...] = (),
    edition: Audience = Audience.MEMBERS,
    **parts: object,
) -> Outcome[Council]:
    drafts = Drafts(members=members, has_roster=bool(members), **parts)  # type: ignore[arg-type]
    return resolve(visible(drafts, edition), CouncilFacts("汐路市議会"), edition)


def codes(outcome: Outcome[Council]) -> list[str]:
    return [found.rule.code for found in outcome.findings]
