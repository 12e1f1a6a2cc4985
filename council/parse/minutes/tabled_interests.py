"""Declarations of conflict of interest: on which matter each was, and the decisions on it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from council.location import Location
from council.parse.draft_interests import DraftInterest
from council.parse.drafts import DraftDecision
from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import TableWords
from council.parse.minutes.tabled_matters import Matter, all_named
from council.parse.minutes.tabled_rows import TabledRow, names_in
from council.text.latin_names import without_titles

Declared = dict[Matter, tuple[DraftInterest, ...]]


def declared(rows: Sequence[TabledRow], path: str, words: TableWords) -> Declared:
    """Return who declared a conflict of interest in which matter; what names no matter for sure stays where it stands."""
    found: Declared = {}
    for row in rows:
        for matter in all_named(row.text("subject"), words) if "declarations" in row.cells else ():
            found[matter] = (*found.get(matter, ()), *_declarers(row, path, words))
    return found


def _declarers(row: TabledRow, path: str, words: TableWords) -> list[DraftInterest]:
    return [
        DraftInterest(without_titles(name), Location(path, paragraph=row.paragraph, heading=row.part, words=name))
        for line in row.lines("declarations")
        for name in names_in(line)
        if not words.patterns["nobody"].match(squeeze(name))
    ]


def with_interests(decision: DraftDecision, interests: Sequence[DraftInterest]) -> DraftDecision:
    """Add declarations to the decision on their matter; who stands among its votes as excused is told there."""
    excused = {vote.name for vote in decision.votes if vote.option == "excused"}
    return replace(decision, interests=tuple(one for one in interests if one.name not in excused))
