"""Decisions from the chair's words (T1-T8 of the phrases in the profile): method, result, counts, aspect, majority.

Only a presiding officer's sentences are read. A sentence is a declaration if it ends in a verb of deciding, names a
result, and either begins with よって or follows words that a vote was taken; 会期の決定, 付託の省略, 日程の追加 and
elections are no decisions on bills. What was decided is what the sentence names, else what the chair last put to the
vote, else the heading's bills. Nobody's vote is ever taken from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.diagnostics import Finding, Outcome, finding
from council.glossary.extents import extent_words
from council.model.bill_numbers import BillNumber
from council.model.debate import SpeechType
from council.model.votes import Requirement
from council.parse.draft_referrals import DraftReferral
from council.parse.drafts import DraftDecision, DraftSpeech
from council.parse.minutes.ballots import Ballot, ballots_in
from council.parse.minutes.clauses import clauses_of
from council.parse.minutes.debate import presides
from council.parse.minutes.decision_state import State, title_of
from council.parse.minutes.elections import ELECTED, election, note_election
from council.parse.minutes.profile import DecisionPhrases, Pattern, Profile
from council.parse.minutes.referrals import referrals_of
from council.parse.minutes.sentences import Sentence, sentences_of
from council.rules import minutes as rules
from council.text.numerals import any_number
from council.text.patterns import regex

# 同意第１号 is a number, not a result.
_KIND_LIKE_RESULT = regex(r"(?:同意|承認|認定|決議|意見書)案?第[0-9〇一二三四五六七八九十百]+号")
_SUBJECT = regex(
    r"^(?:よって|したがって|従って|以上のとおり|ゆえに|これにより)?、?(?P<subject>.{1,60}?)(?:については|につきましては|は)、?"
)


class Heard(Struct, frozen=True):
    """What the chair's words decide, and which bills they refer to which committees."""

    decisions: tuple[DraftDecision, ...]
    referrals: tuple[DraftReferral, ...]


