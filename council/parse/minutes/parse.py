"""Minutes as a draft: find the layout, cut the document, read each part; everything not understood stays as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.debate import SpeechType
from council.model.events import Audience
from council.model.identifiers import PLENARY
from council.parse.drafts import DraftMeeting, DraftSpeech
from council.parse.minutes.agenda import read_agenda
from council.parse.minutes.attendance import read_attendance
from council.parse.minutes.debate import read_debate
from council.parse.minutes.decisions import read_decisions
from council.parse.minutes.detect import Detected, detect, weigh
from council.parse.minutes.doubts import doubts
from council.parse.minutes.layout import Layout, debate_start, lay_out
from council.parse.minutes.lines import Line, blocks_of, lines_of, place
from council.parse.minutes.names import known_names
from council.parse.minutes.profile import BASE_PROFILE, Profile, load_profiles
from council.parse.minutes.secrecy import secret_decision, secret_mark, secret_words
from council.parse.minutes.sections import Section, read_sections
from council.parse.minutes.signatures import read_signatures
from council.parse.minutes.times import read_times
from council.parse.minutes.titles import (
    SittingFacts,
    disagreements,
    facts_of_names,
    facts_of_title,
    flat_lines,
)
from council.read.documents import WordDocument
from council.rules import minutes as rules

_TITLE_LINES = 60


def parse_minutes(
    document: WordDocument, *, folder: str, audience: Audience, forced_profile: str = ""
) -> Outcome[DraftMeeting]:
    """Read a Word file of minutes as one sitting.

    ``folder`` is the session's folder under minutes_src ('' if none). Findings M101-M302; where no profile fits, the
    whole text is one unattributed line of the debate and tables stay tables.
    """
    lines = lines_of(document.blocks)
    blank = DraftMeeting(document.path, audience, "", Location(document.path), folder=folder)
    profiles = load_profiles()
    if template := _template(lines, profiles.values()):
        note = finding(rules.UNFILLED_TEMPLATE, place(document.path, template), mark=template.text.strip())
        return Outcome(replace(blank, withheld=rules.UNFILLED_TEMPLATE.code), (note,))
    found, unknown = _profile(lines, document.path, forced_profile)
    layout = _lay_out(lines, found.profile) if found else None
    read = _read(blank, layout, found) if found and layout else _unread(blank, lines, document)
    title = layout.sections[0].lines if layout else lines[:_TITLE_LINES]
    outcome = _held_back(read.value, title, found.profile if found else profiles[BASE_PROFILE])
    return Outcome(outcome.value, (*unknown, *read.findings, *outcome.findings))


def _template(lines: Sequence[Line], profiles: Iterable[Profile]) -> Line | None:
    marks = {profile.template for profile in profiles}
    return next((line for line in flat_lines(lines) if line.squeezed in marks), None)


def _profile(lines: Sequence[Line], path: str, forced: str) -> tuple[Detected | None, tuple[Finding, ...]]:
    profiles = load_profiles()
    if forced in profiles:
        return weigh(lines, profiles[forced]), ()
    at = Location(path)
    unknown = (finding(rules.UNKNOWN_PROFILE, at, profile=forced, known="、".join(profiles)),) if forced else ()
    return detect(lines, profiles.values()), unknown


@dataclass(frozen=True, slots=True)
class _Laid:
    """A layout with the parts of its preface."""

    layout: Layout
    sections: tuple[Section, ...]


def _lay_out(lines: Sequence[Line], profile: Profile) -> _Laid | None:
    """Cut off the preface, and the rest with the names that its lists hold."""
    start = debate_start(lines, profile)
    if start is None:
        return None
    sections = read_sections(lines[:start], profile)
    attendance = read_attendance(sections, "", profile)
    known = known_names((one.name, one.post) for one in attendance.value)
    return _Laid(lay_out(lines, start, profile, known), sections)


def _read(blank: DraftMeeting, laid: _Laid, found: Detected) -> Outcome[DraftMeeting]:
    profile, path, layout = found.profile, blank.path, laid.layout
    unspoken = takewhile(lambda one: one.label is None, layout.debate)
    further = (*layout.preface, *(one.line for one in unspoken))
    facts, disagreeing = _facts(blank, laid.sections[0].lines, further, profile.plenary)
    attendance = read_attendance(laid.sections, path, profile)
    committee = _in_committee(facts.body, (one.label.role for one in layout.debate if one.label), profile)
    debate = read_debate(layout.debate, path, profile, committee=committee)
    decisions = read_decisions(debate, profile, committee=committee)
    agenda = read_agenda(laid.sections, path, profile)
    opened, closed = read_times((*layout.preface, *(one.line for one in layout.debate), *layout.epilogue), profile)
    meeting = replace(
        _with_facts(blank, facts),
        profile=profile.name,
        evidence=found.evidence,
        opened=opened,
        closed=closed,
        agenda=agenda,
        attendance=attendance.value,
        preface=blocks_of(layout.preface),
        debate=debate,
        epilogue=blocks_of(layout.epilogue),
        decisions=decisions.value,
        signatures=read_signatures(layout.epilogue, profile),
    )
    doubtful = doubts(meeting, laid.sections, layout, profile)
    return Outcome(meeting, (*disagreeing, *attendance.findings, *doubtful, *decisions.findings))


def _in_committee(body: str, roles: Iterable[str], profile: Profile) -> bool:
    """Say whether a committee's chair presides: by the body, or because no 議長 speaks in minutes that name no body."""
    return body not in ("", PLENARY, profile.plenary) or (
        not body and not any(role in profile.roles.presiding for role in roles)
    )


