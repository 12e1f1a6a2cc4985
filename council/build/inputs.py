"""Files to drafts: everything in a council's folder read and parsed, with all that was found on the way."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from council.build.minutes import MinutesReader
from council.build.papers import keep_pages, printer_of
from council.build.reading import Reading
from council.build.tables import TABLES, KnownNames, joined, read_table, read_vote_tables
from council.build.withdrawing import withdraw
from council.config import Config
from council.corrections import (
    Corrected,
    Errata,
    Swept,
    TargetFiles,
    correct_tree,
    plan_corrections,
    without_words,
    without_words_in_findings,
)
from council.diagnostics import Outcome, Severity
from council.model.events import AttendanceKind
from council.papers import Shelf, prepare_papers
from council.papers.shelf import KINDS
from council.parse.columns import column
from council.parse.corrections import parse_corrections
from council.parse.draft_handouts import DraftHandout
from council.parse.drafts import (
    DraftCorrection,
    DraftMaterial,
    DraftMeeting,
    DraftMember,
    Drafts,
    DraftSession,
)
from council.parse.find import Inputs, SessionFile, find_inputs
from council.parse.handouts import parse_handouts
from council.parse.materials import parse_materials
from council.parse.roster import parse_roster
from council.parse.session_file import parse_session_file
from council.parse.streams import parse_streams
from council.parse.synonyms import parse_synonyms
from council.read.documents import Grid
from council.read.tables import read_tables
from council.read.yaml_file import read_yaml
from council.report import Progress
from council.text.names import comparable_name


def read_drafts(config: Config, reading: Reading) -> Outcome[Drafts]:
    """Read every input of a project, as `read_inputs`; no finding repeats withdrawn words."""
    read = read_inputs(config, reading)
    return Outcome(read.value.drafts, read.value.silence.findings(read.findings))


def read_inputs(config: Config, reading: Reading) -> Outcome[Swept]:
    """Read every input of a project; a file that cannot be read is a finding and keeps back only itself.

    Published corrections come first: every file is put right before anything is made of it. Withdrawn words leave
    every file in the end; what is found may quote them until it has passed through the `silence` that is returned.
    """
    inputs = find_inputs(config.project)
    listed = _list_of_corrections(inputs.value)
    errata = listed.value
    meetings = _meetings(inputs.value, config, errata, reading)
    roster = read_table(inputs.value.roster, errata, reading, parse_roster)
    groups = frozenset(member.group for member in roster.value.value if member.group)
    names = KnownNames(_known_names(roster.value.value, meetings.value.value), groups)
    votes = read_vote_tables(inputs.value.vote_tables, errata, reading, config, names)
    second = read_vote_tables(inputs.value.second, errata, reading, config, names)
    sessions = _sessions(inputs.value, errata)
    recordings = read_table(inputs.value.streams, errata, reading, parse_streams)
    synonyms = read_table(inputs.value.synonyms, errata, reading, parse_synonyms)
    handouts = _handouts(inputs.value, errata, reading)
    materials = _papers(inputs.value, errata, Shelf(reading.store))
    tables: tuple[Outcome[Corrected[object]], ...] = (recordings, synonyms, handouts)
    read: tuple[Outcome[Corrected[object]], ...] = (meetings, roster, votes, second, sessions, *tables)
    keep_pages(materials.value, printer_of(config, Shelf(reading.store)))
    reading.store.complete(TABLES, *KINDS)
    hidden = tuple(words for stage in read for words in stage.value.hidden)
    drafts = Drafts(
        meetings=meetings.value.value,
        vote_events=votes.value.value,
        second=second.value.value,
        members=roster.value.value,
        has_roster=inputs.value.roster is not None,
        recordings=recordings.value.value,
        sessions=sessions.value.value,
        materials=materials.value,
        unsettled_papers=tuple(dict.fromkeys(one.folder for one in inputs.value.materials if one.audience is None)),
        synonyms=synonyms.value.value,
        handouts=handouts.value.value,
        corrections=_shown((row for stage in read for row in stage.value.matched), hidden),
    )
    first = without_words_in_findings(listed.findings, hidden)
    swept = withdraw(drafts, errata, hidden, reading.store)
    rest: tuple[Outcome[object], ...] = (inputs, *read, materials, swept)
    return Outcome(swept.value, (*first, *(found for stage in rest for found in stage.findings)))


def _list_of_corrections(inputs: Inputs) -> Outcome[Errata]:
    file = inputs.corrections
    nothing: Outcome[tuple[Grid, ...]] = Outcome(())
    read = read_tables(file.path, file.name) if file else nothing
    parsed = parse_corrections(read.value)
    refused = not read.value and any(found.rule.severity is Severity.ERROR for found in read.findings)
    unread = file.name if file and refused else ""
    planned = plan_corrections(parsed, read.value, TargetFiles.of(inputs), unread=unread)
    return Outcome(planned.value, (*read.findings, *parsed.findings, *planned.findings))


def _shown(rows: Iterable[DraftCorrection], hidden: tuple[str, ...]) -> tuple[DraftCorrection, ...]:
    """Return the corrections in the order of their list, none of which repeats withdrawn words."""
    ordered = sorted(rows, key=lambda row: row.location.sort_key)
    return tuple(without_words(row, hidden) for row in ordered)


def _meetings(
    inputs: Inputs, config: Config, errata: Errata, reading: Reading
) -> Outcome[Corrected[tuple[DraftMeeting, ...]]]:
    reader = MinutesReader(reading.store, config.profile, reading.jobs, reading.origins)
    total = len(inputs.minutes)
    read = list(reader.read(inputs.minutes, errata, lambda done: reading.step(Progress("read", done, total))))
    return joined(read, tuple(one.value.value for one in read if one.value.value))


def _known_names(members: Iterable[DraftMember], meetings: Iterable[DraftMeeting]) -> frozenset[str]:
    """Return every name a vote column may bear: the roster's, and those of the attendance lists."""
    is_member = AttendanceKind.MEMBER
    names = {name for member in members for name in (member.name, *member.other_names)}
    for meeting in meetings:
        listed = zip(column(meeting.attendance, "name"), column(meeting.attendance, "kind"), strict=True)
        names.update(name for name, kind in listed if kind is is_member)
    return frozenset(map(comparable_name, names))


