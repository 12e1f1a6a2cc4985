"""Which row of the second entry is which of the first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from council.model.bill_numbers import parse_bill_number
from council.model.events import MotionId, SessionId
from council.model.votes import Option
from council.parse.drafts import DraftVoteEvent
from council.resolve.voters import Told


class Pair(Struct, frozen=True):
    """One decision in both entries; ``days`` as both print them, the second is read on the first one's day."""

    first: Told
    second: Told
    days: tuple[dt.date | None, dt.date | None]


class Paired(Struct):
    """The decisions of both entries, and the rows that stand in one of them only."""

    only_first: list[Told]
    pairs: list[Pair] = field(default_factory=list)
    only_second: list[Told] = field(default_factory=list)

    def join(self, second: Told, same: Callable[[Told, Told], bool]) -> bool:
        """Pair a row of the second entry with the nearest free row of the first that is the same; say whether there is one."""
        free = [one for one in self.only_first if same(one, second)]
        if free:
            best = min(free, key=lambda one: _distance(one, second))
            self.only_first.remove(best)
            placed = replace(second, session_id=best.session_id, date=best.date or second.date)
            self.pairs.append(Pair(best, placed, (best.date, second.date)))
        return bool(free)


def pair_entries(first: Sequence[Told], again: Sequence[Told], rows: Iterable[DraftVoteEvent]) -> Paired:
    """Join the rows of both entries, each once.

    One bill on one day is the same decision; then one bill of one table, keyed with two days; then a matter without a
    number in one place of a table, keyed with two titles.
    """
    paired = Paired(list(first))
    left = [second for second in again if not paired.join(second, _is_same)]
    left = [second for second in left if not paired.join(second, _is_same_bill)]
    known = {one.location for one in again}
    left += [_told(row) for row in rows if row.location not in known]
    left = [second for second in left if not paired.join(second, _is_same_number)]
    paired.only_second = [second for second in left if not paired.join(second, _is_same_place)]
    paired.pairs.sort(key=lambda pair: pair.first.location.sort_key)
    return paired


def _told(row: DraftVoteEvent) -> Told:
    """Return a row that is no bill's of the record in the form in which rows are compared."""
    counts = dict(row.counts)
    return Told(
        session_id=SessionId(""),
        motion_id=MotionId(""),
        bill=row.number.printed if row.number else row.title,
        aspect=row.aspect,
        location=row.location,
        table=row.table,
        order=row.order,
        date=row.date,
        event_id=None,
        method=row.method,
        result=row.result,
        requirement=row.requirement,
        means_report=row.means_report,
        declared_yes=counts.get(Option.YES),
        declared_no=counts.get(Option.NO),
        votes=row.votes,
        withheld=row.withheld,
        unread=row.unread,
        title=row.title,
        cells=row.cells,
        moved=row.moved,
    )


def stem_of(table: str) -> str:
    """Return a table's name without folder, sheet and suffix: it may be CSV once and a workbook the other time."""
    return PurePosixPath(table.partition("[")[0]).stem.casefold()


def _distance(one: Told, other: Told) -> tuple[bool, bool, int]:
    return stem_of(one.table) != stem_of(other.table), one.aspect != other.aspect, abs(one.order - other.order)


def _is_same(one: Told, other: Told) -> bool:
    days = {told.date for told in (one, other) if told.date}
    return (one.session_id, one.motion_id) == (other.session_id, other.motion_id) and len(days) <= 1


def _is_same_bill(one: Told, other: Told) -> bool:
    same = (one.session_id, one.motion_id, one.aspect) == (other.session_id, other.motion_id, other.aspect)
    return same and stem_of(one.table) == stem_of(other.table)


def _is_same_number(one: Told, other: Told) -> bool:
    same_table = stem_of(one.table) == stem_of(other.table) and one.aspect == other.aspect
    return same_table and one.bill == other.bill


def _is_same_place(one: Told, other: Told) -> bool:
    unnumbered = parse_bill_number(one.bill) is None and parse_bill_number(other.bill) is None
    return unnumbered and stem_of(one.table) == stem_of(other.table) and one.order == other.order
