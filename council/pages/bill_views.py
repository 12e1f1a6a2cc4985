"""A bill as lists show it: its number, title, who brought it, what came of it."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from council.model.events import SessionId
from council.model.votes import Motion, VoteEvent
from council.pages.addresses import bill_uri, session_uri
from council.pages.decisions import figures, is_divided, number_words, result_badge, result_words, unnamed_state
from council.pages.record import Record, sessions_of
from council.pages.sheet import Link, Moment, Sheet


class BillView(Struct, frozen=True):
    """A bill in a list; ``figures`` and ``state`` are those of the decision that settled it, empty if none."""

    href: str
    number: str
    title: str
    kind: str
    creator: str
    badge: Markup
    result: str
    figures: str
    state: str
    divided: bool
    decided: Moment | None
    session: Link
    session_id: str
    year: str


def bill_view(sheet: Sheet, motion: Motion, session_id: SessionId | None = None) -> BillView:
    """Return a bill with its final result, or with what came of it in one session."""
    record = sheet.record
    decision = settling_decision(record, motion, session_id)
    result = result_of(record, motion, session_id)
    session = record.council.sessions[session_id or motion.session_id]
    day = decision.date if decision else None if session_id else motion.date
    return BillView(
        href=sheet.href(bill_uri(motion.id)),
        number=number_words(motion),
        title=motion.text,
        kind=motion.kind,
        creator=motion.creator,
        badge=result_badge(sheet, result),
        result=result_words(sheet, result) if result else "",
        figures=figures(sheet, decision) if decision else "",
        state=unnamed_state(sheet, decision) if decision else "",
        divided=any(is_divided(one) for one in _decisions(record, motion, session_id)),
        decided=sheet.plain_day(day) if day else None,
        session=sheet.link(session_uri(session.id), session.name),
        session_id=session.id,
        year=_year(day.year if day else None, session.id),
    )


def settling_decision(record: Record, motion: Motion, session_id: SessionId | None = None) -> VoteEvent | None:
    """Return the decision that settled a bill: the last one on the matter itself, else the last of any kind."""
    found = _decisions(record, motion, session_id)
    on_matter = [one for one in found if not one.suffix.startswith("amend")]
    return next(reversed(on_matter or found), None)


def result_of(record: Record, motion: Motion, session_id: SessionId | None = None) -> str:
    """Return what came of a bill in the end, or in one session; empty where nothing is known."""
    decision = settling_decision(record, motion, session_id)
    if session_id is None:
        return motion.result or (decision.result if decision else "")
    last = sessions_of(motion)[-1] == session_id
    return (decision.result if decision else "") or (motion.result if last else "")


def _decisions(record: Record, motion: Motion, session_id: SessionId | None) -> list[VoteEvent]:
    found = record.decisions_by_motion.get(motion.id, ())
    return [one for one in found if session_id is None or one.session_id == session_id]


def _year(year: int | None, session_id: str) -> str:
    return str(year) if year else session_id[:4]
