"""A member's votes as rows with what they can be filtered by; decisions without names stand apart, as such."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from council.model.people import PersonId
from council.model.votes import Vote, VoteEvent
from council.pages.addresses import session_uri
from council.pages.ballots import VoteBadge, badge_of, badge_order, checking_badge, role_that_voted
from council.pages.decisions import DecisionView, decision_view
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.grouping import grouped
from council.pages.sheet import Link, Sheet


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One vote of a member beside the decision; one that is kept back stands there as 確認中."""

    decision: DecisionView
    badge: VoteBadge
    mark: Markup
    role: str
    note: str


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How often a member took one side."""

    badge: Markup
    number: int


@dataclass(frozen=True, slots=True)
class MemberVotes:
    """All votes of a member, newest first, as finished rows; ``unnamed`` by session what has no names."""

    rows: tuple[Markup, ...]
    counts: tuple[OptionCount, ...]
    number: int
    filter: FilterBar
    unnamed: tuple[tuple[Link, tuple[Markup, ...]], ...]
    unnamed_number: int


def member_votes(sheet: Sheet, person_id: PersonId) -> MemberVotes:
    """Return the votes of a member."""
    cast = [(one, _row(sheet, one, vote)) for one, vote in sheet.record.votes_cast.get(person_id, ())]
    if kept_back := [(one, _kept_back(sheet, one)) for one in sheet.record.withheld_votes.get(person_id, ())]:
        cast = sorted((*cast, *kept_back), key=lambda pair: (pair[0].order, pair[0].id))  # as decisions of a day stand
    cast.sort(key=lambda pair: pair[0].date.isoformat() if pair[0].date else "", reverse=True)
    rows = [row for _, row in cast]
    unnamed = _unnamed(sheet, person_id)
    return MemberVotes(
        rows=tuple(_piece(sheet, one, row) for one, row in cast),
        counts=_counts(sheet, rows),
        number=len(cast),
        filter=_filter(sheet, rows),
        unnamed=unnamed,
        unnamed_number=sum(len(items) for _, items in unnamed),
    )


def _row(sheet: Sheet, decision: VoteEvent, vote: Vote) -> VoteRow:
    badge = badge_of(sheet, vote)
    mark = sheet.piece("vote_badge", badge)
    return VoteRow(decision_view(sheet, decision), badge, mark, role_that_voted(sheet, vote), vote.note)


def _kept_back(sheet: Sheet, decision: VoteEvent) -> VoteRow:
    badge = checking_badge(sheet)
    return VoteRow(decision_view(sheet, decision), badge, sheet.piece("vote_badge", badge), "", "")


def _counts(sheet: Sheet, rows: list[VoteRow]) -> tuple[OptionCount, ...]:
    kinds = grouped((row.badge, row) for row in rows)
    ranked = sorted(kinds.items(), key=lambda item: badge_order(item[0]))
    return tuple(OptionCount(sheet.piece("vote_badge", badge), len(found)) for badge, found in ranked)


def _filter(sheet: Sheet, rows: list[VoteRow]) -> FilterBar:
    choices = (
        choice(sheet, "year", ((row.decision.year, sheet.t("date.year", n=row.decision.year)) for row in rows)),
        choice(sheet, "kind", ((row.decision.kind, row.decision.kind) for row in rows)),
        choice(sheet, "option", ((row.badge.look, row.badge.word) for row in rows)),
    )
    return filter_bar(sheet, "member-votes", choices, ("divided",))


def _unnamed(sheet: Sheet, person_id: PersonId) -> tuple[tuple[Link, tuple[Markup, ...]], ...]:
    """Return the decisions taken without names while the person was a member, by session, newest first."""
    found = [one for one in sheet.record.unnamed.get(person_id, ()) if person_id not in one.withheld_voters]
    by_session = grouped((one.session_id, one) for one in found)
    sessions = sheet.record.council.sessions
    return tuple(
        (sheet.link(session_uri(key), sessions[key].name), tuple(_unnamed_item(sheet, one) for one in items))
        for key, items in reversed(by_session.items())
    )


def _piece(sheet: Sheet, decision: VoteEvent, row: VoteRow) -> Markup:
    return sheet.piece_of("member_vote", (decision.id, row.badge, row.role, row.note), lambda: row)


def _unnamed_item(sheet: Sheet, decision: VoteEvent) -> Markup:
    return sheet.piece_of("unnamed_decision", decision.id, lambda: decision_view(sheet, decision))
