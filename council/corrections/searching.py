"""Where a withdrawal belongs of which nobody knows the file: every file that holds its words, else all minutes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from council.corrections.astray import Astray
from council.corrections.errata import Errata
from council.corrections.hashes import find_hashed, is_hash
from council.corrections.settle import is_silent, mark_kind
from council.corrections.withdrawn import Withdrawn, letters_of, tells
from council.location import Location
from council.parse.draft_outlines import DraftOutline
from council.parse.drafts import DraftCorrection, DraftMeeting, Drafts
from council.text.blocks import Paragraph, paragraphs

MeetingHolds = Callable[[DraftMeeting, tuple[Withdrawn, ...]], bool]
"""Says whether the text of a sitting holds any of some words."""
PaperHolds = Callable[[str, tuple[Withdrawn, ...]], bool]
"""Says so of a paper's words, by the hash of its copy."""

_MOST = 300_000  # characters of minutes in which hashes are tried: some sittings, some seconds each


def texts_in(value: object) -> Iterator[str]:
    """Yield every text in a record but for places, of paragraphs their text."""
    if isinstance(value, Paragraph):
        yield value.text
    elif isinstance(value, str):
        if value and not isinstance(value, Enum):
            yield value
    elif isinstance(value, Sequence):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, Struct) and not isinstance(value, (Location, DraftOutline)):
        for name in value.__struct_fields__:
            yield from texts_in(getattr(value, name))


def meeting_text(meeting: DraftMeeting) -> str:
    """Return all that a sitting's minutes say, labels included; words over several paragraphs stand in it together."""
    spoken = tuple(meeting.debate)
    blocks = (*meeting.preface, *(block for one in spoken for block in one.blocks), *meeting.epilogue)
    labels = (label for one in spoken for label in (one.attribution, one.name, one.role))
    return "\n".join((*(one.text for one in paragraphs(blocks)), "\n", *dict.fromkeys(labels)))


class Placed(Protocol):
    """Anything that stands somewhere."""

    @property
    def location(self) -> Location:
        """Where."""


def rows_of(drafts: Drafts) -> tuple[Placed, ...]:
    """Return everything that was read but sittings and corrections."""
    rows: tuple[Placed, ...] = (*drafts.vote_events, *drafts.second, *drafts.members, *drafts.recordings)
    return (*rows, *drafts.sessions, *drafts.materials, *drafts.synonyms, *drafts.handouts)


class Searcher:
    """Looks through drafts for words, in clear and by their hash."""

    def __init__(self, drafts: Drafts, meeting_holds: MeetingHolds, paper_holds: PaperHolds) -> None:
        """Look through these drafts; texts are asked of whoever can remember the answer."""
        self._drafts = drafts
        self._meeting_holds = meeting_holds
        self._paper_holds = paper_holds
        self._left = _MOST

    def places_of(self, one: Astray, hashed: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the files that must be kept back on account of a row: those that hold its words, else what is near.

        If nothing of it is found, all minutes are: nobody knows what was withdrawn. Where the row tells its files, they
        are kept back already, and others only if it does not tell its words, which else are taken out of them.
        """
        if one.files and one.words:
            return ()
        for words in ((*one.words, *hashed), one.near):
            if found := self._holding(tuple(self._sought(one, words))):
                return found
        return () if one.files else tuple(meeting.path for meeting in self._drafts.meetings)

    def hashed_words(self, errata: Errata, taken: Iterable[str]) -> Iterator[tuple[Astray | DraftCorrection, str]]:
        """Yield the words of hashes that were not found in the file that is named, or of which none is named.

        They are looked for in other minutes of the same sitting; for a row without a file in all, and in short texts.
        """
        known = {_hash_of(words) for words in taken}
        for path, rows in errata.rows.items():
            for row in rows:
                if is_silent(row) and is_hash(row.was) and row.was not in known:
                    yield from ((row, words) for words in self._hashed(row.was, self._same_sitting(path)))
        for one in errata.astray:
            if one.hashed and one.hashed not in known:
                yield from ((one, words) for words in self._hashed(one.hashed, self._drafts.meetings))
                yield from ((one, words) for words in (find_hashed(self._short, one.hashed),) if words)

    def _sought(self, one: Astray, words: Iterable[str]) -> Iterator[Withdrawn]:
        for each in words:
            if tells(each):
                yield Withdrawn(each, mark_kind(one.kind), one.location)

    def _holding(self, sought: tuple[Withdrawn, ...]) -> tuple[str, ...]:
        if not sought:
            return ()
        found = [one.path for one in self._drafts.meetings if self._meeting_holds(one, sought)]
        found += [one.path for one in self._drafts.materials if one.sha256 and self._paper_holds(one.sha256, sought)]
        for path, texts in self._plain.items():
            letters = "\n".join(map(letters_of, texts))
            found += [path] if any(one.letters in letters for one in sought) else []
        return tuple(dict.fromkeys(found))

    @cached_property
    def _plain(self) -> Mapping[str, set[str]]:
        """The short texts of each file, votes apart."""
        told: dict[str, set[str]] = {}
        for meeting in self._drafts.meetings:
            lists = (meeting.agenda, meeting.attendance, meeting.decisions, meeting.referrals, meeting.signatures)
            told.setdefault(meeting.path, set()).update(texts_in((meeting.title, *lists)))
        drafts = self._drafts
        events = (replace(one, votes=()) for one in (*drafts.vote_events, *drafts.second))
        for one in rows_of(replace(drafts, vote_events=tuple(events), second=())):
            told.setdefault(one.location.path, set()).update(texts_in(one))
        return told

    @cached_property
    def _short(self) -> tuple[str, ...]:
        return tuple({text: None for texts in self._plain.values() for text in texts})

    def _same_sitting(self, path: str) -> tuple[DraftMeeting, ...]:
        told = {(one.date, one.body) for one in self._drafts.meetings if one.path == path and one.date}
        return tuple(one for one in self._drafts.meetings if (one.date, one.body) in told and one.path != path)

    def _hashed(self, hashed: str, meetings: Iterable[DraftMeeting]) -> Iterator[str]:
        """Yield the words of a hash from short texts that are nothing else and from minutes, while the work allows."""
        if whole := next((text for text in self._short if _hash_of(text) == hashed), ""):
            yield whole
        for meeting in meetings:
            texts = ["\n".join(one.text for one in paragraphs(speech.blocks)) for speech in meeting.debate]
            self._left -= sum(map(len, texts))
            if self._left < 0:
                return
            if found := find_hashed(texts, hashed):
                yield found
                return


def _hash_of(words: str) -> str:
    return "sha256:" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
