"""After a publication: what it changed, told and kept for the next one."""

from __future__ import annotations

from pathlib import Path

from council.changes.compare import compare, first_build
from council.changes.keep import UNREADABLE, read_kept, unreadable, write_kept
from council.changes.packets import packet_states
from council.changes.parts import Kept, differing
from council.changes.snapshot import Snapshot
from council.changes.take import take_facts
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
    edition = council.edition.value
    before = read_kept(state, edition)
    known = before.value.known if before.value else Snapshot(edition)
    entries = Ledger.of(site_dir, state).read().entries
    published = {uri: entry.sha for uri, entry in sorted(entries.items())}
    pages = states_of({uri: sha for uri, sha in published.items() if uri.endswith(".html")}, site_dir, known.pages)
    packets = packet_states(published, site_dir, known.packets)
    now = take_facts(council, Snapshot(edition, pages=pages, packets=packets), before.value)
    told = _told(before, now, state)
    return Outcome(told.value, (*told.findings, *write_kept(state, now)))


def _told(before: Outcome[Kept | None], now: Kept, state: Path) -> Outcome[tuple[Change, ...]]:
    if before.value is None:
        return Outcome(() if before.findings else (first_build(now.known.edition),), before.findings)
    names = differing(before.value, now)
    try:
        return Outcome(compare(before.value.only(names), now.only(names)))
    except UNREADABLE:
        return Outcome((), (unreadable(state, now.known.edition),))
