"""`members/ID.html`: a member. Facts, figures with denominators, every vote, what has no names, speeches, agreement."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup
from msgspec import Struct

from council.figures import MINIMUM
from council.model.people import Membership, OrganizationKind, Person
from council.pages import dates
from council.pages.addresses import compare_uri, group_uri, member_uri, member_votes_uri
from council.pages.filters import FilterBar
from council.pages.member_figures import AgreementLine, Figure, agreement_lines, attendance_lines
from council.pages.member_speeches import speech_groups
from council.pages.member_votes import MemberVotes, OptionCount, member_votes
from council.pages.notices import CorrectionNote, correction_notes
from council.pages.page import Page, TocEntry
from council.pages.people import person_link
from council.pages.recordings import RecordingLink, recording_link
from council.pages.search_scope import Scope, member_scope
from council.pages.sheet import Link, Sheet, Studio, web_address


class TermLine(Struct, frozen=True):
    """One stretch of a person's history: which body, in which role, when."""

    name: str
    href: str
    kind: str
    role: str
    seat: str
    period: str


class MemberPage(Struct, frozen=True):
    """What the page of a member says."""

    name: str
    kana: str
    other_names: tuple[str, ...]
    url: str
    declared: bool
    in_office: bool
    as_of: str
    group: Link | None
    seat: str
    roles: tuple[str, ...]
    committees: tuple[str, ...]
    terms: tuple[TermLine, ...]
    attendance: tuple[Figure, ...]
    votes: MemberVotes
    counts: tuple[OptionCount, ...]
    vote_filter: FilterBar
    speeches: tuple[Markup, ...]
    recordings: tuple[RecordingLink, ...]
    agreement: tuple[AgreementLine, ...]
    minimum: int
    compare: str
    data: str
    corrections: tuple[CorrectionNote, ...]
    search: Scope
    previous: Link | None
    next: Link | None


def compose_member(studio: Studio, person: Person, before: Person | None, after: Person | None) -> Page:
    """Return the page of one member; ``before`` and ``after`` are the neighbours in the list of members."""
    sheet = studio.sheet(member_uri(person.id))
    view = _view(sheet, person, before, after)
    return Page(
        uri=sheet.uri,
        kind="member",
        title=person.name,
        body=sheet.render("record/member.html.j2", view),
        toc=_toc(sheet, view),
        description=sheet.t("member.description", name=person.name, council=studio.record.council.facts.name),
        section="members",
        breadcrumbs=((sheet.t("members.title"), "members.html"),),
    )


def _view(sheet: Sheet, person: Person, before: Person | None, after: Person | None) -> MemberPage:
    record = sheet.record
    day = reference_day(sheet, person)
    group = record.group_of(person.id, day)
    term = record.term_of(person.id, day)
    votes = member_votes(sheet, person.id)
    return MemberPage(
        name=person.name,
        kana=person.sort_name,
        other_names=person.other_names,
        url=web_address(person.url),
        declared=person.declared,
        in_office=is_in_office(sheet, person),
        as_of=sheet.plain_day(day).text if day and is_in_office(sheet, person) else "",
        group=sheet.link(group_uri(group.id), group.name) if group else None,
        seat=term.seat if term else "",
        roles=(term.role,) if term and term.role else (),
        committees=_committees(sheet, person, day),
        terms=tuple(_term_line(sheet, one) for one in record.memberships.get(person.id, ())),
        attendance=attendance_lines(sheet, person.id),
        votes=votes,
        counts=votes.counts,
        vote_filter=votes.filter,
        speeches=speech_groups(sheet, record.runs.get(person.id, ())),
        recordings=tuple(recording_link(sheet, one) for one in record.recordings_by_person.get(person.id, ())),
        agreement=agreement_lines(sheet, person.id),
        minimum=MINIMUM,
        compare=sheet.href(compare_uri(person.id)),
        data=sheet.href(member_votes_uri(person.id)) if record.votes_cast.get(person.id) else "",
        corrections=correction_notes(sheet),
        search=member_scope(sheet, person),
        previous=person_link(sheet, before.id) if before else None,
        next=person_link(sheet, after.id) if after else None,
    )


def reference_day(sheet: Sheet, person: Person) -> dt.date | None:
    """Return the day whose group, seat and role are shown: the date of the data, or the last day in office."""
    return sheet.record.standing[person.id].day


def is_in_office(sheet: Sheet, person: Person) -> bool:
    """Say whether the person was a member on the date of the data."""
    return sheet.record.standing[person.id].in_office


def _committees(sheet: Sheet, person: Person, day: dt.date | None) -> tuple[str, ...]:
    found = sheet.record.bodies_of(person.id, day, OrganizationKind.COMMITTEE)
    return tuple(
        sheet.t("member.with_role", name=body.name, role=one.role) if one.role else body.name for body, one in found
    )


def _term_line(sheet: Sheet, one: Membership) -> TermLine:
    body = sheet.record.council.organizations[one.organization_id]
    is_group = body.classification is OrganizationKind.GROUP
    return TermLine(
        name=body.name,
        href=sheet.href(group_uri(body.id)) if is_group else "",
        kind=sheet.t(f"organization.{body.classification.value}"),
        role=one.role,
        seat=one.seat,
        period=dates.period(one.start_date, one.end_date, sheet.language),
    )


def _toc(sheet: Sheet, view: MemberPage) -> tuple[TocEntry, ...]:
    parts = (
        ("figures", True),
        ("votes", bool(view.votes.years)),
        ("against", bool(view.votes.with_group)),
        ("unnamed", bool(view.votes.unnamed)),
        ("speeches", bool(view.speeches)),
        ("recordings", bool(view.recordings)),
        ("agreement", bool(view.agreement)),
        ("terms", bool(view.terms)),
    )
    return tuple(TocEntry(name, sheet.t(f"member.{name}")) for name, shown in parts if shown)
