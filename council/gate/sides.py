"""Which inputs and drafts are restricted and which are public, told by their folders, whatever else is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from council.gate.allowed import is_restricted_path
from council.gate.said import Said, said
from council.location import Location
from council.model.events import Audience
from council.parse import places
from council.parse.drafts import DraftCorrection, DraftMaterial, DraftMeeting, DraftRecording, Drafts
from council.parse.find import MINUTES, VOTES
from council.parse.handout_columns import FILES as PACKETS
from council.parse.walk import FoundFile, walk

Rows = tuple[DraftCorrection, ...] | tuple[DraftRecording, ...]


class Sides(Struct, frozen=True):
    """The two sides of a project.

    ``public`` are the drafts of the public edition without the words of secret sittings; ``public_papers`` the public
    files whose words the drafts do not hold; ``read_minutes`` the restricted Word files whose words they do;
    ``hidden_copies`` the SHA-256 of each restricted paper as the members' edition has it.
    """

    hidden_files: tuple[FoundFile, ...]
    public_files: tuple[FoundFile, ...]
    hidden_words: tuple[Said, ...]
    read_minutes: frozenset[str]
    hidden_copies: tuple[tuple[str, Location], ...]
    public: Drafts
    public_papers: tuple[tuple[Path, str], ...]


def sides(project: Path, drafts: Drafts, public: Drafts) -> Sides:
    """Sort what a project holds; ``public`` are the drafts that the public edition is made of."""
    minutes = tuple(file for file in walk(project, MINUTES).value if not _is_ledger(file))
    public_files = tuple(file for file in (*minutes, *walk(project, VOTES).value) if not _is_restricted(file))
    shown = {meeting.path for meeting in public.meetings}
    return Sides(
        hidden_files=tuple(file for file in minutes if _is_restricted(file)),
        public_files=public_files,
        hidden_words=tuple(_hidden_words(drafts, public)),
        read_minutes=frozenset(meeting.path for meeting in drafts.meetings if not meeting.withheld),
        hidden_copies=tuple(_hidden_copies(drafts)),
        public=replace(public, meetings=tuple(_as_shown(meeting) for meeting in public.meetings)),
        public_papers=tuple((file.path, file.name) for file in public_files if file.name not in shown),
    )


def _is_restricted(file: FoundFile) -> bool:
    below = places.below_papers(file.folders)
    if below is None:
        return places.audience(file.folders) is not Audience.PUBLIC
    return places.paper_audience(file.folders, below) is not Audience.PUBLIC


def _is_ledger(file: FoundFile) -> bool:
    """Say whether a file lists what was handed out: it holds public titles and hashes, whoever may read it."""
    return file.is_named(*PACKETS) and places.below_papers(file.folders) is None


def _is_hidden(one: DraftMeeting | DraftMaterial) -> bool:
    return one.audience is not Audience.PUBLIC or is_restricted_path(one.path)


def _as_shown(meeting: DraftMeeting) -> DraftMeeting:
    return replace(meeting, debate=(), preface=(), epilogue=()) if meeting.secret else meeting


def _hidden_copies(drafts: Drafts) -> Iterator[tuple[str, Location]]:
    public = {one.sha256 for one in drafts.materials if not _is_hidden(one)}
    for one in drafts.materials:
        if _is_hidden(one) and one.sha256 not in public:
            yield one.sha256, one.location


def _hidden_words(drafts: Drafts, public: Drafts) -> Iterator[Said]:
    """Yield what drafts say of restricted sittings, papers, corrections and recordings, and in secret sittings."""
    for meeting in drafts.meetings:
        if _is_hidden(meeting):
            yield from said(meeting, meeting.location)
        elif meeting.secret:
            yield from (one for speech in meeting.debate for one in said(speech.blocks, speech.location))
    for material in drafts.materials:
        if _is_hidden(material):
            yield from said((material.title, material.path), material.location, "title")
    for handout in drafts.handouts:
        if is_restricted_path(handout.path):
            yield from said((handout.title, handout.path), handout.location, "title")
    yield from _left_out(drafts.corrections, public.corrections)
    yield from _left_out(drafts.recordings, public.recordings)


def _left_out(all_rows: Rows, public_rows: Rows) -> Iterator[Said]:
    """Yield the texts of rows that the public drafts do not have."""
    shown = {row.location for row in public_rows}
    for row in all_rows:
        if row.location not in shown:
            yield from said(row, row.location)
