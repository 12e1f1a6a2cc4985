"""`votes/ID.html`: one decision. The answer in words first; counts, names, seats, minutes and source rows follow."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from council.glossary import term
from council.model.votes import Motion, Recorded, Requirement, VoteEvent, tally
from council.pages import ballots, decisions, people
from council.pages.addresses import bill_uri, meeting_uri, session_uri, speech_uri, vote_uri
from council.pages.ballots import GroupVotes, OptionNames
from council.pages.confirmation import Confirmation, confirmation
from council.pages.decisions import DecisionView
from council.pages.notices import CorrectionNote, correction_notes
from council.pages.page import Page
from council.pages.seat_map import SeatMap, seat_map
from council.pages.sheet import Link, Sheet, Studio

_OPTIONS = ("yes", "no", "abstain", "not_voting", "absent", "excused", "other", "chair")


class CountLine(Struct, frozen=True):
    """One line of the table of counts: an option, how many were declared, how many are counted by name."""

    label: str
    figures: tuple[str, ...]


class VotePage(Struct, frozen=True):
    """What the page of a decision says."""

    heading: str
    subheading: str
    decision: DecisionView
    answer: str
    meaning: str
    unnamed: str
    requirement: str
    bill: Link
    session: Link
    meeting: Link | None
    minutes: Link | None
    under: str
    count_columns: tuple[str, ...]
    count_lines: tuple[CountLine, ...]
    differs: bool
    confirmation: Confirmation | None
    withheld: int
    sides: tuple[OptionNames, ...]
    groups: tuple[GroupVotes, ...]
    seats: SeatMap | None
    unlisted: tuple[Markup, ...]
    unplaced: int
    interests: tuple[Link, ...]
    others: tuple[DecisionView, ...]
    sources: tuple[str, ...]
    corrections: tuple[CorrectionNote, ...]
    previous: Link | None
    next: Link | None
    about: str


def compose_vote(studio: Studio, decision: VoteEvent, before: VoteEvent | None, after: VoteEvent | None) -> Page:
    """Return the page of one decision; ``before`` and ``after`` are its neighbours in the session."""
    sheet = studio.sheet(vote_uri(decision.id))
    motion = studio.record.council.motions[decision.motion_id]
    view = _view(sheet, decision, motion, before, after)
    return Page(
        uri=sheet.uri,
        kind="vote",
        title=" ".join(part for part in (view.heading, view.subheading, view.decision.aspect) if part),
        body=sheet.render("record/vote.html.j2", view),
        description=sheet.t("vote.description", title=motion.text, answer=view.answer),
        section="bills",
        breadcrumbs=(
            (sheet.t("bills.title"), "bills.html"),
            (decisions.number_words(motion) or motion.text, bill_uri(motion.id)),
        ),
    )


def _view(
    sheet: Sheet, decision: VoteEvent, motion: Motion, before: VoteEvent | None, after: VoteEvent | None
) -> VotePage:
    council = sheet.record.council
    cast = ballots.ballots_of(sheet, decision)
    event = council.events[decision.event_id] if decision.event_id else None
    shown = decisions.decision_view(sheet, decision)
    return VotePage(
        heading=decisions.number_words(motion) or motion.text,
        subheading=motion.text if motion.identifier else "",
        decision=shown,
        answer=answer(sheet, decision),
        meaning=decisions.meaning(sheet, decision, motion),
        unnamed=_unnamed(sheet, decision),
        requirement=_requirement(sheet, decision),
        bill=sheet.link(bill_uri(motion.id), decisions.number_words(motion) or motion.text),
        session=sheet.link(session_uri(decision.session_id), council.sessions[decision.session_id].name),
        meeting=sheet.link(meeting_uri(event.id), sheet.body(event.body)) if event else None,
        minutes=_minutes(sheet, decision),
        under=_under(sheet, decision),
        count_columns=_count_columns(sheet, decision),
        count_lines=_count_lines(sheet, decision),
        differs=decisions.differs(decision),
        confirmation=confirmation(sheet, decision),
        withheld=decision.withheld,
        sides=ballots.names_by_option(sheet, cast),
        groups=ballots.votes_by_group(sheet, decision, cast),
        seats=seat_map(sheet, decision, cast),
        unlisted=_unlisted(sheet, decision),
        unplaced=ballots.unplaced(decision),
        interests=tuple(
            people.person_link(sheet, one.person_id) if one.person_id else Link("", one.name)
            for one in decision.interests
        ),
        others=tuple(
            decisions.decision_view(sheet, other)
            for other in sheet.record.decisions_by_motion[motion.id]
            if other.id != decision.id
        ),
        sources=tuple(decisions.source_words(sheet, source) for source in decision.sources),
        corrections=correction_notes(sheet),
        previous=_neighbour(sheet, before),
        next=_neighbour(sheet, after),
        about=sheet.href("about.html"),
    )


def answer(sheet: Sheet, decision: VoteEvent) -> str:
    """Return 「可決　賛成18・反対2（議長を除く）」, or the result and why there are no names."""
    parts = (
        decisions.result_words(sheet, decision.result),
        decisions.figures(sheet, decision),
        decisions.unnamed_state(sheet, decision),
    )
    return sheet.t("answer.separator").join(part for part in parts if part)


def _unnamed(sheet: Sheet, decision: VoteEvent) -> str:
    """Return why there are no names; of names that are only kept back it is not said that nobody recorded them."""
    if decision.withheld or decision.recorded is Recorded.RECORDED:
        return ""
    return sheet.t("unnamed.election" if decisions.is_election(decision) else "unnamed.explained")


def _requirement(sheet: Sheet, decision: VoteEvent) -> str:
    if decision.requirement is Requirement.MAJORITY:
        return ""
    return sheet.t("vote.requirement", share=term(decision.requirement).in_language(sheet.language))


def _minutes(sheet: Sheet, decision: VoteEvent) -> Link | None:
    if not (decision.event_id and decision.speech_id and decision.event_id in sheet.record.with_debate):
        return None
    return sheet.link(speech_uri(decision.event_id, decision.speech_id), sheet.t("vote.to_minutes"))


def _under(sheet: Sheet, decision: VoteEvent) -> str:
    """Return the last heading of the sitting's minutes under which the matter stood."""
    traces = sheet.record.headings.get(decision.motion_id, ()) if decision.speech_id else ()
    return next((one.title for one in reversed(traces) if one.event_id == decision.event_id), "")


