"""Questions and answers: on the bills of the day, and members' general questions (一般質問)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from debate import Part, unit, units
from people import speakers
from procedure import NONE
from record import Record, n, printed

WITHDRAWN = ("2026-03-03", 18)
WIDE_SPACE = "\u3000"


def bill_questions(rec: Record) -> None:
    """Let members ask about the bills, as the day's file of questions has it."""
    name = f"bill-questions/{rec.date}"
    seats = speakers(name)
    rec.chair("これより質疑に入ります。質疑の通告がありますので、順次発言を許します。")
    for place, (seat, asked) in enumerate(zip(seats, units(name), strict=True)):
        lead = "初めに、" if place == 0 else "次に、"
        rec.chair(f"{lead}{printed(asked.bill)}について、{rec.called(seat)}。")
        exchange(rec, seat, asked.parts)
        rec.chair(f"以上で、{rec.called(seat)}の質疑を終わります。")
        rec.rest_if_due()
    rec.chair("ほかに質疑はありませんか。")
    rec.stage(NONE)
    rec.chair("質疑なしと認めます。これをもって、質疑を終結いたします。")


def exchange(rec: Record, seat: int, parts: Iterable[Part]) -> None:
    """Let a member ask and officers answer; the chair calls in between as it happens."""
    for place, part in enumerate(parts):
        if part.role == "質問":
            if place and rec.rng.random() < 2 / 3:
                rec.chair(rec.one_of(f"{rec.called(seat)}。", f"{rec.member(seat).plain}議員。"))
            rec.say(seat, *part.paragraphs)
        else:
            if rec.rng.random() < 1 / 2:
                rec.chair(f"{part.who}。")
            rec.say(part.who, *part.paragraphs)


def general_questions(rec: Record, *, vice_from: int | None = None) -> None:
    """Let the day's questioners speak; from one of them on the vice-chair presides for a while."""
    names = [f"questions/{rec.date}-{place}" for place in range(1, 6)]
    asked = [(speakers(name)[0], unit(name)) for name in names]
    rec.item("一般質問")
    rec.chair(
        f"{rec.items[-1].label}、一般質問を行います。質問の通告がありますので、通告の順序により、発言を許します。"
    )
    for place, (seat, one) in enumerate(asked):
        if place == vice_from:
            change_chair(rec, vice=True)
        begin = rec.now
        question(rec, seat, one.titles, one.parts, first=place == 0)
        rec.marks.append((seat, begin, rec.now))
        if rec.vice_presides:
            change_chair(rec, vice=False)
        if place < len(asked) - 1:
            rec.rest_if_due()
    rec.chair("以上で、本日の一般質問を終わります。")


def question(rec: Record, seat: int, titles: Sequence[str], parts: Sequence[Part], *, first: bool) -> None:
    """Let one member put general questions."""
    subjects = "、".join(titles)
    count = f"以上{n(len(titles))}件の" if len(titles) > 1 else ""
    rec.chair(
        f"{'初めに' if first else '次に'}、{rec.called(seat)}。質問事項は、{subjects}{'、' if count else 'の'}{count}質問であります。"
    )
    rec.stage(f"〔{n(seat)}番　{rec.member(seat).plain}議員　登壇〕")
    exchange(rec, seat, with_withdrawn(rec, seat, parts))
    if (str(rec.date), seat) == WITHDRAWN:
        name = rec.member(seat).plain
        rec.chair(
            f"{name}議員に申し上げます。ただいまの発言の中に不穏当と思われる部分がありましたので、後日、議長において記録を調査の上、措置いたします。"
        )
    rec.chair(f"これで、{rec.called(seat)}の質問を終わります。")


def with_withdrawn(rec: Record, seat: int, parts: Sequence[Part]) -> Sequence[Part]:
    """Return the parts with the remark that was taken back later: the minutes print blanks in its place."""
    if (str(rec.date), seat) != WITHDRAWN:
        return parts
    place = [one for one, part in enumerate(parts) if part.role == "質問"][3]
    blank = f"これでは{WIDE_SPACE * 17}と言われても仕方がありません（{WIDE_SPACE * 4}部分後日発言取消あり）。"
    first, *others = parts[place].paragraphs
    return (*parts[:place], Part("質問", "", (first, blank, *others)), *parts[place + 1 :])


def change_chair(rec: Record, *, vice: bool) -> None:
    """Let chair and vice-chair change places."""
    rec.stage("〔議長退席、副議長着席〕" if vice else "〔副議長退席、議長着席〕")
    rec.vice_presides = vice
    rec.chair("議長に代わり、議長の職務を行います。" if vice else "引き続き、議事を進めます。")
