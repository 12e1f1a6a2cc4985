"""`sessions/ID.html` and `sessions.html`: a session's calendar, its bills with results, who voted how, papers and video."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from council.glossary import term
from council.model.events import LegislativeSession
from council.pages import dates
from council.pages.addresses import session_uri, session_votes_uri
from council.pages.bill_views import BillView, bill_view
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.materials import MaterialView, material_view
from council.pages.matrix import Matrix, session_matrix
from council.pages.page import Page
from council.pages.paper_saved import PaperSaved, paper_saved
from council.pages.sheet import Link, Sheet, Studio
from council.pages.sittings import SittingView, sitting_view


class SessionView(Struct, frozen=True):
    """A session in the list of sessions."""

    href: str
    name: str
    period: str
    kind: str
    sittings: int
    minutes: int
    bills: int
    decided: int
    year: str


class SessionsPage(Struct, frozen=True):
    """What the list of sessions says: by year, newest first."""

    years: tuple[tuple[str, tuple[SessionView, ...]], ...]


class SessionPage(Struct, frozen=True):
    """What the page of a session says."""

    session: SessionView
    summary: str
    sittings: tuple[SittingView, ...]
    bills: tuple[BillView, ...]
    bill_filter: FilterBar
    matrix: Matrix
    data: str
    timezone: str
    materials: tuple[MaterialView, ...]
    unsettled_papers: bool
    paper_saved: PaperSaved | None
    previous: Link | None
    next: Link | None


def compose_sessions(studio: Studio) -> Page:
    """Return the list of sessions."""
    sheet = studio.sheet("sessions.html")
    years: dict[str, list[SessionView]] = {}
    for session in reversed(tuple(studio.record.council.sessions.values())):
        view = session_view(sheet, session)
        years.setdefault(view.year, []).append(view)
    body = sheet.render("record/sessions.html.j2", SessionsPage(tuple((year, tuple(v)) for year, v in years.items())))
    return Page(
        uri=sheet.uri,
        kind="sessions",
        title=sheet.t("sessions.title"),
        body=body,
        description=sheet.t("sessions.lead"),
        section="sessions",
    )


def compose_session(
    studio: Studio, session: LegislativeSession, before: LegislativeSession | None, after: LegislativeSession | None
) -> Page:
    """Return the page of one session."""
    sheet = studio.sheet(session_uri(session.id))
    record = studio.record
    motions = record.motions_by_session.get(session.id, ())
    decisions = record.decisions_by_session.get(session.id, ())
    bills = tuple(bill_view(sheet, motion, session.id) for motion in motions)
    view = SessionPage(
        session=session_view(sheet, session),
        summary=_summary(sheet, bills),
        sittings=tuple(sitting_view(sheet, event) for event in record.events_by_session.get(session.id, ())),
        bills=bills,
        bill_filter=_bill_filter(sheet, bills),
        matrix=session_matrix(sheet, decisions),
        data=sheet.href(session_votes_uri(session.id)) if any(one.votes for one in decisions) else "",
        timezone=record.council.facts.timezone,
        materials=tuple(material_view(sheet, one) for one in record.materials_by_session.get(session.id, ())),
        unsettled_papers=session.id in record.council.unsettled_papers,
        paper_saved=paper_saved(sheet, session.id),
        previous=_neighbour(sheet, before),
        next=_neighbour(sheet, after),
    )
    return Page(
        uri=sheet.uri,
        kind="session",
        title=session.name,
        body=sheet.render("record/session.html.j2", view),
        description=sheet.t("session.description", name=session.name),
        section="sessions",
        breadcrumbs=((sheet.t("sessions.title"), "sessions.html"),),
    )


def session_view(sheet: Sheet, session: LegislativeSession) -> SessionView:
    """Return a session as lists show it; its days are the announced ones, else those of its sittings."""
    record = sheet.record
    events = record.events_by_session.get(session.id, ())
    days = [event.start_date for event in events if event.start_date]
    start, end = session.start_date or min(days, default=None), session.end_date or max(days, default=None)
    return SessionView(
        href=sheet.href(session_uri(session.id)),
        name=session.name,
        period=dates.period(start, end, sheet.language),
        kind=term(session.classification).in_language(sheet.language),
        sittings=len(events),
        minutes=sum(event.has_minutes and not event.withheld for event in events),
        bills=len(record.motions_by_session.get(session.id, ())),
        decided=len(record.decisions_by_session.get(session.id, ())),
        year=dates.year_words(start, sheet.language) if start else session.id[:4],
    )


def _summary(sheet: Sheet, bills: tuple[BillView, ...]) -> str:
    """Return 「可決28・否決2・継続審査1」: how many bills came to which result."""
    results = Counter(bill.result for bill in bills if bill.result)
    words = (sheet.t("session.result_count", result=result, n=number) for result, number in results.most_common())
    return sheet.t("list.separator").join(words)


def _bill_filter(sheet: Sheet, bills: tuple[BillView, ...]) -> FilterBar:
    choices = (
        choice(sheet, "kind", ((one.kind, one.kind) for one in bills)),
        choice(sheet, "result", ((one.result, one.result) for one in bills)),
    )
    return filter_bar(sheet, "bills-list", choices)


def _neighbour(sheet: Sheet, session: LegislativeSession | None) -> Link | None:
    return sheet.link(session_uri(session.id), session.name) if session else None
