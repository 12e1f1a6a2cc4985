"""Corrections of one file in the order they are carried out, and what is said of those that cannot be."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from council.diagnostics import Finding, Rule, finding
from council.location import Location
from council.parse.corrections import SILENT_KINDS
from council.parse.drafts import DraftCorrection
from council.rules import corrections as rules
from council.text.blocks import MarkKind


def is_silent(row: DraftCorrection) -> bool:
    """Say whether a row's words must stand nowhere."""
    return row.kind in SILENT_KINDS


def mark_kind(kind: str) -> MarkKind:
    """Return the mark of what a row of this kind takes out."""
    return MarkKind.PERSONAL if kind == "personal" else MarkKind.REDACTED


def in_order(rows: Iterable[DraftCorrection]) -> tuple[DraftCorrection, ...]:
    """Return withdrawals first, so that nothing else sees their words; then by row."""
    return tuple(sorted(rows, key=lambda row: not is_silent(row)))


def shown(row: DraftCorrection, at: Location | None, *, applied: bool) -> DraftCorrection:
    """Return a correction that may be shown; of a withdrawal nothing is left that tells its words."""
    if is_silent(row):
        return replace(row, place="", was="", now="", at=at, applied=applied)
    return replace(row, at=at, applied=applied)


def trouble(rule: Rule, row: DraftCorrection) -> Finding:
    """Return the finding for a correction that is not used; it names the file and the kind and quotes nothing."""
    return finding(rule, row.location, target=row.target)


def kept_back(rule: Rule, row: DraftCorrection) -> Finding:
    """Return the finding that keeps a file back because a withdrawal from it cannot be carried out."""
    return finding(rule, Location(row.target), source=str(row.location))


def not_checked(rows: Iterable[DraftCorrection]) -> tuple[Finding, ...]:
    """Return the notes (K209) for corrections of a file that is kept back or could not be read."""
    return tuple(trouble(rules.NOT_CHECKED, row) for row in rows)
