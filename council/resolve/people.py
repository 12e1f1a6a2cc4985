"""Roster rows to people, organisations and memberships; without a roster, people from lists and table headings."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.council import COUNCIL_ID
from council.model.events import AttendanceKind
from council.model.identifiers import committee_id, group_id, person_id
from council.model.people import Membership, Organization, OrganizationId, OrganizationKind, Person, PersonId
from council.parse.drafts import DraftMember, Drafts, SessionName
from council.parse.session_names import parse_session_name
from council.rules import record as rules
from council.text.names import comparable_name, folded_name, strip_honorific
from council.text.patterns import regex


class People(Struct, frozen=True):
    """Everybody who can vote, with every organisation and membership the inputs state."""

    people: dict[PersonId, Person]
    organizations: dict[OrganizationId, Organization]
    memberships: tuple[Membership, ...]


_OFFICE = regex(r"^(?P<body>.*?委員会)[（(\s\u3000]*(?P<role>副?委員長|委員)?[)）]?$")


def resolve_people(drafts: Drafts, council_name: str) -> Outcome[People]:
    """Make people of the roster's rows, or of printed names if there is no roster.

    Findings: P201 (rows of one name that may be two people), P202 (no roster).
    """
    if drafts.has_roster:
        clusters = _clusters(drafts.members)
        people = _with_ids(clusters.value)
        findings = clusters.findings
    else:
        people = _printed_people(drafts)
        findings = (finding(rules.NO_ROSTER, Location("votes/members.csv"), count=len(people)),) if people else ()
    memberships = tuple(membership for person, rows in people for membership in _memberships(person, rows))
    organizations = {COUNCIL_ID: Organization(COUNCIL_ID, council_name, OrganizationKind.COUNCIL)}
    organizations |= {org.id: org for _, rows in people for row in rows for org in _organizations(row)}
    return Outcome(People({person.id: person for person, _ in people}, organizations, memberships), findings)


Cluster = tuple[DraftMember, ...]


def _clusters(rows: Iterable[DraftMember]) -> Outcome[list[Cluster]]:
    """Group the rows of one person: by 議員ID, else by 氏名 where periods and readings allow only one person."""
    by_key: dict[tuple[str, str], list[DraftMember]] = defaultdict(list)
    for row in rows:
        by_key[("id", row.id) if row.id else ("name", comparable_name(row.name))].append(row)
    clusters: list[Cluster] = []
    findings: list[Finding] = []
    for (kind, _), members in by_key.items():
        ordered = sorted(members, key=lambda row: row.start_date or dt.date.min)
        if kind == "id" or _is_one_person(ordered):
            clusters.append(tuple(ordered))
        else:
            clusters.extend((row,) for row in ordered)
            findings.append(finding(rules.SAME_NAME_ROWS, ordered[-1].location, name=ordered[-1].name))
    return Outcome(clusters, tuple(findings))


def _is_one_person(ordered: list[DraftMember]) -> bool:
    readings = {comparable_name(row.kana) for row in ordered if row.kana}
    apart = all(
        earlier.end_date is not None and later.start_date is not None and earlier.end_date < later.start_date
        for earlier, later in pairwise(ordered)
    )
    return len(readings) <= 1 and apart


def _with_ids(clusters: list[Cluster]) -> list[tuple[Person, Cluster]]:
    """Give each person an id; on a clash the one who came into office later gets ``-2``."""
    taken: dict[PersonId, int] = {}
    named: dict[int, PersonId] = {}
    for place in sorted(range(len(clusters)), key=lambda place: (clusters[place][0].start_date or dt.date.min, place)):
        row = clusters[place][-1]
        wanted = person_id(row.name, row.id, next((row.kana for row in reversed(clusters[place]) if row.kana), ""))
        taken[wanted] = taken.get(wanted, 0) + 1
        named[place] = wanted if taken[wanted] == 1 else PersonId(f"{wanted}-{taken[wanted]}")
    return [(_person(named[place], rows), rows) for place, rows in enumerate(clusters)]


def _person(identifier: PersonId, rows: Cluster) -> Person:
    latest = rows[-1]
    spellings = dict.fromkeys(name for row in rows for name in (row.name, *row.other_names))
    return Person(
        id=identifier,
        name=latest.name,
        sort_name=next((row.kana for row in reversed(rows) if row.kana), ""),
        other_names=tuple(name for name in spellings if name != latest.name),
        image=latest.photo,
        url=latest.url,
        source=str(latest.location),
    )


def _memberships(person: Person, rows: Cluster) -> list[Membership]:
    stretches = [membership for row in rows for membership in _row_memberships(person, row)]
    joined: list[Membership] = []
    for stretch in sorted(stretches, key=lambda one: (one.organization_id, one.start_date or dt.date.min)):
        if joined and _continues(joined[-1], stretch):
            joined[-1] = replace(joined[-1], end_date=stretch.end_date)
        else:
            joined.append(stretch)
    return joined


def _continues(earlier: Membership, later: Membership) -> bool:
    same = replace(later, start_date=earlier.start_date, end_date=earlier.end_date, source=earlier.source) == earlier
    if not same or earlier.end_date is None or later.start_date is None:
        return same and earlier.start_date == later.start_date and earlier.end_date == later.end_date
    return dt.timedelta(0) <= later.start_date - earlier.end_date <= dt.timedelta(days=1)


def _row_memberships(person: Person, row: DraftMember) -> list[Membership]:
    in_council = Membership(
        person.id, COUNCIL_ID, row.role, row.start_date, row.end_date, seat=row.seat, source=str(row.location)
    )
    made = [in_council]
    if row.group:
        made.append(replace(in_council, organization_id=group_id(row.group), role="", seat=""))
    for committee in row.committees:
        name, role = _committee(committee)
        made.append(replace(in_council, organization_id=committee_id(name), role=role, seat=""))
    return made


def _committee(printed: str) -> tuple[str, str]:
    """Split 総務委員会（副委員長） into the committee and the role; a plain member has no role."""
    match = _OFFICE.match(printed.strip())
    if not match:
        return printed.strip(), ""
    return match["body"], "" if match["role"] in (None, "委員") else match["role"]


def _organizations(row: DraftMember) -> list[Organization]:
    made = [Organization(group_id(row.group), row.group, OrganizationKind.GROUP)] if row.group else []
    names = [_committee(committee)[0] for committee in row.committees]
    return made + [Organization(committee_id(name), name, OrganizationKind.COMMITTEE) for name in names]


def _printed_people(drafts: Drafts) -> list[tuple[Person, Cluster]]:
    """Make people of the names in attendance lists and vote tables; spellings of one person are joined (`_one_person`)."""
    printed: dict[str, dict[str, _Printed]] = defaultdict(dict)
    for name, location, year in _printed_names(drafts):
        bare = strip_honorific(name).strip()
        if key := comparable_name(bare):
            known = printed[folded_name(bare)].setdefault(key, _Printed({}, set(), set()))
            known.spellings.setdefault(bare, location)
            known.years.add(year)
            known.sources.add(location.path)
    people = [one for alike in printed.values() for one in _one_person(list(alike.values()))]
    rows = [
        DraftMember(name=next(iter(names)), location=next(iter(names.values())), other_names=tuple(names)[1:])
        for names in people
    ]
    return [(replace(person, declared=False), cluster) for person, cluster in _with_ids([(row,) for row in rows])]


class _Printed(Struct):
    """One name as it is compared: its spellings with their first place, the years and the files that print it."""

    spellings: dict[str, Location]
    years: set[int | None]
    sources: set[str]


def _one_person(alike: list[_Printed]) -> list[dict[str, Location]]:
    """Join names that differ in variant characters only: those of one year, unless one file prints both.

    渡辺 and 渡邉 of different years may be two people, 澤田 and 沢田 of one list are.
    """
    joined: list[_Printed] = []
    for one in alike:
        same = [other for other in joined if other.years & one.years and not other.sources & one.sources]
        if len(same) == 1:
            same[0].spellings |= one.spellings
            same[0].years |= one.years
            same[0].sources |= one.sources
        else:
            joined.append(one)
    return [one.spellings for one in joined]


def _printed_names(drafts: Drafts) -> Iterable[tuple[str, Location, int | None]]:
    for meeting in drafts.meetings:
        if not meeting.withheld:
            year = _year(meeting.date, meeting.session)
            for line in meeting.attendance:
                if line.kind is AttendanceKind.MEMBER:
                    yield line.name, line.location, year
            for decision in meeting.decisions:
                yield from ((vote.name, vote.location, year) for vote in decision.votes)
    for event in drafts.vote_events:
        year = _year(event.date, event.session or parse_session_name(event.table.rsplit("/", 1)[-1]))
        yield from ((vote.name, vote.name_at or vote.location, year) for vote in event.votes)


def _year(day: dt.date | None, session: SessionName | None) -> int | None:
    if day:
        return day.year
    return session.year if session else None
