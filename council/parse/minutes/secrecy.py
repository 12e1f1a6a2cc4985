"""Secret sittings (秘密会): marked in the title, or decided by the chair. When in doubt a sitting is held back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from council.model.debate import SpeechType
from council.parse.drafts import DraftSpeech
from council.parse.minutes.debate import presides
from council.parse.minutes.lines import Line, squeeze
from council.parse.minutes.profile import Profile
from council.parse.minutes.sentences import Sentence, sentences_of
from council.text.blocks import paragraphs

_LONGEST_MARK = 60
_QUOTED = 16  # characters from 秘密会 on


def secret_mark(title: Iterable[Line], preface: Iterable[Line], profile: Profile) -> Line | None:
    """Return the line that marks a secret sitting: in the title block, or alone anywhere before the debate."""
    return next(
        (line for line in title if _short(line.squeezed) and profile.secret.title.search(line.squeezed)), None
    ) or next((line for line in preface if profile.secret.line.match(line.squeezed)), None)


def secret_words(squeezed: str, profile: Profile) -> str:
    """Return the words of a line or sentence that mark a sitting secret, from 秘密会 on."""
    marked = profile.secret.title.search(squeezed)
    start = marked.start() if marked else max(squeezed.find("秘密会"), 0)
    return (
        marked[0] if marked and squeezed.endswith((marked[0], marked[0] + ")")) else squeezed[start : start + _QUOTED]
    )


def _short(text: str) -> bool:
    return len(text) <= _LONGEST_MARK


def secret_decision(debate: Sequence[DraftSpeech], profile: Profile, *, committee: bool) -> Sentence | None:
    """Return the chair's sentence or the stage line by which the sitting became secret."""
    for speech in debate:
        if not any("秘密会" in paragraph.text for paragraph in paragraphs(speech.blocks)):
            continue
        spoken_by_chair = speech.attribution and presides(speech.role, profile, committee=committee)
        for sentence in sentences_of(speech):
            stage = speech.type in (SpeechType.SCENE, SpeechType.HEADING) or sentence.text.startswith(("〔", "("))
            if "秘密会" in sentence.text and _is_secret(
                sentence.text, profile, stage=bool(stage), chair=bool(spoken_by_chair)
            ):
                return sentence
    return None


def _is_secret(text: str, profile: Profile, *, stage: bool, chair: bool) -> bool:
    if profile.secret.refused.search(text):
        return False
    if stage:
        return _short(text) and bool(profile.secret.title.search(squeeze(text)))
    return chair and bool(profile.secret.decided.search(text))
