"""`votes.html`: every decision, newest first, with filters; those without names stand beside the others."""

from __future__ import annotations

from dataclasses import dataclass

from council.model.votes import VoteEvent
from council.pages.addresses import CLOSE, DIVIDED, session_uri
from council.pages.decisions import DecisionView, decision_view
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.page import Page
from council.pages.sheet import Link, Sheet, Studio


@dataclass(frozen=True, slots=True)
class VotesPage:
    """What the list of decisions says: by session, newest first."""

    filter: FilterBar
    groups: tuple[tuple[Link, tuple[DecisionView, ...]], ...]
    number: int
    named: int
    divided: int
    only_divided: str
    only_close: str


def compose_votes(studio: Studio) -> Page:
    """Return the list of all decisions."""
    sheet = studio.sheet("votes.html")
    by_session = studio.record.decisions_by_session
    groups = tuple(
        (sheet.link(session_uri(one.id), one.name), newest_first(sheet, by_session[one.id]))
        for one in reversed(tuple(studio.record.council.sessions.values()))
        if one.id in by_session
    )
    shown = [decision for _, found in groups for decision in found]
    view = VotesPage(
        filter=_filter(sheet, shown),
        groups=groups,
        number=len(shown),
        named=sum(not decision.state for decision in shown),
        divided=sum(decision.divided for decision in shown),
        only_divided=sheet.href(DIVIDED),
        only_close=sheet.href(CLOSE),
    )
    return Page(
        uri=sheet.uri,
        kind="votes",
        title=sheet.t("votes.title"),
        body=sheet.render("record/votes.html.j2", view),
        description=sheet.t("votes.lead"),
        section="votes",
    )


def newest_first(sheet: Sheet, decisions: tuple[VoteEvent, ...]) -> tuple[DecisionView, ...]:
    """Return decisions by day, the newest day first, in the order of the source within a day."""
    days = sorted({one.date.isoformat() if one.date else "" for one in decisions}, reverse=True)
    place = {day: number for number, day in enumerate(days)}
    ordered = sorted(decisions, key=lambda one: place[one.date.isoformat() if one.date else ""])
    return tuple(decision_view(sheet, one) for one in ordered)


def _filter(sheet: Sheet, decisions: list[DecisionView]) -> FilterBar:
    choices = (
        choice(sheet, "year", ((one.year, sheet.t("date.year", n=one.year)) for one in decisions)),
        choice(sheet, "kind", ((one.kind, one.kind) for one in decisions)),
        choice(sheet, "method", ((one.method, one.method) for one in decisions)),
        choice(sheet, "result", ((one.result, one.result) for one in decisions)),
    )
    return filter_bar(sheet, "votes-list", choices, ("divided", "named"))
