"""From a question to its answers and back, within the minutes of a sitting."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from council.model.debate import Debate, Speech, SpeechId
from council.pages.grouping import grouped
from council.pages.sheet import Link, Sheet
from council.text.lines import plain


class Thread(Struct, frozen=True):
    """Where a question was answered, by whom, or which question an answer belongs to."""

    label: str
    links: tuple[Link, ...]


def threads(sheet: Sheet, debate: Debate) -> Mapping[SpeechId, Thread]:
    """Return the links of questions and answers by their addresses; what is not surely answered has none."""
    asked = {speech.id: speech for speech in debate.speeches}
    answers = [speech for speech in debate.speeches if speech.answers in asked]
    found = {
        question: Thread(sheet.t("speech.answered"), _first_of_each(given))
        for question, given in grouped((one.answers, one) for one in answers).items()
    }
    back = {one.id: Thread(sheet.t("speech.asked"), (_link(asked[one.answers]),)) for one in answers}
    return {**found, **back}


def _first_of_each(answers: tuple[Speech, ...]) -> tuple[Link, ...]:
    first = {(one.role, one.name): one for one in reversed(answers)}
    return tuple(_link(one) for one in answers if first[one.role, one.name] is one)


def _link(speech: Speech) -> Link:
    return Link(f"#{speech.id}", plain(" ".join(filter(None, (speech.role, speech.name)))) or plain(speech.attribution))
