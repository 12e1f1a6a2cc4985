"""`compare.html`: two to five members side by side. A script lays it out of the decisions that the page lists anyway."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from council.cache import fingerprint
from council.figures import MINIMUM, is_contested, outsiders
from council.model.council import COUNCIL_ID
from council.model.events import SessionId
from council.model.people import Membership, PersonId
from council.model.votes import VoteEvent, VoteEventId
from council.pages import ballots
from council.pages.addresses import COMPARE, vote_uri
from council.pages.decisions import aspect, number_words
from council.pages.grouping import grouped
from council.pages.members import MemberView, member_view, members_in_order
from council.pages.page import Page
from council.pages.sheet import Moment, Sheet, Studio

LETTERS = {
    "yes": "y",
    "no": "n",
    "abstain": "a",
    "absent": "b",
    "not-voting": "l",
    "excused": "e",
    "other": "o",
    "chair": "c",
    "vice-chair": "v",
    "checking": "q",
    "none": "-",
    "out": ".",
}
"""How a member's part in a decision is written in the list: a letter for each mark."""

_SIDES = (LETTERS["yes"], LETTERS["no"])
# A side taken under the name of somebody who was no member that day is shown; the script counts small letters.
_OUTSIDE = {letter: letter.upper() for letter in _SIDES}

_LONGEST = 80


class Choosable(Struct, frozen=True):
    """A member that can be chosen."""

    id: PersonId
    member: MemberView


class Sign(Struct, frozen=True):
    """A letter of the list, and what it stands for; ``badge`` is empty where there is no vote."""

    letter: str
    look: str
    word: str
    badge: Markup


class ComparedDecision(Struct, frozen=True):
    """A decision by name; ``letters`` holds one for each member of the list, in its order."""

    href: str
    number: str
    title: str
    day: Moment
    year: str
    letters: str
    divided: bool


class ListedDecision(Struct, frozen=True):
    """A decision by name as a finished item, and where it stands: after its day, its place within that, its id."""

    day: str
    order: int
    id: VoteEventId
    item: str
    year: str
    divided: bool


class ComparedSession(Struct, frozen=True):
    """The decisions of a session by name; ``badges`` of their votes, ``letters`` that occur in them.

    ``checking``: votes of some are kept back; ``unnamed`` counts the decisions without names.
    """

    decisions: tuple[ListedDecision, ...]
    badges: tuple[ballots.VoteBadge, ...]
    letters: str
    checking: bool
    unnamed: int


class ComparePage(Struct, frozen=True):
    """What the page says by itself: who can be chosen, what is counted, and every decision by name, newest first."""

    members: tuple[Choosable, ...]
    signs: tuple[Sign, ...]
    decisions: Markup
    number: int
    years: tuple[str, ...]
    divided: int
    unnamed: int
    minimum: int


def compose_compare(studio: Studio) -> Page:
    """Return the page where members are compared."""
    sheet = studio.sheet(COMPARE)
    people = members_in_order(studio)
    ids = tuple(person.id for person in people)
    listed = fingerprint(ids).hex()
    sessions = [
        sheet.part(f"{one}:{listed}", partial(_session, sheet, ids, one)) for one in studio.record.decisions_by_session
    ]
    found = _newest_first(sessions)
    view = ComparePage(
        members=tuple(Choosable(person.id, member_view(sheet, person)) for person in people),
        signs=_signs(sheet, sessions),
        decisions=Markup("\n".join(one.item for one in found)),  # noqa: S704 - an autoescaped template's own output
        number=len(found),
        years=tuple(dict.fromkeys(one.year for one in found if one.year)),
        divided=sum(one.divided for one in found),
        unnamed=sum(one.unnamed for one in sessions),
        minimum=MINIMUM,
    )
    return Page(
        uri=sheet.uri,
        kind="compare",
        title=sheet.t("compare.title"),
        body=sheet.render("record/compare.html.j2", view),
        description=sheet.t("compare.lead"),
        section="members",
        breadcrumbs=((sheet.t("members.title"), "members.html"),),
    )


def _session(sheet: Sheet, people: Sequence[PersonId], session_id: SessionId) -> ComparedSession:
    events = sheet.record.decisions_by_session[session_id]
    named = [event for event in events if event.votes or event.withheld_voters]
    letters = _letters(sheet, people)
    rows = [letters(event) for event in named]
    return ComparedSession(
        decisions=tuple(_listed(sheet, event, row) for event, row in zip(named, rows, strict=True)),
        badges=tuple(dict.fromkeys(ballots.badge_of(sheet, vote) for event in named for vote in event.votes)),
        letters="".join(sorted(set[str]().union(*rows))),
        checking=any(event.withheld_voters for event in named),
        unnamed=len(events) - len(named),
    )


