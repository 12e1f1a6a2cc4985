"""Files to drafts: everything in a council's folder read and parsed, with all that was found on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from council.config import Config
from council.corrections import (
    Corrected,
    Errata,
    TargetFiles,
    correct_minutes,
    correct_tables,
    correct_tree,
    not_checked,
    plan_corrections,
    without_words,
    without_words_in_findings,
)
from council.diagnostics import Outcome, Severity, Withholds
from council.model.events import AttendanceKind
from council.papers import Shelf, prepare_papers
from council.parse.corrections import parse_corrections
from council.parse.drafts import (
    DraftCorrection,
    DraftMaterial,
    DraftMeeting,
    DraftMember,
    Drafts,
    DraftSession,
    DraftVoteEvent,
)
from council.parse.find import InputFile, Inputs, SessionFile, WordFile, find_inputs
from council.parse.materials import parse_materials
from council.parse.minutes import parse_minutes
from council.parse.roster import parse_roster
from council.parse.session_file import parse_session_file
from council.parse.streams import parse_streams
from council.parse.votes import parse_vote_table
from council.read.documents import Grid, WordDocument
from council.read.docx import read_word
from council.read.tables import read_tables
from council.read.yaml_file import read_yaml
from council.report import Progress
from council.text.names import comparable_name

Step = Callable[[Progress], None]
T = TypeVar("T")

_KEEPS_A_SITTING_BACK = (Withholds.SITTING, Withholds.FILE)


def read_drafts(config: Config, step: Step, shelf: Shelf) -> Outcome[Drafts]:
    """Read every input of a project; a file that cannot be read is a finding and keeps back only itself.

    Published corrections come first: every file is put right before anything is made of it. Papers are made ready on
    the ``shelf``.
    """
    inputs = find_inputs(config.project)
    listed = _list_of_corrections(inputs.value)
    errata = listed.value
    meetings = _meetings(inputs.value, config, errata, step)
    roster = _table(inputs.value.roster, errata, parse_roster)
    names = _known_names(roster.value.value, meetings.value.value)
    votes = _votes(inputs.value.vote_tables, config, errata, names)
    second = _votes(inputs.value.second, config, errata, names)
    sessions = _sessions(inputs.value, errata)
    recordings = _table(inputs.value.streams, errata, parse_streams)
    materials = _papers(inputs.value, errata, shelf)
    read: tuple[Outcome[Corrected[object]], ...] = (meetings, roster, votes, second, sessions, recordings)
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
        corrections=_shown((row for stage in read for row in stage.value.matched), hidden),
    )
    first = without_words_in_findings(listed.findings, hidden)
    rest: tuple[Outcome[object], ...] = (inputs, *read, materials)
    return Outcome(drafts, (*first, *(found for stage in rest for found in stage.findings)))


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
    inputs: Inputs, config: Config, errata: Errata, step: Step
) -> Outcome[Corrected[tuple[DraftMeeting, ...]]]:
    read: list[Outcome[Corrected[DraftMeeting | None]]] = []
    for done, file in enumerate(inputs.minutes, start=1):
        read.append(read_minutes(file, config, errata))
        step(Progress("read", done, len(inputs.minutes)))
    return _joined(read, tuple(one.value.value for one in read if one.value.value))


def read_minutes(file: WordFile, config: Config, errata: Errata) -> Outcome[Corrected[DraftMeeting | None]]:
    """Read one Word file; one that is refused leaves an empty draft in its place, kept back, dated by its name."""
    document = read_word(file.path, file.name)
    blank = WordDocument(file.name, "", ())
    draft = _parsed(document.value or blank, file, config)
    put_right = correct_minutes(document.value or blank, draft.value, errata)
    if put_right.value.value.blocks != (document.value or blank).blocks:
        draft = _parsed(put_right.value.value, file, config)
    said = without_words_in_findings(document.findings, put_right.value.hidden)
    findings = (*said, *((*draft.findings, *put_right.findings) if document.value else ()))
    keeping = next((one.rule.code for one in findings if one.rule.withholds in _KEEPS_A_SITTING_BACK), "")
    withheld = keeping or errata.kept_back.get(file.name, "")
    if withheld:
        findings = (*findings, *not_checked(put_right.value.matched if document.value else errata.of(file.name)))
        return Outcome(Corrected(replace(draft.value, withheld=withheld), (), put_right.value.hidden), findings)
    unfilled = bool(draft.value.withheld)  # a template nobody has filled in is no sitting yet
    return Outcome(put_right.value.holding(None if unfilled else draft.value), findings)


def _parsed(document: WordDocument, file: WordFile, config: Config) -> Outcome[DraftMeeting]:
    return parse_minutes(document, folder=file.folder, audience=file.audience, forced_profile=config.profile)


def _table(
    file: InputFile | None, errata: Errata, parse: Callable[[tuple[Grid, ...]], Outcome[tuple[T, ...]]]
) -> Outcome[Corrected[tuple[T, ...]]]:
    """Read a table of which there is one."""
    grids = _grids((file,) if file else (), errata)
    parsed = parse(grids.value.value)
    return Outcome(grids.value.holding(parsed.value), (*grids.findings, *parsed.findings))


def _known_names(members: Iterable[DraftMember], meetings: Iterable[DraftMeeting]) -> frozenset[str]:
    """Return every name a vote column may bear: the roster's, and those of the attendance lists."""
    names = {comparable_name(name) for member in members for name in (member.name, *member.other_names)}
    return frozenset(
        names
        | {
            comparable_name(line.name)
            for meeting in meetings
            for line in meeting.attendance
            if line.kind is AttendanceKind.MEMBER
        }
    )


def _votes(
    files: Iterable[InputFile], config: Config, errata: Errata, names: frozenset[str]
) -> Outcome[Corrected[tuple[DraftVoteEvent, ...]]]:
    grids = _grids(files, errata)
    parsed = [
        parse_vote_table(grid, roster_names=names, columns=config.vote_columns, symbols=config.vote_symbols)
        for grid in grids.value.value
    ]
    events = tuple(event for outcome in parsed for event in outcome.value)
    findings = (*grids.findings, *(found for outcome in parsed for found in outcome.findings))
    return Outcome(grids.value.holding(events), findings)


def _grids(files: Iterable[InputFile], errata: Errata) -> Outcome[Corrected[tuple[Grid, ...]]]:
    read = [_corrected_grids(file, errata) for file in files]
    return _joined(read, tuple(grid for one in read for grid in one.value.value))


def _corrected_grids(file: InputFile, errata: Errata) -> Outcome[Corrected[tuple[Grid, ...]]]:
    read = read_tables(file.path, file.name)
    put_right = correct_tables(file.name, read.value, errata)
    said = without_words_in_findings(read.findings, put_right.value.hidden)
    return Outcome(put_right.value, (*said, *put_right.findings))


def _sessions(inputs: Inputs, errata: Errata) -> Outcome[Corrected[tuple[DraftSession, ...]]]:
    read = [_session(file, errata) for file in inputs.sessions]
    return _joined(read, tuple(one.value.value for one in read if one.value.value))


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


def _joined(read: Sequence[Outcome[Corrected[object]]], value: T) -> Outcome[Corrected[T]]:
    """Return what several files hold, with the corrections of all of them."""
    matched = tuple(row for one in read for row in one.value.matched)
    hidden = tuple(words for one in read for words in one.value.hidden)
    return Outcome(Corrected(value, matched, hidden), tuple(found for one in read for found in one.findings))
