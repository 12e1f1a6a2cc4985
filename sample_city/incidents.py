"""What happens once: a newcomer's seat, a remark taken back, an amendment brought in."""

from __future__ import annotations

from debate import address
from procedure import NONE, agreed, speech_of
from record import Record


def seat_of_newcomer(rec: Record) -> None:
    """Seat the member elected in between."""
    rec.item("議席の指定")
    rec.chair(
        f"{rec.items[-1].label}、議席の指定を行います。このたびの補欠選挙において当選された{rec.member(13).plain}議員の議席は、"
        "会議規則第４条の規定により、議長において13番に指定いたします。",
        "あわせて、欠員となっておりました文教厚生委員会委員に、委員会条例第８条第１項の規定により、同議員を指名いたします。",
    )
    speech_of(
        rec, 13, "by-election-newcomer", f"{rec.called(13)}から、挨拶のため発言の申出がありますので、これを許します。"
    )


def withdrawal(rec: Record) -> None:
    """Let the council allow a member to withdraw a remark of the day before."""
    rec.item("発言の取消しの件")
    rec.chair(
        f"次に、発言の取消しの件を議題といたします。{rec.called(18)}から、昨日の会議における一般質問の発言の一部を取り消したい旨の申出がありました。"
        "お諮りいたします。これを許可することに御異議ありませんか。"
    )
    agreed(rec, "発言の取消しを許可することに決定いたしました。")


def amendment(rec: Record) -> None:
    """Let the proposer of the amendment to 議案第31号 explain it."""
    rec.chair(
        f"議案第31号に対しては、{rec.member(6).plain}議員ほか２人から、お手元に配付のとおり、修正の動議が提出されております。"
        f"これを本案と併せて議題とし、提出者の説明を求めます。{rec.called(6)}。"
    )
    rec.stage(f"〔６番　{rec.member(6).plain}議員　登壇〕")
    rec.say(6, *address("september-amendment"))
    rec.chair("ただいまの説明に対し、質疑はありませんか。")
    rec.stage(NONE)
    rec.chair("質疑なしと認めます。")
