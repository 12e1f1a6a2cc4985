"""Elections that a chair holds: who was elected is the speech's words; the decision says what for, how, and 当選."""

from __future__ import annotations

import re

from council.parse.drafts import DraftDecision
from council.parse.minutes.decision_state import State, title_of
from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import DecisionPhrases
from council.parse.minutes.sentences import Sentence
from council.text.patterns import regex

ELECTED = "当選"
_BY_NOMINATION = "指名推選"
_OFFICE = regex(r"の?選挙.*$")


def note_election(text: str, state: State, phrases: DecisionPhrases) -> None:
    """Note which election the chair opens, and that it is by nomination (指名推選) or, said later, by ballot."""
    if "選" not in text and "記名" not in text:
        return
    said = phrases.patterns
    if called := said["election_called"].search(text):
        state.election, state.nominated, state.method = called["what"], False, ""
    if said["nominated"].search(text):
        state.nominated = True
    elif any(one.pattern.search(text) for one in phrases.methods if one.name.endswith("記名投票")):
        state.nominated = False


def election(sentence: Sentence, speech: int, state: State, phrases: DecisionPhrases) -> DraftDecision | None:
    """Return the election that a sentence says somebody won, by its number (選挙第１号) or its title; else None."""
    said = phrases.patterns
    bills = sentence.bills or state.named or state.bills
    method = _BY_NOMINATION if state.nominated else state.method
    if bills and all(said["elections"].search(bill.kind) for bill in bills):
        return DraftDecision(method, ELECTED, sentence.location, bills, speech=speech)
    title = _title(state, phrases)
    if not title or not said["elected_at_last"].search(sentence.text):
        return None
    return DraftDecision(method, ELECTED, sentence.location, (), title, speech=speech)


def _title(state: State, phrases: DecisionPhrases) -> str:
    """Return the heading's title if it is the election's, else what the chair called it."""
    title = "" if state.bills else title_of(state.heading)
    office = _OFFICE.sub("", state.election)
    if not phrases.patterns["election_title"].search(squeeze(title)):
        return state.election
    # 議長 is no part of 副議長の選挙.
    same = not office or re.search(rf"(?<!副){re.escape(office)}", squeeze(title))
    return title if same else state.election
