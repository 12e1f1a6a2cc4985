"""Debate and decisions in the chair's words, each as the record of votes has it (`decisions.csv`)."""

from __future__ import annotations

from collections.abc import Sequence

from city import Decision, options
from debate import FOLDER, unit
from people import chair_on, speakers
from procedure import NONE, agreed, listed
from record import Record, n, printed

FILES = {
    "議案": "gian",
    "請願": "seigan",
    "陳情": "chinjou",
    "意見書案": "ikensho",
    "認定": "nintei",
    "発議": "hatsugi",
}
OUTCOMES = {
    "可決": "{}は、原案のとおり可決されました。",
    "否決": "{}は、否決されました。",
    "同意": "{}は、これに同意することに決定いたしました。",
    "承認": "{}は、これを承認することに決定いたしました。",
    "認定": "{}は、これを認定することに決定いたしました。",
    "異議ない旨答申": "{}は、異議ない旨答申することに決定いたしました。",
    "採択": "{}は、委員長の報告のとおり採択することに決定いたしました。",
    "不採択": "{}は、委員長の報告のとおり不採択とすることに決定いたしました。",
    "趣旨採択": "{}は、委員長の報告のとおり趣旨採択とすることに決定いたしました。",
    "継続審査": "{}は、閉会中の継続審査に付することに決定いたしました。",
}
REPORTED = {"可決": "可決", "否決": "可決", "認定": "認定", "採択": "採択", "不採択": "不採択", "趣旨採択": "趣旨採択"}


def argue(rec: Record, decision: Decision) -> None:
    """Let members argue for and against, where the texts have it."""
    number = decision.bill.number
    name = f"arguments/{FILES.get(decision.bill.kind, '-')}-{decision.bill.counted}"
    if not decision.recorded or not (FOLDER / f"{name}.txt").exists():
        return
    parts = unit(name).parts
    rec.chair(f"これより、{printed(number)}について討論に入ります。通告がありますので、順次発言を許します。")
    for seat, part in zip(speakers(name), parts, strict=True):
        rec.chair(f"{part.role}の立場から、{rec.called(seat)}。")
        rec.stage(f"〔{n(seat)}番　{rec.member(seat).plain}議員　登壇〕")
        rec.say(seat, *part.paragraphs)
    rec.chair("以上で、通告による討論は終わりました。これをもって、討論を終結いたします。")
    rec.rest_if_due()


def decide(rec: Record, decisions: Sequence[Decision]) -> None:
    """Take the vote on one bill, or on several at once."""
    first = decisions[0]
    take = {
        "簡易採決": _simple,
        "起立全員": _standing,
        "起立多数": _standing,
        "起立少数": _standing,
        "押しボタン": _buttons,
        "記名投票": _by_name,
    }[first.method]
    take(rec, decisions)


def _proposal(rec: Record, decisions: Sequence[Decision]) -> str:
    """Return what the chair says before a vote: what it is about, and what the committee reported."""
    first = decisions[0]
    bills = [one.bill for one in decisions]
    name = listed(bills) + (f"の{n(len(bills))}件" if len(bills) > 1 else "")
    if first.aspect == "amend":
        return f"まず、{name}に対する修正案について採決いたします。"
    lead = rec.one_of("これより", "次に、", "続いて、") + name
    report = ""
    if first.bill.referred and first.result in REPORTED:
        report = f"{_subject(decisions)}に対する委員長の報告は{REPORTED[first.result]}であります。"
    return f"{lead}を採決いたします。{report}"


def _subject(decisions: Sequence[Decision]) -> str:
    first = decisions[0]
    word = {"請願": "本件", "陳情": "本件", "認定": "本件", "同意": "本件", "承認": "本件", "諮問": "本件"}.get(
        first.bill.kind, "本案"
    )
    return word if len(decisions) == 1 else word.replace("本", "各")


def _aim(decisions: Sequence[Decision]) -> str:
    """Return what those in favour want."""
    first = decisions[0]
    if first.aspect == "amend":
        return "修正案に賛成"
    if first.bill.kind in ("請願", "陳情"):
        return f"{_subject(decisions)}を委員長の報告のとおり{first.result}とすることに賛成"
    aims = {"認定": "認定することに賛成", "同意": "同意することに賛成", "承認": "承認することに賛成"}
    return _subject(decisions) + ("を" + aims[first.bill.kind] if first.bill.kind in aims else "に賛成")


def _outcome(decisions: Sequence[Decision]) -> str:
    first = decisions[0]
    name = listed([one.bill for one in decisions]) + (f"の{n(len(decisions))}件" if len(decisions) > 1 else "")
    if first.aspect == "amend":
        name += "に対する修正案"
    return OUTCOMES[first.result].format(name)


