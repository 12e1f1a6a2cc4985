"""After a publication: what it changed, told and kept for the next one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from council.changes.compare import compare, first_build
from council.changes.keep import read_snapshot, write_snapshot
from council.changes.packets import packet_states
from council.changes.snapshot import Snapshot
from council.changes.take import take_snapshot
from council.changes.titles import states_of
from council.diagnostics import Outcome
from council.model.council import Council
from council.publish.manifest import Ledger
from council.report.changes import Change


def tell_changes(council: Council, site_dir: Path, state: Path) -> Outcome[tuple[Change, ...]]:
    """Compare an edition that was just published with the one before, and keep it in its place.

    ``state`` is the project's `.council`. Findings: S421 (what was kept cannot be read, so nothing is told), S422 (the
    new state could not be kept).
    """
    before = read_snapshot(state, council.edition.value)
    entries = Ledger.of(site_dir, state).read().entries
    published = {uri: entry.sha for uri, entry in sorted(entries.items())}
    pages = states_of(
        {uri: sha for uri, sha in published.items() if uri.endswith(".html")},
        site_dir,
        before.value.pages if before.value else {},
    )
    packets = packet_states(published, site_dir, before.value.packets if before.value else {})
    now = replace(take_snapshot(council, pages, before.value), packets=packets)
    kept = write_snapshot(state, now)
    return Outcome(_told(before, now), (*before.findings, *kept))


def _told(before: Outcome[Snapshot | None], now: Snapshot) -> tuple[Change, ...]:
    if before.value is None:
        return () if before.findings else (first_build(now.edition),)
    return compare(before.value, now)