def _count_columns(sheet: Sheet, decision: VoteEvent) -> tuple[str, ...]:
    shown = (("declared", _is_declared(decision)), ("counted", bool(decision.votes)))
    return tuple(sheet.t(f"count.{name}") for name, known in shown if known)


def _count_lines(sheet: Sheet, decision: VoteEvent) -> tuple[CountLine, ...]:
    """Return a line for yes and no, for every other option that occurs, and for what is kept back."""
    count = tally(decision.votes)
    counted = [(name, getattr(count, name)) for name in _OPTIONS if name in ("yes", "no") or getattr(count, name)]
    if decision.votes and decision.withheld:
        counted.append(("checking", decision.withheld))
    return tuple(
        CountLine(sheet.t(f"count.{name}"), _count_figures(sheet, decision, name, number)) for name, number in counted
    )


def _count_figures(sheet: Sheet, decision: VoteEvent, name: str, number: int) -> tuple[str, ...]:
    declared = {"yes": decision.declared_yes, "no": decision.declared_no}.get(name)
    figures = []
    if _is_declared(decision):
        figures.append(sheet.t("count.none") if declared is None else str(declared))
    if decision.votes:
        figures.append(str(number))
    return tuple(figures)


def _is_declared(decision: VoteEvent) -> bool:
    return decision.declared_yes is not None or decision.declared_no is not None


def _unlisted(sheet: Sheet, decision: VoteEvent) -> tuple[Markup, ...]:
    """Return who was in office that day by the roster and has no row: their vote is not known, whatever the others did.

    Of people whom no roster names nobody knows the terms.
    """
    if not (decision.votes and decision.date):
        return ()
    listed = {*(vote.voter_id for vote in decision.votes), *decision.withheld_voters}
    known = sheet.record.council.people
    in_office = (one for one in sheet.record.in_office(decision.date) if known[one].declared)
    return tuple(people.name_piece(sheet, person_id) for person_id in in_office if person_id not in listed)


def _neighbour(sheet: Sheet, decision: VoteEvent | None) -> Link | None:
    if decision is None:
        return None
    motion = sheet.record.council.motions[decision.motion_id]
    words = (decisions.number_words(motion) or motion.text, decisions.aspect(sheet, decision))
    return sheet.link(vote_uri(decision.id), " ".join(part for part in words if part))
