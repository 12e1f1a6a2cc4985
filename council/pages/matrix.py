"""The matrix of a session: one row a decision, one column a member, members by parliamentary group as of that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from council.model.people import OrganizationId, PersonId
from council.model.votes import Vote, VoteEvent
from council.pages import ballots, people
from council.pages.addresses import group_uri
from council.pages.ballots import OptionNames
from council.pages.decisions import DecisionView, decision_view
from council.pages.grouping import grouped
from council.pages.sheet import Link, Sheet


@dataclass(frozen=True, slots=True)
class Band:
    """A parliamentary group over its members' columns; ``tone`` is 0 or 1, so that neighbours differ."""

    name: str
    href: str
    members: tuple[Link, ...]
    tone: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A decision with a mark per column, or without names."""

    decision: DecisionView
    cells: tuple[Markup, ...]
    sides: tuple[OptionNames, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Bands, rows, and the members whose group changed within the session."""

    bands: tuple[Band, ...]
    rows: tuple[MatrixRow, ...]
    changes: tuple[str, ...]
    legend: tuple[Markup, ...]
    columns: int
    divided: int


def session_matrix(sheet: Sheet, decisions: Sequence[VoteEvent]) -> Matrix:
    """Return the matrix of these decisions; members are those with a vote in any of them."""
    last_group = {
        vote.voter_id: ballots.group_id_on_day(sheet, vote, decision)
        for decision in decisions
        for vote in decision.votes
    }
    last_day = max((one.date for one in decisions if one.date), default=None)
    bands = _bands(sheet, last_group, last_day)
    order = tuple(person_id for _, members in bands for person_id in members)
    rows = tuple(_row(sheet, decision, order) for decision in decisions)
    return Matrix(
        bands=tuple(_band(sheet, key, members, place % 2) for place, (key, members) in enumerate(bands)),
        rows=rows,
        changes=_changes(sheet, decisions, last_group),
        legend=_legend(sheet, decisions),
        columns=len(order),
        divided=sum(row.decision.divided for row in rows),
    )


def _legend(sheet: Sheet, decisions: Sequence[VoteEvent]) -> tuple[Markup, ...]:
    """Return a badge for every mark that occurs, the chair's last."""
    seen = {ballots.badge_of(sheet, vote) for decision in decisions for vote in decision.votes}
    return tuple(sheet.piece("vote_legend", badge) for badge in sorted(seen, key=ballots.badge_order))


def _bands(
    sheet: Sheet, groups: dict[PersonId, OrganizationId | None], day: dt.date | None
) -> list[tuple[OrganizationId | None, tuple[PersonId, ...]]]:
    seated = sorted(groups, key=lambda person_id: sheet.record.seat_key(person_id, day))
    bands = grouped((groups[person_id], person_id) for person_id in seated)
    return sorted(bands.items(), key=lambda item: (item[0] is None, -len(item[1])))


def _band(sheet: Sheet, key: OrganizationId | None, members: tuple[PersonId, ...], tone: int) -> Band:
    group = sheet.record.council.organizations[key] if key else None
    return Band(
        name=group.name if group else sheet.t("group.none"),
        href=sheet.href(group_uri(group.id)) if group else "",
        members=tuple(people.person_link(sheet, person_id) for person_id in members),
        tone=tone,
    )


def _row(sheet: Sheet, decision: VoteEvent, order: tuple[PersonId, ...]) -> MatrixRow:
    votes = {vote.voter_id: vote for vote in decision.votes}
    cells = tuple(_cell(sheet, decision, person_id, votes.get(person_id)) for person_id in order)
    return MatrixRow(
        decision=decision_view(sheet, decision),
        cells=cells if votes else (),
        sides=ballots.names_by_option(sheet, ballots.ballots_of(sheet, decision)),
    )


def _cell(sheet: Sheet, decision: VoteEvent, person_id: PersonId, vote: Vote | None) -> Markup:
    if vote:
        return sheet.piece("vote_mark", ballots.badge_of(sheet, vote))
    in_office = decision.date is None or sheet.record.term_of(person_id, decision.date) is not None
    return sheet.piece("no_mark", sheet.t("matrix.no_row" if in_office else "matrix.not_in_office"))


def _changes(
    sheet: Sheet, decisions: Sequence[VoteEvent], last: dict[PersonId, OrganizationId | None]
) -> tuple[str, ...]:
    """Say for whom a mark stands under another group than the one borne on that day."""
    found: dict[str, None] = {}
    for decision in decisions:
        for vote in decision.votes:
            group = ballots.group_id_on_day(sheet, vote, decision)
            if group != last[vote.voter_id]:
                found[_change(sheet, decision, vote.voter_id, group)] = None
    return tuple(found)


def _change(sheet: Sheet, decision: VoteEvent, person_id: PersonId, group: OrganizationId | None) -> str:
    council = sheet.record.council
    name = council.organizations[group].name if group else sheet.t("group.none")
    day = sheet.plain_day(decision.date).text
    return sheet.t("matrix.change", day=day, name=council.people[person_id].name, group=name)
