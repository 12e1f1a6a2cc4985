"""Files to drafts: everything in a council's folder read and parsed, with all that was found on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from council.config import Config
from council.diagnostics import Finding, Outcome, Withholds
from council.model.events import AttendanceKind
from council.parse.corrections import parse_corrections
from council.parse.drafts import DraftMeeting, DraftMember, Drafts, DraftSession, DraftVoteEvent
from council.parse.find import InputFile, Inputs, WordFile, find_inputs
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

_KEEPS_A_SITTING_BACK = (Withholds.SITTING, Withholds.FILE)


def read_drafts(config: Config, step: Step) -> Outcome[Drafts]:
    """Read every input of a project; a file that cannot be read is a finding and keeps back only itself."""
    inputs = find_inputs(config.project)
    meetings = _meetings(inputs.value, config, step)
    roster = _roster(inputs.value)
    votes = _votes(inputs.value, config, _known_names(roster.value, meetings.value))
    sessions = _sessions(inputs.value)
    streams = _grid_of(inputs.value.streams)
    recordings = parse_streams(streams.value)
    listed = _grid_of(inputs.value.corrections)
    corrections = parse_corrections(listed.value)
    materials = parse_materials(inputs.value.materials)
    drafts = Drafts(
        meetings=meetings.value,
        vote_events=votes.value,
        members=roster.value,
        has_roster=inputs.value.roster is not None,
        recordings=recordings.value,
        sessions=sessions.value,
        materials=materials.value,
        corrections=corrections.value,
    )
    stages: tuple[Outcome[object], ...] = (
        inputs,
        meetings,
        roster,
        votes,
        sessions,
        streams,
        recordings,
        listed,
        corrections,
        materials,
    )
    return Outcome(drafts, tuple(found for stage in stages for found in stage.findings))


def _meetings(inputs: Inputs, config: Config, step: Step) -> Outcome[tuple[DraftMeeting, ...]]:
    drafts: list[DraftMeeting] = []
    findings: list[Finding] = []
    for done, file in enumerate(inputs.minutes, start=1):
        made = read_minutes(file, config)
        findings += made.findings
        if made.value:
            drafts.append(made.value)
        step(Progress("read", done, len(inputs.minutes)))
    return Outcome(tuple(drafts), tuple(findings))


def read_minutes(file: WordFile, config: Config) -> Outcome[DraftMeeting | None]:
    """Read one Word file; one that is refused leaves an empty draft in its place, kept back, dated by its name."""
    document = read_word(file.path, file.name)
    blank = WordDocument(file.name, "", ())
    draft = parse_minutes(
        document.value or blank, folder=file.folder, audience=file.audience, forced_profile=config.profile
    )
    findings = (*document.findings, *(draft.findings if document.value else ()))
    keeping = next((one for one in findings if one.rule.withholds in _KEEPS_A_SITTING_BACK), None)
    if keeping is None:
        unfilled = bool(draft.value.withheld)  # a template nobody has filled in is no sitting yet
        return Outcome(None if unfilled else draft.value, findings)
    return Outcome(replace(draft.value, withheld=keeping.rule.code), findings)


def _roster(inputs: Inputs) -> Outcome[tuple[DraftMember, ...]]:
    grids = _grid_of(inputs.roster)
    members = parse_roster(grids.value)
    return Outcome(members.value, (*grids.findings, *members.findings))


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


def _votes(inputs: Inputs, config: Config, names: frozenset[str]) -> Outcome[tuple[DraftVoteEvent, ...]]:
    grids = _grids(inputs.vote_tables)
    parsed = [
        parse_vote_table(grid, roster_names=names, columns=config.vote_columns, symbols=config.vote_symbols)
        for grid in grids.value
    ]
    return Outcome(
        tuple(event for outcome in parsed for event in outcome.value),
        (*grids.findings, *(found for outcome in parsed for found in outcome.findings)),
    )


def _grids(files: Iterable[InputFile]) -> Outcome[tuple[Grid, ...]]:
    read = [read_tables(file.path, file.name) for file in files]
    return Outcome(
        tuple(grid for outcome in read for grid in outcome.value),
        tuple(found for outcome in read for found in outcome.findings),
    )


def _grid_of(file: InputFile | None) -> Outcome[tuple[Grid, ...]]:
    return _grids((file,) if file else ())


def _sessions(inputs: Inputs) -> Outcome[tuple[DraftSession, ...]]:
    sessions: list[DraftSession] = []
    findings: list[Finding] = []
    for file in inputs.sessions:
        node = read_yaml(file.path, file.name)
        findings += node.findings
        session = parse_session_file(node.value, file.folder) if node.value else None
        if session:
            sessions.append(session.value)
            findings += session.findings
    return Outcome(tuple(sessions), tuple(findings))
