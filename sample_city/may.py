"""The special session of May: resignation and election of the chairs, committees, supplementary budget."""

from __future__ import annotations

from city import Sitting, bills, bills_of, decisions
from debate import address
from people import COMMITTEES, committee_chair, members_on
from procedure import agreed, close, explain, fix_period, name_signers, open_sitting, speech_of, take_up
from questions import bill_questions
from record import Record, clock, n
from voting import decide

OLD_CHAIR, OLD_VICE, NEW_CHAIR, NEW_VICE, AUDITOR = 20, 21, 22, 15, 11


def tell(sitting: Sitting) -> Record:
    """Tell the day."""
    rec = Record(sitting.date, absent=sitting.absent, chair_seat=OLD_CHAIR, vice_seat=OLD_VICE)
    open_sitting(rec, sitting)
    name_signers(rec, sitting)
    fix_period(rec, sitting)
    rec.item("議員の辞職の報告")
    rec.chair("次に、議員の辞職について報告いたします。", *address("resignation-notice"))
    resign_chair(rec)
    elect_chair(rec)
    elect_vice_chair(rec)
    appoint(rec)
    rec.recess(rec.now.replace(hour=13, minute=0, second=0))
    supplementary(rec)
    audit(rec)
    rec.chair("以上で、議事は全て終了いたしました。")
    close(rec, sitting.closing)
    return rec


def resign_chair(rec: Record) -> None:
    """Let the old chair resign; the vice-chair presides."""
    rec.chair("私は、このたび一身上の都合により議長の職を辞したいので、副議長と交代いたします。")
    rec.stage("〔議長退席、副議長着席〕")
    rec.vice_presides = True
    rec.chair(
        f"議長、{rec.member(OLD_CHAIR).plain}議員から、議長の辞職願が提出されております。この際、議長の辞職を日程に追加し、議題とすることに御異議ありませんか。"
    )
    agreed(rec, "議長の辞職を日程に追加し、議題とすることに決定いたしました。")
    rec.item("議長の辞職", added=True)
    rec.chair(
        f"議長の辞職を議題といたします。{rec.member(OLD_CHAIR).plain}議員の議長の辞職を許可することに御異議ありませんか。"
    )
    agreed(rec, f"{rec.member(OLD_CHAIR).plain}議員の議長の辞職を許可することに決定いたしました。")
    speech_of(
        rec, OLD_CHAIR, "may-old-chair", f"{rec.called(OLD_CHAIR)}から、挨拶の申出がありますので、これを許します。"
    )
    rec.chair("ただいま議長が欠員となりましたので、議長の選挙を日程に追加し、直ちに行うことに御異議ありませんか。")
    agreed(rec, "議長の選挙を日程に追加し、直ちに選挙を行うことに決定いたしました。")


def elect_chair(rec: Record) -> None:
    """Elect the chair by secret ballot."""
    rec.item("議長の選挙", added=True)
    present = len(members_on(rec.date))
    tellers = "、".join(rec.called(seat) for seat in (1, 6, 19))
    rec.chair("これより議長の選挙を行います。選挙は、単記無記名投票をもって行います。議場の出入口を閉鎖いたします。")
    rec.stage("〔議場閉鎖〕")
    rec.chair(
        f"ただいまの出席議員は{n(present)}人であります。会議規則第31条第２項の規定により、立会人に、{tellers}を指名いたします。投票用紙を配付いたします。"
    )
    rec.stage("〔投票用紙配付〕")
    rec.chair("配付漏れなしと認めます。投票箱を改めさせます。")
    rec.stage("〔投票箱点検〕")
    rec.chair("異状なしと認めます。投票用紙に被選挙人の氏名を記載の上、点呼に応じて順次投票願います。")
    rec.stage("〔議会事務局長、氏名点呼、各員投票〕")
    rec.chair("投票漏れなしと認めます。投票を終了し、開票を行います。立会人の立会いを願います。")
    rec.stage("〔開票〕")
    shares = ((NEW_CHAIR, 14), (10, 3), (16, 3))
    rec.chair(
        f"選挙の結果を報告いたします。投票総数{n(present)}票、有効投票20票、無効投票１票であります。有効投票のうち、",
        *(f"{rec.member(seat).plain}議員　{n(count)}票" for seat, count in shares),
        f"以上のとおりであります。この選挙の法定得票数は５票であります。よって、{rec.member(NEW_CHAIR).plain}議員が議長に当選されました。",
        f"ただいま当選された{rec.member(NEW_CHAIR).plain}議員が議場におられますので、会議規則第32条第２項の規定により、当選の告知をいたします。",
    )
    speech_of(
        rec,
        NEW_CHAIR,
        "may-new-chair",
        f"議長に当選されました{rec.called(NEW_CHAIR)}から、挨拶のため発言を求められておりますので、これを許します。",
    )
    rec.chair("新議長と交代いたします。御協力ありがとうございました。")
    rec.stage("〔副議長退席、議長着席〕")
    rec.chair_seat, rec.vice_presides = NEW_CHAIR, False