class _Reader(Struct):
    """Walks the chair's sentences and gathers decisions, referrals and findings."""

    phrases: DecisionPhrases
    state: State = field(default_factory=State)
    decisions: list[DraftDecision] = field(default_factory=list)
    referrals: list[DraftReferral] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def said(self) -> Mapping[str, Pattern]:
        """The patterns by name."""
        return self.phrases.patterns

    def hear(self, sentence: Sentence, speech: int) -> None:
        """Take in one sentence of the chair."""
        if item := self.said["item"].search(sentence.text):
            self.state.take_up(item["what"], sentence.bills)
        if self.said["so"].search(sentence.text):
            self._decide_as_asked(sentence, speech)
            return
        self.referrals += referrals_of(sentence, self.state, self.phrases, asked=False)
        note_election(sentence.text, self.state, self.phrases)
        if self.said["elected"].search(sentence.text):
            self._elect(sentence, speech)
        self._note(sentence)
        if not self._declares(sentence):
            if sentence.text.startswith(("よって", "したがって")) and self.said["procedural"].search(sentence.text):
                self.state.clear()
            return
        voted = replace(self.state)
        for clause in clauses_of(sentence, lambda text: _first_result(self.phrases, text)):
            self.state.method, self.state.report = voted.method, voted.report
            self._decide(clause, speech)

    def _elect(self, sentence: Sentence, speech: int) -> None:
        """Add the election that somebody won; several sentences tell one election."""
        if self.said["not_declared"].search(sentence.text):
            return
        won = election(sentence, speech, self.state, self.phrases)
        if won and not any(
            (one.bills, one.title, one.result) == (won.bills, won.title, ELECTED) for one in self.decisions
        ):
            self.decisions.append(won)

    def _decide_as_asked(self, sentence: Sentence, speech: int) -> None:
        """Read さよう決定しました: what was asked is decided, if it was a decision on a bill."""
        self._note_method(sentence.text)
        asked = self.state.asked
        if asked and self._asks_result(asked.text):
            self._decide(replace(sentence, text=asked.text, bills=asked.bills), speech)
        else:
            self.referrals += referrals_of(asked, self.state, self.phrases, asked=True) if asked else ()
            self.state.clear()

    def _asks_result(self, text: str) -> bool:
        on_report = self.state.reported and self.said["report"].search(text)
        named = bool(on_report or _first_result(self.phrases, text))
        return named and not self.said["procedural"].search(text) and not self.said["elections"].search(text)

    def _note(self, sentence: Sentence) -> None:
        text, state, said = sentence.text, self.state, self.said
        if sentence.bills and (said["put"].search(text) or said["taken_up"].search(text) or self._declares(sentence)):
            state.named = sentence.bills
        self._note_method(text)
        if reported := said["reported"].search(text):
            state.reported = _first_result(self.phrases, reported["words"])
        if said["put"].search(text) and not self._declares(sentence):
            state.amendment = bool(said["amendment"].search(text)) and not said["remainder"].search(text)
            state.asked = sentence
        state.report = state.report or bool(said["report"].search(text))
        state.tie = state.tie or bool(said["tie"].search(text))
        state.taken = state.taken or bool(said["taken"].search(text))
        state.extent = extent_words(text) or state.extent
        self._note_figures(text)

    def _note_method(self, text: str) -> None:
        method = next((one for one in self.phrases.methods if one.pattern.search(text)), None)
        if method:
            self.state.method, self.state.taken = method.name, True

    def _note_figures(self, text: str) -> None:
        state, said = self.state, self.said
        if yes := said["yes"].search(text):
            state.yes = any_number(yes["number"])
        if no := said["no"].search(text):
            state.no = any_number(no["number"])
        if colours := said["by_colour"].search(text):
            state.yes, state.no = any_number(colours["yes"]), any_number(colours["no"])
        if not said["quorum"].search(text):
            if said["two_thirds"].search(text):
                state.requirement = Requirement.TWO_THIRDS
            elif said["three_quarters"].search(text):
                state.requirement = Requirement.THREE_QUARTERS

    def _declares(self, sentence: Sentence) -> bool:
        text, said = sentence.text, self.said
        return bool(
            said["declared"].search(text)
            and not said["not_declared"].search(text)
            and not said["elections"].search(text)
            and (self.state.taken or said["taken"].search(text))
            and (_first_result(self.phrases, text) or said["report"].search(text))
            and not said["procedural"].search(_subject(text) or text.split("、")[0])
        )

    def _decide(self, sentence: Sentence, speech: int) -> None:
        result = self._result(sentence.text)
        bills, title = self._what(sentence)
        if not bills and not title:
            values = {"result": result, "sentence": sentence.text[:60]}
            self.findings.append(finding(rules.DECISION_WITHOUT_SUBJECT, sentence.location, **values))
        elif not self._repeats(bills, result, speech):
            self.decisions.append(self._decision(sentence, speech, result, bills, title))
        self.state.clear()
        self.state.requirement = Requirement.MAJORITY

    def _result(self, text: str) -> str:
        if recommended := self.said["recommended"].search(text):
            return f"{recommended[0]}もの"
        found = _first_result(self.phrases, text)
        if self.said["report"].search(text) and not found:
            return self.state.reported or "可決"
        return found or self.state.reported

    def _what(self, sentence: Sentence) -> tuple[tuple[BillNumber, ...], str]:
        subject = _subject(sentence.text)
        bills = sentence.bills or self.state.named or self.state.bills
        if self.said["motion"].search(subject) and not sentence.bills and not self.said["amendment"].search(subject):
            return (), _bare(subject) if len(subject) > len("本動議") else title_of(self.state.heading) or subject
        if not bills:
            return (), title_of(self.state.heading) or ("" if subject.startswith(("本", "これ")) else subject)
        return bills, self.state.titles.get(bills[0], "") if len(bills) == 1 else ""

    def _repeats(self, bills: tuple[BillNumber, ...], result: str, speech: int) -> bool:
        """Say whether the chair only repeats (裁決 … よって可決) what was just declared, without a vote between."""
        if not self.decisions or self.state.method:
            return False
        last = self.decisions[-1]
        amend = self.state.amendment == (last.aspect == "amend")
        return (last.bills, last.result, last.speech) == (bills, result, speech) and amend

    def _decision(
        self, sentence: Sentence, speech: int, result: str, bills: tuple[BillNumber, ...], title: str
    ) -> DraftDecision:
        state = self.state
        return DraftDecision(
            method=state.method,
            result=result,
            location=sentence.location,
            bills=bills,
            title=title,
            aspect=self._aspect(sentence.text, bills),
            speech=speech,
            requirement=state.requirement,
            declared_yes=state.yes,
            declared_no=state.no,
            extent=state.extent,
        )

    def _aspect(self, text: str, bills: tuple[BillNumber, ...]) -> str:
        """Return main, amend (an amendment's own vote), or report (a petition's report, or one against the bill)."""
        subject = _subject(text)
        if subject and not self.said["remainder"].search(text):
            if self.said["amendment"].search(subject):
                return "amend"
        elif self.state.amendment and not subject:
            return "amend"
        petition = any(self.said["petition"].search(bill.kind) for bill in bills)
        against = self.state.reported in ("否決", "不採択", "不認定", "不承認", "不同意")
        return "report" if self.state.report and (petition or against) else "main"


