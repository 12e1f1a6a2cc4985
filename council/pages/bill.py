"""`bills/ID.html` and `bills.html`: a bill's course, how each member voted, where it was debated, its papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from council.model.events import AgendaItem, Event, MotionId, SessionId
from council.model.votes import Motion, VoteEvent
from council.pages import decisions
from council.pages.addresses import bill_uri, bill_votes_uri, meeting_uri, session_uri, speech_uri, vote_uri
from council.pages.ballots import OptionNames, ballots_of, names_by_option
from council.pages.bill_views import BillView, bill_view, settling_decision
from council.pages.decisions import DecisionView, decision_view
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.materials import MaterialView, materials_of_motion
from council.pages.notices import CorrectionNote, correction_notes
from council.pages.page import Page
from council.pages.record import sessions_of
from council.pages.sheet import Link, Moment, Sheet, Studio
from council.pages.sittings import sitting_link


class Step(Struct, frozen=True):
    """One step of a bill's course: what happened, when if it is known, where to read it."""

    name: str
    detail: str
    day: Moment | None
    link: Link | None
    badge: Markup | None = None


class BillDecision(Struct, frozen=True):
    """A decision on the bill with everybody who voted, and what a yes meant."""

    decision: DecisionView
    meaning: str
    sides: tuple[OptionNames, ...]


class BillPage(Struct, frozen=True):
    """What the page of a bill says."""

    bill: BillView
    meaning: str
    other_titles: tuple[str, ...]
    referred_to: tuple[str, ...]
    sessions: tuple[Link, ...]
    steps: tuple[Step, ...]
    decisions: tuple[BillDecision, ...]
    debated: tuple[tuple[Link, Link], ...]
    materials: tuple[MaterialView, ...]
    corrections: tuple[CorrectionNote, ...]
    source: str
    data: str
    previous: Link | None
    next: Link | None


class BillSection(Struct, frozen=True):
    """The bills of a session."""

    session: Link
    bills: tuple[BillView, ...]


class ListedBills(Struct, frozen=True):
    """A session's bills as a finished section, and what they can be filtered by."""

    section: str
    years: tuple[str, ...]
    kinds: tuple[str, ...]
    results: tuple[str, ...]


class BillsPage(Struct, frozen=True):
    """What the list of bills says: by session, newest first, each as a finished section."""

    filter: FilterBar
    sections: tuple[Markup, ...]


def compose_bills(studio: Studio) -> Page:
    """Return the list of bills; one that stood in several sessions is listed in the first."""
    sheet = studio.sheet("bills.html")
    record = studio.record
    motions: dict[SessionId, list[MotionId]] = {}
    for motion in record.council.motions.values():
        motions.setdefault(motion.session_id, []).append(motion.id)
    found = [
        sheet.part(f"{one}:{' '.join(motions[one])}", partial(_section, sheet, one, motions[one]))
        for one in reversed(tuple(record.council.sessions))
        if one in motions
    ]
    sections = tuple(Markup(one.section) for one in found)  # noqa: S704 - an autoescaped template's own output
    return Page(
        uri=sheet.uri,
        kind="bills",
        title=sheet.t("bills.title"),
        body=sheet.render("record/bills.html.j2", BillsPage(_filter(sheet, found), sections)),
        description=sheet.t("bills.lead"),
        section="bills",
    )


def _section(sheet: Sheet, session_id: SessionId, motions: list[MotionId]) -> ListedBills:
    council = sheet.record.council
    bills = tuple(bill_view(sheet, council.motions[one]) for one in motions)
    link = sheet.link(session_uri(session_id), council.sessions[session_id].name)
    return ListedBills(
        section=str(sheet.fragment("bill_section", BillSection(link, bills))),
        years=tuple(dict.fromkeys(one.year for one in bills)),
        kinds=tuple(dict.fromkeys(one.kind for one in bills)),
        results=tuple(dict.fromkeys(one.result for one in bills)),
    )


def _filter(sheet: Sheet, sessions: Sequence[ListedBills]) -> FilterBar:
    choices = (
        choice(sheet, "year", ((year, sheet.t("date.year", n=year)) for one in sessions for year in one.years)),
        choice(sheet, "kind", ((kind, kind) for one in sessions for kind in one.kinds)),
        choice(sheet, "result", ((result, result) for one in sessions for result in one.results)),
    )
    return filter_bar(sheet, "bills-list", choices, ("divided",))


def compose_bill(studio: Studio, motion: Motion, before: Motion | None, after: Motion | None) -> Page:
    """Return the page of one bill; ``before`` and ``after`` are its neighbours in the session."""
    sheet = studio.sheet(bill_uri(motion.id))
    session = studio.record.council.sessions[motion.session_id]
    view = _view(sheet, motion, before, after)
    return Page(
        uri=sheet.uri,
        kind="bill",
        title=" ".join(part for part in (decisions.number_words(motion), motion.text) if part),
        body=sheet.render("record/bill.html.j2", view),
        description=sheet.t("bill.description", title=motion.text, session=session.name),
        section="bills",
        breadcrumbs=((sheet.t("bills.title"), "bills.html"), (session.name, session_uri(session.id))),
    )


