"""A member's votes as rows with what they can be filtered by; decisions without names stand apart, as such.

Each month's votes, and the decisions without names of the sessions that began to decide in it, are pieces that are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from council.model.people import PersonId
from council.model.votes import Vote, VoteEvent, VoteEventId
from council.pages.addresses import session_uri
from council.pages.ballots import VoteBadge, badge_of, badge_order, checking_badge, role_that_voted
from council.pages.confirmation import ConfirmedCount, counts_in_words
from council.pages.decisions import DecisionView, decision_view
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.grouping import grouped
from council.pages.sheet import Sheet

_MOST_OPEN = 100
"""A longer year is folded like the others: nobody scrolls past it to what follows."""


class VoteRow(Struct, frozen=True):
    """One vote of a member beside the decision; one that is kept back stands there as 確認中."""

    decision: DecisionView
    badge: VoteBadge
    mark: Markup
    role: str
    note: str


class OptionCount(Struct, frozen=True):
    """How often a member took one side."""

    badge: Markup
    number: int


class AgainstRow(Struct, frozen=True):
    """A decision on which the member took the other side than most of the group."""

    decision: DecisionView
    mark: Markup


class MonthOfVotes(Struct, frozen=True):
    """A month's votes as finished rows, newest first, and what the page needs to know of them all.

    ``badges`` with how often each occurs, ``kinds`` of matters and ``options`` with their words as they first occur;
    ``confirmed`` of the votes have two sources, ``single`` one; ``against`` are finished rows as well.
    """

    month: str
    rows: str
    number: int
    badges: tuple[tuple[VoteBadge, int], ...]
    kinds: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    confirmed: int
    single: int
    against: str


class MemberVotes(Struct, frozen=True):
    """All votes of a member, newest first, as finished rows by year with their number; ``unnamed`` what has no names.

    ``opened``: the newest year is in sight at once.

    ``against`` are the rows of those of ``with_group`` on which most of the own group took the other side.
    """

    years: tuple[tuple[str, int, Markup], ...]
    opened: bool
    against: Markup
    against_number: int
    with_group: int
    counts: tuple[OptionCount, ...]
    number: int
    confirmed: tuple[ConfirmedCount, ...]
    filter: FilterBar
    unnamed: Markup
    unnamed_number: int


def member_votes(sheet: Sheet, person_id: PersonId) -> MemberVotes:
    """Return the votes of a member."""
    months = _months(sheet, person_id)
    years = _years(sheet, months)
    by_group = sheet.record.against_group.get(person_id)
    unnamed = [one for one in sheet.record.unnamed.get(person_id, ()) if person_id not in one.withheld_voters]
    return MemberVotes(
        years=years,
        opened=bool(years) and years[0][1] <= _MOST_OPEN,
        against=_finished("\n".join(one.against for one in _undated_first(months) if one.against)),
        against_number=len(by_group.against) if by_group else 0,
        with_group=by_group.decisions if by_group else 0,
        counts=_counts(sheet, months),
        number=sum(one.number for one in months),
        confirmed=counts_in_words(
            sheet, {True: sum(one.confirmed for one in months), False: sum(one.single for one in months)}
        ),
        filter=_filter(sheet, months),
        unnamed=_unnamed(sheet, unnamed),
        unnamed_number=len(unnamed),
    )


def _finished(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - an autoescaped template's own output


def _months(sheet: Sheet, person_id: PersonId) -> tuple[MonthOfVotes, ...]:
    """Return every month in which the member voted, or a vote is kept back, the newest first."""
    record = sheet.record
    cast = _by_month({one.id: one for one, _ in record.votes_cast.get(person_id, ())}.values())
    kept_back = _by_month(record.withheld_votes.get(person_id, ()))
    by_group = record.against_group.get(person_id)
    against = frozenset(by_group.against if by_group else ())
    return tuple(
        sheet.part(
            f"votes:{month}",
            partial(_month, sheet, person_id, month),
            decisions := cast.get(month, ()),
            kept_back.get(month, ()),
            tuple(one.id for one in decisions if one.id in against),
        )
        for month in sorted({*cast, *kept_back}, reverse=True)
    )


def _years(sheet: Sheet, months: Iterable[MonthOfVotes]) -> tuple[tuple[str, int, Markup], ...]:
    by_year = grouped((one.month[:4], one) for one in months)
    return tuple(
        (
            _year_words(sheet, year),
            sum(one.number for one in found),
            _finished("\n".join(one.rows for one in found)),
        )
        for year, found in by_year.items()
    )


def _by_month(decisions: Iterable[VoteEvent]) -> dict[str, tuple[VoteEvent, ...]]:
    return grouped((_month_of(one), one) for one in decisions)


def _month_of(decision: VoteEvent) -> str:
    return decision.date.isoformat()[:7] if decision.date else ""


def _undated_first(months: Iterable[MonthOfVotes]) -> list[MonthOfVotes]:
    """Return months as decisions stand against the order of the record, which ends with those of unknown days."""
    return sorted(months, key=lambda one: bool(one.month))


def _year_words(sheet: Sheet, year: str) -> str:
    return sheet.t("date.year", n=year) if year else sheet.t("date.unknown")


def _month(  # noqa: PLR0913, PLR0917 - whose, when, and what is given
    sheet: Sheet,
    person_id: PersonId,
    month: str,
    decisions: Sequence[VoteEvent],
    kept_back: Sequence[VoteEvent],
    against: Sequence[VoteEventId],
) -> MonthOfVotes:
    cast = [(one, _row(sheet, one, vote)) for one in decisions for vote in one.votes if vote.voter_id == person_id]
    sources = [one.is_confirmed for one, _ in cast]
    if kept_back:
        cast += [(one, _kept_back(sheet, one)) for one in kept_back]
        cast.sort(key=lambda pair: (pair[0].order, pair[0].id))  # as decisions of a day stand
    cast.sort(key=lambda pair: pair[0].date.isoformat() if pair[0].date else "", reverse=True)
    rows, shown = [row for _, row in cast], {one.id: row for one, row in cast}
    return MonthOfVotes(
        month=month,
        rows="\n".join(_piece(sheet, one, row) for one, row in cast),
        number=len(rows),
        badges=tuple(Counter(row.badge for row in rows).items()),
        kinds=tuple(dict.fromkeys(row.decision.kind for row in rows)),
        options=tuple({row.badge.look: row.badge.word for row in rows}.items()),
        confirmed=sources.count(True),
        single=sources.count(False),
        against="\n".join(_against(sheet, one, shown[one]) for one in reversed(against)),
    )


def _row(sheet: Sheet, decision: VoteEvent, vote: Vote) -> VoteRow:
    badge = badge_of(sheet, vote)
    mark = sheet.piece("vote_badge", badge)
    return VoteRow(decision_view(sheet, decision), badge, mark, role_that_voted(sheet, vote), vote.note)


def _kept_back(sheet: Sheet, decision: VoteEvent) -> VoteRow:
    badge = checking_badge(sheet)
    return VoteRow(decision_view(sheet, decision), badge, sheet.piece("vote_badge", badge), "", "")


def _counts(sheet: Sheet, months: Iterable[MonthOfVotes]) -> tuple[OptionCount, ...]:
    kinds: Counter[VoteBadge] = Counter()
    for one in months:
        kinds.update(dict(one.badges))
    ranked = sorted(kinds.items(), key=lambda item: badge_order(item[0]))
    return tuple(OptionCount(sheet.piece("vote_badge", badge), number) for badge, number in ranked)


def _filter(sheet: Sheet, months: Sequence[MonthOfVotes]) -> FilterBar:
    choices = (
        choice(sheet, "year", ((one.month[:4], _year_words(sheet, one.month[:4])) for one in months)),
        choice(sheet, "kind", ((kind, kind) for one in months for kind in one.kinds)),
        choice(sheet, "option", (option for one in months for option in one.options)),
    )
    return filter_bar(sheet, "member-votes", choices, ("divided",))


def _unnamed(sheet: Sheet, decisions: Iterable[VoteEvent]) -> Markup:
    """Return the decisions taken without names while the person was a member, by session, newest first."""
    sessions = grouped((one.session_id, one) for one in decisions)
    by_month = grouped((_month_of(found[0]), found) for found in sessions.values())
    pieces = [
        sheet.part(f"unnamed:{month}", partial(_unnamed_sessions, sheet), found) for month, found in by_month.items()
    ]
    return _finished("\n".join(reversed(pieces)))


def _unnamed_sessions(sheet: Sheet, found: Sequence[Sequence[VoteEvent]]) -> str:
    """Return the finished lists of some sessions, the last one first."""
    known = sheet.record.council.sessions
    sessions = tuple(
        (
            sheet.link(session_uri(key := decisions[0].session_id), known[key].name),
            tuple(_unnamed_item(sheet, one) for one in decisions),
        )
        for decisions in reversed(found)
    )
    return str(sheet.fragment("member_unnamed", sessions))


def _piece(sheet: Sheet, decision: VoteEvent, row: VoteRow) -> Markup:
    return sheet.piece_of("member_vote", (decision.id, row.badge, row.role, row.note), lambda: row)


def _against(sheet: Sheet, decision_id: VoteEventId, row: VoteRow) -> Markup:
    return sheet.piece_of("member_against", (decision_id, row.badge), lambda: AgainstRow(row.decision, row.mark))


def _unnamed_item(sheet: Sheet, decision: VoteEvent) -> Markup:
    return sheet.piece_of("unnamed_decision", decision.id, lambda: decision_view(sheet, decision))
