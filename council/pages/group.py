"""`groups/ID.html`: a parliamentary group (会派), its members by date, how often it voted as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter

from markupsafe import Markup
from msgspec import Struct

from council.figures import Cohesion, GroupVotes, cohesion, voted_as_one
from council.model.people import Membership, Organization, OrganizationId
from council.model.votes import VoteEvent, tally
from council.pages import dates, people
from council.pages.addresses import group_uri
from council.pages.decisions import DecisionView, counted, decision_view
from council.pages.grouping import grouped
from council.pages.page import Page
from council.pages.record import seat_number
from council.pages.sheet import Link, Sheet, Studio


class GroupMember(Struct, frozen=True):
    """One stretch of membership in a group."""

    person: Link
    role: str
    seat: str
    period: str
    current: bool


class GroupDecision(Struct, frozen=True):
    """A divided decision with the group's own figures."""

    decision: DecisionView
    figures: str


class GroupYear(Struct, frozen=True):
    """The divided decisions of a year: how often the group voted as one, and which ones these are as finished rows."""

    year: str
    figure: Cohesion
    split: tuple[str, ...]
    as_one: tuple[str, ...]


class GroupPage(Struct, frozen=True):
    """What the page of a group says; ``united`` of ``decisions`` it voted as one, by year the same; which ones these are."""

    name: str
    as_of: str
    members: tuple[GroupMember, ...]
    current: int
    united: int
    decisions: int
    years: tuple[tuple[str, Cohesion], ...]
    split: Markup
    as_one: Markup
    as_one_number: int


def compose_group(studio: Studio, group: Organization) -> Page:
    """Return the page of one parliamentary group."""
    sheet = studio.sheet(group_uri(group.id))
    day = studio.record.data_date
    members = _members(sheet, group)
    years = _years(sheet, group)
    view = GroupPage(
        name=group.name,
        as_of=sheet.plain_day(day).text if day else "",
        members=members,
        current=sum(member.current for member in members),
        united=sum(one.figure.united for one in years),
        decisions=sum(one.figure.decisions for one in years),
        years=_figures(sheet, years),
        split=_listed(row for one in years for row in one.split),
        as_one=_listed(row for one in years for row in one.as_one),
        as_one_number=sum(len(one.as_one) for one in years),
    )
    return Page(
        uri=sheet.uri,
        kind="group",
        title=group.name,
        body=sheet.render("record/group.html.j2", view),
        description=sheet.t("group.description", name=group.name, council=studio.record.council.facts.name),
        section="members",
        breadcrumbs=((sheet.t("members.title"), "members.html"),),
    )


def _members(sheet: Sheet, group: Organization) -> tuple[GroupMember, ...]:
    day = sheet.record.data_date
    found = [one for one in sheet.record.council.memberships if one.organization_id == group.id]
    found.sort(
        key=lambda one: (not one.covers(day), seat_number(sheet.record.seat_of(one.person_id, day)), one.person_id)
    )
    return tuple(_member(sheet, one) for one in found)


def _member(sheet: Sheet, one: Membership) -> GroupMember:
    day = sheet.record.data_date
    return GroupMember(
        person=people.person_link(sheet, one.person_id),
        role=one.role,
        seat=sheet.record.seat_of(one.person_id, day) if one.covers(day) else "",
        period=dates.period(one.start_date, one.end_date, sheet.language),
        current=one.covers(day),
    )


def _years(sheet: Sheet, group: Organization) -> tuple[GroupYear, ...]:
    """Return every year with divided decisions in which the group had a vote, against the order of the record."""
    rows = sheet.record.contested_by_group.get(group.id, ())
    by_year = grouped((str(event.date.year) if event.date else "", event) for event, _ in reversed(rows))
    return tuple(
        sheet.part(f"votes:{year}", partial(_year, sheet, group.id, year), events) for year, events in by_year.items()
    )


def _year(sheet: Sheet, group_id: OrganizationId, year: str, events: Sequence[VoteEvent]) -> GroupYear:
    rows = [(event, tuple(vote for vote in event.votes if vote.group_id == group_id)) for event in events]
    return GroupYear(
        year,
        cohesion(group_id, rows),
        _decisions(sheet, rows, as_one=False),
        _decisions(sheet, rows, as_one=True),
    )


def _figures(sheet: Sheet, years: Sequence[GroupYear]) -> tuple[tuple[str, Cohesion], ...]:
    """Return how often the group voted as one in each year with decisions that count, the newest year first."""
    unknown = sheet.t("date.unknown")
    return tuple(
        (sheet.t("date.year", n=one.year) if one.year else unknown, one.figure)
        for one in sorted(years, key=attrgetter("year"), reverse=True)
        if one.figure.decisions
    )


def _decisions(sheet: Sheet, rows: Iterable[GroupVotes], *, as_one: bool) -> tuple[str, ...]:
    """Return the decisions on which the group took one side, or both, with its own figures, as finished rows."""
    return tuple(
        str(sheet.fragment("group_decision", GroupDecision(decision_view(sheet, event), counted(sheet, tally(own)))))
        for event, own in rows
        if voted_as_one(own) is as_one
    )


def _listed(rows: Iterable[str]) -> Markup:
    return Markup("\n  ".join(rows))  # noqa: S704 - an autoescaped template's own output
