"""Finishes or undoes what a killed build had begun to publish."""

from __future__ import annotations

from pathlib import Path

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.publish import journal
from council.publish.journal import CannotFinishError, Direction, Journal
from council.publish.manifest import Ledger, ledgers
from council.rules.publication import BUILD_FINISHED, BUILD_UNDONE, NOT_UNDONE
from council.site.faults import fault, words


def recover(state_dir: Path) -> Outcome[int]:
    """Finish every publication that was begun from here, or undo it; return how many there were (S309–S311).

    ``state_dir`` is the project's `.council`. To be called under `build_lock`; `fresh_staging` does it as well.
    """
    findings = [found for ledger in ledgers(state_dir) for found in _recover(ledger, state_dir)]
    return Outcome(len(findings), tuple(findings))


def _recover(ledger: Ledger, state_dir: Path) -> list[Finding]:
    begun = journal.read(ledger)
    if begun is None:
        ledger.journal_file.unlink(missing_ok=True)  # damaged: what stands is compared byte by byte when publishing
        return []
    project = state_dir.resolve().parent
    staging, site_dir = project / begun.staging, project / begun.site
    try:
        return [_settle(begun, ledger, staging, site_dir)]
    except OSError as error:
        return [finding(NOT_UNDONE, fault(error, project).location, words=words(error))]


def _settle(begun: Journal, ledger: Ledger, staging: Path, site_dir: Path) -> Finding:
    if begun.direction is Direction.FORWARD:
        try:
            count = journal.carry_out(begun, staging, site_dir, doubt=True)
        except CannotFinishError:
            journal.write(ledger, begun.undoing())
        else:
            ledger.write(begun.manifest(site_dir))
            journal.end(ledger, staging)
            return finding(BUILD_FINISHED, Location(begun.site), count=count)
    journal.take_back(begun, ledger, site_dir)
    journal.end(ledger, staging)
    return finding(BUILD_UNDONE, Location(begun.site))
