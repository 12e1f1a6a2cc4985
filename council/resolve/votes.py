"""Decisions: rows of vote tables and decisions in the minutes joined to vote events, voters tied to people."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from council.diagnostics import Finding, Outcome, finding
from council.glossary import canonical_method, canonical_result
from council.glossary.results import method_term
from council.location import Location
from council.model.council import COUNCIL_ID
from council.model.events import EventId, MotionId, SessionId
from council.model.people import Membership, OrganizationId, PersonId
from council.model.votes import Option, Recorded, Requirement, Role, Vote, VoteEvent, VoteEventId
from council.parse.drafts import DraftVote
from council.resolve.attendance import candidates, second_reading
from council.resolve.roster import Matched, Period, Roster
from council.rules import record as rules


@dataclass(frozen=True, slots=True)
class Told:
    """What one source tells of one decision: a row of a table or a declaration in the minutes."""

    session_id: SessionId
    motion_id: MotionId
    bill: str  # the printed number, or the title
    aspect: str
    location: Location
    table: str  # empty for minutes
    order: int
    date: dt.date | None
    event_id: EventId | None
    method: str
    result: str
    requirement: Requirement
    means_report: bool
    declared_yes: int | None
    declared_no: int | None
    votes: tuple[DraftVote, ...]
    withheld: int
    speech_id: str = ""
    disputed: bool = False  # the second entry of this row says otherwise


@dataclass(frozen=True)
class Chamber:
    """Who sat in which group and who held which office, looked up by day."""

    roster: Roster
    groups: dict[PersonId, tuple[Membership, ...]]
    periods: dict[SessionId, Period]

    def group(self, person_id: PersonId, day: dt.date | None) -> OrganizationId | None:
        """Return the person's parliamentary group on a day."""
        found = {membership.organization_id for membership in self.groups.get(person_id, ()) if membership.covers(day)}
        return found.pop() if len(found) == 1 else None

    def is_chair(self, person_id: PersonId, day: dt.date | None) -> bool:
        """Say whether the roster names the person 議長 (chair) on a known day."""
        terms = self.roster.terms.get(person_id, ())
        return day is not None and any(term.role in _CHAIRS and term.covers(day) for term in terms)

    def period(self, told: Told) -> Period:
        """Return the day of a decision, or without one the session's period."""
        return (told.date, told.date) if told.date else self.periods.get(told.session_id, (None, None))


_CHAIRS = ("議長", "Chair", "chair", "Speaker")


def make_chamber(roster: Roster, memberships: Iterable[Membership], periods: dict[SessionId, Period]) -> Chamber:
    """Index memberships of groups by person."""
    groups: dict[PersonId, list[Membership]] = defaultdict(list)
    for membership in memberships:
        if membership.organization_id != COUNCIL_ID and membership.organization_id.startswith("g-"):
            groups[membership.person_id].append(membership)
    return Chamber(roster, {person: tuple(rows) for person, rows in groups.items()}, periods)


def resolve_votes(told: Iterable[Told], chamber: Chamber) -> Outcome[dict[VoteEventId, VoteEvent]]:
    """Join what the sources tell to one vote event a decision.

    Two rows of one table, or of different days, are two decisions; a row and a declaration of one day are two sources
    of one. Findings: V201–V204, V207, V208, P203, P204.
    """
    by_motion: dict[MotionId, list[Told]] = defaultdict(list)
    for one in told:
        by_motion[one.motion_id].append(one)
    events: dict[VoteEventId, VoteEvent] = {}
    findings: list[Finding] = []
    for motion, tellings in by_motion.items():
        for suffix, sources in _decisions(tellings):
            made = _event(motion, suffix, sources, chamber)
            events[made.value.id] = made.value
            findings += made.findings
    return Outcome(dict(sorted(events.items(), key=_by_day)), _each_once(findings))


def _by_day(item: tuple[VoteEventId, VoteEvent]) -> tuple[str, int, str]:
    event = item[1]
    return (event.date.isoformat() if event.date else "9999", event.order, event.id)


