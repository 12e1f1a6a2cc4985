"""Who bore this name on this day: exact, then variant characters, then a bare surname, each only if unique."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from council.model.council import COUNCIL_ID
from council.model.people import Membership, Person, PersonId
from council.text.latin_names import is_latin, without_titles
from council.text.names import comparable_name, folded_name, strip_honorific


class Matched(StrEnum):
    """By which rule a name was tied to a person."""

    EXACT = "exact"
    VARIANT = "variant"
    SURNAME = "surname"
    NOBODY = "nobody"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Match:
    """The answer for one name: one person, or nobody, or several candidates; never a choice among them."""

    rule: Matched
    person: Person | None = None
    candidates: tuple[Person, ...] = ()


Period = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class Roster:
    """People by their names, with their terms of office."""

    people: dict[PersonId, Person]
    terms: dict[PersonId, tuple[Membership, ...]]
    exact: dict[str, tuple[PersonId, ...]]
    folded: dict[str, tuple[PersonId, ...]]
    surnames: dict[str, tuple[PersonId, ...]]
    _memo: dict[tuple[str, Period], Match] = field(default_factory=dict)

    def find(self, name: str, period: Period) -> Match:
        """Return who bore ``name`` during ``period`` (both ends the same for one day; None: unknown).

        The full name decides first; those in office stand before those who are not. Variant characters are a
        second try, a bare surname of one person in office the third; each must leave exactly one person.
        """
        key = (name, period)
        if key not in self._memo:
            self._memo[key] = self._find(name, period)
        return self._memo[key]

    def _find(self, name: str, period: Period) -> Match:
        for rule, ids in self._tries(name):
            serving = [person_id for person_id in ids if self.in_office(person_id, period)]
            if rule is Matched.SURNAME and not serving:
                continue
            chosen = serving or list(ids)
            if len(chosen) == 1:
                return Match(rule, self.people[chosen[0]])
            if chosen:
                return Match(Matched.SEVERAL, candidates=tuple(self.people[person_id] for person_id in chosen))
        return Match(Matched.NOBODY)

    def _tries(self, name: str) -> Iterator[tuple[Matched, tuple[PersonId, ...]]]:
        yield Matched.EXACT, self.exact.get(comparable_name(name), ())
        yield Matched.VARIANT, self.folded.get(folded_name(name), ())
        yield Matched.SURNAME, self.surnames.get(comparable_name(name), ())

    def in_office(self, person_id: PersonId, period: Period) -> bool:
        """Say whether a person's term touches the period."""
        start, end = period
        return any(
            (end is None or term.start_date is None or term.start_date <= end)
            and (start is None or term.end_date is None or start <= term.end_date)
            for term in self.terms.get(person_id, ())
        )

    def near(self, name: str) -> str:
        """Return the one roster name that differs from ``name`` in a single character, or an empty text."""
        wanted = comparable_name(name)
        near = {self.people[ids[0]].name for key, ids in self.exact.items() if _one_apart(key, wanted)}
        return near.pop() if len(near) == 1 else ""


def make_roster(people: Iterable[Person], memberships: Iterable[Membership]) -> Roster:
    """Index people by every name they are known by."""
    by_id = {person.id: person for person in people}
    terms: dict[PersonId, list[Membership]] = defaultdict(list)
    for membership in memberships:
        if membership.organization_id == COUNCIL_ID:
            terms[membership.person_id].append(membership)
    exact, folded, surnames = _Index(), _Index(), _Index()
    for person in by_id.values():
        for name in (person.name, *person.other_names):
            exact.add(comparable_name(name), person.id)
            folded.add(folded_name(name), person.id)
        if surname := surname_of(person.name):
            surnames.add(comparable_name(surname), person.id)
    return Roster(
        by_id,
        {person_id: tuple(rows) for person_id, rows in terms.items()},
        exact.done(),
        folded.done(),
        surnames.done(),
    )


def surname_of(name: str) -> str:
    """Return the family name where the spelling tells it (a space, or the last word of a Latin name), else nothing."""
    if is_latin(name):
        words = without_titles(name).split()
        return words[-1] if len(words) > 1 else ""
    parts = strip_honorific(name).split()
    return parts[0] if len(parts) > 1 else ""


class _Index:
    """Ids by key, each once, in order."""

    def __init__(self) -> None:
        self._ids: dict[str, dict[PersonId, None]] = defaultdict(dict)

    def add(self, key: str, person_id: PersonId) -> None:
        if key:
            self._ids[key][person_id] = None

    def done(self) -> dict[str, tuple[PersonId, ...]]:
        return {key: tuple(ids) for key, ids in self._ids.items()}


def _one_apart(one: str, other: str) -> bool:
    """Say whether two names differ by one character put in, left out or exchanged."""
    if one == other or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 2:  # noqa: PLR2004 - a name
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
