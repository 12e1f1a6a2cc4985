"""Declared figures and results against the votes listed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from council.checks.events import bill_of, complete, in_words, place_of
from council.diagnostics import Finding, finding
from council.glossary import term
from council.glossary.results import Outcome, outcome_of
from council.model.council import Council
from council.model.votes import Count, Option, Requirement, Role, VoteEvent, tally
from council.rules import checks as rules

_MEMBER = Role.MEMBER
_SHARES = {Requirement.TWO_THIRDS: Fraction(2, 3), Requirement.THREE_QUARTERS: Fraction(3, 4)}


def declared_count(council: Council) -> Iterator[Finding]:
    """Report a declared number of yes or no that differs from the votes listed; the chair may be counted in or not."""
    for event in complete(council):
        for option, declared in ((Option.YES, event.declared_yes), (Option.NO, event.declared_no)):
            if declared is None:
                continue
            counted = {_count(event, option, with_chair=True), _count(event, option, with_chair=False)}
            if declared not in counted:
                yield finding(
                    rules.DECLARED_COUNT,
                    place_of(event),
                    bill=bill_of(council, event),
                    option=in_words(term(option)),
                    declared=declared,
                    counted=max(counted),
                )


def _count(event: VoteEvent, option: Option, *, with_chair: bool) -> int:
    return [vote.option for vote in event.votes if with_chair or vote.role is _MEMBER].count(option)


def result_against_count(council: Council) -> Iterator[Finding]:
    """Report a declared result that is not what the votes listed come to (地方自治法116条: a majority of those present)."""
    for event in complete(council):
        outcome = outcome_of(event.result)
        if outcome not in (Outcome.CARRIED, Outcome.LOST):
            continue
        figures = tally(event.votes)
        if not figures.yes + figures.no:
            continue
        carried = carries(figures, event.requirement)
        declared = outcome is Outcome.CARRIED or event.means_report
        if carried is not declared:
            yield finding(
                rules.RESULT_AGAINST_COUNT,
                place_of(event),
                bill=bill_of(council, event),
                result=event.result,
                yes=figures.yes,
                no=figures.no,
                requirement=in_words(term(event.requirement)),
            )


def carries(figures: Count, requirement: Requirement) -> bool:
    """Say whether figures reach what a matter needs."""
    share = _SHARES.get(requirement)
    if share is None:
        return figures.yes > figures.no
    present = figures.total - figures.absent - figures.excused - figures.not_voting - figures.chair
    return figures.yes >= share * present


def opposed_without_objection(council: Council) -> Iterator[Finding]:
    """Report a decision without objection that has votes against it."""
    for event in complete(council):
        if event.method == "簡易採決" and (opposed := tally(event.votes).no):
            yield finding(rules.OPPOSED_WITHOUT_OBJECTION, place_of(event), bill=bill_of(council, event), no=opposed)
