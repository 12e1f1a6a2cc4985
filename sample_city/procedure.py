"""The course of a plenary sitting in the chair's words: opening, signers, period, explanations, questions, reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from city import SESSIONS, Bill, Sitting
from debate import address, explanations
from people import COMMITTEES, COUNCIL, members_on
from record import Record, clock, n, printed

OBJECTION = "（「異議なし」と呼ぶ者あり）"
NONE = "（「なし」と呼ぶ者あり）"


def listed(bills: Sequence[Bill]) -> str:
    """Return how bills are named together: 議案第３号, 議案第１号及び議案第２号, 議案第５号から議案第８号まで."""
    names = [printed(bill.number) for bill in bills]
    numbers = [bill.counted for bill in bills]
    run = numbers == list(range(numbers[0], numbers[0] + len(numbers))) and len({bill.kind for bill in bills}) == 1
    if run and len(bills) > 2:  # noqa: PLR2004 - a range needs three
        return f"{names[0]}から{names[-1]}まで"
    return names[0] if len(names) == 1 else "、".join(names[:-1]) + "及び" + names[-1]


def open_sitting(rec: Record, sitting: Sitting) -> None:
    """Open the sitting, and on the first day the session."""
    session = SESSIONS[sitting.session]
    present = len(members_on(rec.date)) - len(sitting.absent) - len(sitting.late)
    first = sitting.number == 1
    opening = f"これより令和８年第{n(session.number)}回{COUNCIL}{session.kind}を開会いたします。" if first else ""
    rec.chair(
        rec.one_of("皆様、おはようございます。", "おはようございます。")
        + f"ただいまの出席議員は{n(present)}人であります。"
        + rec.one_of("定足数に達しておりますので、", "定足数を満たしておりますので、")
        + opening
        + rec.one_of("直ちに本日の会議を開きます。", "これより本日の会議を開きます。"),
        *(
            [f"なお、{_names(rec, sitting.absent)}から欠席の届出が、議長の手元に提出されております。"]
            if sitting.absent
            else []
        ),
        *([f"また、{_names(rec, sitting.late)}から、所用のため遅れる旨の届出がありました。"] if sitting.late else []),
        rec.one_of(
            "本日の議事日程は、お手元に配付したとおりであります。",
            "議事日程は、あらかじめお手元に配付しておきましたから、御了承願います。",
        ),
    )


def _names(rec: Record, seats: Iterable[int]) -> str:
    return "、".join(f"{n(seat)}番{rec.member(seat).plain}議員" for seat in seats)


def name_signers(rec: Record, sitting: Sitting) -> None:
    """Name the members who sign the minutes."""
    rec.item("会議録署名議員の指名")
    first, second = sitting.signers
    rec.chair(
        f"{rec.items[-1].label}、会議録署名議員の指名を行います。会議規則第88条の規定により、議長において、{rec.called(first)}、"
        f"及び{rec.called(second)}の２人を指名いたします。"
    )


def fix_period(rec: Record, sitting: Sitting) -> None:
    """Decide the period of the session."""
    session = SESSIONS[sitting.session]
    days = (session.end - session.start).days + 1
    until = f"本日から{n(session.end.month)}月{n(session.end.day)}日までの{n(days)}日間" if days > 1 else "本日１日間"
    rec.item("会期の決定")
    rec.chair(
        f"次に、会期の決定を議題といたします。お諮りいたします。今期{session.kind}の会期は、議会運営委員会の協議のとおり、"
        f"{until}といたしたいと思います。これに御異議ありませんか。"
    )
    agreed(rec, f"会期は{until}と決定いたしました。")


def agreed(rec: Record, outcome: str) -> None:
    """Let nobody object."""
    rec.stage(OBJECTION)
    rec.chair(rec.one_of("御異議なしと認めます。", "異議なしと認めます。") + "よって、" + outcome)


def report_of_chair(rec: Record, name: str) -> None:
    """Let the chair report (諸般の報告)."""
    rec.item("諸般の報告")
    rec.chair("次に、諸般の報告をいたします。", *address(name))


def speech_of(rec: Record, who: int | str, name: str, call: str) -> None:
    """Let somebody hold a speech that stands alone."""
    rec.chair(call)
    rec.stage(f"〔{who}　登壇〕" if isinstance(who, str) else f"〔{n(who)}番　{rec.member(who).plain}議員　登壇〕")
    rec.say(who, *address(name))


def explain(rec: Record, bills: Sequence[Bill], wanted: str = "提案理由の説明を求めます。") -> None:
    """Let officers and members introduce the bills, neighbours of one office in one speech."""
    for who, group in groupby(bills, key=lambda bill: bill.explained_by):
        speaker = int(who) if who.isdigit() else who
        rec.chair((wanted if bills and bills[0].explained_by == who else "次に、") + _call(rec, speaker))
        rec.say(speaker, *(text for bill in group for text in explanations()[bill.number]))
    rec.chair(rec.one_of("以上で、説明は終わりました。", "これで説明を終わります。"))


def _call(rec: Record, speaker: int | str) -> str:
    return f"{rec.called(speaker)}。" if isinstance(speaker, int) else f"{speaker}。"


def take_up(rec: Record, bills: Sequence[Bill]) -> None:
    """Take bills up, together if there are several."""
    rec.bill_items(bills)
    items = rec.items[-len(bills) :]
    first, last = (
        f"{item.label}、{printed(bill.number)}" for item, bill in ((items[0], bills[0]), (items[-1], bills[-1]))
    )
    if len(bills) == 1:
        rec.chair(f"{first}、{printed(bills[0].title)}を議題といたします。")
    elif len(bills) == 2:  # noqa: PLR2004 - two are named, more are a range
        rec.chair(f"{first}及び{last}の２件を一括議題といたします。")
    else:
        count = f"{n(len(bills))}議案" if {bill.kind for bill in bills} == {"議案"} else f"以上{n(len(bills))}件"
        rec.chair(f"{first}から{last}まで、{count}を一括議題といたします。")


def refer(rec: Record, bills: Sequence[Bill]) -> None:
    """Refer bills to the committees they belong to."""
    bodies = [name for name in COMMITTEES if any(bill.referred == name for bill in bills)]
    table = "お手元に配付の議案付託表のとおり、" if len(bodies) > 1 else ""
    target = "それぞれ所管の常任委員会" if len(bodies) > 1 else f"{bodies[0]}委員会"
    rec.chair(f"ただいま議題となっております{listed(bills)}については、{table}{target}に付託いたします。")


def close(rec: Record, closing: str, following: dt.date | None = None) -> None:
    """Close the sitting, and with the last the session."""
    if following:
        rec.chair(
            f"以上で、本日の日程は全部終了いたしました。次の本会議は、{n(following.month)}月{n(following.day)}日午前10時から開きます。"
            "本日は、これをもって散会いたします。御苦労さまでした。"
        )
    else:
        session = next(one for one in SESSIONS.values() if one.start <= rec.date <= one.end)
        rec.chair(
            f"以上で、今期{session.kind}に付議された事件は全て議了いたしました。これをもちまして、令和８年第{n(session.number)}回"
            f"{COUNCIL}{session.kind}を閉会いたします。"
        )
    rec.stage(f"{clock(rec.now)}{closing}")
