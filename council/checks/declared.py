"""What the chair declared in words or figures against the votes and against the result."""

from __future__ import annotations

from collections.abc import Iterator

from council.checks.counts import carries
from council.checks.events import bill_of, complete, place_of
from council.diagnostics import Finding, finding
from council.glossary.extents import Extent, extent_of
from council.glossary.results import Outcome, outcome_of
from council.model.council import Council
from council.model.votes import Count, VoteEvent, tally
from council.rules import reconciliation as rules

_PETITIONS = ("請願", "陳情")
_DECIDED = (Outcome.CARRIED, Outcome.LOST)


def extent_against_votes(council: Council) -> Iterator[Finding]:
    """Report words such as 起立全員 that the votes listed contradict."""
    for event in complete(council):
        if event.extent and not _may_say(extent_of(event.extent), figures := tally(event.votes)):
            values = {"words": event.extent, "yes": figures.yes, "no": figures.no}
            yield finding(rules.EXTENT_AGAINST_VOTES, place_of(event), bill=bill_of(council, event), **values)


def _may_say(extent: Extent | None, figures: Count) -> bool:
    """Say whether the words fit the figures: 多数 is not said where nobody was of another mind."""
    if extent is Extent.ALL:
        return figures.yes > 0 and not figures.no
    if extent is Extent.MOST:
        return figures.yes > figures.no and figures.no + figures.abstain + figures.other > 0
    return extent is None or figures.yes <= figures.no + figures.abstain + figures.other


def result_against_words(council: Council) -> Iterator[Finding]:
    """Report a result that the chair's own words contradict, where no names tell more (起立少数 and 可決)."""
    for event in _unnamed(council):
        extent = extent_of(event.extent)
        expected = Outcome.LOST if extent is Extent.FEW else Outcome.CARRIED
        if extent and outcome_of(event.result) is not expected:
            values = {"result": event.result, "declared": event.extent}
            yield finding(rules.RESULT_AGAINST_DECLARED, place_of(event), bill=bill_of(council, event), **values)


def result_against_figures(council: Council) -> Iterator[Finding]:
    """Report a result that the declared figures contradict, where no names tell more; a tie is the chair's."""
    for event in _unnamed(council):
        yes, no = event.declared_yes, event.declared_no
        if yes is None or no is None or yes == no:
            continue
        carried = carries(Count(yes=yes, no=no), event.requirement)
        if carried is not (outcome_of(event.result) is Outcome.CARRIED):
            values = {"result": event.result, "declared": f"○ {yes}、× {no}"}
            yield finding(rules.RESULT_AGAINST_DECLARED, place_of(event), bill=bill_of(council, event), **values)


def _unnamed(council: Council) -> Iterator[VoteEvent]:
    """Yield the decisions without names whose result means yes or no to the matter itself.

    On a committee's report, and on a petition, where the question is often the report, 少数 may well carry it.
    """
    for event in council.vote_events.values():
        on_matter = not event.means_report and council.motions[event.motion_id].kind not in _PETITIONS
        if not event.votes and on_matter and outcome_of(event.result) in _DECIDED:
            yield event
