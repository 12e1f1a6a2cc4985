"""Who bore this name on this day: exact, then variant characters, then a bare surname, each only if unique."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct, field

from council.model.council import COUNCIL_ID
from council.model.people import Membership, Person, PersonId
from council.resolve.near_names import family_and_given, near_names
from council.text.latin_names import is_latin
from council.text.names import comparable_name, folded_name


class Matched(StrEnum):
    """By which rule a name was tied to a person."""

    EXACT = "exact"
    VARIANT = "variant"
    SURNAME = "surname"
    NOBODY = "nobody"
    SEVERAL = "several"


class Match(Struct, frozen=True):
    """The answer for one name: one person, or nobody, or several candidates; never a choice among them."""

    rule: Matched
    person: Person | None = None
    candidates: tuple[Person, ...] = ()


Period = tuple[dt.date | None, dt.date | None]


class Roster(Struct, frozen=True):
    """People by their names, with their terms of office."""

    people: dict[PersonId, Person]
    terms: dict[PersonId, tuple[Membership, ...]]
    exact: dict[str, tuple[PersonId, ...]]
    folded: dict[str, tuple[PersonId, ...]]
    surnames: dict[str, tuple[PersonId, ...]]  # in variant characters one surname
    unparted: dict[
        str, tuple[PersonId, ...]
    ]  # who may bear a surname: names written without a space that begin with it
    _only: dict[str, Match | None] = field(default_factory=dict)
    _memo: dict[tuple[str, Period], Match] = field(default_factory=dict)
    _near: dict[tuple[str, Period], str] = field(default_factory=dict)

    def find(self, name: str, period: Period) -> Match:
        """Return who bore ``name`` during ``period`` (both ends the same for one day; None: unknown).

        The full name decides first; those in office stand before those who are not. Variant characters are a
        second try, a bare surname the third, each of one person in office only; each must leave exactly one person.
        髙橋 and 高橋 are one surname.
        """
        if only := self.only(name):
            return only
        key = (name, period)
        if key not in self._memo:
            self._memo[key] = self._find(name, period)
        return self._memo[key]

    def only(self, name: str) -> Match | None:
        """Return the one person who ever bore the full name, who is meant whenever that was."""
        if name not in self._only:
            self._only[name] = self._only_bearer(name)
        return self._only[name]

    def _only_bearer(self, name: str) -> Match | None:
        ids = self.exact.get(comparable_name(name), ())
        return Match(Matched.EXACT, self.people[ids[0]]) if len(ids) == 1 else None

    def _find(self, name: str, period: Period) -> Match:
        for rule, ids in self._tries(name):
            serving = [person_id for person_id in ids if self.in_office(person_id, period)]
            if rule is Matched.SURNAME and not set(serving) & set(self.surnames.get(folded_name(name), ())):
                continue
            # 渡辺 of today is 渡邉 of twenty years ago only if the roster says so.
            if rule is Matched.VARIANT and not serving:
                continue
            chosen = serving or list(ids)
            if len(chosen) == 1:
                return Match(rule, self.people[chosen[0]])
            if chosen:
                return Match(Matched.SEVERAL, candidates=tuple(self.people[person_id] for person_id in chosen))
        return Match(Matched.NOBODY)

    def _tries(self, name: str) -> Iterator[tuple[Matched, tuple[PersonId, ...]]]:
        folded = folded_name(name)
        bearers = (*self.surnames.get(folded, ()), *self.unparted.get(folded, ()))
        yield Matched.EXACT, self.exact.get(comparable_name(name), ())
        # One person's other name in variant characters may be the surname of another.
        variants = self.folded.get(folded, ())
        yield Matched.VARIANT, tuple(dict.fromkeys((*variants, *bearers))) if variants else ()
        yield Matched.SURNAME, bearers if folded in self.surnames else ()

    def in_office(self, person_id: PersonId, period: Period) -> bool:
        """Say whether a person's term touches the period."""
        start, end = period
        return any(
            (end is None or term.start_date is None or term.start_date <= end)
            and (start is None or term.end_date is None or start <= term.end_date)
            for term in self.terms.get(person_id, ())
        )

    def near(self, name: str, period: Period = (None, None)) -> str:
        """Return up to three roster names that ``name`` may mean, those in office first; never a match."""
        key = (name, period)
        if key not in self._near:
            people = sorted(self.people.values(), key=lambda person: not self.in_office(person.id, period))
            self._near[key] = near_names(name, people)
        return self._near[key]

    def told_apart(self, person: Person) -> str:
        """Return what tells a person from a namesake: reading and latest seat, else the row of the roster."""
        seat = next((term.seat for term in reversed(self.terms.get(person.id, ())) if term.seat), "")
        known = [person.sort_name, f"{seat}番" if seat.isdecimal() and not is_latin(person.name) else seat]
        return "・".join(filter(None, known)) or person.source


def make_roster(people: Iterable[Person], memberships: Iterable[Membership]) -> Roster:
    """Index people by every name they are known by."""
    by_id = {person.id: person for person in people}
    terms: dict[PersonId, list[Membership]] = defaultdict(list)
    for membership in memberships:
        if membership.organization_id == COUNCIL_ID:
            terms[membership.person_id].append(membership)
    exact, folded, surnames, unparted = _Index(), _Index(), _Index(), _Index()
    for person in by_id.values():
        for name in (person.name, *person.other_names):
            exact.add(comparable_name(name), person.id)
            folded.add(folded_name(name), person.id)
        if surname := family_and_given(person.name)[0]:
            surnames.add(folded_name(surname), person.id)
    known = surnames.done()
    for person in by_id.values():
        if not family_and_given(person.name)[0]:
            for surname in _surnames_ahead(person, known, by_id):
                unparted.add(surname, person.id)
    return Roster(
        by_id,
        {person_id: tuple(rows) for person_id, rows in terms.items()},
        exact.done(),
        folded.done(),
        known,
        unparted.done(),
    )


def _surnames_ahead(
    person: Person, surnames: dict[str, tuple[PersonId, ...]], people: dict[PersonId, Person]
) -> Iterator[str]:
    """Yield the surnames with which an unparted name begins, unless the readings show that it is another one."""
    name, reading = folded_name(person.name), family_and_given(person.sort_name)[0]
    for surname, bearers in surnames.items():
        readings = {family_and_given(people[bearer].sort_name)[0] for bearer in bearers}
        if name.startswith(surname) and (not reading or "" in readings or reading in readings):
            yield surname


class _Index:
    """Ids by key, each once, in order."""

    def __init__(self) -> None:
        self._ids: dict[str, dict[PersonId, None]] = defaultdict(dict)

    def add(self, key: str, person_id: PersonId) -> None:
        if key:
            self._ids[key][person_id] = None

    def done(self) -> dict[str, tuple[PersonId, ...]]:
        return {key: tuple(ids) for key, ids in self._ids.items()}
