"""Results and methods of decisions: the canonical word, what it says in English, and the spellings seen.

A spelling is compared without spaces and in half-width; what no entry knows stays as printed.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from council.text.numerals import fold_width
from council.text.patterns import regex


class Outcome(StrEnum):
    """What a result means for the thing decided; pages choose a look by it, never a fact."""

    CARRIED = "carried"
    LOST = "lost"
    PENDING = "pending"
    OTHER = "other"


class ResultTerm(Struct, frozen=True):
    """A canonical result with its English word and its spellings."""

    ja: str
    en: str
    outcome: Outcome
    spellings: tuple[str, ...] = ()


RESULTS: tuple[ResultTerm, ...] = (
    ResultTerm("可決", "passed", Outcome.CARRIED, ("原案可決", "原案どおり可決", "原案のとおり可決", "原案通り可決")),
    ResultTerm("修正可決", "passed as amended", Outcome.CARRIED, ("修正議決", "修正案可決", "修正のうえ可決")),
    ResultTerm("否決", "rejected", Outcome.LOST, ("原案否決",)),
    ResultTerm("同意", "consented", Outcome.CARRIED, ("原案同意", "同意可決")),
    ResultTerm("不同意", "consent refused", Outcome.LOST),
    ResultTerm("承認", "approved", Outcome.CARRIED, ("原案承認",)),
    ResultTerm("不承認", "approval refused", Outcome.LOST),
    ResultTerm("認定", "accounts approved", Outcome.CARRIED, ("原案認定",)),
    ResultTerm("不認定", "accounts not approved", Outcome.LOST),
    ResultTerm("採択", "petition adopted", Outcome.CARRIED),
    ResultTerm("趣旨採択", "petition adopted in principle", Outcome.CARRIED),
    ResultTerm("趣旨了承", "petition acknowledged", Outcome.CARRIED),
    ResultTerm("一部採択", "petition adopted in part", Outcome.CARRIED),
    ResultTerm("不採択", "petition not adopted", Outcome.LOST),
    ResultTerm("撤回承認", "withdrawal approved", Outcome.OTHER, ("撤回を承認", "撤回")),
    ResultTerm("取下げ承認", "withdrawal approved", Outcome.OTHER, ("取下承認", "取下げ", "取り下げ")),
    ResultTerm("継続審査", "carried over", Outcome.PENDING, ("閉会中継続審査", "閉会中の継続審査", "継続")),
    ResultTerm("審査未了", "examination not completed", Outcome.PENDING, ("未了",)),
    ResultTerm(
        "異議ない旨回答",
        "answered without objection",
        Outcome.CARRIED,
        ("異議なし答申", "異議ない旨答申", "異議なし", "適任", "異議なき旨答申"),
    ),
    ResultTerm("推薦に同意", "nomination agreed", Outcome.CARRIED),
    ResultTerm("除名", "expelled", Outcome.OTHER),
    ResultTerm("当選", "elected", Outcome.OTHER),
    ResultTerm("報告", "reported", Outcome.OTHER, ("報告のみ", "報告済み", "報告済", "報告終了")),
)


class MethodTerm(Struct, frozen=True):
    """A canonical method of voting with its English word and its spellings; ``names``: it records who voted how."""

    ja: str
    en: str
    names: bool
    spellings: tuple[str, ...] = ()


METHODS: tuple[MethodTerm, ...] = (
    MethodTerm(
        "簡易採決", "without objection", names=False, spellings=("異議なし", "簡易表決", "全員異議なし", "簡易")
    ),
    MethodTerm("起立採決", "standing vote", names=False, spellings=("起立", "起立表決", "起立による採決")),
    MethodTerm("挙手採決", "show of hands", names=False, spellings=("挙手", "挙手表決")),
    MethodTerm("記名投票", "recorded vote", names=True, spellings=("記名", "記名採決")),
    MethodTerm("無記名投票", "secret ballot", names=False, spellings=("無記名", "投票", "単記無記名投票")),
    MethodTerm(
        "押しボタン",
        "electronic vote",
        names=True,
        spellings=("電子採決", "電子表決", "押しボタン式", "押しボタン投票", "電子投票", "押ボタン"),
    ),
    MethodTerm("指名推選", "election by nomination", names=False, spellings=("指名推薦",)),
)


@lru_cache(maxsize=1 << 12)
def _squeezed(text: str) -> str:
    return "".join(fold_width(text).split())


_RESULT_BY_SPELLING = {_squeezed(spelling): result for result in RESULTS for spelling in (result.ja, *result.spellings)}
_METHOD_BY_SPELLING = {_squeezed(spelling): method for method in METHODS for spelling in (method.ja, *method.spellings)}


# English results stay as printed; what may follow the word says how, not what.
_ENGLISH: tuple[tuple[Outcome, str], ...] = (
    (Outcome.CARRIED, "passed|carried|approved|adopted|agreed(?: to)?|accepted|enacted|confirmed"),
    (
        Outcome.LOST,
        "(?:not |un)(?:passed|carried|approved|adopted|agreed)|lost|failed|defeated|rejected|denied|negatived",
    ),
    (Outcome.PENDING, "deferred|tabled|postponed|continued|held(?: over)?|laid over|laid on the table|carried over"),
    (Outcome.OTHER, "withdrawn|received(?: and filed)?|noted|no action(?: taken)?"),
)
_MANNER = (
    r"(?: as amended| as written| as presented| unanimously| by consent| without amendment| on division| by (?:a )?(?:recorded |roll[ -]call )?vote"
    r"| with(?:out)? prejudice| on (?:first|second|third|final) reading|,? ?\(?[0-9]{1,3} ?(?:-|to|/) ?[0-9]{1,3}(?: ?(?:-|to|/) ?[0-9]{1,3})?\)?)*"
)
_ENGLISH_WORDS = tuple(
    (outcome, regex(rf"(?:motion |item )?(?:was )?(?:{words}){_MANNER}\.?")) for outcome, words in _ENGLISH
)
_FLAGS = {"1": Outcome.CARRIED, "true": Outcome.CARRIED, "0": Outcome.LOST, "false": Outcome.LOST}
_LONGEST = 80


@lru_cache(maxsize=1 << 12)
def _english_term(printed: str) -> ResultTerm | None:
    words = " ".join(fold_width(printed).casefold().split())
    if len(words) > _LONGEST or not words.isascii():
        return None
    found = next((outcome for outcome, pattern in _ENGLISH_WORDS if pattern.fullmatch(words)), None)
    return ResultTerm(printed, printed, found) if found else None


def outcome_of(result: str) -> Outcome | None:
    """Return what a result means for the thing decided; 1 and 0, true and false stand in columns such as “passed”."""
    if known := result_term(result):
        return known.outcome
    return flag_of(result)


def flag_of(result: str) -> Outcome | None:
    """Return what a result means that is no word: 1, 0, true or false."""
    return _FLAGS.get(result.strip().casefold())


def canonical_result(printed: str) -> str:
    """Return the canonical result of a printed one (原案可決 → 可決); an unknown one stays as printed."""
    known = _RESULT_BY_SPELLING.get(_squeezed(printed))
    return known.ja if known else printed.strip()


def canonical_method(printed: str) -> str:
    """Return the canonical method of a printed one (電子表決 → 押しボタン); an unknown one stays as printed."""
    known = _METHOD_BY_SPELLING.get(_squeezed(printed))
    return known.ja if known else printed.strip()


def result_term(canonical: str) -> ResultTerm | None:
    """Return the entry of a canonical result; an English one's words are the printed ones."""
    return _RESULT_BY_SPELLING.get(_squeezed(canonical)) or _english_term(canonical)


def method_term(canonical: str) -> MethodTerm | None:
    """Return the entry of a canonical method."""
    return _METHOD_BY_SPELLING.get(_squeezed(canonical))