def elect_vice_chair(rec: Record) -> None:
    """Elect the vice-chair by nomination."""
    rec.chair(
        f"副議長、{rec.member(OLD_VICE).plain}議員から、副議長の辞職願が提出されております。この際、副議長の辞職及び副議長の選挙を日程に追加することに御異議ありませんか。"
    )
    agreed(rec, "日程に追加することに決定いたしました。")
    rec.item("副議長の辞職", added=True)
    rec.chair(f"{rec.member(OLD_VICE).plain}議員の副議長の辞職を許可することに御異議ありませんか。")
    agreed(rec, "副議長の辞職を許可することに決定いたしました。")
    rec.item("副議長の選挙", added=True)
    rec.chair(
        "これより副議長の選挙を行います。お諮りいたします。選挙の方法は、地方自治法第118条第２項の規定により、指名推選によりたいと思います。これに御異議ありませんか。"
    )
    agreed(rec, "選挙の方法は、指名推選によることに決定いたしました。")
    rec.chair(
        f"議長において、{rec.called(NEW_VICE)}を指名いたします。ただいま指名いたしました{rec.member(NEW_VICE).plain}議員を、副議長の当選人と定めることに御異議ありませんか。"
    )
    agreed(rec, f"{rec.member(NEW_VICE).plain}議員が副議長に当選されました。")
    speech_of(
        rec,
        NEW_VICE,
        "may-vice-chair",
        f"副議長に当選されました{rec.called(NEW_VICE)}から、挨拶のため発言を求められておりますので、これを許します。",
    )
    rec.rest_if_due()


def appoint(rec: Record) -> None:
    """Appoint the members of the committees."""
    rec.item("常任委員会委員の選任")
    rec.chair(
        "次に、常任委員会委員の選任を行います。委員会条例第８条第１項の規定により、議長において、次のとおり指名いたします。"
    )
    for committee in COMMITTEES:
        rec.chair(f"{committee}委員会委員に、{_members(rec, committee)}。")
    rec.chair("以上のとおりであります。なお、欠員となっております１人につきましては、補欠選挙の後に指名いたします。")
    rec.item("議会運営委員会委員の選任")
    rec.chair(
        f"次に、議会運営委員会委員の選任を行います。議長において、{_members(rec, '議会運営')}を指名いたします。",
        "委員長及び副委員長の互選のため、暫時休憩いたします。",
    )
    rec.stage(f"{clock(rec.now)}休憩")
    rec.now = rec.rested = rec.now.replace(hour=11, minute=45, second=0)
    rec.stage(f"{clock(rec.now)}再開")
    chairs = "、".join(f"{name}委員長に{rec.member(committee_chair(name, rec.date)).plain}議員" for name in COMMITTEES)
    rec.chair(
        f"会議を再開いたします。休憩中に各委員会において互選の結果、{chairs}、議会運営委員長に{rec.member(14).plain}議員がそれぞれ選ばれましたので、報告いたします。"
    )


def _members(rec: Record, committee: str) -> str:
    return "、".join(
        f"{one.plain}議員" for one in members_on(rec.date).values() if f"{committee}委員会" in one.committees
    )


def supplementary(rec: Record) -> None:
    """Let the mayor and officers explain the bills, ask, and vote."""
    brought = (*bills_of("1r", "承認"), *bills_of("1r", "議案"))
    take_up(rec, brought)
    speech_of(rec, "市長", "may-mayor", "市長から、挨拶と提案理由の説明を求めます。市長。")
    explain(rec, brought, "細部の説明を求めます。")
    bill_questions(rec)
    rec.chair("お諮りいたします。ただいま議題となっております各件は、委員会の付託を省略することに御異議ありませんか。")
    agreed(rec, "委員会の付託を省略することに決定いたしました。")
    rec.chair("これより討論に入ります。討論の通告はありませんので、討論なしと認めます。")
    for one in decisions():
        if one.bill in brought:
            decide(rec, [one])


def audit(rec: Record) -> None:
    """Vote on the audit commissioner; the member concerned leaves the chamber (除斥)."""
    bill = bills()["同意第3号"]
    name = rec.member(AUDITOR).plain
    take_up(rec, [bill])
    rec.chair(f"地方自治法第117条の規定により、{rec.called(AUDITOR)}の退席を求めます。")
    rec.stage(f"〔{n(AUDITOR)}番　{name}議員　退場〕")
    explain(rec, [bill])
    rec.chair("質疑、委員会の付託及び討論を省略することに御異議ありませんか。")
    agreed(rec, "質疑、委員会の付託及び討論を省略することに決定いたしました。")
    decide(rec, [one for one in decisions() if one.bill == bill])
    rec.chair(f"{name}議員の除斥を解きます。")
    rec.stage(f"〔{n(AUDITOR)}番　{name}議員　入場〕")
