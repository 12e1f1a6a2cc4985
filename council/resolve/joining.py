"""Which row of a table is which decision of the minutes: by day, aspect, result and order; never by a choice among several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from council.diagnostics import Finding, Outcome, finding
from council.glossary import canonical_result
from council.glossary.results import Outcome as Sense
from council.glossary.results import outcome_of
from council.resolve.voters import Told
from council.rules import record as rules

Group = list[Told]
"""What the sources tell of one decision."""


def join_tellings(tellings: Iterable[Told]) -> Outcome[list[Group]]:
    """Group what is told of one bill into decisions.

    The rows of one table are decisions of their own. As many rows as decisions are joined in order where their results
    agree, else each to the only one of its result. Finding: V209 where several may be meant; the row is then joined to
    each of them, its names kept back.
    """
    groups: list[Group] = []
    findings: list[Finding] = []
    told = list(tellings)
    if len(told) == 1:
        return Outcome([] if _is_figures_only(told[0]) else [told])
    if len(told) == 2 and _are_one(*told):  # noqa: PLR2004 - the minutes and a table: so are most
        return Outcome([told])
    voting = (one for one in told if not _is_figures_only(one))
    ordered = sorted(voting, key=lambda one: (one.date or dt.date.max, one.table, one.order))
    for _, of_one in groupby(ordered, key=lambda one: (one.date or dt.date.max, one.table)):
        rows = list(of_one)
        for kind in dict.fromkeys(_kind(one) for one in rows):
            alike = [one for one in rows if _kind(one) == kind]
            findings += _join(alike, [group for group in groups if _may_be(group, alike[0])], groups)
    for one in filter(_is_figures_only, told):
        _add_figures(one, groups)
    return Outcome(groups, tuple(findings))


def _are_one(first: Told, second: Told) -> bool:
    """Say whether the minutes and a row of a table tell of one kind of decision on one day: nothing else it may be."""
    of_one_day = first.date is not None and first.date == second.date
    return not first.table and bool(second.table) and of_one_day and _kind(first) == _kind(second)


def _is_figures_only(one: Told) -> bool:
    return bool(one.table) and not (one.votes or one.withheld)


def _add_figures(one: Told, groups: list[Group]) -> None:
    """Add a row that has figures and no names to the one decision of the minutes it may be; by itself it is none."""
    candidates = [group for group in groups if _may_be(group, one) and any(not other.table for other in group)]
    if one.date is None:
        candidates = _of_last_day(candidates)
    if len(candidates) > 1:
        candidates = [group for _, group in _by_result([one], candidates)]
    if len(candidates) == 1:
        candidates[0].append(one)


def _kind(one: Told) -> tuple[bool, str]:
    return one.aspect == "amend", one.session_id


def _may_be(group: Group, one: Told) -> bool:
    """Say whether a decision may be the one that a row of another source tells of."""
    if any(other.table == one.table for other in group):
        return False
    days = {other.date for other in (*group, one) if other.date}
    return _kind(group[0]) == _kind(one) and len(days) <= 1


def _join(rows: Sequence[Told], candidates: list[Group], groups: list[Group]) -> list[Finding]:
    if rows[0].date is None and len(rows) == 1:
        candidates = _of_last_day(candidates)
    findings: list[Finding] = []
    if len(rows) == len(candidates) and all(map(_agrees, rows, candidates)):
        pairs = list(zip(rows, candidates, strict=True))
    else:
        pairs = _by_result(rows, candidates)
    taken = [id(group) for _, group in pairs]
    left = [group for group in candidates if id(group) not in taken]
    rest = [row for row in rows if not any(row is one for one, _ in pairs)]
    for row in rest:
        if not left:
            groups.append([row])
        elif len(left) == 1 or len(rest) >= len(left) or any(one.votes for group in left for one in group):
            pairs.append((row, left.pop(0)))
        else:
            findings.append(finding(rules.SEVERAL_DECISIONS, row.location, bill=row.bill, count=len(left)))
            pairs += [
                (replace(row, disputed=True, result="", declared_yes=None, declared_no=None), one) for one in left
            ]
            left = []
    for row, group in pairs:
        group.append(row)
    return findings


def _of_last_day(candidates: list[Group]) -> list[Group]:
    """Return the decisions of the last day: a row without a date is of the last day on which the minutes decide the bill."""
    last = max((_day(group) for group in candidates), default=dt.date.min)
    return [group for group in candidates if _day(group) == last]


def _day(group: Group) -> dt.date:
    return max((one.date for one in group if one.date), default=dt.date.min)


def _by_result(rows: Sequence[Told], candidates: Sequence[Group]) -> list[tuple[Told, Group]]:
    """Pair rows and decisions of which only one each has a result."""
    pairs = []
    for row in rows:
        result = canonical_result(row.result)
        same = [group for group in candidates if result and _result(group) == result]
        if len(same) == 1 and sum(canonical_result(one.result) == result for one in rows) == 1:
            pairs.append((row, same[0]))
    return pairs


def _agrees(row: Told, group: Group) -> bool:
    return not row.result or _result(group) in ("", canonical_result(row.result))


def _result(group: Group) -> str:
    return next((canonical_result(one.result) for one in group if one.result), "")


def other_days(groups: Sequence[Group]) -> Iterator[Finding]:
    """Yield V210 for a table's decision where the minutes decide the same on another day, and tell no names."""
    nameless = [group for group in groups if not any(one.table or one.votes for one in group)]
    for group in groups:
        first = group[0]
        if not all(one.table for one in group) or first.date is None:
            continue
        days = [_day(other) for other in nameless if _kind(other[0]) == _kind(first) and not _goes_before(other, first)]
        if days:
            values = {"bill": first.bill, "day": first.date.isoformat()}
            told = "、".join(day.isoformat() for day in sorted(set(days)) if day != dt.date.min)
            yield finding(rules.OTHER_DAY, first.place_of("date"), **values, minutes=told or "-")


def _goes_before(decided: Group, later: Told) -> bool:
    """Say whether the minutes' decision put the matter off to a later day, so that there may be a second one."""
    return outcome_of(_result(decided)) is Sense.PENDING and later.date is not None and _day(decided) < later.date
