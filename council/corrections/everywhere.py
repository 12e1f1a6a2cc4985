"""After everything was read: withdrawn words taken out of every file, not only of the one the list names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.corrections.astray import Astray
from council.corrections.errata import Errata, kept_for
from council.corrections.file_names import FileNames
from council.corrections.hiding import Silence
from council.corrections.searching import MeetingHolds, PaperHolds, Searcher, meeting_text, rows_of
from council.corrections.settle import is_silent, not_checked
from council.corrections.sought import withdrawn_words
from council.corrections.sweeping import Sweeper
from council.corrections.targets import TargetFiles
from council.corrections.withdrawn import Withdrawn, holds, tells
from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.events import AttendanceKind
from council.parse.columns import column
from council.parse.drafts import DraftCorrection, DraftMaterial, DraftMeeting, Drafts, DraftVoteEvent
from council.rules import corrections as rules


class Swept(Struct, frozen=True):
    """Drafts in which withdrawn words stand nowhere, and what must not be said of them by anything that follows."""

    drafts: Drafts
    silence: Silence = field(default_factory=Silence)


def text_holds(meeting: DraftMeeting, withdrawn: tuple[Withdrawn, ...]) -> bool:
    """Say whether the minutes of a sitting hold any of the words; fetches them."""
    return holds(withdrawn, meeting_text(meeting))


def no_paper_holds(sha256: str, withdrawn: tuple[Withdrawn, ...]) -> bool:  # noqa: ARG001 - the shape of `PaperHolds`
    """Say so where there are no papers to look into."""
    return False


def sweep(
    drafts: Drafts,
    errata: Errata,
    hidden: Iterable[str],
    meeting_holds: MeetingHolds = text_holds,
    paper_holds: PaperHolds = no_paper_holds,
) -> Outcome[Swept]:
    """Take the words of every 発言取消 and 個人情報 out of all drafts; ``hidden`` are those that left the files named.

    A withdrawal that names no file keeps back the files that hold its words, or all minutes. Nothing is done, and no
    text is fetched, where nothing is withdrawn. Findings: K211 (words stood here as well), K212 (a paper that holds
    them is held back), K213 (a file's name holds them), K109, K207, K208 (kept back), K209.
    """
    taken = tuple(dict.fromkeys(hidden))
    if not errata.silences and not taken:
        return Outcome(Swept(drafts))
    searcher = Searcher(drafts, meeting_holds, paper_holds)
    hashed = tuple(searcher.hashed_words(errata, taken))
    withdrawn = withdrawn_words(errata, taken, _members(drafts), hashed)
    kept = _astray_files(errata, searcher, hashed)
    if not withdrawn and not kept:
        return Outcome(Swept(drafts))
    back = _keep_back(drafts, kept)
    names = FileNames(withdrawn, _paths(drafts, errata))
    told = _without(back.value, _Words(withdrawn, meeting_holds, paper_holds), names)
    findings = (*back.findings, *told.findings)
    near = {path for path, rows in errata.rows.items() if any(map(is_silent, rows))} | set(errata.kept_back) | set(kept)
    near |= {one.row.path for one in withdrawn} | {found.location.path for found in findings}
    near |= {old.path for old, new in zip(back.value.meetings, told.value.meetings, strict=True) if old is not new}
    return Outcome(Swept(told.value, Silence(withdrawn, frozenset(near), names)), findings)


class _Words(Struct, frozen=True):
    """What is looked for, and whom to ask; nothing is asked where no words tell."""

    withdrawn: tuple[Withdrawn, ...]
    meeting_holds: MeetingHolds
    paper_holds: PaperHolds

    @property
    def telling(self) -> tuple[Withdrawn, ...]:
        return tuple(one for one in self.withdrawn if tells(one.words))

    def in_meeting(self, meeting: DraftMeeting) -> bool:
        return bool(self.telling) and self.meeting_holds(meeting, self.telling)

    def in_paper(self, material: DraftMaterial) -> bool:
        return bool(material.sha256 and self.telling) and self.paper_holds(material.sha256, self.telling)


def _astray_files(
    errata: Errata, searcher: Searcher, hashed: Sequence[tuple[Astray | DraftCorrection, str]]
) -> dict[str, str]:
    """Return the files that are kept back on account of rows that are carried out nowhere, each with its row."""
    return {
        path: str(one.location)
        for one in errata.astray
        for path in searcher.places_of(one, [words for row, words in hashed if row is one])
        if path not in errata.kept_back
    }


def _without(drafts: Drafts, words: _Words, names: FileNames) -> Outcome[Drafts]:
    """Take the words out of all drafts; the list of corrections itself is not told of."""
    sweeper = Sweeper(words.withdrawn, names)
    meetings = tuple(sweeper.sitting(one, has_words=words.in_meeting(one)) for one in drafts.meetings)
    papers = _papers(drafts.materials, words, names)
    rest = sweeper.record(replace(drafts, meetings=(), materials=(), corrections=()))
    value = replace(
        rest,
        meetings=meetings,
        materials=papers.value,
        recordings=tuple(one for one in rest.recordings if one.url),
        corrections=Sweeper(words.withdrawn, names).record(drafts.corrections),
    )
    return Outcome(value, (*sweeper.findings, *papers.findings, *_named(names)))


def _members(drafts: Drafts) -> Iterator[str]:
    """Yield the names of members, which everybody knows."""
    for member in drafts.members:
        yield from (member.name, *member.other_names)
    for event in drafts.vote_events:
        yield from column(event.votes, "name")
    for meeting in drafts.meetings:
        yield from (line.name for line in meeting.attendance if line.kind is AttendanceKind.MEMBER)


def _paths(drafts: Drafts, errata: Errata) -> set[str]:
    """Return the path of every file that anything was read of."""
    placed = {one.location.path for one in rows_of(drafts)} | {one.path for one in drafts.meetings}
    return placed | {one.target for one in drafts.corrections} | set(errata.rows) | set(errata.kept_back)


def _keep_back(drafts: Drafts, kept: Mapping[str, str]) -> Outcome[Drafts]:
    """Keep back files on account of rows that may mean them."""
    if not kept:
        return Outcome(drafts)
    files = TargetFiles(
        frozenset(one.path for one in drafts.meetings), materials=frozenset(one.path for one in drafts.materials)
    )
    told = {path: kept_for(path, source, files) for path, source in kept.items()}
    left = [row for row in drafts.corrections if row.target in kept]
    value = replace(
        drafts,
        meetings=tuple(_meeting_kept(one, told.get(one.path)) for one in drafts.meetings),
        vote_events=_others(drafts.vote_events, kept),
        second=_others(drafts.second, kept),
        members=tuple(one for one in drafts.members if one.location.path not in kept),
        recordings=tuple(one for one in drafts.recordings if one.location.path not in kept),
        sessions=tuple(one for one in drafts.sessions if one.location.path not in kept),
        synonyms=tuple(one for one in drafts.synonyms if one.location.path not in kept),
        handouts=tuple(one for one in drafts.handouts if one.location.path not in kept),
        materials=tuple(
            _paper_kept(one, told[one.path].rule.code) if one.path in kept else one for one in drafts.materials
        ),
        corrections=tuple(row for row in drafts.corrections if row.target not in kept),
    )
    return Outcome(value, (*told.values(), *not_checked(left)))


def _others(events: Iterable[DraftVoteEvent], kept: Mapping[str, str]) -> tuple[DraftVoteEvent, ...]:
    return tuple(one for one in events if one.location.path not in kept)


def _meeting_kept(meeting: DraftMeeting, found: Finding | None) -> DraftMeeting:
    return replace(meeting, withheld=meeting.withheld or found.rule.code) if found else meeting


def _paper_kept(material: DraftMaterial, code: str) -> DraftMaterial:
    """Return a paper that keeps its place only; nothing in it can be put right, and its name may hold the words."""
    return replace(material, withheld=code, title="", sha256="", size=0, pages=0, bills=())


def _papers(materials: Iterable[DraftMaterial], words: _Words, names: FileNames) -> Outcome[tuple[DraftMaterial, ...]]:
    """Hold back each paper whose text or name holds the words, for nothing in it can be put right."""
    made: list[DraftMaterial] = []
    findings: list[Finding] = []
    for one in materials:
        path, own = names.of(one.path), one.path.rpartition("/")[2]
        told = holds(words.telling, own) or words.in_paper(one)
        kept = _paper_kept(one, one.withheld or rules.MATERIAL_HOLDS_WITHDRAWN.code) if told else one
        made.append(replace(kept, path=path, folder=names.of_folder(one.folder), location=Location(path)))
        findings += [finding(rules.MATERIAL_HOLDS_WITHDRAWN, Location(path))] if told and not one.withheld else []
    return Outcome(tuple(made), tuple(findings))


def _named(names: FileNames) -> Iterator[Finding]:
    """Yield a finding for each file or folder whose name holds withdrawn words."""
    yield from (finding(rules.WITHDRAWN_WORDS_IN_NAME, Location(name)) for name in names.told_otherwise())