def read_decisions(debate: Sequence[DraftSpeech], profile: Profile, *, committee: bool) -> Outcome[Heard]:
    """Return what the chair declares, decisions with the index of the declaring speech; finding M301."""
    reader = _Reader(profile.decisions)
    follows = False
    for index, speech in enumerate(debate):
        if speech.type is SpeechType.HEADING:
            reader.state.under(speech, follows=follows)
        elif speech.attribution and presides(speech.role, profile, committee=committee):
            for sentence in sentences_of(speech):
                reader.hear(sentence, index)
        follows = speech.type is SpeechType.HEADING
    ballots = ballots_in(debate, profile)
    heard = Heard(_with_ballots(reader.decisions, ballots), tuple(reader.referrals))
    return Outcome(heard, tuple(reader.findings))


def _with_ballots(decisions: Sequence[DraftDecision], ballots: Sequence[Ballot]) -> tuple[DraftDecision, ...]:
    """Give every list of names to the decision it stands by: the last before it in its speech, else the next after it."""
    found = list(decisions)
    for ballot in ballots:
        here = [place for place, one in enumerate(found) if one.speech == ballot.speech]
        before = [place for place in here if (found[place].location.paragraph or 0) <= ballot.paragraph]
        after = [place for place, one in enumerate(found) if one.speech is not None and one.speech >= ballot.speech]
        target = before[-1] if before else next((place for place in after if place not in before), None)
        if target is not None:
            both = {vote.option for vote in (*found[target].votes, *ballot.votes)}
            votes = (*found[target].votes, *ballot.votes) if len(both) > 1 or ballot.complete else ()
            opponents = () if votes else ballot.opponents
            found[target] = replace(found[target], votes=votes, opponents=opponents)
    return tuple(found)


def _first_result(phrases: DecisionPhrases, text: str) -> str:
    """Return the canonical result a text names: of several the one named last, of two at one place the first listed."""
    bare = _KIND_LIKE_RESULT.sub("", text)
    found = [
        (match.end(), -order, result.name)
        for order, result in enumerate(phrases.results)
        for match in result.pattern.finditer(bare)
    ]
    return max(found, default=(0, 0, ""))[2]


def _subject(text: str) -> str:
    match = _SUBJECT.match(text)
    return match["subject"] if match else ""


def _bare(subject: str) -> str:
    return re.sub(r"^(?:本|この)(?=.)", "", subject)
