"""A committee's minutes: the bills referred to it, each explained, asked about and voted on by show of hands."""

from __future__ import annotations

from archive_bills import Bill, Sitting
from archive_calendar import printed_day
from archive_minutes import Minutes, attendance, officers
from archive_people import OFFICES, Stretch
from archive_shape import COUNCIL, Shape, n
from archive_transcript import Transcript, printed
from archive_words import speech

_FRONT = 900  # characters before and after the debate
_ASKED, _EXPLANATION = 130, 100
_OUTCOMES = {"認定": "認定すべきもの", "請願": "採択すべきもの", "陳情": "採択すべきもの"}
_NO_BILL = ("所管事務の調査",)


def committee_minutes(shape: Shape, sitting: Sitting, stretch: Stretch) -> Minutes:
    """Return the minutes of a committee's sitting."""
    talk = Transcript(sitting, stretch, shape.dice("committee", sitting.day.date))
    body, seats = sitting.day.body, stretch.committee(sitting.day.body)
    here = [seat for seat in seats if seat not in sitting.absent]
    chair = f"{'委員長' if here[0] == seats[0] else '副委員長'}（{stretch.seats[here[0]].name}君）"
    talk.say(
        chair,
        f"ただいまの出席委員は{n(len(here))}人であります。定足数に達しておりますので、これより{body}を開会いたします。",
        "本日の審査は、お手元に配付の審査事件の順序により行います。",
    )
    matters = [*sitting.examined] or [None]
    for place, bill in enumerate(matters):
        left = (shape.characters - _FRONT - talk.written) // (len(matters) - place)
        _examine(talk, chair, here[1:], bill, talk.written + left)
    talk.say(chair, "以上で、本日の審査は全て終了いたしました。", f"これをもちまして、{body}を閉会いたします。")
    session = sitting.session
    title = f"{session.era_year}第{n(session.number)}回{COUNCIL}{session.kind}\u3000{body}会議録"
    lines = [
        f"{printed_day(sitting.day.date)}\u3000午前10時00分開会",
        "審査事件",
        *(f"\u3000{printed(bill)}\u3000{bill.title}" for bill in sitting.examined),
        *(f"\u3000{title}" for title in _NO_BILL if not sitting.examined),
        *attendance(stretch, seats, sitting.absent, "委員"),
        *officers(stretch),
        "\u3000" * 14 + "午前10時00分開会",
        *talk.lines,
        "\u3000" * 14 + f"午後２時{talk.dice.randint(10, 59)}分閉会",
        "\u3000委員会条例の規定により、ここに署名する。",
        "\u3000" * 8 + f"{body.removesuffix('会')}長\u3000\u3000{stretch.seats[here[0]].listed}",
    ]
    return Minutes(title, tuple(lines))


def _examine(talk: Transcript, chair: str, seats: list[int], bill: Bill | None, target: int) -> None:
    title = f"{printed(bill)}\u3000{bill.title}" if bill else _NO_BILL[0]
    office = bill.office if bill else talk.dice.choice(OFFICES)
    talk.add(f"△{title}")
    talk.say(chair, f"{title.replace(chr(0x3000), '、')}を議題といたします。説明を求めます。")
    talk.officer(office, *speech(talk.dice, "explanations", _EXPLANATION))
    talk.say(chair, "これより質疑に入ります。")
    while talk.written < target:
        seat = talk.dice.choice(seats)
        label = f"{n(seat)}番（{talk.stretch.seats[seat].name}君）"
        talk.say(label, *speech(talk.dice, "questions", _ASKED))
        talk.officer(office, *speech(talk.dice, "answers", _ASKED))
    if not bill:
        talk.say(chair, "質疑を終わります。")
        return
    outcome = _OUTCOMES.get(bill.kind, "原案のとおり可決すべきもの")
    name = printed(bill)
    talk.say(
        chair,
        f"質疑を終わります。これより{name}を採決いたします。{name}を{outcome}と決することに賛成の委員の挙手を求めます。",
    )
    talk.stage("〔賛成者挙手〕")
    talk.say(chair, f"挙手全員であります。よって、{name}は、{outcome}と決しました。")
