"""Minutes as a draft: find the layout, cut the document, read each part; everything not understood stays as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.debate import SpeechType
from council.model.events import Audience
from council.model.identifiers import PLENARY
from council.parse.draft_referrals import DraftReferral
from council.parse.drafts import DraftDecision, DraftMeeting, DraftSpeech
from council.parse.minutes.agenda import read_agenda
from council.parse.minutes.attendance import read_attendance
from council.parse.minutes.debate import read_debate
from council.parse.minutes.decisions import read_decisions
from council.parse.minutes.detect import Detected, detect, weigh
from council.parse.minutes.doubts import doubts
from council.parse.minutes.layout import Layout, debate_start, lay_out
from council.parse.minutes.lines import Line, blocks_of, lines_of, place
from council.parse.minutes.movements import with_movements
from council.parse.minutes.names import known_names
from council.parse.minutes.own_profile import OwnProfileError, is_own, own_profile
from council.parse.minutes.profile import BASE_PROFILE, TABLES_PROFILE, Profile, TableWords, load_profiles
from council.parse.minutes.referral_tables import referrals_in_tables
from council.parse.minutes.secrecy import secret_decision, secret_mark, secret_words
from council.parse.minutes.sections import Section, read_sections
from council.parse.minutes.signatures import read_signatures
from council.parse.minutes.speaker_tables import outside_tables
from council.parse.minutes.spoken_english import spoken_decisions
from council.parse.minutes.spoken_interests import with_spoken_interests
from council.parse.minutes.tabled import at_their_tables, split_tables, tabled_attendance, tabled_debate
from council.parse.minutes.tabled_decisions import recorded_votes, tabled_agenda, tabled_decisions
from council.parse.minutes.tabled_rows import rows_of
from council.parse.minutes.times import read_hours
from council.parse.minutes.titles import (
    SittingFacts,
    disagreements,
    facts_of_names,
    facts_of_title,
    flat_lines,
)
from council.parse.minutes.withdrawn import with_gaps_told
from council.read.documents import WordDocument
from council.rules import minutes as rules
from council.text.blocks import Table

_TITLE_LINES = 60


def parse_minutes(
    document: WordDocument, *, folder: str, audience: Audience, forced_profile: str = ""
) -> Outcome[DraftMeeting]:
    """Read a Word file of minutes as one sitting.

    ``folder`` is the session's folder under minutes_src ('' if none). Findings M101-M302; where no profile fits, the
    whole text is one unattributed line of the debate and tables stay tables.
    """
    profiles = load_profiles()
    lines = lines_of(outside_tables(document.blocks, profiles.values()))
    blank = DraftMeeting(document.path, audience, "", Location(document.path), folder=folder)
    if template := _template(lines, profiles.values()):
        note = finding(rules.UNFILLED_TEMPLATE, place(document.path, template), mark=template.text.strip())
        return Outcome(replace(blank, withheld=rules.UNFILLED_TEMPLATE.code), (note,))
    found, unknown = _profile(lines, document.path, forced_profile)
    layout = _lay_out(lines, found.profile) if found and not found.profile.tables else None
    if found and found.profile.tables:
        read = _tabled(blank, lines, document, found, found.profile.tables)
    else:
        read = _read(blank, layout, found) if found and layout else _unread(blank, lines, document)
    title = layout.sections[0].lines if layout else lines_of(read.value.preface) or lines[:_TITLE_LINES]
    outcome = _held_back(read.value, title, found.profile if found else profiles[BASE_PROFILE])
    return Outcome(outcome.value, (*unknown, *read.findings, *outcome.findings))


def _template(lines: Sequence[Line], profiles: Iterable[Profile]) -> Line | None:
    marks = {profile.template for profile in profiles}
    return next((line for line in flat_lines(lines) if line.squeezed in marks), None)


def _profile(lines: Sequence[Line], path: str, forced: str) -> tuple[Detected | None, tuple[Finding, ...]]:
    profiles = load_profiles()
    if forced in profiles:
        return weigh(lines, profiles[forced]), ()
    if is_own(forced):
        try:
            return weigh(lines, own_profile(forced)), ()
        except OwnProfileError as wrong:
            forced = str(wrong)
    at = Location(path)
    unknown = (finding(rules.UNKNOWN_PROFILE, at, profile=forced, known="、".join(profiles)),) if forced else ()
    return detect(lines, profiles.values()), unknown


class _Laid(Struct, frozen=True):
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
    heard = read_decisions(debate, profile, committee=committee)
    agenda = read_agenda(laid.sections, path, profile)
    spoken = tuple(one.line for one in layout.debate)
    hours = read_hours(layout.preface, spoken, layout.epilogue, profile)
    meeting = replace(
        _with_facts(blank, facts),
        profile=profile.name,
        evidence=found.evidence,
        opened=hours.opened,
        closed=hours.closed,
        recesses=hours.recesses,
        agenda=agenda,
        attendance=with_movements(attendance.value, spoken, profile),
        preface=blocks_of(layout.preface),
        debate=tuple(with_gaps_told(speech) for speech in debate),
        epilogue=blocks_of(layout.epilogue),
        decisions=(*heard.value.decisions, *_decided_in_english(debate, path, profile, committee=committee)),
        referrals=(*heard.value.referrals, *_referred_in_tables(layout, debate, path)),
        signatures=read_signatures(layout.epilogue, profile),
    )
    doubtful = doubts(meeting, laid.sections, layout, profile)
    return Outcome(meeting, (*disagreeing, *attendance.findings, *doubtful, *heard.findings))


def _decided_in_english(
    debate: Sequence[DraftSpeech], path: str, profile: Profile, *, committee: bool
) -> tuple[DraftDecision, ...]:
    """Return what is declared in words and what tables record; a vote that a table records is not told twice."""
    recorded = _recorded_in_tables(debate, path)
    tabled = {(_part(debate, one), one.result.casefold()) for one in recorded}
    spoken = spoken_decisions(debate, profile, committee=committee)
    decided = (*(one for one in spoken if (_part(debate, one), one.result.casefold()) not in tabled), *recorded)
    return with_spoken_interests(decided, debate, profile.spoken or {})


def _part(debate: Sequence[DraftSpeech], decision: DraftDecision) -> int:
    """Return the index of the heading that a decision stands under."""
    before = debate[: (decision.speech or 0) + 1]
    return max((place for place, one in enumerate(before) if one.type is SpeechType.HEADING), default=-1)


def _recorded_in_tables(debate: Sequence[DraftSpeech], path: str) -> tuple[DraftDecision, ...]:
    """Return the votes of tables SUBJECT, YEAS, NAYS that stand in a debate."""
    words = load_profiles()[TABLES_PROFILE].tables
    blocks = [block for speech in debate for block in speech.blocks if isinstance(block, Table)]
    return at_their_tables(recorded_votes(blocks, path, words), debate) if words and blocks else ()


def _referred_in_tables(layout: Layout, debate: Sequence[DraftSpeech], path: str) -> tuple[DraftReferral, ...]:
    """Return what tables of referrals say, before, in and after the debate."""
    parts = (blocks_of(layout.preface), *(speech.blocks for speech in debate), blocks_of(layout.epilogue))
    return tuple(one for blocks in parts for one in referrals_in_tables(blocks, path))


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


def _tabled(
    blank: DraftMeeting, lines: Sequence[Line], document: WordDocument, found: Detected, words: TableWords
) -> Outcome[DraftMeeting]:
    """Read minutes that stand in tables; where nothing was decided in them, they are of no known layout."""
    rows = tuple(rows_of(document.blocks, words))
    decisions = tabled_decisions(rows, blank.path, words)
    if not decisions:
        return _unread(blank, lines, document)
    first = tuple(line for line in flat_lines(lines) if line.squeezed)[:_TITLE_LINES]
    facts, disagreeing = _facts(blank, first, plenary=found.profile.plenary)
    preface, dealt_with = split_tables(document.blocks, words)
    debate = tabled_debate(dealt_with, blank.path)
    meeting = replace(
        _with_facts(blank, facts),
        profile=found.profile.name,
        evidence=found.evidence,
        agenda=tabled_agenda(rows, blank.path, words),
        attendance=tabled_attendance(rows, blank.path, words),
        preface=preface,
        debate=debate,
        decisions=at_their_tables(decisions, debate),
    )
    return Outcome(meeting, disagreeing)


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
