"""A member's votes as rows with what they can be filtered by; decisions without names stand apart, as such."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from council.model.people import PersonId
from council.model.votes import Vote, VoteEvent
from council.pages.addresses import session_uri
from council.pages.ballots import VoteBadge, badge_of, badge_order, checking_badge, role_that_voted
from council.pages.confirmation import ConfirmedCount, confirmed_counts
from council.pages.decisions import DecisionView, decision_view
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.grouping import grouped
from council.pages.sheet import Link, Sheet

_MOST_OPEN = 100
"""A longer year is folded like the others: nobody scrolls past it to what follows."""


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
class AgainstRow:
    """A decision on which the member took the other side than most of the group."""

    decision: DecisionView
    mark: Markup


@dataclass(frozen=True, slots=True)
class MemberVotes:
    """All votes of a member, newest first, as finished rows by year; ``unnamed`` by session what has no names.

    ``opened``: the newest year is in sight at once.

    ``against`` are those of ``with_group`` on which most of the own group took the other side.
    """

    years: tuple[tuple[str, tuple[Markup, ...]], ...]
    opened: bool
    against: tuple[AgainstRow, ...]
    with_group: int
    counts: tuple[OptionCount, ...]
    number: int
    confirmed: tuple[ConfirmedCount, ...]
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
    by_group = sheet.record.against_group.get(person_id)
    shown = {one.id: row for one, row in cast}
    years = _by_year(sheet, cast)
    return MemberVotes(
        years=years,
        opened=bool(years) and len(years[0][1]) <= _MOST_OPEN,
        against=tuple(
            AgainstRow(shown[one].decision, shown[one].mark) for one in reversed(by_group.against if by_group else ())
        ),
        with_group=by_group.decisions if by_group else 0,
        counts=_counts(sheet, rows),
        number=len(cast),
        confirmed=confirmed_counts(sheet, (one for one, _ in sheet.record.votes_cast.get(person_id, ()))),
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


def _by_year(sheet: Sheet, cast: list[tuple[VoteEvent, VoteRow]]) -> tuple[tuple[str, tuple[Markup, ...]], ...]:
    years = grouped((row.decision.year, _piece(sheet, one, row)) for one, row in cast)
    unknown = sheet.t("date.unknown")
    return tuple((sheet.t("date.year", n=year) if year else unknown, rows) for year, rows in years.items())


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
