"""`votes.html`: every decision, newest first, with filters; those without names stand beside the others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from council.model.events import SessionId
from council.model.votes import VoteEvent
from council.pages.addresses import CLOSE, DIVIDED, session_uri
from council.pages.decisions import DecisionView, decision_view
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.page import Page
from council.pages.sheet import Link, Sheet, Studio


@dataclass(frozen=True, slots=True)
class DecisionSection:
    """The decisions of a session, newest first."""

    session: Link
    decisions: tuple[DecisionView, ...]


@dataclass(frozen=True, slots=True)
class ToldDecision:
    """What counts and filters need of a decision in the list."""

    year: str
    kind: str
    method: str
    result: str
    named: bool
    divided: bool


@dataclass(frozen=True, slots=True)
class VotesPage:
    """What the list of decisions says: by session, newest first, each as a finished section."""

    filter: FilterBar
    sections: tuple[Markup, ...]
    number: int
    named: int
    divided: int
    only_divided: str
    only_close: str


def compose_votes(studio: Studio) -> Page:
    """Return the list of all decisions."""
    sheet = studio.sheet("votes.html")
    by_session = studio.record.decisions_by_session
    found = [
        sheet.part(one, partial(_section, sheet, one))
        for one in reversed(tuple(studio.record.council.sessions))
        if one in by_session
    ]
    shown = [decision for _, told in found for decision in told]
    view = VotesPage(
        filter=_filter(sheet, shown),
        sections=tuple(Markup(section) for section, _ in found),  # noqa: S704 - an autoescaped template's own output
        number=len(shown),
        named=sum(decision.named for decision in shown),
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


def _section(sheet: Sheet, session_id: SessionId) -> tuple[str, tuple[ToldDecision, ...]]:
    record = sheet.record
    shown = newest_first(sheet, record.decisions_by_session[session_id])
    link = sheet.link(session_uri(session_id), record.council.sessions[session_id].name)
    told = (ToldDecision(one.year, one.kind, one.method, one.result, not one.state, one.divided) for one in shown)
    return str(sheet.fragment("decision_section", DecisionSection(link, shown))), tuple(told)


def newest_first(sheet: Sheet, decisions: tuple[VoteEvent, ...]) -> tuple[DecisionView, ...]:
    """Return decisions by day, the newest day first, in the order of the source within a day."""
    days = sorted({one.date.isoformat() if one.date else "" for one in decisions}, reverse=True)
    place = {day: number for number, day in enumerate(days)}
    ordered = sorted(decisions, key=lambda one: place[one.date.isoformat() if one.date else ""])
    return tuple(decision_view(sheet, one) for one in ordered)


def _filter(sheet: Sheet, decisions: list[ToldDecision]) -> FilterBar:
    choices = (
        choice(sheet, "year", ((one.year, sheet.t("date.year", n=one.year)) for one in decisions)),
        choice(sheet, "kind", ((one.kind, one.kind) for one in decisions)),
        choice(sheet, "method", ((one.method, one.method) for one in decisions)),
        choice(sheet, "result", ((one.result, one.result) for one in decisions)),
    )
    return filter_bar(sheet, "votes-list", choices, ("divided", "named"))
