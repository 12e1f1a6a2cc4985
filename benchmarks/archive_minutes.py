"""A plenary sitting's minutes: title, agenda, attendance, then the debate in the chair's order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive_bills import Bill, Sitting
from archive_calendar import Part, printed_day
from archive_deciding import decide
from archive_people import OFFICES, STAFF, Stretch
from archive_shape import COUNCIL, Shape, n
from archive_transcript import Transcript, columns, label_of, printed, seated
from archive_words import speech

_FRONT = 1000  # characters before and after the debate
_QUESTION, _ANSWER, _AGAIN = 600, 350, 200
_QUESTIONER = 2000  # characters of one member's turn
_EXPLANATION = 90


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the Word file of one sitting day holds."""

    title: str
    lines: tuple[str, ...]


def plenary_minutes(shape: Shape, sitting: Sitting, stretch: Stretch) -> Minutes:
    """Return the minutes of a plenary sitting."""
    talk = Transcript(sitting, stretch, shape.dice("minutes", sitting.day.date))
    items = list(_items(sitting))
    signers = talk.dice.sample(talk.present(), 2)
    _open(talk, signers)
    if sitting.day.part in (Part.OPENING, Part.ALL):
        _fix_period(talk)
    target = shape.characters - _FRONT
    if sitting.brought:
        _bring(talk, sitting.brought, target)
    if sitting.day.part is Part.QUESTIONS:
        _question(talk, target)
    decide(talk, target)
    closing = _close(talk)
    session, day = sitting.session, sitting.day
    title = f"{session.era_year}第{n(session.number)}回{COUNCIL}{session.kind}会議録（第{n(day.number)}号）"
    lines = [
        f"{printed_day(day.date)}\u3000午前10時00分開議",
        f"議事日程（第{n(day.number)}号）",
        *(f"\u3000{label_of(place)}\u3000{item}" for place, item in enumerate(items, 1)),
        "本日の会議に付した事件",
        "\u3000議事日程に同じ",
        *attendance(stretch, list(stretch.seats), sitting.absent, "議員"),
        *officers(stretch),
        "\u3000" * 14 + "午前10時00分開議",
        *talk.lines,
        "\u3000" * 14 + closing,
        "\u3000地方自治法第123条第２項の規定により、ここに署名する。",
        *_signatures(stretch, signers),
    ]
    return Minutes(title, tuple(lines))


def _items(sitting: Sitting) -> Iterator[str]:
    """Yield the agenda's titles in the order in which the debate takes them up."""
    yield "会議録署名議員の指名"
    if sitting.day.part in (Part.OPENING, Part.ALL):
        yield "会期の決定"
    yield from (f"{printed(bill)}\u3000{bill.title}" for bill in sitting.brought)
    if sitting.day.part is Part.QUESTIONS:
        yield "一般質問"
    decided = dict.fromkeys(one.bill for one in sitting.decisions)
    yield from (f"{printed(bill)}\u3000{bill.title}" for bill in decided)


def attendance(stretch: Stretch, seats: Sequence[int], absent: frozenset[int], called: str) -> Iterator[str]:
    """Yield the lists of those present and absent."""
    here, away = [[seat for seat in seats if (seat in absent) is gone] for gone in (False, True)]
    yield f"出席{called}（{len(here)}名）"
    yield from columns([seated(seat, stretch.seats[seat]) for seat in here])
    yield f"欠席{called}（{f'{len(away)}名' if away else 'なし'}）"
    yield from columns([seated(seat, stretch.seats[seat]) for seat in away])


def officers(stretch: Stretch) -> Iterator[str]:
    """Yield the lists of officers and of the secretariat."""
    for heading, offices in (("説明のため出席した者", OFFICES), ("職務のため出席した事務局職員", STAFF)):
        yield f"{heading}（{len(offices)}名）"
        for office in offices:
            yield f"\u3000{office.ljust(9, chr(0x3000))}{stretch.officers[office].listed}"


def _signatures(stretch: Stretch, signers: Sequence[int]) -> Iterator[str]:
    posts = [("議長", stretch.chair), *(("署名議員", seat) for seat in signers)]
    for post, seat in posts:
        yield "\u3000" * 8 + f"{COUNCIL}{post}".ljust(12, "\u3000") + stretch.seats[seat].listed


