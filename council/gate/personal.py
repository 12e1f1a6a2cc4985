"""Addresses, telephone numbers and dates of birth in what everyone will read.

Each finding leads to the place and does not quote what it found. The parts can be asked one by one, so that what was
found in a file is kept as long as the file stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from council.diagnostics import Finding, finding
from council.gate.personal_patterns import personal_words
from council.gate.said import Said, said
from council.location import Location
from council.model.paper_text import PaperPart, PaperText
from council.papers.sheet_text import column_of
from council.parse.columns import column
from council.parse.drafts import DraftMaterial, DraftMeeting, Drafts, DraftVote, DraftVoteEvent
from council.text.blocks import paragraphs

_NOT_READ = frozenset({"url", "live", "online", "photo", "path", "folder", "table", "id", "sha256"})
_WORDS = 12


def personal_data(
    public: Drafts, text_of: Callable[[DraftMaterial], PaperText | None] = lambda _: None
) -> tuple[Finding, ...]:
    """Return a warning for each place of the public drafts that looks like personal data (S411-S413).

    ``text_of`` gives the words of a paper, None where there are none at hand.
    """
    meetings = (found for one in public.meetings for found in personal_data_of_meeting(one))
    papers = (
        found
        for one in public.materials
        if not one.withheld and (text := text_of(one))
        for found in personal_data_of_paper(one, text)
    )
    return tuple(
        dict.fromkeys(
            chain(
                meetings,
                papers,
                personal_data_of_table(public.vote_events),
                *map(personal_data_of_rows, lists_of(public)),
            )
        )
    )


def lists_of(public: Drafts) -> tuple[tuple[object, ...], ...]:
    """Return the lists of a project that are neither minutes nor votes nor the words of papers."""
    return (
        *(public.members, public.recordings, public.sessions),
        *(public.materials, public.corrections, public.synonyms),
    )


def personal_data_of_meeting(meeting: DraftMeeting) -> tuple[Finding, ...]:
    """Return the warnings about one sitting's minutes (S411-S413); none where the sitting is kept back."""
    return () if meeting.withheld else _found(_said_of_meeting(meeting))


def personal_data_of_paper(draft: DraftMaterial, text: PaperText) -> tuple[Finding, ...]:
    """Return the warnings about one paper's words (S411-S413): page, sheet and cell, or paragraph."""
    return _found(one for part in text.parts for one in _said_of_part(draft.path, text.kind, part))


def personal_data_of_table(rows: Iterable[DraftVoteEvent]) -> tuple[Finding, ...]:
    """Return the warnings about rows of a vote table (S411-S413)."""
    return _found(one for event in rows for one in _said_of_event(event))


def personal_data_of_rows(rows: object) -> tuple[Finding, ...]:
    """Return the warnings about rows of any other list: the roster, recordings, `session.yml`, corrections (S411-S413)."""
    return _found(one for one in said(rows, Location("")) if one.field not in _NOT_READ)


def _said_of_meeting(meeting: DraftMeeting) -> Iterator[Said]:
    for part in ((meeting.title, meeting.body), meeting.agenda, meeting.attendance, meeting.signatures):
        yield from said(part, meeting.location)
    for blocks in (meeting.preface, meeting.epilogue):
        yield from said(blocks, meeting.location)
    for speech in meeting.debate:
        yield from said((speech.attribution, speech.blocks), speech.location)
    for decision in meeting.decisions:
        yield from said((decision.title, decision.opponents), decision.location)
        yield from _notes(decision.votes)


def _said_of_event(event: DraftVoteEvent) -> Iterator[Said]:
    """Yield the words of a decision in a table; of its votes, of which there are many, the notes alone."""
    words = (event.title, event.proposer, *event.referred_to, event.meeting, event.method, event.result)
    yield from (Said(text, event.location, "title") for text in words if text)
    yield from _notes(event.votes)


def _notes(votes: Sequence[DraftVote]) -> Iterator[Said]:
    if any(column(votes, "note")):
        yield from (Said(vote.note, vote.location, "note") for vote in votes if vote.note)


def _said_of_part(path: str, kind: str, part: PaperPart) -> Iterator[Said]:
    for one in paragraphs(part.blocks):
        match kind:
            case "pdf":
                place = Location(path, sheet=f"p.{part.number}")
            case "xlsx":
                place = Location(path, line=one.number, column=column_of(one), sheet=part.title)
            case _:
                place = Location(path, paragraph=one.number)
        yield Said(one.text, place, "text")


def _found(texts: Iterable[Said]) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(found for one in texts for found in _found_in(one)))


def _found_in(one: Said) -> Iterator[Finding]:
    for rule, before in personal_words(one.text):
        words = before[-_WORDS:].rpartition("\n")[2].strip()
        yield finding(rule, one.place if one.place.line is not None else replace(one.place, words=words))
