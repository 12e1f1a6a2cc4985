"""Which committees bills are referred to (付託), as the chair says it; the tables are read in `referral_tables`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from council.model.bill_numbers import BillNumber
from council.parse.draft_referrals import DraftReferral
from council.parse.minutes.clauses import clauses_of
from council.parse.minutes.decision_state import State
from council.parse.minutes.profile import DecisionPhrases
from council.parse.minutes.sentences import Sentence
from council.text.patterns import regex

# Kana stand in names of committees only as these words: from any other kana on, the name's beginning is not known.
_KANA = "まちづくり|子ども|こども|子育て|くらし|暮らし|みらい|にぎわい|ふれあい|みどり|すまい|住まい|いきいき|まち"
_NAME = (
    rf"(?:(?<=[はをがに、びれ」])|(?<=委員会と)|^)(?!付託|所管|各|関係|当該|担当|本|当|同|全)(?!(?:常任|特別)委員会)"
    rf"(?:{_KANA}|[一-龠々ァ-ヶー・])+委員会"
)
_NAMES = regex(
    rf"(?P<names>{_NAME}(?:(?:及び|並びに|、|と|・){_NAME})*)"
    r"(?:(?:に|へ)(?:それぞれ|一括して?|分割して?|審査のため|、)*付託|(?:に|へ)?$|を設置し、(?:これに|同委員会に|当該委員会に))"
)
_ONE = regex(_NAME)
_ADDRESSED = regex(rf"{_NAME}(?=に|へ|を設置)")
_BILL = regex(r"第[0-9一二三四五六七八九十百〇]+号")


def referrals_of(sentence: Sentence, state: State, phrases: DecisionPhrases, *, asked: bool) -> Iterator[DraftReferral]:
    """Yield what a sentence refers to committees that it names; ``asked`` is a question that was then agreed to."""
    words = phrases.patterns["asks_to_refer" if asked else "refers"]
    if "付託" in sentence.text and words.search(sentence.text):
        clauses = clauses_of(sentence, lambda text: "".join(_committees(text)))
        yield from chain.from_iterable(_clause(one, state, phrases) for one in clauses)


def _clause(clause: Sentence, state: State, phrases: DecisionPhrases) -> Iterator[DraftReferral]:
    committees, bills = _committees(clause.text), _bills(clause, state, phrases)
    if committees and bills:
        yield DraftReferral(bills, committees, clause.location)


def _committees(text: str) -> tuple[str, ...]:
    """Return the committees of a clause, unless it names others as well or a bill after them: whose is whose is open."""
    found = _NAMES.search(text)
    if not found or _BILL.search(text, found.end("names")):
        return ()
    start, end = found.span("names")
    others = [one for one in _ADDRESSED.finditer(text) if not start <= one.start() < end]
    return () if others else tuple(dict.fromkeys(one[0] for one in _ONE.finditer(text, start, end)))


def _bills(clause: Sentence, state: State, phrases: DecisionPhrases) -> tuple[BillNumber, ...]:
    """Return the bills a clause is about: those it names, else those under way if it says 本案 of them."""
    if clause.bills:
        return clause.bills
    under_way = state.named or state.bills
    # The title of a petition may name somebody else's bill.
    alike = len({bill.kind for bill in under_way}) == 1
    return under_way if alike and phrases.patterns["this_matter"].search(clause.text) else ()
