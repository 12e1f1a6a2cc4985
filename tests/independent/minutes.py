"""Minutes cut into speeches by a rule of their own, written down here and nowhere taken from the toolkit.

The rule (for minutes as Handa prints them): a paragraph that begins with ○, ◆ or ◎, an office or seat, and a name in
parentheses begins a speech; one space after the label separates it from the words. The speech runs on over every
following paragraph, stage and time lines included, to the next label, to the next heading (a paragraph that begins
with △), or to the line above the signatures (one that ends in 署名する。). Before the first of these there is no debate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_LABEL = re.compile(
    r"(?P<label>[○◆◎][^（）()\s]{1,20}[（(][^（）()]{1,20}[）)])(?P<space>[ \u3000]?)(?P<words>.*)", re.DOTALL
)
_HEADING = re.compile(r"[ \u3000]*△")
_SIGNING = re.compile(r".*署名する。[ \u3000]*$", re.DOTALL)


@dataclass
class Spoken:
    """A speech, a heading (no label), or a line outside any speech; ``at`` is the paragraph's number from 1."""

    at: int
    kind: str
    label: str
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, one paragraph a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True)
class Minutes:
    """Everything in a file: before the debate, the debate, from the signatures on."""

    before: list[str]
    debate: list[Spoken]
    after: list[str]

    @property
    def speeches(self) -> list[Spoken]:
        """The speeches alone."""
        return [one for one in self.debate if one.kind == "speech"]


def cut(paragraphs: Sequence[str]) -> Minutes:
    """Cut a file's paragraphs."""
    begin = next((place for place, text in enumerate(paragraphs) if _opens(text)), len(paragraphs))
    end = next((place for place in range(begin, len(paragraphs)) if _SIGNING.match(paragraphs[place])), len(paragraphs))
    debate: list[Spoken] = []
    for place in range(begin, end):
        _take(debate, place + 1, paragraphs[place])
    return Minutes(list(paragraphs[:begin]), debate, list(paragraphs[end:]))


def _opens(text: str) -> bool:
    return bool(_LABEL.match(text) or _HEADING.match(text))


def _take(debate: list[Spoken], number: int, text: str) -> None:
    if label := _LABEL.match(text):
        debate.append(Spoken(number, "speech", label["label"], [label["words"]]))
    elif _HEADING.match(text):
        debate.append(Spoken(number, "heading", "", [text]))
    elif debate and debate[-1].kind == "speech":
        debate[-1].paragraphs.append(text)
    else:
        debate.append(Spoken(number, "outside", "", [text]))


def name_in(label: str) -> str:
    """Return the name a label prints, without office and honorific."""
    inner = re.split(r"[（(]", label.rstrip("）)"))[-1]
    return re.sub(r"(議員|委員|君|さん|氏)$", "", inner)


def office_in(label: str) -> str:
    """Return the office a label prints, without the mark."""
    return re.split(r"[（(]", label[1:])[0]
