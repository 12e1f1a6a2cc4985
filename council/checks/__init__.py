"""Checks: plain functions from the record to findings. None of them changes a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from council.checks.bills import bill_without_result, gap_in_numbers, result_without_bill
from council.checks.chair import chair_voted, nobody_presides, other_chair, other_vice_chair
from council.checks.counts import declared_count, opposed_without_objection, result_against_count
from council.checks.declared import extent_against_votes, result_against_figures, result_against_words
from council.checks.presence import absent_but_voted, missing_voter, no_quorum, not_in_office
from council.checks.seats import no_quorum_in_vote, seats_differ
from council.checks.speakers import spoke_otherwise
from council.checks.terms import overlapping_membership
from council.diagnostics import Finding
from council.model.council import Council

CHECKS: tuple[Callable[[Council], Iterator[Finding]], ...] = (
    declared_count,
    result_against_count,
    extent_against_votes,
    result_against_words,
    result_against_figures,
    opposed_without_objection,
    other_chair,
    other_vice_chair,
    nobody_presides,
    chair_voted,
    absent_but_voted,
    not_in_office,
    missing_voter,
    seats_differ,
    no_quorum,
    no_quorum_in_vote,
    spoke_otherwise,
    bill_without_result,
    result_without_bill,
    gap_in_numbers,
    overlapping_membership,
)


def check_record(council: Council) -> tuple[Finding, ...]:
    """Run every check and return what was found, in the order of `CHECKS`."""
    return tuple(found for check in CHECKS for found in check(council))
