"""Things counted: how many are new, changed, gone, and how that is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from council.diagnostics import Bilingual
from council.report.changes import Change, ChangeKind

Figures = Iterable[tuple[Bilingual, int]]


def new_and_gone(
    ja: str, en: str, before: Mapping[str, object], now: Mapping[str, object]
) -> tuple[tuple[Bilingual, int], ...]:
    """Return how many things of a name are new and how many are gone."""
    new, gone = len(now.keys() - before.keys()), len(before.keys() - now.keys())
    return (Bilingual(f"新しい{ja}", f"new {en}"), new), (Bilingual(f"なくなった{ja}", f"removed {en}"), gone)


def differences(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[int, int, int]:
    """Return how many are new, changed, gone."""
    both = before.keys() & now.keys()
    return len(now.keys() - both), sum(before[key] != now[key] for key in both), len(before.keys() - both)


def counted(edition: str, kind: ChangeKind, figures: Figures) -> Iterator[Change]:
    """Yield 新しい会議録 1 for each figure that is not 0."""
    for what, count in figures:
        if count:
            yield Change(edition, kind, Bilingual(f"{what.ja} {count}", f"{what.en} {count}"), count)
