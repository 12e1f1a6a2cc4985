"""`index.html`: the latest session, the next sitting, what was decided last, and the ways in."""

from __future__ import annotations

from msgspec import Struct

from council.model.council import Council
from council.model.events import Event, SessionId
from council.model.votes import VoteEvent
from council.pages.decisions import DecisionView, decision_view
from council.pages.page import Page
from council.pages.session import SessionView, session_view
from council.pages.sheet import Sheet, Studio
from council.pages.sittings import SittingView, sitting_view

_LATEST = 10


class Door(Struct, frozen=True):
    """A way in: where to, what is there, how much of it."""

    href: str
    title: str
    text: str


class IndexPage(Struct, frozen=True):
    """What the first page says. ``sittings`` are those of the latest sessions; a script shows today, now and next."""

    name: str
    empty: bool
    as_of: str
    timezone: str
    session: SessionView | None
    sittings: tuple[SittingView, ...]
    minutes: tuple[SittingView, ...]
    decisions: tuple[DecisionView, ...]
    decided_on: str
    doors: tuple[Door, ...]
    live: str
    votes: str
    about: str


def compose_index(studio: Studio) -> Page:
    """Return the first page."""
    sheet = studio.sheet("index.html")
    council = studio.record.council
    latest = _latest_session(studio)
    decided = _latest_decisions(council)
    view = IndexPage(
        name=council.facts.name,
        empty=not (council.events or council.motions or council.people),
        as_of=sheet.plain_day(studio.record.data_date).text if studio.record.data_date else "",
        timezone=council.facts.timezone,
        session=session_view(sheet, council.sessions[latest]) if latest else None,
        sittings=tuple(sitting_view(sheet, event) for event in _sittings(studio)),
        minutes=tuple(sitting_view(sheet, event) for event in _latest_minutes(council)),
        decisions=tuple(decision_view(sheet, one) for one in decided),
        decided_on=sheet.day(decided[0].date).text if decided else "",
        doors=_doors(sheet, council),
        live=sheet.href("live.html"),
        votes=sheet.href("votes.html"),
        about=sheet.href("about.html"),
    )
    return Page(
        uri=sheet.uri,
        kind="index",
        title=council.facts.name,
        body=sheet.render("record/index.html.j2", view),
        description=sheet.t("index.description", council=council.facts.name),
        section="home",
    )


def _latest_session(studio: Studio) -> SessionId | None:
    """Return the last session of which there are minutes or decisions, else the last one."""
    sessions = list(studio.record.council.sessions)
    known = [one for one in sessions if one in studio.record.decisions_by_session or _has_minutes(studio, one)]
    return next(reversed(known or sessions), None)


def _has_minutes(studio: Studio, session_id: SessionId) -> bool:
    return any(event.has_minutes for event in studio.record.events_by_session.get(session_id, ()))


def _sittings(studio: Studio) -> list[Event]:
    """Return the sittings of the latest session with minutes and of everything after it, oldest first."""
    latest = _latest_session(studio)
    sessions = list(studio.record.council.sessions)
    shown = sessions[sessions.index(latest) :] if latest else []
    events = [event for one in shown for event in studio.record.events_by_session.get(one, ())]
    return sorted(events, key=lambda event: event.sort_key)


def _latest_minutes(council: Council) -> list[Event]:
    held = [event for event in council.events.values() if event.has_minutes or event.withheld]
    return sorted(held, key=lambda event: event.sort_key if event.start_date else ("", ""), reverse=True)[:4]


def _latest_decisions(council: Council) -> list[VoteEvent]:
    """Return the decisions of the last day on which any were taken; divided ones first, then in order."""
    dated = [one for one in council.vote_events.values() if one.date]
    last = max((one.date for one in dated if one.date), default=None)
    found = [one for one in dated if one.date == last]
    return sorted(found, key=lambda one: not one.votes)[:_LATEST]


def _doors(sheet: Sheet, council: Council) -> tuple[Door, ...]:
    counts = (
        ("sessions", len(council.sessions)),
        ("bills", len(council.motions)),
        ("votes", len(council.vote_events)),
        ("members", len(council.people)),
        ("materials", sum(not one.withheld for one in council.materials)),
        ("live", len(council.recordings)),
    )
    return tuple(
        Door(sheet.href(f"{name}.html"), sheet.t(f"{name}.title"), sheet.t(f"door.{name}", n=number))
        for name, number in counts
    )
