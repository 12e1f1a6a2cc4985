"""Bills and results that lack one another, and numbers that are missing: what nobody looked for is found by its gap."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from council.checks.events import bill_of, place_of
from council.diagnostics import Finding, finding
from council.location import location_of
from council.model.bill_numbers import parse_bill_number
from council.model.council import Council
from council.model.events import AgendaItem, SessionId
from council.model.votes import Motion
from council.rules import reconciliation as rules

# Reports are heard, petitions and elections may end without a decision; numbers of agenda items are no bills.
_MAY_HAVE_NONE = ("報告", "請願", "陳情", "選挙", "要望", "動議", "item", "motion", "by-law")
_FEWEST = 3
_MOST_TOLD = 12


def bill_without_result(council: Council) -> Iterator[Finding]:
    """Report a bill on an agenda that has no result though a later session has decided something."""
    listed = {motion for item in _agenda(council) for motion in item.motion_ids}
    over = _sessions_over(council)
    decided = {event.motion_id for event in council.vote_events.values()}
    for motion in council.motions.values():
        is_over = (motion.sessions or (motion.session_id,))[-1] in over
        if motion.id in listed and is_over and not motion.result and motion.id not in decided and _needs_one(motion):
            values = {"bill": motion.identifier, "title": motion.text}
            yield finding(rules.BILL_WITHOUT_RESULT, location_of(motion.source), **values)


def _agenda(council: Council) -> Iterator[AgendaItem]:
    return (item for event in council.events.values() if event.has_minutes for item in event.agenda)


def _needs_one(motion: Motion) -> bool:
    return bool(motion.identifier) and motion.kind not in _MAY_HAVE_NONE


def _sessions_over(council: Council) -> set[SessionId]:
    """Return the sessions after whose last sitting another one has sat."""
    last: dict[SessionId, dt.date] = {}
    for event in council.events.values():
        if event.has_minutes and event.start_date:
            last[event.session_id] = max(event.start_date, last.get(event.session_id, event.start_date))
    newest = max(last.values(), default=dt.date.min)
    return {session for session, day in last.items() if day < newest}


def result_without_bill(council: Council) -> Iterator[Finding]:
    """Report a decision that only a table knows, of a day whose minutes and session's agendas do not name the bill."""
    named = {motion for item in _agenda(council) for motion in item.motion_ids}
    named |= {motion for outline in council.outlines.values() for one in outline.headings for motion in one.motion_ids}
    told = {sitting.id for sitting in council.events.values() if any(item.motion_ids for item in sitting.agenda)}
    for event in council.vote_events.values():
        by_table = event.votes and not any("¶" in source for source in event.sources)
        sitting = council.events.get(event.event_id) if event.event_id else None
        read = sitting and sitting.has_minutes and not sitting.withheld and sitting.id in told
        if by_table and read and event.motion_id not in named and council.motions[event.motion_id].identifier:
            yield finding(rules.RESULT_WITHOUT_BILL, place_of(event), bill=bill_of(council, event))


def gap_in_numbers(council: Council) -> Iterator[Finding]:
    """Report the numbers missing between the first and the last of a kind in a session, where few are missing."""
    for (session, kind), bills in _numbered(council).items():
        first, last = min(bills), max(bills)
        missing = [number for number in range(first, last) if number not in bills]
        if missing and len(bills) >= _FEWEST and len(missing) < len(bills):
            before = max(number for number in bills if number < missing[0])
            shown = "、".join(map(str, missing[:_MOST_TOLD])) + ("…" if len(missing) > _MOST_TOLD else "")
            values = {"first": first, "last": last, "missing": shown}
            at = location_of(bills[before].source)
            yield finding(rules.GAP_IN_NUMBERS, at, session=council.sessions[session].name, kind=kind, **values)


def _numbered(council: Council) -> dict[tuple[SessionId, str], dict[int, Motion]]:
    found: dict[tuple[SessionId, str], dict[int, Motion]] = defaultdict(dict)
    for motion in council.motions.values():
        number = parse_bill_number(motion.identifier)
        if number and number.number.isdecimal() and not number.kind.isascii():
            found[motion.session_id, number.kind][int(number.number)] = motion
    return found