def _simple(rec: Record, decisions: Sequence[Decision]) -> None:
    first = decisions[0]
    subject = _subject(decisions)
    ways = {
        "異議ない旨答申": f"{subject}については、異議ない旨答申することに御異議ありませんか。",
        "継続審査": "文教厚生委員長から、会議規則第111条の規定により、閉会中の継続審査の申出があります。申出のとおり決することに御異議ありませんか。",
        "同意": f"{subject}に同意することに御異議ありませんか。",
        "承認": f"{subject}を承認することに御異議ありませんか。",
    }
    way = ways.get(first.result, f"{subject}は、委員長の報告のとおり決することに御異議ありませんか。")
    rec.chair(f"{_proposal(rec, decisions)}お諮りいたします。{way}")
    agreed(rec, _outcome(decisions))


def _standing(rec: Record, decisions: Sequence[Decision]) -> None:
    rec.chair(f"{_proposal(rec, decisions)}{_aim(decisions)}の議員の起立を求めます。")
    rec.stage("〔賛成者起立〕")
    rec.chair(f"{decisions[0].method}であります。よって、{_outcome(decisions)}")


def _buttons(rec: Record, decisions: Sequence[Decision]) -> None:
    decision = decisions[0]
    for seat in decision.left:
        rec.stage(f"〔{n(seat)}番　{rec.member(seat).plain}議員　退場〕")
    rec.chair(
        f"{_proposal(rec, decisions)}採決の方法は、押しボタンによる記名投票といたします。",
        f"{_aim(decisions)}の議員は賛成のボタンを、反対の議員は反対のボタンを押してください。",
    )
    rec.stage("〔投票開始〕")
    rec.chair(rec.one_of("押し忘れはありませんか。", "ボタンの押し忘れはありませんか。"))
    rec.stage(NONE)
    rec.chair("なしと認め、投票を終わります。")
    rec.stage("〔投票終了〕")
    rec.chair(*_result(rec, decision))
    for seat in decision.left:
        rec.stage(f"〔{n(seat)}番　{rec.member(seat).plain}議員　入場〕")


def _result(rec: Record, decision: Decision) -> tuple[str, ...]:
    chair = chair_on(rec.date)
    symbols = [symbol for member, symbol in options(decision) if member.seat != chair]
    yes, no = symbols.count("○"), symbols.count("×")
    counted = f"投票の結果を報告いたします。投票総数{n(yes + no)}、賛成{n(yes)}人、反対{n(no)}人であります。"
    if decision.note != "tie":
        return (f"{counted}よって、{_outcome([decision])}",)
    return (
        counted,
        "ただいま報告いたしましたとおり、可否同数であります。よって、地方自治法第116条第１項の規定により、議長において裁決いたします。",
        f"議長は、本案を可とするものであります。よって、{_outcome([decision])}",
    )


def _by_name(rec: Record, decisions: Sequence[Decision]) -> None:
    decision = decisions[0]
    votes = list(options(decision))
    present = sum(symbol != "欠" for _, symbol in votes)
    sides = {symbol: [member for member, found in votes if found == symbol] for symbol in "○×"}
    rec.chair(
        f"{_proposal(rec, decisions)}本案は、地方自治法第４条第３項の規定により、出席議員の３分の２以上の同意を必要とし、議長も表決に加わります。",
        "採決は、会議規則の定めるところにより、記名投票をもって行います。議場の出入口を閉鎖いたします。",
    )
    rec.stage("〔議場閉鎖〕")
    rec.chair(
        f"ただいまの出席議員は、議長を含め{n(present)}人であり、その３分の２は{n(-(-present * 2 // 3))}人であります。投票用紙を配付いたします。"
    )
    rec.stage("〔投票用紙配付〕")
    rec.chair("配付漏れはありませんか。")
    rec.stage(NONE)
    rec.chair("配付漏れなしと認めます。投票箱を改めさせます。")
    rec.stage("〔投票箱点検〕")
    rec.chair("異状なしと認めます。本案を可とする議員は白票を、否とする議員は青票を、点呼に応じて順次投票願います。")
    rec.stage("〔議会事務局長、氏名点呼、各員投票〕")
    rec.chair("投票漏れはありませんか。")
    rec.stage(NONE)
    rec.chair("投票漏れなしと認めます。投票を終了いたします。これより開票を行います。")
    rec.stage("〔開票〕")
    rec.chair(
        f"投票の結果を報告いたします。投票総数{n(present)}票、有効投票{n(present)}票、無効投票０票。有効投票のうち、"
        f"賛成{n(len(sides['○']))}票、反対{n(len(sides['×']))}票。賛成の票は、出席議員の３分の２以上であります。よって、{_outcome(decisions)}"
    )
    for word, symbol in (("賛成", "○"), ("反対", "×")):
        rec.stage(f"{word}した議員の氏名（{n(len(sides[symbol]))}人）")
        names = [f"{n(member.seat)}番　{member.plain}" for member in sides[symbol]]
        for start in range(0, len(names), 3):
            rec.stage("　　".join(names[start : start + 3]))
    rec.chair("議場の閉鎖を解きます。")
    rec.stage("〔議場開鎖〕")