def _sessions(inputs: Inputs, errata: Errata) -> Outcome[Corrected[tuple[DraftSession, ...]]]:
    read = [_session(file, errata) for file in inputs.sessions]
    return joined(read, tuple(one.value.value for one in read if one.value.value))


def _handouts(inputs: Inputs, errata: Errata, reading: Reading) -> Outcome[Corrected[tuple[DraftHandout, ...]]]:
    read = [read_table(file, errata, reading, parse_handouts) for file in inputs.packets]
    return joined(read, tuple(row for one in read for row in one.value.value))


def _session(file: SessionFile, errata: Errata) -> Outcome[Corrected[DraftSession | None]]:
    node = read_yaml(file.path, file.name)
    put_right = correct_tree(file.name, node.value, errata)
    tree = put_right.value.value
    session = parse_session_file(tree, file.folder) if tree else None
    said = without_words_in_findings(node.findings, put_right.value.hidden)
    findings = (*said, *put_right.findings, *(session.findings if session else ()))
    return Outcome(put_right.value.holding(session.value if session else None), findings)


def _papers(inputs: Inputs, errata: Errata, shelf: Shelf) -> Outcome[tuple[DraftMaterial, ...]]:
    """Make every paper ready.

    One from which words were withdrawn keeps its place only, for nothing in it can be put right, and its name, which
    may hold them, is not told.
    """
    parsed = parse_materials(inputs.materials)
    drafts = tuple(
        replace(draft, withheld=code, title="") if (code := errata.kept_back.get(draft.path)) else draft
        for draft in parsed.value
    )
    prepared = prepare_papers(drafts, {file.name: file.path for file in inputs.materials}, shelf)
    return Outcome(prepared.value, (*parsed.findings, *prepared.findings))