def _open(talk: Transcript, signers: Sequence[int]) -> None:
    sitting = talk.sitting
    first = sitting.day.number == 1
    session = f"{sitting.session.era_year}第{n(sitting.session.number)}回{COUNCIL}{sitting.session.kind}"
    talk.chair(
        f"ただいまの出席議員は{n(len(talk.present()) + 1)}人であります。定足数に達しておりますので、"
        + (f"これより{session}を開会いたします。" if first else "")
        + "直ちに本日の会議を開きます。",
        "本日の議事日程は、お手元に配付したとおりであります。",
    )
    label = talk.heading("会議録署名議員の指名")
    first_signer, second = (talk.called(seat) for seat in signers)
    talk.chair(f"{label}、会議録署名議員の指名を行います。議長において、{first_signer}、及び{second}を指名いたします。")


def _fix_period(talk: Transcript) -> None:
    session = talk.sitting.session
    days = (session.end - session.start).days + 1
    until = f"本日から{n(session.end.month)}月{n(session.end.day)}日までの{n(days)}日間" if days > 1 else "本日１日間"
    label = talk.heading("会期の決定")
    talk.chair(
        f"{label}、会期の決定を議題といたします。お諮りいたします。今期{session.kind}の会期は、{until}といたしたいと思います。"
        "これに御異議ありませんか。"
    )
    talk.agreed(f"会期は、{until}と決定いたしました。")


def _bring(talk: Transcript, bills: Sequence[Bill], target: int) -> None:
    """Take bills up together, have them explained, ask about them, refer them."""
    labels = [talk.heading(f"{printed(bill)}\u3000{bill.title}") for bill in bills]
    together = "" if len(bills) == 1 else f"から{labels[-1]}、{printed(bills[-1])}まで、以上{n(len(bills))}件を一括して"
    talk.chair(
        f"{labels[0]}、{printed(bills[0])}{together or 'を'}議題といたします。提案理由の説明を求めます。{bills[0].office}。"
    )
    for place, bill in enumerate(bills):
        if place:
            talk.chair(f"次に、{bill.office}。")
        words = speech(talk.dice, "explanations", _EXPLANATION)
        talk.officer(bill.office, f"{printed(bill)}、{bill.title}につきまして御説明申し上げます。", *words)
    talk.chair("以上で説明は終わりました。これより質疑に入ります。")
    while talk.written < target:
        bill = talk.dice.choice(bills)
        exchange(talk, talk.dice.choice(talk.present()), bill.office)
    talk.chair(
        "以上で質疑を終結いたします。ただいま議題となっております各案件は、お手元に配付の付託表のとおり、それぞれ所管の委員会に"
        "付託いたします。"
    )


def exchange(talk: Transcript, seat: int, office: str) -> None:
    """Let a member ask and an officer answer."""
    talk.chair(f"{talk.called(seat)}。")
    talk.member(seat, *speech(talk.dice, "questions", _AGAIN))
    talk.chair(f"{office}。")
    talk.officer(office, *speech(talk.dice, "answers", _AGAIN))


def _question(talk: Transcript, target: int) -> None:
    label = talk.heading("一般質問")
    talk.chair(f"{label}、一般質問を行います。質問の通告がありますので、順次発言を許します。")
    order = talk.present()
    talk.dice.shuffle(order)
    for turn, seat in enumerate(order):
        if turn and talk.written + _QUESTIONER / 2 > target:
            break
        talk.chair(f"{'次に' if turn else '初めに'}、{talk.called(seat)}の質問を許します。")
        talk.stage(f"〔{n(seat)}番\u3000{talk.stretch.seats[seat].name}君\u3000登壇〕")
        talk.member(seat, *speech(talk.dice, "questions", _QUESTION))
        for office in talk.dice.sample(OFFICES, 2):
            talk.chair(f"{office}。")
            talk.officer(office, *speech(talk.dice, "answers", _ANSWER))
        exchange(talk, seat, talk.dice.choice(OFFICES))
        talk.chair(f"以上で、{talk.called(seat)}の質問を終わります。")


def _close(talk: Transcript) -> str:
    """Close the sitting, and with the last the session; return the line of time."""
    session, day = talk.sitting.session, talk.sitting.day
    minute = talk.dice.randint(10, 59)
    if day.date == session.end:
        talk.chair(
            f"以上で、今期{session.kind}に付議された事件は全て議了いたしました。これをもちまして、{session.era_year}"
            f"第{n(session.number)}回{COUNCIL}{session.kind}を閉会いたします。"
        )
        return f"午後３時{minute}分閉会"
    talk.chair("以上で、本日の日程は全部終了いたしました。本日は、これをもって散会いたします。")
    return f"午後４時{minute}分散会"
