"""Publishes a staged site: compare, keep copies, write the journal, place, remove, write the manifest."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.publish import disk, journal
from council.publish.guard import our_files, refuse
from council.publish.journal import Journal
from council.publish.manifest import Ledger, Manifest, way
from council.publish.plan import Plan, make_plan
from council.rules.publication import NOT_UNDONE, OUTPUT_CHANGED
from council.site.faults import fault, words


class Published(Struct, frozen=True):
    """How many files of the output folder were new, changed, removed, untouched; assets of the build before that stay."""

    new: int
    changed: int
    removed: int
    unchanged: int
    retired: int


def publish(  # noqa: PLR0913 - the seam of the pipeline; each argument is one plain thing
    staging: Path,
    site_dir: Path,
    state_dir: Path,
    *,
    edition: str = "public",
    kept: Collection[str] = (),
    shas: Mapping[str, str] = MappingProxyType({}),
    doubt: bool = False,
) -> Outcome[Published | None]:
    """Bring the output folder to the staged state; none if it was left as it was (findings S301–S312).

    ``state_dir`` is the project's `.council`. ``kept`` are addresses that were not staged because they stand
    unchanged (`standing`); if one of them was touched meanwhile, nothing is published. ``shas`` are the SHA-256 of
    staged files that are known. Files that no build of ours
    wrote stay where they are. The staging folder comes from `fresh_staging` and is gone afterwards; hold `build_lock`.
    """
    ledger = Ledger.of(site_dir, state_dir)
    before = ledger.read()
    refusal = (
        _unsettled(ledger)
        or refuse(site_dir, state_dir, before, edition)
        or _touched(site_dir, state_dir, before, kept)
    )
    if refusal:
        return Outcome(None, (refusal,))
    publication = _Publication(staging, site_dir, state_dir, ledger)
    try:
        ours = our_files(site_dir, before) if site_dir.is_dir() else ()
        plan = make_plan(staging, site_dir, before, ours, kept, shas, doubt=doubt)
        begun = publication.begin(plan, edition)
    except OSError as error:
        publication.forget()
        return Outcome(None, (fault(error, state_dir.parent),))
    stopped = publication.carry_out(begun)
    return Outcome(None, (stopped,)) if stopped else Outcome(_counts(plan))


def _unsettled(ledger: Ledger) -> Finding | None:
    path = ledger.journal_file
    return finding(NOT_UNDONE, Location(path.name), words="journal") if path.exists() else None


def _touched(site_dir: Path, state_dir: Path, before: Manifest, kept: Collection[str]) -> Finding | None:
    standing = before.standing(site_dir, kept)
    touched = next((uri for uri in kept if uri not in standing), None)
    return None if touched is None else finding(OUTPUT_CHANGED, Location(f"{way(site_dir, state_dir)}/{touched}"))


class _Publication(Struct, frozen=True):
    staging: Path
    site_dir: Path
    state_dir: Path
    ledger: Ledger

    def begin(self, plan: Plan, edition: str) -> Journal:
        """Have the new files on the disk, a copy of every file that will go, and last the journal."""
        disk.clear(self.ledger.backup)
        disk.sync(self.staging / put.uri for put in plan.puts)
        self._keep_copies([*(put.uri for put in plan.puts if put.replaces), *plan.removals])
        begun = Journal.of(plan, edition, way(self.site_dir, self.state_dir), way(self.staging, self.state_dir))
        journal.write(self.ledger, begun)
        return begun

    def _keep_copies(self, uris: Iterable[str]) -> None:
        """Keep a copy of every file that is there, each below the folder of copies as it lies in the site."""
        site, backup = str(self.site_dir), str(self.ledger.backup)
        there = [uri for uri in uris if os.path.isfile(f"{site}/{uri}")]
        for folder in {uri.rpartition("/")[0] for uri in there}:
            os.makedirs(f"{backup}/{folder}", exist_ok=True)
        for uri in there:
            disk.keep_copy(f"{site}/{uri}", f"{backup}/{uri}")

    def carry_out(self, begun: Journal) -> Finding | None:
        """Place and remove everything; return what stopped it, if anything did."""
        try:
            journal.carry_out(begun, self.staging, self.site_dir)
            self.ledger.write(begun.manifest(self.site_dir))
        except OSError as error:
            return self._take_back(begun, error)
        with contextlib.suppress(OSError):  # the site is whole; the next run tidies up
            journal.end(self.ledger, self.staging)
        return None

    def _take_back(self, begun: Journal, error: OSError) -> Finding:
        """Undo a publication that the system stopped; if that is refused too, the next run goes on."""
        project = self.state_dir.parent
        try:
            journal.write(self.ledger, begun.undoing())
            journal.take_back(begun, self.ledger, self.site_dir)
            journal.end(self.ledger, self.staging)
        except OSError as second:
            return finding(NOT_UNDONE, fault(second, project).location, words=words(second))
        return fault(error, project)

    def forget(self) -> None:
        """Remove what was prepared for a publication that has not begun."""
        with contextlib.suppress(OSError):
            disk.clear(self.ledger.backup)
            self.ledger.journal_file.unlink(missing_ok=True)


def _counts(plan: Plan) -> Published:
    changed = sum(put.replaces for put in plan.puts)
    return Published(
        new=len(plan.puts) - changed,
        changed=changed,
        removed=len(plan.removals),
        unchanged=len(plan.unchanged),
        retired=len(plan.retired),
    )
