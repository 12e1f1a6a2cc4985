"""How bills are decided: report or explanation, questions, arguments, and the vote in the chair's words."""

from __future__ import annotations

from archive_bills import BUTTON, LOST, NO, NO_OBJECTION, YES, Bill, Decision
from archive_shape import n
from archive_transcript import NOTHING, Transcript, printed
from archive_words import speech

_FIXED = 450  # characters around the debate of one bill
_SHORT = 120
_TO = {
    "認定": "認定することに",
    "同意": "同意することに",
    "請願": "採択することに",
    "陳情": "採択することに",
}


def decide(talk: Transcript, target: int) -> None:
    """Take up and decide the sitting's bills one after the other; the debate fills what is left of the target."""
    decisions = talk.sitting.decisions
    amendments = {one.bill: one for one in decisions if one.on_amendment}
    mains = [one for one in decisions if not one.on_amendment]
    for place, decision in enumerate(mains):
        left = (target - talk.written) // (len(mains) - place) - _FIXED
        _take_up(talk, decision.bill, left // 2)
        _argue(talk, decision, left // 2)
        if amendment := amendments.get(decision.bill):
            _amend(talk, amendment)
        _vote(talk, decision)


def _take_up(talk: Transcript, bill: Bill, characters: int) -> None:
    label = talk.heading(f"{printed(bill)}\u3000{bill.title}")
    taken_up = f"{label}、{printed(bill)}、{bill.title}を議題といたします。"
    if bill.referred:
        seats = talk.stretch.committee(bill.referred)
        seat = next(seat for seat in seats if seat not in talk.sitting.absent)
        post = bill.referred.replace("委員会", "委員長" if seat == seats[0] else "副委員長")
        talk.chair(f"{taken_up}委員長の報告を求めます。{post}。")
        report = speech(talk.dice, "arguments/report", max(characters, _SHORT))
        talk.say(f"{post}（{talk.stretch.seats[seat].name}君）", *report)
        talk.chair("ただいまの委員長の報告に対する質疑はありませんか。")
    else:
        talk.chair(f"{taken_up}提案理由の説明を求めます。{bill.office}。")
        talk.officer(bill.office, *speech(talk.dice, "explanations", max(characters, _SHORT)))
        talk.chair("質疑はありませんか。")
    talk.stage(NOTHING)
    if bill.referred:
        talk.chair("質疑なしと認めます。これより討論に入ります。")
    else:
        talk.chair(
            f"質疑なしと認めます。お諮りいたします。{printed(bill)}は、委員会の付託を省略することに御異議ありませんか。"
        )
        talk.agreed(f"{printed(bill)}は、委員会の付託を省略することに決定いたしました。これより討論に入ります。")


def _argue(talk: Transcript, decision: Decision, characters: int) -> None:
    """Let one who votes no and one who votes yes speak; of an undisputed bill only one in favour."""
    present = talk.present()
    sides = [("反対", NO, "arguments/against")] * (not decision.unanimous) + [("賛成", YES, "arguments/for")]
    for side, symbol, words_of in sides:
        chosen = [seat for seat in present if decision.options.get(seat, symbol) == symbol]
        if not chosen:  # on this side were only the chair and those away
            continue
        seat = talk.dice.choice(chosen)
        talk.chair(f"{talk.called(seat)}。")
        words = speech(talk.dice, words_of, max(characters // len(sides), _SHORT))
        talk.member(seat, f"{side}の立場から討論いたします。{words[0]}", *words[1:])


def _amend(talk: Transcript, amendment: Decision) -> None:
    name = f"{printed(amendment.bill)}に対する修正案"
    talk.chair(f"討論を終結いたします。まず、{name}について採決いたします。修正案に賛成の議員の起立を求めます。")
    talk.stage("〔賛成者起立〕")
    talk.chair(f"起立少数であります。よって、{name}は、否決されました。", "次に、原案についてお諮りいたします。")


def _vote(talk: Transcript, decision: Decision) -> None:
    name, matter = printed(decision.bill), _TO.get(decision.bill.kind, "原案のとおり決することに")
    begin = f"これより{name}を採決いたします。"
    if decision.method == NO_OBJECTION:
        talk.chair(f"{begin}お諮りいたします。{name}は、{matter}御異議ありませんか。")
        talk.agreed(_outcome(decision))
    elif decision.method == BUTTON:
        talk.chair(
            f"{begin}採決の方法は、押しボタンによる記名投票といたします。{name}を{matter}賛成の議員は賛成のボタンを、"
            "反対の議員は反対のボタンを押してください。"
        )
        talk.stage("〔投票開始〕")
        talk.stage("〔投票終了〕")
        yes, no = decision.count(YES), decision.count(NO)
        talk.chair(
            f"投票の結果を報告いたします。投票総数{n(yes + no)}、賛成{n(yes)}人、反対{n(no)}人であります。よって、{_outcome(decision)}"
        )
    else:
        talk.chair(f"{begin}{name}を{matter}賛成の議員の起立を求めます。")
        talk.stage("〔賛成者起立〕")
        talk.chair(f"起立{'全員' if decision.unanimous else '多数'}であります。よって、{_outcome(decision)}")


def _outcome(decision: Decision) -> str:
    name, kind = printed(decision.bill), decision.bill.kind
    if decision.result == LOST:
        return f"{name}は、否決されました。"
    return f"{name}は、{_TO[kind]}決定いたしました。" if kind in _TO else f"{name}は、原案のとおり可決されました。"
