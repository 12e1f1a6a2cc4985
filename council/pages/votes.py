"""`votes.html`: every decision, newest first, with filters; those without names stand beside the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from council.model.events import SessionId
from council.model.votes import VoteEvent
from council.pages.addresses import CLOSE, DIVIDED, session_uri
from council.pages.decisions import DecisionView, decision_view
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.page import Page
from council.pages.sheet import Link, Sheet, Studio


class DecisionSection(Struct, frozen=True):
    """The decisions of a session, newest first."""

    session: Link
    decisions: tuple[DecisionView, ...]


class ListedSession(Struct, frozen=True):
    """A session's decisions as a finished section, what is counted of them, and what they can be filtered by."""

    section: str
    number: int
    named: int
    divided: int
    years: tuple[str, ...]
    kinds: tuple[str, ...]
    methods: tuple[str, ...]
    results: tuple[str, ...]


class VotesPage(Struct, frozen=True):
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
    view = VotesPage(
        filter=_filter(sheet, found),
        sections=tuple(Markup(one.section) for one in found),  # noqa: S704 - an autoescaped template's own output
        number=sum(one.number for one in found),
        named=sum(one.named for one in found),
        divided=sum(one.divided for one in found),
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


def _section(sheet: Sheet, session_id: SessionId) -> ListedSession:
    record = sheet.record
    shown = newest_first(sheet, record.decisions_by_session[session_id])
    link = sheet.link(session_uri(session_id), record.council.sessions[session_id].name)
    return ListedSession(
        section=str(sheet.fragment("decision_section", DecisionSection(link, shown))),
        number=len(shown),
        named=sum(not one.state for one in shown),
        divided=sum(one.divided for one in shown),
        years=tuple(dict.fromkeys(one.year for one in shown)),
        kinds=tuple(dict.fromkeys(one.kind for one in shown)),
        methods=tuple(dict.fromkeys(one.method for one in shown)),
        results=tuple(dict.fromkeys(one.result for one in shown)),
    )


def newest_first(sheet: Sheet, decisions: tuple[VoteEvent, ...]) -> tuple[DecisionView, ...]:
    """Return decisions by day, the newest day first, in the order of the source within a day."""
    days = sorted({one.date.isoformat() if one.date else "" for one in decisions}, reverse=True)
    place = {day: number for number, day in enumerate(days)}
    ordered = sorted(decisions, key=lambda one: place[one.date.isoformat() if one.date else ""])
    return tuple(decision_view(sheet, one) for one in ordered)


def _filter(sheet: Sheet, sessions: Sequence[ListedSession]) -> FilterBar:
    choices = (
        choice(sheet, "year", ((year, sheet.t("date.year", n=year)) for one in sessions for year in one.years)),
        choice(sheet, "kind", ((kind, kind) for one in sessions for kind in one.kinds)),
        choice(sheet, "method", ((method, method) for one in sessions for method in one.methods)),
        choice(sheet, "result", ((result, result) for one in sessions for result in one.results)),
    )
    return filter_bar(sheet, "votes-list", choices, ("divided", "named"))
