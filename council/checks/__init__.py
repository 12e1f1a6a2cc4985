"""Checks: plain functions from the record to findings. None of them changes a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from council.checks.chair import chair_voted, other_chair
from council.checks.counts import declared_count, opposed_without_objection, result_against_count
from council.checks.presence import absent_but_voted, missing_voter, no_quorum, not_in_office
from council.checks.terms import overlapping_membership
from council.diagnostics import Finding
from council.model.council import Council

CHECKS: tuple[Callable[[Council], Iterator[Finding]], ...] = (
    declared_count,
    result_against_count,
    opposed_without_objection,
    other_chair,
    chair_voted,
    absent_but_voted,
    not_in_office,
    missing_voter,
    no_quorum,
    overlapping_membership,
)


def check_record(council: Council) -> tuple[Finding, ...]:
    """Run every check and return what was found, in the order of `CHECKS`."""
    return tuple(found for check in CHECKS for found in check(council))
