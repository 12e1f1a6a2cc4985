"""Seats as a picture of our own, in the order of seat numbers, with a table that says the same.

Nothing tells where the seats of a chamber stand; the page says that this is not its plan.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from council.model.votes import VoteEvent
from council.pages.ballots import Ballot, VoteBadge, badge_order, group_of_voter
from council.pages.people import person_link
from council.pages.seat_plan import SeatPlan, seat_plan
from council.pages.sheet import Link, Sheet


class Seat(Struct, frozen=True):
    """One seat of the picture: where its middle lies, its size, whose it is, and how its member voted."""

    x: str
    y: str
    radius: str
    number: str
    name: str
    shown: VoteBadge


class SeatRow(Struct, frozen=True):
    """One row of the table."""

    number: str
    name: Link
    group: str
    badge: Markup


class SeatMap(Struct, frozen=True):
    """The seats in the order of their numbers, drawn and as rows; a badge for every sign that occurs."""

    plan: SeatPlan
    seats: tuple[Markup, ...]
    rows: tuple[Markup, ...]
    legend: tuple[Markup, ...]


def seat_map(sheet: Sheet, decision: VoteEvent, ballots: Sequence[Ballot]) -> SeatMap | None:
    """Return the picture of those whose seat is known, who stand in the order of their seats; none without any."""
    seated = [ballot for ballot in ballots if ballot.seat]
    if not seated:
        return None
    plan = seat_plan(len(seated))
    shown = sorted({ballot.shown for ballot in seated}, key=badge_order)
    return SeatMap(
        plan,
        tuple(_seat(sheet, plan, one, place) for one, place in zip(seated, plan.places, strict=True)),
        tuple(_row(sheet, decision, one) for one in seated),
        tuple(sheet.piece("vote_legend", badge) for badge in shown),
    )


def _seat(sheet: Sheet, plan: SeatPlan, ballot: Ballot, place: tuple[str, str]) -> Markup:
    def view() -> Seat:
        name = sheet.record.council.people[ballot.voter_id].name
        return Seat(*place, plan.radius, ballot.seat, name, ballot.shown)

    return sheet.piece_of("seat", (place, plan.radius, ballot.seat, ballot.voter_id, ballot.shown), view)


def _row(sheet: Sheet, decision: VoteEvent, ballot: Ballot) -> Markup:
    key = group_of_voter(sheet, ballot.voter_id, ballot.vote, decision)

    def view() -> SeatRow:
        group = sheet.record.council.organizations[key].name if key else ""
        badge = sheet.piece("vote_badge", ballot.shown)
        return SeatRow(ballot.seat, person_link(sheet, ballot.voter_id), group, badge)

    return sheet.piece_of("seat_row", (ballot.seat, ballot.voter_id, key, ballot.shown), view)
