"""What minutes and tables tell of bills and decisions, each tied to its session: mentions of bills, tellings of votes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from council.diagnostics import Finding, Outcome, finding
from council.model.debate import SpeechId
from council.model.events import EventId, MotionId, SessionId
from council.model.identifiers import PLENARY
from council.model.votes import Motion, Option
from council.parse.draft_cells import place_of
from council.parse.drafts import DraftDecision, DraftMeeting, Drafts, DraftVoteEvent, SessionName
from council.parse.outlines import outline_of
from council.parse.session_names import parse_session_name
from council.resolve.meetings import Placed
from council.resolve.motions import Mention, Motions, title_of
from council.resolve.sessions import Sessions, name_id
from council.resolve.voters import Told
from council.rules import record as rules
from council.text.dates import find_date


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A decision of a vote table with the session it belongs to."""

    draft: DraftVoteEvent
    session_id: SessionId


def place_rows(drafts: Drafts, placed: tuple[Placed, ...], sessions: Sessions) -> Outcome[tuple[PlacedRow, ...]]:
    """Find each row's session: its own column, else a title row, the file's name, the minutes that hold the bills.

    Finding: V205 where nothing tells; such a row is withheld.
    """
    rows: list[PlacedRow] = []
    findings: list[Finding] = []
    held = _sessions_by_bill(placed)
    only = next(iter(sessions.by_id)) if len(sessions.by_id) == 1 else None
    for table, members in _by_table(drafts.vote_events).items():
        of_table = _session_of_table(table, members, held) or only
        for draft in members:
            session = _session_of_row(draft, sessions) or of_table or _calendar_year(draft)
            if session:
                rows.append(PlacedRow(draft, session))
            elif not _is_lost(draft):
                findings.append(finding(rules.UNKNOWN_SESSION, draft.location))
    return Outcome(tuple(rows), tuple(findings))


def _is_lost(draft: DraftVoteEvent) -> bool:
    """Say whether a row's cells have moved and nothing sure tells its bill; that is reported already."""
    return draft.moved and draft.number is None


def _by_table(events: Iterable[DraftVoteEvent]) -> dict[str, list[DraftVoteEvent]]:
    tables: dict[str, list[DraftVoteEvent]] = defaultdict(list)
    for event in events:
        tables[event.table].append(event)
    return tables


def _sessions_by_bill(placed: tuple[Placed, ...]) -> dict[str, set[SessionId]]:
    held: dict[str, set[SessionId]] = defaultdict(set)
    for one in placed:
        for decision in one.draft.decisions:
            for bill in decision.bills:
                held[bill.printed].add(one.session_id)
    return held


def _session_of_row(draft: DraftVoteEvent, sessions: Sessions) -> SessionId | None:
    name = parse_session_name(draft.meeting) if draft.meeting else None
    if name and _is_numbered(name):
        return name_id(name)
    day = draft.date or find_date(draft.meeting)
    return (sessions.on(day) if day else None) or (name_id(draft.session) if draft.session else None)


