"""Withdrawn words taken out of drafts: of texts, where a mark stands for them, and of every other field."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, TypeVar, cast
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from council.corrections.editing import with_paragraphs
from council.corrections.file_names import FileNames
from council.corrections.folding import Span
from council.corrections.manuscript import Manuscript
from council.corrections.withdrawn import Withdrawn, letters_of, replaced, spans_of, tells
from council.diagnostics import Finding, finding
from council.location import Location
from council.parse.columns import Columns
from council.parse.draft_outlines import DraftOutline
from council.parse.drafts import DraftMeeting, DraftVote
from council.parse.outlines import outline_of
from council.rules import corrections as rules
from council.text.blocks import Block, Mark, paragraphs

T = TypeVar("T")
_PATHS = frozenset({"path", "table", "target"})
_LINKS = frozenset({"url", "live", "online", "photo"})
_WHOLE = frozenset({"title", "titles", "item", "note"})
_BESIDE = 20  # characters that lead to a place in Word
_FEWEST = 2  # letters of a title that is withdrawn whole


class Sweeper:
    """Takes withdrawn words out of drafts and remembers where they stood."""

    def __init__(self, withdrawn: Sequence[Withdrawn], names: FileNames) -> None:
        """Take the words, the longest first, and what files are called."""
        self._names = names
        self._telling = tuple(one for one in withdrawn if tells(one.words))
        few = (one for one in withdrawn if len(one.letters) >= _FEWEST and not one.letters.isdigit())
        self._whole = {one.letters: one for one in few}
        self._found: dict[tuple[Location, str], Finding] = {}
        self._known: dict[tuple[str, bool], tuple[str, tuple[Withdrawn, ...]]] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was taken out where (K211); the words are not quoted."""
        return tuple(self._found.values())

    def record(self, value: T, place: Location | None = None) -> T:
        """Return a record without the words; the same one if it holds none."""
        return cast("T", self._value(value, "", place or Location("")))

    def sitting(self, meeting: DraftMeeting, *, has_words: bool) -> DraftMeeting:
        """Return a sitting without the words; ``has_words`` says whether its text holds any and must be fetched.

        The outline of a text that has changed is made anew, for addresses must tell nothing of what was said.
        """
        bare = replace(meeting, preface=(), debate=(), epilogue=(), outline=None)
        told = self.record(bare, meeting.location)
        if not has_words and told.path == meeting.path:
            words = {name: getattr(meeting, name) for name in ("preface", "debate", "epilogue", "outline")}
            return meeting if told is bare else replace(told, **words)
        spoken = tuple(meeting.debate)
        texts = (tuple(meeting.preface), *(one.blocks for one in spoken), tuple(meeting.epilogue))
        preface, *said, epilogue = self._texts(meeting.path, texts)
        labels = (self.record(replace(one, blocks=()), one.location) for one in spoken)
        debate = tuple(replace(one, blocks=blocks) for one, blocks in zip(labels, said, strict=True))
        if told is bare and (preface, debate, epilogue) == (texts[0], spoken, texts[-1]):
            return meeting
        whole = replace(told, preface=preface, debate=debate, epilogue=epilogue)
        return replace(whole, outline=outline_of(whole))

    def _texts(self, path: str, texts: Sequence[Sequence[Block]]) -> list[tuple[Block, ...]]:
        """Return texts with marks where words stood, in one paragraph or over several."""
        script = original = Manuscript(tuple(one for blocks in texts for one in paragraphs(blocks)))
        for one in self._telling:
            spans = spans_of(one, script.text) if one.letters in letters_of(script.text) else ()
            for span in spans:
                self._note(one, Location(path, paragraph=script.number(span), words=_beside(script, span)))
            script = script.replaced(spans, "", Mark(0, 0, one.kind, one.id)) if spans else script
        swept = iter(script.told(original.text).paragraphs)
        return [with_paragraphs(blocks, swept) for blocks in texts]

    def _value(self, value: Any, field: str, place: Location) -> Any:  # noqa: ANN401 - any field of any draft
        if isinstance(value, str):
            return value if not value or isinstance(value, Enum) else self._text(value, field, place)
        if isinstance(value, (tuple, Columns)):
            known = tuple(value)
            made = tuple(self._value(one, field, place) for one in known)
            return value if all(one is old for one, old in zip(made, known, strict=True)) else made
        if isinstance(value, Location):
            return self._location(value)
        is_record = isinstance(value, Struct) and not isinstance(value, DraftOutline)
        return self._fields(value, place) if is_record and not self._is_clear(value) else value

    def _fields(self, value: Any, place: Location) -> Any:  # noqa: ANN401 - any draft
        own = getattr(value, "location", place)
        changed = {}
        for name in value.__struct_fields__:
            old = getattr(value, name)
            new = self._value(old, name, own)
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value

    def _is_clear(self, value: object) -> bool:
        """Say quickly of a vote, of which there are very many, that it holds nothing."""
        if not isinstance(value, DraftVote):
            return False
        texts = (value.name, value.raw, value.note)
        return self._location(value.location) is value.location and all(self._swept(one)[0] is one for one in texts)

    def _text(self, text: str, field: str, place: Location) -> str:
        if field in _PATHS:
            name = self._names.of(text)
        elif field == "folder":
            name = self._names.of_folder(text)
        else:
            name, found = self._swept(unquote(text) if field in _LINKS else text, whole=field in _WHOLE)
            for one in found:
                self._note(one, place)
            if field in _LINKS:
                name = "" if found else text
        return text if name == text else name

    def _swept(self, text: str, *, whole: bool = False) -> tuple[str, tuple[Withdrawn, ...]]:
        """Return a text without the words and which they were; ``whole`` where a few letters count if they are all."""
        known = self._known.get((text, whole))
        if known is None:
            letters = letters_of(text)
            found = tuple(one for one in self._telling if one.letters in letters)
            if whole and letters in self._whole:
                found = (self._whole[letters],)
            new = text
            for one in found:
                new = replaced(one, new)
            known = self._known[text, whole] = (text if new == text else new, found if new != text else ())
        return known

    def _location(self, place: Location) -> Location:
        path = self._names.of(place.path)
        heading, words = (one if self._swept(one)[0] is one else "" for one in (place.heading, place.words))
        changed = (path, heading, words) != (place.path, place.heading, place.words)
        return replace(place, path=path, heading=heading, words=words) if changed else place

    def _note(self, one: Withdrawn, place: Location) -> None:
        here = self._location(place)
        told = finding(rules.WITHDRAWN_WORDS_ELSEWHERE, here, source=one.row)
        self._found.setdefault((one.row, str(here)), told)


def _beside(script: Manuscript, span: Span) -> str:
    """Return words that stand before or behind a stretch, to find the place in Word."""
    around = script.paragraph(span)
    before, after = script.text[around.start : span.start], script.text[span.end : around.end]
    words = after[:_BESIDE] if len(after) >= len(before) else before[-_BESIDE:]
    return words.strip().partition("\n")[0]
