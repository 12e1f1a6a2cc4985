"""The order of business of the regular sessions' days: first day, question days, last day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from city import Bill, Decision, Sitting, bills_of, decisions, sittings
from debate import unit
from incidents import amendment, seat_of_newcomer, withdrawal
from people import COMMITTEES
from procedure import (
    NONE,
    agreed,
    close,
    explain,
    fix_period,
    name_signers,
    open_sitting,
    refer,
    report_of_chair,
    speech_of,
    take_up,
)
from questions import bill_questions, general_questions
from record import Record, printed
from voting import argue, decide

MONTHS = {"1t": "february", "2t": "june", "3t": "september"}
CLOSINGS = {"1t": "march", "2t": "june", "3t": "september"}
QUESTIONS_PRESIDED_BY_VICE = {"2026-03-04": 3, "2026-06-16": 3, "2026-09-09": 2}


def tell(sitting: Sitting) -> Record:
    """Tell one day of a regular session."""
    rec = Record(sitting.date, absent=sitting.absent)
    open_sitting(rec, sitting)
    days = [one for one in sittings() if one.session == sitting.session]
    if sitting == days[0]:
        first_day(rec, sitting)
    elif sitting == days[-1]:
        last_day(rec, sitting)
    else:
        name_signers(rec, sitting)
        if str(sitting.date) == "2026-03-04":
            withdrawal(rec)
        general_questions(rec, vice_from=QUESTIONS_PRESIDED_BY_VICE.get(str(sitting.date)))
    following = next((one.date for one in days if one.date > sitting.date), None)
    close(rec, sitting.closing, following)
    return rec


def first_day(rec: Record, sitting: Sitting) -> None:
    """Signers, period, reports, the mayor's address, explanations, questions on bills, referral."""
    session = sitting.session
    if session == "2t":
        seat_of_newcomer(rec)
    name_signers(rec, sitting)
    fix_period(rec, sitting)
    report_of_chair(rec, f"{MONTHS[session]}-chair-report")
    if session == "1t":
        rec.item("施政方針")
        speech_of(rec, "市長", "shisei-houshin", "次に、市長の施政方針を求めます。市長。")
    elif session == "2t":
        rec.item("市長行政報告")
        speech_of(rec, "市長", "june-mayor", "次に、市長から行政報告の申出がありますので、これを許します。市長。")
    rec.rest_if_due()
    reports = bills_of(session, "報告")
    take_up(rec, reports)
    explain(rec, reports, "報告を求めます。")
    brought = bills_of(session, "議案")
    take_up(rec, brought)
    explain(rec, brought)
    if session == "3t":
        settlements(rec)
        brought = (*brought, *bills_of(session, "認定"))
    rec.rest_if_due()
    bill_questions(rec)
    refer(rec, brought)
    petitions(rec, bills_of(session, "請願", "陳情"))


def settlements(rec: Record) -> None:
    """Take up the accounts of the last year: the treasurer's account, the audit's opinion."""
    accounts = bills_of("3t", "認定")
    take_up(rec, accounts)
    speech_of(
        rec, "会計管理者", "september-settlement", "認定第１号から認定第４号までについて、説明を求めます。会計管理者。"
    )
    explain(rec, accounts[4:], "次に、")
    rec.rest_if_due()
    speech_of(
        rec,
        "代表監査委員",
        "september-audit",
        "次に、決算審査の意見について、代表監査委員の報告を求めます。代表監査委員。",
    )


def petitions(rec: Record, received: Sequence[Bill]) -> None:
    """Take up petitions, let them be introduced, and refer them."""
    take_up(rec, received)
    explain(rec, received, "趣旨の説明を求めます。")
    for committee in COMMITTEES:
        if one := [bill for bill in received if bill.referred == committee]:
            refer(rec, one)


def last_day(rec: Record, sitting: Sitting) -> None:
    """Committees' reports, debate and votes, consent and members' bills, the mayor's closing words."""
    name_signers(rec, sitting)
    mine = [one for one in decisions() if one.date == sitting.date]
    referred = [one for one in mine if one.bill.referred]
    take_up(rec, [one.bill for one in referred if one.aspect != "amend"])
    for committee in COMMITTEES:
        committee_report(rec, sitting, committee)
    if any(one.aspect == "amend" for one in referred):
        amendment(rec)
    vote(rec, referred)
    rec.rest_if_due()
    rest = [one for one in mine if not one.bill.referred]
    for kinds in (("同意", "諮問"), ("発議", "意見書案")):
        for one in [one for one in rest if one.bill.kind in kinds]:
            take_up(rec, [one.bill])
            explain(rec, [one.bill])
            skip_referral(rec, one)
            vote(rec, [one])
    rec.chair("以上で、議事は全て終了いたしました。")
    name = f"{CLOSINGS[sitting.session]}-mayor-closing"
    speech_of(rec, "市長", name, "閉会に当たり、市長から挨拶の申出がありますので、これを許します。市長。")


def committee_report(rec: Record, sitting: Sitting, committee: str) -> None:
    """Let a committee's chair report; nobody asks."""
    file = {"総務": "soumu", "文教厚生": "bunkyou", "建設産業": "kensetsu"}[committee]
    who = f"{committee}委員長"
    lead = "各委員長の報告を求めます。初めに、" if committee == COMMITTEES[0] else "次に、"
    rec.chair(f"{lead}{who}。")
    rec.stage(f"〔{who}　登壇〕")
    rec.say(who, *unit(f"reports/{sitting.date}-{file}").parts[0].paragraphs)
    rec.chair(
        rec.one_of(
            "ただいまの委員長の報告に対し、質疑はありませんか。",
            "これより、委員長の報告に対する質疑に入ります。質疑はありませんか。",
        )
    )
    rec.stage(NONE)
    rec.chair("質疑なしと認めます。")
    rec.rest_if_due()


def skip_referral(rec: Record, decision: Decision) -> None:
    """Let the council do without questions and referral."""
    rec.chair("質疑はありませんか。")
    rec.stage(NONE)
    name = printed(decision.bill.number)
    rec.chair(f"質疑なしと認めます。お諮りいたします。{name}は、委員会の付託を省略することに御異議ありませんか。")
    agreed(rec, f"{name}は、委員会の付託を省略することに決定いたしました。")


def vote(rec: Record, votes: Sequence[Decision]) -> None:
    """Argue and decide, one bill after another; what nobody opposes goes together."""
    for group in _together(votes):
        if group[0].aspect == "amend" or not any(one.bill == group[0].bill and one.aspect for one in votes):
            argue(rec, group[0])
        else:
            rec.chair("ただいまの結果により、続いて、原案についてお諮りいたします。")
        decide(rec, group)


def _together(votes: Sequence[Decision]) -> Iterator[list[Decision]]:
    def alike(one: Decision) -> tuple[str, ...]:
        alone = "" if one.method == "簡易採決" else one.bill.number + one.aspect
        return (one.method, one.result, one.bill.kind, alone)

    for _, group in groupby(votes, key=alike):
        yield list(group)