def _facts(
    blank: DraftMeeting, title: Sequence[Line], further: Sequence[Line] = (), plenary: str = PLENARY
) -> tuple[SittingFacts, tuple[Finding, ...]]:
    """Return the document's own facts, filled from the names where it is silent, and where the two disagree."""
    printed = facts_of_title(title, further)
    named = facts_of_names(blank.path, blank.folder)
    at = place(blank.path, printed.date_line) if printed.date_line else blank.location
    found = disagreements(printed, named, blank.folder, at, blank.path)
    body = printed.body or named.body or (plenary if printed.session or named.session else "")
    return replace(
        printed,
        session=printed.session or named.session,
        body=body,
        date=printed.date or named.date,
        number=printed.number or named.number,
    ), found


def _with_facts(blank: DraftMeeting, facts: SittingFacts) -> DraftMeeting:
    return replace(
        blank, title=facts.title, session=facts.session, body=facts.body, date=facts.date, number=facts.number
    )


def _unread(blank: DraftMeeting, lines: Sequence[Line], document: WordDocument) -> Outcome[DraftMeeting]:
    """Return the whole text as one unattributed line; what the title says is still read."""
    first = tuple(line for line in flat_lines(lines) if line.squeezed)[:_TITLE_LINES]
    facts, disagreeing = _facts(blank, first)
    debate = (DraftSpeech(SpeechType.NARRATIVE, document.blocks, blank.location),) if document.blocks else ()
    meeting = replace(_with_facts(blank, facts), debate=debate)
    return Outcome(meeting, (finding(rules.UNKNOWN_LAYOUT, blank.location), *disagreeing))


def _held_back(meeting: DraftMeeting, title: Sequence[Line], profile: Profile) -> Outcome[DraftMeeting]:
    """Mark a secret sitting; outside the members' folder it is withheld."""
    found = _secret_words(meeting, title, profile)
    if found is None:
        return Outcome(meeting)
    at, words = found
    secret = replace(meeting, secret=True)
    if meeting.audience is Audience.MEMBERS:
        return Outcome(secret)
    note = finding(rules.SECRET_SITTING, at, words=words)
    return Outcome(replace(secret, withheld=rules.SECRET_SITTING.code), (note,))


def _secret_words(meeting: DraftMeeting, title: Sequence[Line], profile: Profile) -> tuple[Location, str] | None:
    """Return where and by which words a sitting is marked secret: its file's name, its title, the chair's decision."""
    name = meeting.path.rsplit("/", 1)[-1]
    if marked := profile.secret.title.search(name):
        return replace(meeting.location, words=""), marked[0]
    mark = secret_mark(tuple(flat_lines(title)), tuple(flat_lines(lines_of(meeting.preface))), profile)
    if mark:
        return place(meeting.path, mark), secret_words(mark.squeezed, profile)
    decided = secret_decision(
        meeting.debate, profile, committee=_in_committee(meeting.body, (one.role for one in meeting.debate), profile)
    )
    return (decided.location, secret_words(decided.text, profile)) if decided else None