def _newest_first(sessions: Iterable[ComparedSession]) -> list[ListedDecision]:
    """Return all decisions, those of a day as the record has them: by their place, then by their id."""
    told = sorted((one for session in sessions for one in session.decisions), key=attrgetter("order", "id"))
    return sorted(told, key=attrgetter("day"), reverse=True)


def _listed(sheet: Sheet, event: VoteEvent, letters: str) -> ListedDecision:
    shown = _decision(sheet, event, letters)
    item = str(sheet.fragment("compared_decision", shown))
    day = event.date.isoformat() if event.date else ""
    return ListedDecision(day, event.order, event.id, item, shown.year, shown.divided)


def _decision(sheet: Sheet, event: VoteEvent, letters: str) -> ComparedDecision:
    motion = sheet.record.council.motions[event.motion_id]
    title = motion.text if len(motion.text) <= _LONGEST else f"{motion.text[: _LONGEST - 1]}…"
    return ComparedDecision(
        href=sheet.href(vote_uri(event.id)),
        number=number_words(motion),
        title=" ".join(part for part in (title, aspect(sheet, event)) if part),
        day=sheet.plain_day(event.date),
        year=str(event.date.year) if event.date else "",
        letters=letters,
        divided=is_contested(event),
    )


def _letters(sheet: Sheet, people: Sequence[PersonId]) -> Callable[[VoteEvent], str]:
    """Return what writes a decision as a row of letters; who was in office is looked up once a day."""
    place = {person_id: number for number, person_id in enumerate(people)}
    outside, terms = outsiders(sheet.record.council), _terms(sheet)
    days: dict[dt.date | None, list[str]] = {}

    def of(event: VoteEvent) -> str:
        if event.date not in days:
            days[event.date] = _nobody_voted(terms, people, event.date)
        row, left_out = [*days[event.date]], outside(event.date)
        for vote in event.votes:
            letter = LETTERS[ballots.badge_of(sheet, vote).mark]
            row[place[vote.voter_id]] = _OUTSIDE.get(letter, letter) if vote.voter_id in left_out else letter
        for person_id in event.withheld_voters:
            row[place[person_id]] = LETTERS["checking"]
        return "".join(row)

    return of


def _terms(sheet: Sheet) -> dict[PersonId, tuple[Membership, ...]]:
    """Return everybody's terms of office, read as a whole: read one by one, they would be most of what the page reads."""
    held = (one for one in sheet.record.council.memberships if one.organization_id == COUNCIL_ID)
    return grouped((one.person_id, one) for one in held)


def _nobody_voted(
    terms: Mapping[PersonId, Sequence[Membership]], people: Iterable[PersonId], day: dt.date | None
) -> list[str]:
    def in_office(person_id: PersonId) -> bool:
        return day is None or any(one.covers(day) for one in terms.get(person_id, ()))

    return [LETTERS["none" if in_office(one) else "out"] for one in people]


def _signs(sheet: Sheet, sessions: Sequence[ComparedSession]) -> tuple[Sign, ...]:
    """Return every letter that occurs, votes in the glossary's order, then the two ways to have none."""
    used = set[str]().union(*(one.letters for one in sessions))
    seen = {badge for one in sessions for badge in one.badges}
    if any(one.checking for one in sessions):
        seen.add(ballots.checking_badge(sheet))
    badges = sorted(seen, key=ballots.badge_order)
    voted = [Sign(LETTERS[one.mark], one.mark, one.word, sheet.piece("vote_legend", one)) for one in badges]
    outside = [
        _sign_outside(sheet, letter, one)
        for one in badges
        if (letter := _OUTSIDE.get(LETTERS[one.mark], "")) and letter in used
    ]
    absent = (("none", "matrix.no_row"), ("out", "matrix.not_in_office"))
    return (*voted, *outside, *(Sign(LETTERS[look], look, sheet.t(word), Markup()) for look, word in absent))


def _sign_outside(sheet: Sheet, letter: str, badge: ballots.VoteBadge) -> Sign:
    word = sheet.t("compare.outside", vote=badge.word)
    return Sign(letter, badge.mark, word, sheet.piece("vote_legend", replace(badge, word=word)))
