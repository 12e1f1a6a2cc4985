"""Decisions: rows of vote tables and decisions in the minutes joined to vote events, voters tied to people."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from council.cache import Prints
from council.diagnostics import Finding, Outcome, finding
from council.glossary import canonical_method, canonical_result
from council.glossary.results import method_term
from council.location import Location
from council.model.events import MotionId, SessionId
from council.model.people import PersonId
from council.model.votes import Recorded, Requirement, Vote, VoteEvent, VoteEventId
from council.resolve.confirming import confirming
from council.resolve.declared import differing_counts
from council.resolve.interests import interests_of
from council.resolve.joining import join_tellings, other_days
from council.resolve.recall import Recall
from council.resolve.voters import Chamber, Told, Traced, roll_of
from council.rules import record as rules


def resolve_votes(
    told: Iterable[Traced], chamber: Chamber, recall: Recall, roster_print: bytes
) -> Outcome[dict[VoteEventId, VoteEvent]]:
    """Join what the sources tell to one vote event a decision; what a session came to before is recalled.

    Two rows of one table, or of different days, are two decisions; a row and a declaration of one day are two sources
    of one. Findings: V201–V204, V207–V210, P203, P204.
    """
    by_motion: dict[MotionId, list[Traced]] = defaultdict(list)
    for one in told:
        by_motion[one.told.motion_id].append(one)
    by_session: dict[SessionId, list[MotionId]] = defaultdict(list)
    for motion, tellings in by_motion.items():
        by_session[tellings[0].told.session_id].append(motion)
    made: dict[MotionId, _Decided] = {}
    for motions in by_session.values():
        members = [one for motion in motions for one in by_motion[motion]]

        def make(motions: Iterable[MotionId] = motions) -> tuple[_Decided, ...]:
            return tuple(
                _decided(motion, [one.told for one in by_motion[motion]], chamber, recall.prints) for motion in motions
            )

        basis = _basis(members, chamber, roster_print)
        made.update(zip(motions, recall.of((one.origin for one in members), basis, make), strict=True))
    decided = [made[motion] for motion in by_motion]
    for known in decided:
        for event, printed in zip(known.events, known.prints, strict=True):
            recall.prints.know(event, printed)
    events = {event.id: event for one in decided for event in one.events}
    findings = (found for one in decided for found in one.findings)
    return Outcome(dict(sorted(events.items(), key=_by_day)), _each_once(findings))


class _Decided(Struct, frozen=True):
    """The decisions on one motion with the fingerprint of each, and what was found in their sources."""

    events: tuple[VoteEvent, ...]
    prints: tuple[bytes, ...]
    findings: tuple[Finding, ...]


def _basis(members: Iterable[Traced], chamber: Chamber, roster_print: bytes) -> tuple[Any, ...]:
    """Return what some motions' decisions are made of: all that is told of them, the roster, and the sessions' periods.

    What a source tells is told by its origin, the bill and the sitting it was tied to, and the marks of a second entry.
    """
    sources, sessions = [], dict[SessionId, None]()
    for one in members:
        told = one.told
        sessions[told.session_id] = None
        marks = (told.disputed, told.confirmed_by)
        sources.append((one.origin, told.session_id, told.motion_id, told.bill, told.event_id, *marks))
    periods = [tuple(day and day.isoformat() for day in chamber.periods.get(one, ())) for one in sessions]
    return "votes", roster_print, periods, sources


def _decided(motion: MotionId, tellings: list[Told], chamber: Chamber, prints: Prints) -> _Decided:
    decisions = _decisions(tellings)
    groups = [sources for _, sources in decisions.value]
    made = [_event(motion, suffix, sources, chamber) for suffix, sources in decisions.value]
    findings = (*decisions.findings, *other_days(groups), *(found for one in made for found in one.findings))
    events = tuple(one.value for one in made)
    return _Decided(events, tuple(map(prints.of, events)), findings)


def _by_day(item: tuple[VoteEventId, VoteEvent]) -> tuple[str, int, str]:
    event = item[1]
    return (event.date.isoformat() if event.date else "9999", event.order, event.id)


def _decisions(tellings: list[Told]) -> Outcome[list[tuple[str, list[Told]]]]:
    """Group tellings into decisions and give each its suffix: main, 2, 3 …; amend-1 …; report. Findings: V209."""
    joined = join_tellings(tellings)
    groups = sorted(joined.value, key=lambda group: min(one.date or dt.date.max for one in group))
    numbered: dict[str, int] = defaultdict(int)
    named: list[tuple[str, list[Told]]] = []
    for group in groups:
        sort = _sort(group)
        numbered[sort] += 1
        named.append((_suffix(sort, numbered[sort]), group))
    return Outcome(named, joined.findings)


def _sort(group: list[Told]) -> str:
    """Return what was voted on: an amendment, the committee's report, or the matter itself."""
    if group[0].aspect == "amend":
        return "amend"
    return "report" if any(one.aspect == "report" or one.means_report for one in group) else "main"


def _suffix(sort: str, number: int) -> str:
    if sort == "amend":
        return f"amend-{number}"
    if sort == "main":
        return "main" if number == 1 else str(number)
    return sort if number == 1 else f"{sort}-{number}"