def _decisions(tellings: list[Told]) -> list[tuple[str, list[Told]]]:
    """Group tellings into decisions and give each its suffix: main, 2, 3 …; amend-1 …; report."""
    groups: list[list[Told]] = []
    for one in sorted(tellings, key=lambda one: (one.date or dt.date.max, one.table, one.order)):
        # Without a date of its own a row is of the last day on which the minutes decide the bill.
        searched = groups if one.date else groups[::-1]
        group = next((group for group in searched if _same_decision(group, one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    groups.sort(key=lambda group: min(one.date or dt.date.max for one in group))
    numbered: dict[str, int] = defaultdict(int)
    named: list[tuple[str, list[Told]]] = []
    for group in groups:
        sort = _sort(group)
        numbered[sort] += 1
        named.append((_suffix(sort, numbered[sort]), group))
    return named


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


def _same_decision(group: list[Told], one: Told) -> bool:
    if any(other.table == one.table for other in group):
        return False
    amends = {other.aspect == "amend" for other in (*group, one)}
    days = {other.date for other in (*group, one) if other.date}
    sessions = {other.session_id for other in (*group, one)}
    return len(amends) == 1 and len(days) <= 1 and len(sessions) == 1


def _event(motion: MotionId, suffix: str, sources: list[Told], chamber: Chamber) -> Outcome[VoteEvent]:
    minutes = next((one for one in sources if not one.table), None)
    first = minutes or sources[0]
    date = next((one.date for one in sources if one.date), None)
    dated = [replace(one, date=date) for one in sources]
    votes = _votes(dated, chamber)
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
        recorded=_recorded(votes.value, sources, method),
        votes=votes.value,
        withheld=_withheld(votes.value, sources, votes.findings),
        declared_yes=next((one.declared_yes for one in (first, *sources) if one.declared_yes is not None), None),
        declared_no=next((one.declared_no for one in (first, *sources) if one.declared_no is not None), None),
        means_report=any(one.means_report or one.aspect == "report" for one in sources),
        speech_id=next((one.speech_id for one in sources if one.speech_id), ""),
        sources=tuple(str(one.location) for one in sources),
        order=first.order,
    )
    return Outcome(event, (*votes.findings, *_event_findings(event, sources)))


def _recorded(votes: tuple[Vote, ...], sources: list[Told], method: str) -> Recorded:
    if votes or any(one.votes or one.withheld for one in sources):
        return Recorded.RECORDED
    known = method_term(method)
    return Recorded.NOT_PUBLISHED if known and known.names else Recorded.NOT_RECORDED


def _withheld(votes: tuple[Vote, ...], sources: list[Told], findings: tuple[Finding, ...]) -> int:
    """Count the cells kept back: those unread, those of names without exactly one person, all if sources disagree."""
    if _disagree(sources, findings):
        return max(len(one.votes) + one.withheld for one in sources)
    return max(max(len(one.votes) + one.withheld for one in sources) - len(votes), 0)


def _disagree(sources: Iterable[Told], findings: Iterable[Finding]) -> bool:
    """Say whether two sources, or the two entries of one, give one person different votes."""
    return any(one.disputed for one in sources) or any(found.rule is rules.SOURCES_DISAGREE for found in findings)


def _votes(sources: list[Told], chamber: Chamber) -> Outcome[tuple[Vote, ...]]:
    """Return the votes all sources agree on; no names at all where two sources give one person different votes."""
    merged: dict[PersonId, Vote] = {}
    findings: list[Finding] = []
    for source in sources:
        own = votes_of(source, chamber)
        findings += own.findings
        for voter, vote in own.value.items():
            if voter in merged and merged[voter].option is not vote.option:
                findings.append(_disagreement(source, merged[voter], vote, chamber))
            merged.setdefault(voter, vote)
    if _disagree(sources, findings):
        return Outcome((), tuple(findings))
    return Outcome(tuple(merged.values()), tuple(findings))


def _disagreement(source: Told, first: Vote, second: Vote, chamber: Chamber) -> Finding:
    return finding(
        rules.SOURCES_DISAGREE,
        source.location,
        bill=source.bill,
        person=chamber.roster.people[first.voter_id].name,
        first=first.raw,
        first_source=first.source,
        second=second.raw,
        second_source=second.source,
    )


def votes_of(source: Told, chamber: Chamber) -> Outcome[dict[PersonId, Vote]]:
    """Return one source's votes by person; names without exactly one person are findings."""
    votes: dict[PersonId, Vote] = {}
    spoilt: set[PersonId] = set()
    findings: list[Finding] = []
    for draft in source.votes:
        match = chamber.roster.find(draft.name, chamber.period(source))
        place = draft.name_at or draft.location
        if match.person is None:
            findings.append(_no_one(draft, place, chamber, match.rule is Matched.SEVERAL, candidates(match)))
            continue
        findings += second_reading(match, draft.name, source.date, place)
        vote = _vote(draft, match.person.id, source.date, chamber)
        earlier = votes.get(vote.voter_id)
        if earlier and earlier.option is not vote.option:
            spoilt.add(vote.voter_id)
            values = {"person": match.person.name, "first": earlier.raw, "second": vote.raw}
            findings.append(finding(rules.DOUBLE_VOTE, draft.location, **values))
        votes.setdefault(vote.voter_id, vote)
    return Outcome({voter: vote for voter, vote in votes.items() if voter not in spoilt}, tuple(findings))


def _no_one(draft: DraftVote, place: Location, chamber: Chamber, several: bool, names: str) -> Finding:  # noqa: FBT001 - which of two rules
    if several:
        return finding(rules.AMBIGUOUS_VOTER, place, name=draft.name, candidates=names)
    return finding(rules.UNKNOWN_VOTER, place, name=draft.name, near=chamber.roster.near(draft.name))


def _vote(draft: DraftVote, voter: PersonId, day: dt.date | None, chamber: Chamber) -> Vote:
    role = draft.role
    if role is Role.MEMBER and draft.option in (Option.YES, Option.NO) and chamber.is_chair(voter, day):
        role = Role.CHAIR
    return Vote(
        voter_id=voter,
        option=draft.option,
        role=role,
        raw=draft.raw,
        group_id=chamber.group(voter, day),
        note=draft.note,
        source=str(draft.location),
    )


def _event_findings(event: VoteEvent, sources: list[Told]) -> Iterable[Finding]:
    if event.date is None:
        yield finding(rules.UNDATED_VOTE, sources[0].location, bill=sources[0].bill)
    results = {canonical_result(one.result): one for one in sources if one.result}
    if len(results) > 1 and any(not one.table for one in sources):
        table = next(one for one in sources if one.table and canonical_result(one.result) != event.result)
        values = {"bill": sources[0].bill, "minutes": event.result, "table": canonical_result(table.result)}
        yield finding(rules.OTHER_RESULT, table.location, **values)


def _each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Say each thing once: the same rule with the same values in one table is one finding, at its first place."""
    kept: dict[tuple[str, str, tuple[tuple[str, str], ...]], Finding] = {}
    for found in findings:
        kept.setdefault((found.rule.code, found.location.path, _what(found)), found)
    return tuple(kept.values())


def _what(found: Finding) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in found.values if pair[0] != "day")