def _view(sheet: Sheet, motion: Motion, before: Motion | None, after: Motion | None) -> BillPage:
    record = sheet.record
    decided = record.decisions_by_motion.get(motion.id, ())
    sessions = (record.council.sessions[session_id] for session_id in sessions_of(motion))
    return BillPage(
        bill=bill_view(sheet, motion),
        meaning=_meaning(sheet, motion),
        other_titles=motion.other_titles,
        referred_to=motion.referred_to,
        sessions=tuple(sheet.link(session_uri(session.id), session.name) for session in sessions),
        steps=tuple(_steps(sheet, motion)),
        decisions=tuple(_decision(sheet, one, motion) for one in decided),
        debated=tuple(
            (sheet.link(speech_uri(one.event_id, one.speech_id), one.title), sitting_link(sheet, one.event_id))
            for one in sorted(
                record.headings.get(motion.id, ()), key=lambda one: record.council.events[one.event_id].sort_key
            )
        ),
        materials=materials_of_motion(sheet, motion.id),
        corrections=correction_notes(sheet),
        source=decisions.source_words(sheet, motion.source) if motion.source else "",
        data=_data(sheet, motion),
        previous=_neighbour(sheet, before),
        next=_neighbour(sheet, after),
    )


def _meaning(sheet: Sheet, motion: Motion) -> str:
    """Return what a yes meant in the decision that settled the bill, where figures could be misread without it."""
    decision = settling_decision(sheet.record, motion)
    return decisions.meaning(sheet, decision, motion) if decision and decisions.figures(sheet, decision) else ""


def _decision(sheet: Sheet, decision: VoteEvent, motion: Motion) -> BillDecision:
    return BillDecision(
        decision_view(sheet, decision),
        decisions.meaning(sheet, decision, motion),
        names_by_option(sheet, ballots_of(sheet, decision)),
    )


def _steps(sheet: Sheet, motion: Motion) -> Iterator[Step]:
    """Yield 提出, each sitting that took the bill up, 付託, each decision: in order of day, the undated where they belong."""
    if motion.creator:
        yield Step(sheet.t("step.submitted"), motion.creator, None, None)
    dated = [*_on_agendas(sheet, motion), *_decided(sheet, motion)]
    dated.sort(key=lambda item: (item[0] or dt.date.max, item[1]))
    referred = bool(motion.referred_to)
    for _, rank, step in dated:
        if referred and rank > 0:
            yield _referral(sheet, motion)
            referred = False
        yield step
    if referred:
        yield _referral(sheet, motion)


def _referral(sheet: Sheet, motion: Motion) -> Step:
    return Step(sheet.t("step.referred"), sheet.t("list.comma").join(motion.referred_to), None, None)


def _on_agendas(sheet: Sheet, motion: Motion) -> Iterator[tuple[dt.date | None, int, Step]]:
    first = True
    for event, item in sheet.record.agenda_places.get(motion.id, ()):
        name = sheet.t("step.introduced" if first else "step.taken_up")
        link = sheet.link(
            _place(sheet, event, item), sheet.t("step.at", body=sheet.body(event.body), item=item.label).strip()
        )
        yield event.start_date, 0 if first else 1, Step(name, "", sheet.plain_day(event.start_date), link)
        first = False


def _place(sheet: Sheet, event: Event, item: AgendaItem) -> str:
    has_heading = item.speech_id and event.id in sheet.record.with_debate
    return speech_uri(event.id, item.speech_id) if has_heading else meeting_uri(event.id)


def _decided(sheet: Sheet, motion: Motion) -> Iterator[tuple[dt.date | None, int, Step]]:
    for decision in sheet.record.decisions_by_motion.get(motion.id, ()):
        words = (decisions.figures(sheet, decision), decisions.unnamed_state(sheet, decision))
        detail = sheet.t("answer.separator").join(word for word in words if word)
        name = (
            sheet.t("step.decided_on", what=aspect)
            if (aspect := decisions.aspect(sheet, decision))
            else sheet.t("step.decided")
        )
        link = sheet.link(vote_uri(decision.id), sheet.t("step.how_voted"))
        day = sheet.plain_day(decision.date) if decision.date else None
        yield decision.date, 2, Step(name, detail, day, link, decisions.result_badge(sheet, decision.result))


def _data(sheet: Sheet, motion: Motion) -> str:
    named = any(one.votes for one in sheet.record.decisions_by_motion.get(motion.id, ()))
    return sheet.href(bill_votes_uri(motion.id)) if named else ""


def _neighbour(sheet: Sheet, motion: Motion | None) -> Link | None:
    return sheet.link(bill_uri(motion.id), decisions.number_words(motion) or motion.text) if motion else None
