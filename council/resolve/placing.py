"""Rows of vote tables placed: in which session each was decided, and at which sitting of the council."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from council.diagnostics import Finding, Outcome, finding
from council.model.bill_numbers import BillNumber
from council.model.events import EventId, SessionId
from council.model.identifiers import PLENARY, counts_by_sitting, event_id
from council.parse.drafts import Drafts, DraftVoteEvent, SessionName
from council.parse.session_names import parse_session_name
from council.resolve.meetings import Placed
from council.resolve.motions import squeezed
from council.resolve.sessions import Sessions, name_id
from council.rules import record as rules
from council.text.dates import find_date


class PlacedRow(Struct, frozen=True):
    """A decision of a vote table with the session it belongs to, and the council's sitting of its day.

    ``sitting`` is the id that the sitting has or would have, empty where its day is not known; ``event_id`` only where
    there is such a sitting.
    """

    draft: DraftVoteEvent
    session_id: SessionId
    sitting: str = ""
    event_id: EventId | None = None


def place_rows(drafts: Drafts, placed: tuple[Placed, ...], sessions: Sessions) -> Outcome[tuple[PlacedRow, ...]]:
    """Find each row's session: its own column, else a title row, the file's name, the minutes that hold the bills.

    Finding: V205 where nothing tells; such a row is withheld.
    """
    if not drafts.vote_events:
        return Outcome(())
    rows: list[PlacedRow] = []
    findings: list[Finding] = []
    held = _Held(placed)
    only = next(iter(sessions.by_id)) if len(sessions.by_id) == 1 else None
    for table, members in _by_table(drafts.vote_events).items():
        of_table = _session_of_table(table, members, held) or only
        for draft in members:
            session = _session_of_row(draft, sessions) or of_table or _calendar_year(draft)
            if session:
                rows.append(_on_its_day(draft, session, held))
            elif not is_lost(draft):
                findings.append(finding(rules.UNKNOWN_SESSION, draft.location))
    return Outcome(tuple(rows), tuple(findings))


def is_lost(draft: DraftVoteEvent) -> bool:
    """Say whether a row's cells have moved and nothing sure tells its bill; that is reported already."""
    return draft.moved and draft.number is None


def _by_table(events: Iterable[DraftVoteEvent]) -> dict[str, list[DraftVoteEvent]]:
    tables: dict[str, list[DraftVoteEvent]] = defaultdict(list)
    for event in events:
        tables[event.table].append(event)
    return tables


class _Held:
    """Which sessions and which sittings of the council hold which bills, and which sat on which day."""

    def __init__(self, placed: tuple[Placed, ...]) -> None:
        self.sessions: dict[str, set[SessionId]] = defaultdict(set)
        self.sittings: dict[tuple[SessionId, BillNumber | str], dict[EventId, None]] = defaultdict(dict)
        self.on: dict[tuple[dt.date, SessionId], list[EventId]] = defaultdict(list)
        for one in placed:
            for decision in one.draft.decisions:
                for bill in decision.bills:
                    self.sessions[bill.printed].add(one.session_id)
            if is_plenary(one):
                self._add(one)

    def _add(self, one: Placed) -> None:
        if one.draft.date:
            self.on[one.draft.date, one.session_id].append(one.id)
        named = chain.from_iterable(told.bills for told in one.draft.decisions)
        listed = chain.from_iterable(item.bills for item in one.draft.agenda)
        for bill in chain(named, listed):
            if counts_by_sitting(bill):
                self.sittings[one.session_id, bill][one.id] = None
        for told in one.draft.decisions if is_english(one) else ():
            if not told.bills:
                self.sittings[one.session_id, squeezed(told.title)][one.id] = None


def _on_its_day(draft: DraftVoteEvent, session: SessionId, held: _Held) -> PlacedRow:
    """Tie a row to the council's sitting of its day: of two on one day the one that dealt with what the row names."""
    holding = held.sittings.get((session, draft.number or squeezed(draft.title)), {})
    if draft.date is None:
        return PlacedRow(draft, session, next(iter(holding)) if len(holding) == 1 else "")
    sat = held.on.get((draft.date, session), [])
    if not sat:
        return PlacedRow(draft, session, event_id(draft.date, "council" if session.isdecimal() else PLENARY))
    chosen = next((one for one in sat if one in holding), sat[0])
    return PlacedRow(draft, session, chosen, chosen)


def _session_of_row(draft: DraftVoteEvent, sessions: Sessions) -> SessionId | None:
    name = parse_session_name(draft.meeting) if draft.meeting else None
    if name and _is_numbered(name):
        return name_id(name)
    day = draft.date or find_date(draft.meeting)
    return (sessions.on(day) if day else None) or (name_id(draft.session) if draft.session else None)


def _session_of_table(table: str, members: list[DraftVoteEvent], held: _Held) -> SessionId | None:
    name = parse_session_name(table.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    if name and _is_numbered(name):
        return name_id(name)
    printed = [draft.number.printed for draft in members if draft.number]
    candidates = [held.sessions[number] for number in printed if number in held.sessions]
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


def is_plenary(one: Placed) -> bool:
    """Say whether the council itself sat: what a committee recommends (可決すべきもの) is no decision of the council."""
    return one.draft.body in ("", PLENARY, "council")


def is_english(one: Placed) -> bool:
    """Say whether minutes call the council by its English name: whatever is put to a vote in them is a matter of its own."""
    return one.draft.body == "council"
