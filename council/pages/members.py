"""`members.html`: everybody who is or was a member."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from council.model.people import OrganizationKind, Person
from council.pages import dates, people
from council.pages.addresses import COMPARE, member_uri
from council.pages.filters import Choice, FilterBar, choice, filter_bar
from council.pages.grouping import grouped
from council.pages.member import is_in_office, reference_day
from council.pages.page import Page
from council.pages.record import seat_number
from council.pages.sheet import Link, Sheet, Studio


class MemberView(Struct, frozen=True):
    """A member in a list."""

    href: str
    name: str
    kana: str
    seat: str
    group: Link | None
    role: str
    committees: tuple[str, ...]
    in_office: bool
    period: str


class MembersPage(Struct, frozen=True):
    """What the list of members says: who is in office, by seat, and who was."""

    as_of: str
    filter: FilterBar
    present: tuple[MemberView, ...]
    former: tuple[MemberView, ...]
    groups: tuple[tuple[Link, int], ...]
    declared: bool
    seats: int | None
    compare: str


def members_in_order(studio: Studio) -> tuple[Person, ...]:
    """Return everybody in the order of the list: in office by seat, then the others by reading."""
    sheet = studio.sheet("members.html")
    return tuple(sorted(studio.record.council.people.values(), key=lambda person: _order(sheet, person)))


def _order(sheet: Sheet, person: Person) -> tuple[bool, int, str, str]:
    day = reference_day(sheet, person)
    seat = seat_number(sheet.record.seat_of(person.id, day))
    return (not is_in_office(sheet, person), seat, person.sort_name, person.name)


def compose_members(studio: Studio) -> Page:
    """Return the list of members."""
    sheet = studio.sheet("members.html")
    views = [member_view(sheet, person) for person in members_in_order(studio)]
    present = tuple(view for view in views if view.in_office)
    day = studio.record.data_date
    groups = grouped((view.group, view) for view in present if view.group)
    view = MembersPage(
        as_of=sheet.plain_day(day).text if day else "",
        filter=filter_bar(sheet, "members-list", (_by_group(sheet, views),), shown="filter.shown_people"),
        present=present,
        former=tuple(view for view in views if not view.in_office),
        groups=tuple(sorted(((link, len(found)) for link, found in groups.items()), key=lambda pair: -pair[1])),
        declared=all(person.declared for person in studio.record.council.people.values()),
        seats=studio.record.council.facts.seats,
        compare=sheet.href(COMPARE),
    )
    return Page(
        uri=sheet.uri,
        kind="members",
        title=sheet.t("members.title"),
        body=sheet.render("record/members.html.j2", view),
        description=sheet.t("members.description", council=studio.record.council.facts.name),
        section="members",
    )


def _by_group(sheet: Sheet, views: Sequence[MemberView]) -> Choice:
    return choice(sheet, "group", ((one.group.text, one.group.text) for one in views if one.group))


def member_view(sheet: Sheet, person: Person) -> MemberView:
    """Return one member as lists show it."""
    record = sheet.record
    day = reference_day(sheet, person)
    term = record.term_of(person.id, day)
    bodies = record.bodies_of(person.id, day, OrganizationKind.COMMITTEE)
    return MemberView(
        href=sheet.href(member_uri(person.id)),
        name=person.name,
        kana=person.sort_name,
        seat=term.seat if term else "",
        group=people.group_link(sheet, person.id, day),
        role=term.role if term else "",
        committees=tuple(body.name for body, _ in bodies),
        in_office=is_in_office(sheet, person),
        period=dates.period(term.start_date, term.end_date, sheet.language) if term else "",
    )