def _session_of_table(
    table: str, members: list[DraftVoteEvent], held: Mapping[str, set[SessionId]]
) -> SessionId | None:
    name = parse_session_name(table.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    if name and _is_numbered(name):
        return name_id(name)
    candidates = [held[draft.number.printed] for draft in members if draft.number and draft.number.printed in held]
    common = set.intersection(*candidates) if candidates else set()
    return common.pop() if len(common) == 1 else None


def _is_numbered(name: SessionName) -> bool:
    return name.number is not None or name.month is not None


def _calendar_year(draft: DraftVoteEvent) -> SessionId | None:
    return SessionId(str(draft.date.year)) if draft.date else None


def names_of_rows(rows: Iterable[PlacedRow], sessions: Sessions) -> tuple[SessionName, ...]:
    """Return the names of sessions that only vote tables know."""
    found: dict[SessionId, SessionName] = {}
    for row in rows:
        if row.session_id not in sessions.by_id:
            name = row.draft.session or parse_session_name(row.draft.meeting) or _file_name(row.draft)
            same = name if name and name_id(name) == row.session_id else None
            year = SessionName(int(row.session_id[:4]))
            found.setdefault(row.session_id, same or year)
    return tuple(found.values())


def _file_name(draft: DraftVoteEvent) -> SessionName | None:
    return parse_session_name(draft.table.rsplit("/", 1)[-1].rsplit(".", 1)[0])


def mentions(
    placed: tuple[Placed, ...], rows: tuple[PlacedRow, ...], drafts: Drafts, sessions: Sessions
) -> Iterator[Mention]:
    """Yield every place that names a bill, headings and agendas before decisions before tables."""
    readable = [one for one in placed if not one.draft.withheld]
    return chain(
        chain.from_iterable(_of_agenda(one) for one in readable),
        chain.from_iterable(_of_headings(one) for one in readable),
        chain.from_iterable(_of_decisions(one) for one in readable if _is_plenary(one)),
        _of_announced(drafts, sessions),
        (_of_row(row) for row in rows if not _is_lost(row.draft)),
    )


def _is_plenary(one: Placed) -> bool:
    """Say whether the council itself sat: what a committee recommends (可決すべきもの) is no decision of the council."""
    return one.draft.body in ("", PLENARY, "council")


def _of_agenda(one: Placed) -> Iterator[Mention]:
    for item in one.draft.agenda:
        for number in item.bills:
            title = title_of(item.title, item.bills)
            yield Mention(one.session_id, number, title, item.location, referred_to=item.referred_to)


def _of_headings(one: Placed) -> Iterator[Mention]:
    for heading in outline_of(one.draft).headings:
        for number in heading.bills:
            yield Mention(one.session_id, number, "", heading.location)


def _of_decisions(one: Placed) -> Iterator[Mention]:
    for decision in one.draft.decisions:
        result = decision.result if decision.aspect != "amend" else ""
        for number in decision.bills:
            yield Mention(one.session_id, number, "", decision.location, date=one.draft.date, result=result)
        if not decision.bills and decision.title and decision.votes:
            yield Mention(one.session_id, None, decision.title, decision.location, date=one.draft.date, result=result)


def _of_announced(drafts: Drafts, sessions: Sessions) -> Iterator[Mention]:
    for file in drafts.sessions:
        session = sessions.by_folder.get(file.folder)
        for sitting in file.sittings:
            for item in sitting.agenda:
                for number in item.bills:
                    if session:
                        yield Mention(session, number, title_of(item.title, item.bills), item.location)


def _of_row(row: PlacedRow) -> Mention:
    draft = row.draft
    return Mention(
        row.session_id,
        draft.number,
        draft.title,
        draft.location,
        date=draft.date,
        result=draft.result if draft.aspect != "amend" else "",
        creator=draft.proposer,
        referred_to=draft.referred_to,
        from_table=True,
        title_at=place_of(draft.cells, "title", draft.location),
    )


def tellings(placed: tuple[Placed, ...], rows: tuple[PlacedRow, ...], motions: Motions) -> Iterator[Told]:
    """Yield what each source tells of each decision."""
    for one in placed:
        if not one.draft.withheld and _is_plenary(one):
            declared = outline_of(one.draft).declared
            for order, (decision, speech) in enumerate(zip(one.draft.decisions, declared, strict=True)):
                yield from _told_by_minutes(one, decision, order, motions, speech)
    sittings: dict[tuple[dt.date | None, SessionId], EventId] = {
        (one.draft.date, one.session_id): one.id for one in reversed(placed) if one.draft.date
    }
    for row in rows:
        told = row.draft.votes or row.draft.withheld  # a row without any vote cell is no decision
        identifier = _motion_of_row(row, motions)
        if told and identifier:
            yield _told_by_row(row, motions.by_id[identifier], sittings.get((row.draft.date, row.session_id)))


def _motion_of_row(row: PlacedRow, motions: Motions) -> MotionId | None:
    if _is_lost(row.draft):
        return motions.titled(row.session_id, row.draft.titles)
    return motions.find(row.session_id, row.draft.number, row.draft.title)


def _told_by_minutes(
    one: Placed, decision: DraftDecision, order: int, motions: Motions, speech: SpeechId
) -> Iterator[Told]:
    draft: DraftMeeting = one.draft
    found = motions.of_bills(one.session_id, decision.bills)
    if not found and decision.votes and decision.title:
        named = motions.find(one.session_id, None, decision.title)
        found = (named,) if named else ()
    for motion in found:
        yield Told(
            session_id=one.session_id,
            motion_id=motion,
            bill=motions.by_id[motion].identifier or motions.by_id[motion].text,
            aspect=decision.aspect,
            location=decision.location,
            table="",
            order=order,
            date=draft.date,
            event_id=one.id,
            method=decision.method,
            result=decision.result,
            requirement=decision.requirement,
            means_report=decision.aspect == "report",
            declared_yes=decision.declared_yes,
            declared_no=decision.declared_no,
            votes=decision.votes,
            withheld=0,
            speech_id=speech,
        )


def _told_by_row(row: PlacedRow, motion: Motion, sitting: EventId | None) -> Told:
    draft = row.draft
    counts = dict(draft.counts)
    return Told(
        session_id=row.session_id,
        motion_id=motion.id,
        bill=motion.identifier or motion.text,
        aspect=draft.aspect,
        location=draft.location,
        table=draft.table,
        order=draft.order,
        date=draft.date,
        event_id=sitting,
        method=draft.method,
        result=draft.result,
        requirement=draft.requirement,
        means_report=draft.means_report,
        declared_yes=counts.get(Option.YES),
        declared_no=counts.get(Option.NO),
        votes=draft.votes,
        withheld=draft.withheld,
        unread=draft.unread,
        title=draft.title,
        cells=draft.cells,
        moved=draft.moved,
    )
