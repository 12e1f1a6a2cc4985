"""Two states of an edition to what changed between them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from council.changes.compare_pages import changed_pages
from council.changes.compare_titles import changed_papers, retitled_bills
from council.changes.compare_votes import changed_decisions
from council.changes.counted import counted, differences, new_and_gone
from council.changes.identities import moved_people, told_people, under_new_ids
from council.changes.packets import moved_numbers
from council.changes.snapshot import Snapshot
from council.diagnostics import Bilingual
from council.report.changes import Change, ChangeKind

_NOTHING = Bilingual("前回から変わったところはありません。", "Nothing changed since the last build.")
_FIRST = Bilingual(
    "はじめての作成です。次回から、前回との違いをここに示します。",
    "This is the first build; the next one tells here what it changed.",
)


def compare(before: Snapshot, now: Snapshot) -> tuple[Change, ...]:
    """Return what changed, what became public first; NOTHING if nothing did.

    People who only have another id are the same people: their votes did not change.
    """
    moved = moved_people(before, now)
    known = under_new_ids(before, moved)
    found = (
        *changed_papers(known, now),
        *moved_numbers(known, now),
        *changed_decisions(known, now),
        *retitled_bills(known, now),
        *told_people(known, now, moved),
        *_minutes(known, now),
        *changed_pages(known, now, moved),
    )
    return found or (Change(now.edition, ChangeKind.NOTHING, _NOTHING),)


def first_build(edition: str) -> Change:
    """Return what is said where there is nothing to compare with."""
    return Change(edition, ChangeKind.FIRST, _FIRST)


def _minutes(before: Snapshot, now: Snapshot) -> Iterator[Change]:
    yield from counted(
        now.edition, ChangeKind.MINUTES, new_and_gone("会議録", "sets of minutes", before.minutes, now.minutes)
    )
    both = [(before.minutes[key], now.minutes[key]) for key in now.minutes if key in before.minutes]
    changed = [(old, new) for old, new in both if old.whole != new.whole]
    figures = [_changed_speeches(old.speeches, new.speeches) for old, new in changed]
    yield from counted(
        now.edition,
        ChangeKind.SPEECHES,
        (
            (Bilingual("変わった会議録", "changed sets of minutes"), len(changed)),
            (Bilingual("加わった発言", "added speeches"), sum(one[0] for one in figures)),
            (Bilingual("変わった発言", "changed speeches"), sum(one[1] for one in figures)),
            (Bilingual("なくなった発言", "removed speeches"), sum(one[2] for one in figures)),
        ),
    )


def _changed_speeches(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[int, int, int]:
    """Return how many speeches of a sitting are new, changed, gone; one that begins otherwise has another id."""
    new, changed, gone = differences(before, now)
    replaced = min(new, gone)
    return new - replaced, changed + replaced, gone - replaced
