"""Findings of a table in votes/second/: nothing of it is published, so nothing is withheld; it cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from council.diagnostics import Finding, Rule, Withholds, finding
from council.parse import places
from council.rules import second, votes

_INSTEAD: dict[Withholds, Rule] = {
    Withholds.ROW: second.SECOND_ROW_UNREAD,
    Withholds.MEMBER_COLUMN: second.SECOND_NAME_UNREAD,
    Withholds.TABLE: second.SECOND_TABLE_UNREAD,
}
_OF_PUBLICATION = (votes.ROWS_WITHOUT_VOTES, votes.NO_DECISIONS)


def is_second(path: str) -> bool:
    """Say whether a file is a second entry."""
    folders = path.split("/")[:-1]
    return len(folders) > 1 and places.plain(folders[1]) == "second"


def of_second_entry(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings of a table as those of a second entry: V407-V410; notes about its publication are left out."""
    for found in findings:
        if found.rule in _OF_PUBLICATION:
            continue
        if found.rule.withholds is Withholds.CELL:
            yield finding(second.SECOND_CELL_UNREAD, found.location, symbol=dict(found.values)["symbol"])
        elif instead := _INSTEAD.get(found.rule.withholds):
            yield finding(instead, found.location)
        else:
            yield found
