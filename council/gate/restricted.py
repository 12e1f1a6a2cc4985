"""What must stand nowhere in the public edition, gathered from the restricted inputs themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from council.diagnostics import Finding, Outcome, finding
from council.gate.allowed import PublicWords, is_restricted_path
from council.gate.index import Index
from council.gate.kept_texts import KeptTexts
from council.gate.letters import runs
from council.gate.said import Said, said
from council.gate.words_of_files import words_of
from council.location import Location
from council.model.events import Audience
from council.model.identifiers import material_id
from council.parse import places
from council.parse.drafts import DraftMeeting, Drafts
from council.parse.find import MINUTES, VOTES
from council.parse.walk import FoundFile, walk
from council.read.docx.source import is_placeholder
from council.rules import gate as rules

# Fields whose text is looked for even if it is short; a person's name or an office may stand in public by chance.
_NAMED = frozenset({"title", "body", "path", "item"})


@dataclass(frozen=True, slots=True)
class Restricted:
    """Words, file hashes, ids and addresses of restricted inputs, each with its place; ``public`` is what clears them.

    ``links`` are addresses of online meetings without their scheme, by host.
    """

    index: Index
    public: PublicWords
    digests: dict[str, Location] = field(default_factory=dict)
    ids: dict[str, Location] = field(default_factory=dict)
    links: dict[str, dict[str, Location]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return self.index.is_empty and not (self.digests or self.ids or self.links)

    @property
    def fingerprint(self) -> str:
        """What changes when anything else is looked for: files that were clear under the same one still are."""
        told = (*self.index.names, *self.index.passages, *self.digests, *self.ids, *self.links.values())
        return hashlib.sha256("\n".join(map(str, told)).encode()).hexdigest()


def restricted_words(
    project: Path, drafts: Drafts, public: Drafts, kept: KeptTexts, withdrawn: Iterable[Said] = ()
) -> Outcome[Restricted]:
    """Gather what the public edition must not hold; ``public`` are the drafts it is made of.

    A path below 議員限定 (members), or below 資料 without 公開, is restricted whatever the drafts say of it. What stands
    in public inputs as well is not looked for. ``withdrawn`` are words that corrections took out.
    Findings: S404 (a restricted file is public as well), S405 (a restricted file that cannot be searched).
    """
    files = walk(project, MINUTES).value
    hidden = tuple(file for file in files if _is_restricted(file))
    open_files = tuple(file for file in (*files, *walk(project, VOTES).value) if not _is_restricted(file))
    words = PublicWords(project, _shown(public), _late(open_files, public), kept)
    gathered = _Gathered(Restricted(Index(), words), kept)
    gathered.files(hidden, {meeting.path: meeting for meeting in drafts.meetings}, open_files)
    gathered.words(_words_of(drafts, public))
    gathered.words(withdrawn)
    gathered.links(drafts)
    gathered.clear()
    return Outcome(gathered.value, tuple(gathered.findings))


def _is_restricted(file: FoundFile) -> bool:
    below = places.below_papers(file.folders)
    if below is None:
        return places.audience(file.folders) is not Audience.PUBLIC
    return places.paper_audience(file.folders, below) is not Audience.PUBLIC


def _shown(public: Drafts) -> Drafts:
    """Return the public drafts without the words of sittings that are kept back."""
    from dataclasses import replace

    return replace(public, meetings=tuple(_without_words(meeting) for meeting in public.meetings))


def _without_words(meeting: DraftMeeting) -> DraftMeeting:
    from dataclasses import replace

    kept_back = meeting.secret or meeting.withheld
    return replace(meeting, debate=(), preface=(), epilogue=()) if kept_back else meeting


def _late(files: Iterable[FoundFile], public: Drafts) -> tuple[tuple[Path, str], ...]:
    """Return the public files whose words the drafts do not hold: papers and tables."""
    minutes = {meeting.path for meeting in public.meetings}
    return tuple((file.path, file.name) for file in files if file.name not in minutes)


def _words_of(drafts: Drafts, public: Drafts) -> Iterator[Said]:
    """Yield what drafts say of restricted things: sittings, papers, corrections, recordings; sittings kept back."""
    for meeting in drafts.meetings:
        if meeting.audience is not Audience.PUBLIC or is_restricted_path(meeting.path):
            yield from said(meeting, meeting.location)
        elif meeting.secret or meeting.withheld:
            yield from (one for speech in meeting.debate for one in said(speech.blocks, speech.location))
    for material in drafts.materials:
        if material.audience is not Audience.PUBLIC or is_restricted_path(material.path):
            yield from said((material.title, material.path), material.location, "title")
    shown = {one.location for one in (*public.corrections, *public.recordings)}
    for one in (*drafts.corrections, *drafts.recordings):
        if one.location not in shown:
            yield from said(one, one.location)


class _Gathered:
    """Takes in what must not be found."""

    def __init__(self, value: Restricted, kept: KeptTexts) -> None:
        self.value = value
        self.kept = kept
        self.findings: list[Finding] = []

    def files(
        self, hidden: Iterable[FoundFile], minutes: dict[str, DraftMeeting], open_files: Iterable[FoundFile]
    ) -> None:
        """Take in restricted files: names, hashes, ids, words."""
        for file in hidden:
            here = Location(file.name)
            self.words(Said(part, here, "path") for part in file.name.split("/")[1:])
            self.value.ids[material_id(file.name)] = here
            data = _bytes_of(file.path)
            if data is None:
                continue
            self.value.digests[hashlib.sha256(data).hexdigest()] = here
            if file.name not in minutes:
                self.contents(file, data)
        self.same_files(open_files)

    def contents(self, file: FoundFile, data: bytes) -> None:
        found = words_of(file.path, file.name, data, self.kept)
        if found is None:
            self.findings.append(finding(rules.NOT_SEARCHABLE, Location(file.name)))
        self.words(found or ())

    def same_files(self, open_files: Iterable[FoundFile]) -> None:
        """Leave out the hash of a file that is public as well, and say so."""
        sizes = {Path(place.path).suffix.casefold() for place in self.value.digests.values()}
        for file in open_files:
            data = _bytes_of(file.path) if file.suffix in sizes else None
            other = self.value.digests.pop(hashlib.sha256(data).hexdigest(), None) if data else None
            if other:
                self.findings.append(finding(rules.SAME_FILE, Location(file.name), other=other.path))

    def words(self, texts: Iterable[Said]) -> None:
        for one in texts:
            for run in runs(one.text):
                self.value.index.add(run, one.place, is_name=one.field in _NAMED)

    def links(self, drafts: Drafts) -> None:
        """Take in the addresses of online meetings."""
        for sitting in (sitting for session in drafts.sessions for sitting in session.sittings if sitting.online):
            address = urlsplit(sitting.online)
            body = sitting.online.partition("://")[2].rstrip("/")
            if address.netloc and body:
                self.value.links.setdefault(address.netloc, {})[body] = sitting.location

    def clear(self) -> None:
        """Leave out all that stands in public texts."""
        if self.value.is_empty:
            return
        for batch in self.value.public.batches():
            self.value.index.forget(batch)
