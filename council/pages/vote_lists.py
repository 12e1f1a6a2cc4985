"""`votes-divided.html` and `votes-close.html`: lists that read without any script, each with the rule that makes it."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup
from msgspec import Struct

from council.figures import CLOSE_SHARE, CLOSE_VOTES, Margin, close_ones, margin
from council.model.events import SessionId
from council.model.votes import VoteEvent
from council.pages.addresses import CLOSE, DIVIDED, session_uri
from council.pages.decisions import DecisionView, decision_view, is_divided, is_election
from council.pages.page import Page
from council.pages.sheet import Sheet, Studio
from council.pages.votes import newest_first


class DividedPage(Struct, frozen=True):
    """The divided decisions as finished sections by session, newest first; ``unmeasured`` ones tell of neither yes nor no."""

    sections: tuple[Markup, ...]
    number: int
    unmeasured: int
    close: str


class DividedSession(Struct, frozen=True):
    """The divided decisions of a session as a finished section, empty where there are none, and what the page counts."""

    section: str
    number: int
    unmeasured: int


class CloseDecision(Struct, frozen=True):
    """A close decision, and how many votes apart yes and no were."""

    decision: DecisionView
    difference: int
    percent: int


class ClosePage(Struct, frozen=True):
    """The close decisions, the closest first, out of ``measured`` ones by name; ``unmeasured`` are left out."""

    decisions: tuple[CloseDecision, ...]
    measured: int
    unmeasured: int
    votes: int
    percent: int
    divided: str


def compose_divided(studio: Studio) -> Page:
    """Return the list of divided decisions."""
    sheet = studio.sheet(DIVIDED)
    by_session = studio.record.decisions_by_session
    found = [
        sheet.part(one, partial(_divided, sheet, one))
        for one in reversed(tuple(studio.record.council.sessions))
        if one in by_session
    ]
    view = DividedPage(
        sections=tuple(Markup(one.section) for one in found if one.section),  # noqa: S704 - an autoescaped template's own output
        number=sum(one.number for one in found),
        unmeasured=sum(one.unmeasured for one in found),
        close=sheet.href(CLOSE),
    )
    return _page(sheet, "divided", view)


def compose_close(studio: Studio) -> Page:
    """Return the list of close decisions."""
    sheet = studio.sheet(CLOSE)
    events = [(event, margin(event)) for event in studio.record.council.vote_events.values()]
    measured = [(event, apart) for event, apart in events if apart]
    view = ClosePage(
        decisions=tuple(_close(sheet, event, apart) for event, apart in close_ones(measured)),
        measured=len(measured),
        unmeasured=len(events) - len(measured),
        votes=CLOSE_VOTES,
        percent=round(100 * CLOSE_SHARE),
        divided=sheet.href(DIVIDED),
    )
    return _page(sheet, "close", view)


def _divided(sheet: Sheet, session_id: SessionId) -> DividedSession:
    record = sheet.record
    events = record.decisions_by_session[session_id]
    divided = tuple(event for event in events if is_divided(event))
    link = sheet.link(session_uri(session_id), record.council.sessions[session_id].name)
    return DividedSession(
        str(sheet.fragment("divided_section", (link, newest_first(sheet, divided)))) if divided else "",
        len(divided),
        sum(not (event.votes or is_election(event)) and event.declared_yes is None for event in events),
    )


def _close(sheet: Sheet, event: VoteEvent, apart: Margin) -> CloseDecision:
    return CloseDecision(decision_view(sheet, event), apart.difference, round(100 * apart.share))


def _page(sheet: Sheet, name: str, view: DividedPage | ClosePage) -> Page:
    return Page(
        uri=sheet.uri,
        kind="votes",
        title=sheet.t(f"votes_{name}.title"),
        body=sheet.render(f"record/votes_{name}.html.j2", view),
        description=sheet.t(f"votes_{name}.lead"),
        section="votes",
        breadcrumbs=((sheet.t("votes.title"), "votes.html"),),
    )
