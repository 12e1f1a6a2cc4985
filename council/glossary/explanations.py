"""Words of councils explained in a sentence, for people who meet them for the first time."""

from __future__ import annotations

from msgspec import Struct

from council.glossary.terms import Term


class Explanation(Struct, frozen=True):
    """A word with its explanation; ``id`` is part of its address on the page about the site."""

    id: str
    term: Term


def _explained(key: str, ja: str, en: str, explained_ja: str, explained_en: str) -> Explanation:
    return Explanation(key, Term(ja, en, "", explained_ja, explained_en))


EXPLANATIONS: tuple[Explanation, ...] = (
    _explained(
        "session",
        "定例会・臨時会",
        "Session",
        "議会が開かれる期間です。定例会は毎年決まった回数、臨時会は必要なときに開かれます。",
        "The time during which a council meets: regular sessions every year, special ones when needed.",
    ),
    _explained(
        "plenary", "本会議", "Plenary sitting", "議員全員で開く会議です。", "A sitting of all members of the council."
    ),
    _explained(
        "committee",
        "委員会",
        "Committee",
        "分野ごとに議員が分かれて、議案などを詳しく調べる会議です。",
        "A smaller body that examines matters of one field in detail.",
    ),
    _explained(
        "referral",
        "付託",
        "Referral",
        "議案などの審査を、本会議から委員会に任せることです。",
        "Handing a matter from the plenary to a committee for examination.",
    ),
    _explained(
        "report",
        "委員長報告",
        "Committee report",
        "委員会での審査の経過と結果を、委員長が本会議で報告することです。",
        "The committee’s chair tells the plenary how the matter was examined and with what result.",
    ),
    _explained(
        "method",
        "採決",
        "Taking a vote",
        "議案などについて、可とするか否とするかを決めることです。起立、挙手、記名投票、押しボタンなどの方法があります。"
        "「異議なし」で決める簡易採決では、だれが賛成したかは記録されません。",
        "Deciding a matter: by standing, show of hands, recorded vote or button. A decision “without objection” records nobody’s vote.",
    ),
    _explained(
        "carried-over",
        "継続審査",
        "Carried over",
        "会期中に結論を出さず、会期のあとも委員会で審査を続けることです。",
        "The matter is not settled in this session; the committee goes on examining it.",
    ),
    _explained(
        "petition",
        "請願・陳情",
        "Petition",
        "市民が議会に要望を出すことです。請願は議員の紹介が必要です。認められることを「採択」といいます。",
        "A request by citizens to the council. To grant it is to adopt it.",
    ),
    _explained(
        "amendment", "修正案", "Amendment", "議案の内容を一部変える案です。", "A proposal to change part of a bill."
    ),
    _explained(
        "group",
        "会派",
        "Parliamentary group",
        "考えの近い議員が議会の中でつくる集まりです。",
        "Members of like mind who act together in the council.",
    ),
    _explained(
        "confirmed",
        "照合済",
        "Cross-checked",
        "採決表のほかに、別の人がもう一度入力した表か、氏名の載った会議録があり、全員の賛否が一致したことを示します。",
        "Besides the vote table there is a table keyed again by another person, or minutes that list the names, and every member’s vote is the same in both.",
    ),
    _explained(
        "single",
        "単独典拠",
        "Single source",
        "個人の賛否が1つの資料だけに基づくことを示します。数が合っていても、2人の賛否が入れ替わるような転記の誤りは見つけられません。",
        "The names rest on one source. Even where all figures agree, a slip such as two members’ votes exchanged cannot be found.",
    ),
    _explained(
        "secret",
        "秘密会",
        "Closed sitting",
        "公開しないと議会が決めた会議です。",
        "A sitting that the council has decided to hold in private.",
    ),
)
