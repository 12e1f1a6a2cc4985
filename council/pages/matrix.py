"""The matrix of a session: one row a decision, one column a member, members by parliamentary group as of that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from council.figures import margin
from council.model.people import OrganizationId, PersonId
from council.model.votes import Vote, VoteEvent
from council.pages import ballots, people
from council.pages.addresses import group_uri
from council.pages.confirmation import ConfirmedCount, confirmed_counts
from council.pages.decisions import DecisionView, decision_view
from council.pages.grouping import grouped
from council.pages.sheet import Link, Sheet

Groups = Mapping[PersonId, OrganizationId | None]


class Band(Struct, frozen=True):
    """A parliamentary group over its members' columns; ``tone`` is 0 or 1, so that neighbours differ."""

    name: str
    href: str
    members: tuple[Link, ...]
    tone: int


class NoMark(Struct, frozen=True):
    """Why there is no vote in a cell: ``none``, no record of a member's vote, or ``out``, no member on that day."""

    look: str
    word: str


class Side(Struct, frozen=True):
    """Who took one side, as one line of names: a list of every name with its link would outgrow the table."""

    badge: Markup
    number: int
    names: str


class MatrixRow(Struct, frozen=True):
    """A decision with a mark per column, or without names; ``margin``, per mille, is empty where there is none."""

    decision: DecisionView
    cells: tuple[Markup, ...]
    sides: tuple[Side, ...]
    margin: str


class Matrix(Struct, frozen=True):
    """Bands, rows, and the members whose group changed within the session; ``measured`` rows tell how close they were."""

    bands: tuple[Band, ...]
    rows: tuple[MatrixRow, ...]
    changes: tuple[str, ...]
    legend: tuple[Markup, ...]
    columns: int
    divided: int
    measured: int
    confirmed: tuple[ConfirmedCount, ...]


def session_matrix(sheet: Sheet, decisions: Sequence[VoteEvent]) -> Matrix:
    """Return the matrix of these decisions; members are those with a vote in any of them, kept back or not."""
    groups = [ballots.groups_of_voters(sheet, decision) for decision in decisions]
    last_group = {voter: group for found in groups for voter, group in found.items()}
    last_day = max((one.date for one in decisions if one.date), default=None)
    bands = _bands(sheet, last_group, last_day)
    order = tuple(person_id for _, members in bands for person_id in members)
    rows = tuple(_row(sheet, decision, order) for decision in decisions)
    return Matrix(
        bands=tuple(_band(sheet, key, members, place % 2) for place, (key, members) in enumerate(bands)),
        rows=rows,
        changes=_changes(sheet, zip(decisions, groups, strict=True), last_group),
        legend=_legend(sheet, decisions),
        columns=len(order),
        divided=sum(row.decision.divided for row in rows),
        measured=sum(bool(row.margin) for row in rows),
        confirmed=confirmed_counts(sheet, decisions),
    )


def _legend(sheet: Sheet, decisions: Sequence[VoteEvent]) -> tuple[Markup, ...]:
    """Return a badge for every mark that occurs, the chair's late, 確認中 last."""
    seen = {ballots.badge_of(sheet, vote) for decision in decisions for vote in decision.votes}
    if any(decision.withheld_voters for decision in decisions):
        seen.add(ballots.checking_badge(sheet))
    return tuple(sheet.piece("vote_legend", badge) for badge in sorted(seen, key=ballots.badge_order))


def _bands(
    sheet: Sheet, groups: Groups, day: dt.date | None
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
        cells=cells if votes or decision.withheld_voters else (),
        sides=_sides(sheet, decision),
        margin=_margin(decision),
    )


def _sides(sheet: Sheet, decision: VoteEvent) -> tuple[Side, ...]:
    """Return who took which side, sides in the glossary's order."""
    known = sheet.record.council.people
    cast = ballots.ballots_of(sheet, decision)
    sides = grouped((ballot.shown, known[ballot.voter_id].name) for ballot in cast)
    ranked = sorted(sides.items(), key=lambda item: ballots.badge_order(item[0]))
    comma = sheet.t("list.comma")
    return tuple(Side(sheet.piece("vote_badge", badge), len(names), comma.join(names)) for badge, names in ranked)


def _margin(decision: VoteEvent) -> str:
    apart = margin(decision)
    return str(round(1000 * apart.share)) if apart else ""


def _cell(sheet: Sheet, decision: VoteEvent, person_id: PersonId, vote: Vote | None) -> Markup:
    if vote:
        return sheet.piece("vote_mark", ballots.badge_of(sheet, vote))
    if person_id in decision.withheld_voters:
        return sheet.piece("vote_mark", ballots.checking_badge(sheet))
    in_office = decision.date is None or sheet.record.term_of(person_id, decision.date) is not None
    if not in_office:
        return sheet.piece("no_mark", NoMark("out", sheet.t("matrix.not_in_office")))
    missing = "matrix.no_row_yet" if ballots.unplaced(decision) else "matrix.no_row"
    return sheet.piece("no_mark", NoMark("none", sheet.t(missing)))


def _changes(sheet: Sheet, decisions: Iterable[tuple[VoteEvent, Groups]], last: Groups) -> tuple[str, ...]:
    """Say for whom a mark stands under another group than the one borne on that day."""
    found: dict[str, None] = {}
    for decision, groups in decisions:
        for voter, group in groups.items():
            if group != last[voter]:
                found[_change(sheet, decision, voter, group)] = None
    return tuple(found)


def _change(sheet: Sheet, decision: VoteEvent, person_id: PersonId, group: OrganizationId | None) -> str:
    council = sheet.record.council
    name = council.organizations[group].name if group else sheet.t("group.none")
    day = sheet.plain_day(decision.date).text
    return sheet.t("matrix.change", day=day, name=council.people[person_id].name, group=name)
