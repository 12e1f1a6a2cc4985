"""Who spoke for or against which bill in a debate before a vote (討論), only where the minutes say so in plain words."""

from __future__ import annotations

import re

from msgspec import Struct, field

from council.model.bill_numbers import BillNumber, bill_numbers_in
from council.model.debate import SpeechType
from council.model.votes import Option
from council.parse.draft_stances import DraftStance
from council.parse.drafts import DraftSpeech
from council.text.numerals import fold_width
from council.text.patterns import regex

_PRESIDING = ("議長", "副議長", "仮議長", "臨時議長", "委員長")
_OPENS = regex(r"討論に(?:入|移)|討論を(?:行|許)")
_CLOSES = regex(r"討論を(?:終|打ち切)|採決(?:を|いた|し|に入)")
# What a member says of the own speech: 反対の御意見を伺い and 賛成の立場から、…の話がありました are somebody else's.
_OWN = regex(
    r"(?P<side>賛成|反対)(?:する|の)?"
    r"(?:立場(?:から|で|より|に立)[^。]{0,20}(?:討論|意見|発言|申し|述べ)|討論(?:を(?:いた|し|行)|いた|に参加)|意見を(?:申|述))"
)
_CALLED = regex(r"(?P<side>賛成|反対)(?:する|の)?(?:立場|意見|討論|者の発言)")
# The vote on these is another one than the vote on the bill.
_OTHER_QUESTION = regex("修正|報告|不採択|動議|撤回|継続")
_BEGINNING = 120
_SIDES = {"賛成": Option.YES, "反対": Option.NO}


class Stances(Struct):
    """Listens to a debate, speech by speech, and gathers who took which side."""

    found: list[DraftStance] = field(default_factory=list)
    bills: tuple[BillNumber, ...] = ()
    is_open: bool = False
    announced: Option | None = None
    other_question: bool = False

    def hear(self, speech: DraftSpeech, text: str) -> None:
        """Take in one speech or heading."""
        if speech.type is SpeechType.HEADING:
            self.bills, self.is_open, self.announced = speech.bills, "討論" in text, None
            self.other_question = bool(_OTHER_QUESTION.search(text))
        elif speech.role.endswith(_PRESIDING):
            self._follow(text)
        elif speech.name and self.is_open:
            self._take(speech, text)

    def _follow(self, text: str) -> None:
        """Follow the chair: which bill is debated, whether still, and for which side the next speaker is called."""
        squeezed = _squeezed(text)
        opens = max((match.end() for match in _OPENS.finditer(squeezed)), default=0)
        closes = max((match.end() for match in _CLOSES.finditer(squeezed)), default=0)
        if opens or closes:
            self.is_open = opens > closes
        since = squeezed[squeezed.rfind("。", 0, opens) + 1 :]
        if opens:
            sentence = since.partition("。")[0]
            self.bills = bill_numbers_in(sentence) or self.bills
            self.other_question = bool(_OTHER_QUESTION.search(sentence))
        self.announced = _side(_CALLED, since)

    def _take(self, speech: DraftSpeech, text: str) -> None:
        """Note the side a member takes in the first words, else the side the member was called for."""
        beginning = _squeezed(text)[:_BEGINNING]
        side = _side(_OWN, beginning) if _OWN.search(beginning) else self.announced
        side = side if self.announced in (None, side) else None
        bills = bill_numbers_in(beginning) or self.bills
        if side and len(bills) == 1 and not (self.other_question or _OTHER_QUESTION.search(beginning)):
            self.found.append(DraftStance(speech.role, speech.name, side, bills[0], speech.location))
        self.announced = None


def _side(pattern: re.Pattern[str], text: str) -> Option | None:
    sides = {match["side"] for match in pattern.finditer(text)}
    return _SIDES[sides.pop()] if len(sides) == 1 else None


def _squeezed(text: str) -> str:
    return "".join(fold_width(text).split())
