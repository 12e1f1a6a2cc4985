"""The chair's words as sentences, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from council.location import Location
from council.model.bill_numbers import BillNumber
from council.parse.drafts import DraftSpeech
from council.parse.minutes.bills import bills_in
from council.parse.minutes.lines import squeeze
from council.text.blocks import paragraphs
from council.text.numerals import fold_width
from council.text.patterns import regex

_SENTENCE = regex(r"[^。〔〕\n]+。?|〔[^〔〕]*〕")
# Inside a quotation a full stop ends nothing.
_QUOTED = regex(r"「[^「」]*」")
_ITEM = regex(r"日程第[ \u3000]*[0-9一二三四五六七八九十百]+[ \u3000]*[、,]?[ \u3000]*")
_WORDS = 24


class Sentence(Struct, frozen=True):
    """A sentence or stage direction; ``text`` without spaces in half-width and without its full stop."""

    text: str
    bills: tuple[BillNumber, ...]
    location: Location


def sentences_of(speech: DraftSpeech) -> Iterator[Sentence]:
    """Yield the sentences of a speech in order."""
    for paragraph in paragraphs(speech.blocks):
        at = speech.location
        for printed in _cut(paragraph.text):
            folded = fold_width(printed)
            # 日程第５、議案第３号から日程第22、議案第20号まで: the items' numbers part a range of bills.
            bills = bills_in(_ITEM.sub("", folded)) if "号" in folded else ()
            where = Location(at.path, paragraph=paragraph.number, heading=at.heading, words=printed.strip()[:_WORDS])
            yield Sentence(squeeze(printed).rstrip("。"), bills, where)


def _cut(text: str) -> Iterator[str]:
    masked = _QUOTED.sub(lambda quoted: quoted[0].replace("。", "・"), text)
    for match in _SENTENCE.finditer(masked):
        if match[0].strip():
            yield text[match.start() : match.end()]
