"""What the checks of decisions share: the decisions whose every name is known, and how a bill is called."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from council.diagnostics import Bilingual
from council.glossary import Term
from council.location import Location, location_of
from council.model.council import COUNCIL_ID, Council
from council.model.people import Membership, PersonId
from council.model.votes import VoteEvent


def with_names(council: Council) -> Iterator[VoteEvent]:
    """Yield the decisions with a vote of at least one person."""
    return (event for event in council.vote_events.values() if event.votes)


def complete(council: Council) -> Iterator[VoteEvent]:
    """Yield the decisions of which no cell was withheld: only these can be counted."""
    return (event for event in with_names(council) if not event.withheld)


def terms_of(council: Council) -> dict[PersonId, tuple[Membership, ...]]:
    """Return everybody's memberships of the council itself."""
    found: dict[PersonId, list[Membership]] = defaultdict(list)
    for membership in council.memberships:
        if membership.organization_id == COUNCIL_ID:
            found[membership.person_id].append(membership)
    return {person: tuple(terms) for person, terms in found.items()}


def serving(council: Council) -> Callable[[dt.date], frozenset[PersonId]]:
    """Return what tells who was a member of the council on a day; each day is looked up once."""
    terms = [
        (person, term.start_date or dt.date.min, term.end_date or dt.date.max)
        for person, served in terms_of(council).items()
        for term in served
    ]

    @cache
    def on(day: dt.date) -> frozenset[PersonId]:
        return frozenset([person for person, start, end in terms if start <= day <= end])

    return on


def bill_of(council: Council, event: VoteEvent) -> str:
    """Return the number of the decision's motion, or its title."""
    motion = council.motions[event.motion_id]
    return motion.identifier or motion.text


def in_words(said: Term) -> Bilingual:
    """Return a word of the glossary as a finding shows it, in the reader's language."""
    return Bilingual(said.ja, said.en)


def place_of(event: VoteEvent) -> Location:
    """Return the place of the table's row if there is one, else of the minutes."""
    tables = [source for source in event.sources if "¶" not in source]
    return location_of((tables or list(event.sources) or [""])[0])
