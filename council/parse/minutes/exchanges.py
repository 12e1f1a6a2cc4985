"""Which question an answer answers: the floor's last question, as long as one member alone has asked since the last answer."""

from __future__ import annotations

from msgspec import Struct

from council.model.debate import SpeechType
from council.parse.drafts import DraftSpeech
from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import Questions
from council.text.blocks import paragraphs

_LONGEST_THANKS = 200


class Exchange(Struct):
    """A member's question and what is answered to it; ``question`` is None while nobody, or more than one, has asked."""

    question: int | None = None
    asker: tuple[str, str] = ("", "")
    answered: bool = False
    several: bool = False

    def hear(self, place: int, speech: DraftSpeech, questions: Questions) -> int | None:
        """Take in a speech that stands at a place of the debate; return the place of the question that it answers."""
        if speech.type is SpeechType.ANSWER:
            self.answered = True
            return self.question
        if speech.type is SpeechType.QUESTION:
            self._asked(place, speech, questions)
        else:
            self.forget()
        return None

    def forget(self) -> None:
        """Begin anew: what follows answers no question heard so far."""
        self.question, self.asker, self.answered, self.several = None, ("", ""), False, False

    def _asked(self, place: int, speech: DraftSpeech, questions: Questions) -> None:
        asker = (speech.role, speech.name)
        thanks = is_thanks(speech, questions)
        if self.answered or thanks:
            self.forget()
        if thanks:
            return
        if self.question is None and not self.several:
            self.question, self.asker = place, asker
        elif asker != self.asker or not _is_one_person(asker):
            self.question, self.several = None, True


def _is_one_person(asker: tuple[str, str]) -> bool:
    """Say whether a label tells who asks, by name or seat: 委員 alone may be anybody."""
    role, name = asker
    return bool(name) or role.rstrip("議員委").endswith("番")


def is_thanks(speech: DraftSpeech, questions: Questions) -> bool:
    """Say whether a member's words only end what he asked (ありがとうございました。終わります): nothing is asked in them."""
    text = "".join(paragraph.text for paragraph in paragraphs(speech.blocks))
    said = squeeze(text) if len(text) <= _LONGEST_THANKS else ""
    return bool(questions.thanks.search(said)) and not questions.asks.search(said)
