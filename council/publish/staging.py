"""The folder in which a site is made whole before any of it is published."""

from __future__ import annotations

from pathlib import Path

from council.diagnostics import Outcome, Severity
from council.publish import disk
from council.publish.recover import recover
from council.site.faults import fault


def fresh_staging(site_dir: Path, state_dir: Path, edition: str) -> Outcome[Path | None]:
    """Return an empty folder on the disk of the output folder: in `.council/`, else beside the output folder.

    What a killed build left there is finished or undone first (`recover`). None if the folder cannot be made or
    the old publication cannot be settled (findings S304–S311).
    """
    recovered = recover(state_dir)
    if any(found.rule.severity is Severity.ERROR for found in recovered.findings):
        return Outcome(None, recovered.findings)
    try:
        return Outcome(_emptied(_place(site_dir, state_dir, edition)), recovered.findings)
    except OSError as error:
        return Outcome(None, (*recovered.findings, fault(error, state_dir.parent)))


def _place(site_dir: Path, state_dir: Path, edition: str) -> Path:
    state_dir.mkdir(parents=True, exist_ok=True)
    if _device(site_dir) == _device(state_dir):
        return state_dir / f"staging-{edition}"
    return site_dir.resolve().with_name(f".{site_dir.name}.staging-{edition}")


def _emptied(folder: Path) -> Path:
    disk.clear(folder)
    folder.mkdir(parents=True)
    return folder


def _device(path: Path) -> int:
    there = path.resolve()
    while not there.exists():
        there = there.parent
    return there.stat().st_dev
