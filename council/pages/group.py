"""`groups/ID.html`: a parliamentary group (会派), its members by date, how often it voted as one."""

from __future__ import annotations

from dataclasses import dataclass

from council.figures import GroupVotes, cohesion
from council.model.people import Membership, Organization, OrganizationId
from council.model.votes import Option, tally
from council.pages import dates, people
from council.pages.addresses import group_uri
from council.pages.decisions import DecisionView, counted, decision_view
from council.pages.page import Page
from council.pages.record import seat_number
from council.pages.sheet import Link, Sheet, Studio


@dataclass(frozen=True, slots=True)
class GroupMember:
    """One stretch of membership in a group."""

    person: Link
    role: str
    seat: str
    period: str
    current: bool


@dataclass(frozen=True, slots=True)
class GroupDecision:
    """A decision on which the group did not vote as one, with its own figures."""

    decision: DecisionView
    figures: str


@dataclass(frozen=True, slots=True)
class GroupPage:
    """What the page of a group says; ``united`` of ``decisions`` it voted as one."""

    name: str
    as_of: str
    members: tuple[GroupMember, ...]
    current: int
    united: int
    decisions: int
    split: tuple[GroupDecision, ...]


def compose_group(studio: Studio, group: Organization) -> Page:
    """Return the page of one parliamentary group."""
    sheet = studio.sheet(group_uri(group.id))
    day = studio.record.data_date
    members = _members(sheet, group)
    figure = cohesion(group.id, studio.record.contested_by_group.get(group.id, ()))
    split = _split(sheet, group.id)
    view = GroupPage(
        name=group.name,
        as_of=sheet.plain_day(day).text if day else "",
        members=members,
        current=sum(member.current for member in members),
        united=figure.united,
        decisions=figure.decisions,
        split=tuple(
            GroupDecision(decision_view(sheet, one), counted(sheet, tally(votes))) for one, votes in reversed(split)
        ),
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


def _split(sheet: Sheet, group_id: OrganizationId) -> list[GroupVotes]:
    """Return the decisions on which the group took both sides, with its own votes."""
    rows = sheet.record.contested_by_group.get(group_id, ())
    return [(decision, own) for decision, own in rows if {Option.YES, Option.NO} <= {vote.option for vote in own}]