def _event(motion: MotionId, suffix: str, sources: list[Told], chamber: Chamber) -> Outcome[VoteEvent]:
    minutes = next((one for one in sources if not one.table), None)
    first = minutes or sources[0]
    date = next((one.date for one in sources if one.date), None)
    dated = [one if one.date == date else replace(one, date=date) for one in sources]
    joined = _join(dated, chamber)
    method = next((canonical_method(one.method) for one in (first, *sources) if one.method), "")
    event = VoteEvent(
        id=VoteEventId(f"{motion}-{suffix}"),
        motion_id=motion,
        session_id=first.session_id,
        suffix=suffix,
        date=date,
        event_id=next((one.event_id for one in (first, *sources) if one.event_id), None),
        method=method,
        result=next((canonical_result(one.result) for one in (first, *sources) if one.result), ""),
        requirement=next(
            (one.requirement for one in sources if one.requirement is not Requirement.MAJORITY), Requirement.MAJORITY
        ),
        recorded=_recorded(joined.value.votes, sources, method),
        votes=joined.value.votes,
        withheld=joined.value.withheld,
        withheld_voters=joined.value.voters,
        declared_yes=next((one.declared_yes for one in (first, *sources) if one.declared_yes is not None), None),
        declared_no=next((one.declared_no for one in (first, *sources) if one.declared_no is not None), None),
        means_report=any(one.means_report or one.aspect == "report" for one in sources),
        speech_id=next((one.speech_id for one in sources if one.speech_id), ""),
        sources=tuple(str(one.location) for one in sources),
        order=first.order,
        confirmed_by=joined.value.confirmed_by,
        extent=next((one.extent for one in (first, *sources) if one.extent), ""),
        interests=interests_of(dated, joined.value.votes, chamber),
    )
    return Outcome(event, (*joined.findings, *_event_findings(event, sources)))


def _recorded(votes: tuple[Vote, ...], sources: list[Told], method: str) -> Recorded:
    if votes or any(one.votes or one.withheld for one in sources):
        return Recorded.RECORDED
    known = method_term(method)
    return Recorded.NOT_PUBLISHED if known and known.names else Recorded.NOT_RECORDED


class _Joined(Struct, frozen=True):
    """The votes of all sources, and how many people's are kept back, ``voters`` those who are known."""

    votes: tuple[Vote, ...]
    withheld: int
    voters: tuple[PersonId, ...]
    confirmed_by: tuple[str, ...]


def _join(sources: list[Told], chamber: Chamber) -> Outcome[_Joined]:
    """Return the votes all sources agree on; no names at all where two sources give one person different votes."""
    rolls = [roll_of(source, chamber) for source in sources]
    merged: dict[PersonId, Vote] = {}
    differing: list[Finding] = []
    for source, roll in zip(sources, rolls, strict=True):
        if not merged:
            merged.update(roll.value.votes)
            continue
        for voter, vote in roll.value.votes.items():
            if voter in merged and merged[voter].option is not vote.option:
                differing.append(_disagreement(source, roll.value.places[voter], (merged[voter], vote), chamber))
            merged.setdefault(voter, vote)
    votes = {} if differing or any(one.disputed for one in sources) else merged
    known = dict.fromkeys(voter for roll in rolls for voter in roll.value.places)
    people = max(len(known), *(roll.value.total for roll in rolls))
    kept_back = tuple(voter for voter in known if voter not in votes) if len(known) > len(votes) else ()
    findings = (*(found for roll in rolls for found in roll.findings), *differing)
    confirmed_by = confirming(list(zip(sources, (roll.value for roll in rolls), strict=True)), votes) if votes else ()
    return Outcome(_Joined(tuple(votes.values()), people - len(votes), kept_back, confirmed_by), findings)


def _disagreement(source: Told, place: Location, votes: tuple[Vote, Vote], chamber: Chamber) -> Finding:
    first, second = votes
    return finding(
        rules.SOURCES_DISAGREE,
        place,
        bill=source.bill,
        person=chamber.roster.people[first.voter_id].name,
        first=first.raw,
        first_source=first.source,
        second=second.raw,
        second_source=second.source,
    )


def _event_findings(event: VoteEvent, sources: list[Told]) -> Iterable[Finding]:
    yield from differing_counts(sources)
    if event.date is None and not all(one.moved for one in sources):
        yield finding(rules.UNDATED_VOTE, sources[0].location, bill=sources[0].bill)
    results = {canonical_result(one.result): one for one in sources if one.result}
    if len(results) > 1 and any(not one.table for one in sources):
        table = next(one for one in sources if one.table and canonical_result(one.result) != event.result)
        values = {"bill": sources[0].bill, "minutes": event.result, "table": canonical_result(table.result)}
        yield finding(rules.OTHER_RESULT, table.place_of("result"), **values)


def _each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Say each thing once at a place: what a heading has is the same in every row below it."""
    kept: dict[tuple[str, Location, tuple[tuple[str, str], ...]], Finding] = {}
    for found in findings:
        kept.setdefault((found.rule.code, found.location, _what(found)), found)
    return tuple(kept.values())


def _what(found: Finding) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in found.values if pair[0] != "day")
