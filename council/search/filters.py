"""Filters of a search: what a reader writes (an id, a name, a number, a day) and which blocks and terms it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from council.search.documents import Heading
from council.search.folding import fold_word
from council.search.lists import BILL, GROUP, PERSON, facet_term
from council.search.naming import Names
from council.text.dates import find_year_and_month, parse_date
from council.text.numerals import fold_width
from council.text.patterns import regex

_ISO = regex(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_WHOLE_DAY = len("2025-12-05")


class Filters(Struct, frozen=True):
    """What hits are restricted to; empty is no restriction. ``since`` and ``until`` are ISO days, months or years."""

    speaker: str = ""
    group: str = ""
    session: str = ""
    body: str = ""
    kind: str = ""
    bill: str = ""
    since: str = ""
    until: str = ""


EVERYTHING = Filters()
BY_DATE, BY_SCORE = "date", "score"


class Request(Struct, frozen=True):
    """What is asked; ``limit`` hits are shown from the place ``offset`` on, of the second group from its first on.

    ``exact``: nothing is looked for but the very words.
    """

    text: str
    filters: Filters = EVERYTHING
    sort: str = BY_DATE
    limit: int = 20
    offset: int = 0
    exact: bool = False


class Known(Struct, frozen=True):
    """All that a filter's value may name. ``speakers`` are terms with labels; ``bills`` gives ids with titles."""

    names: Names
    speakers: Sequence[tuple[str, str]] = ()
    bills: Callable[[], Iterable[tuple[str, str]]] = tuple


class Scope(Struct, frozen=True):
    """What filters mean: of each group of terms one must stand with a document, and its block must be allowed."""

    filters: Filters
    terms: tuple[tuple[str, ...], ...] = ()
    sessions: frozenset[str] | None = None
    bodies: frozenset[str] | None = None

    def allows(self, heading: Heading) -> bool:
        """Say whether a block's documents may be hits. What no input dates is within no time."""
        filters, date = self.filters, heading.date
        return (
            (self.sessions is None or heading.session_id in self.sessions)
            and (self.bodies is None or heading.body in self.bodies)
            and (not filters.kind or heading.kind == filters.kind)
            and (not filters.since or (bool(date) and date[: len(filters.since)] >= filters.since))
            and (not filters.until or (bool(date) and date[: len(filters.until)] <= filters.until))
        )


def scope_of(filters: Filters, known: Known) -> Scope:
    """Return what filters mean; a value that nothing bears allows nothing."""
    names = known.names
    terms = []
    if filters.speaker:
        terms.append(_speakers(filters.speaker, known))
    if filters.group:
        terms.append(tuple(facet_term(GROUP, one) for one in named(filters.group, names.groups)))
    if filters.bill:
        terms.append(tuple(facet_term(BILL, one) for one in _bills(filters.bill, known.bills())))
    return Scope(
        filters,
        tuple(terms),
        frozenset(named(filters.session, names.sessions)) if filters.session else None,
        _bodies(filters.body, names) if filters.body else None,
    )


def as_day(text: str) -> str | None:
    """Return an ISO day, month or year of what is written (2025-12, 令和7年12月5日); empty of nothing, None if it is none."""
    written = fold_width(text.strip())
    if not written or (_ISO.fullmatch(written) and len(written) < _WHOLE_DAY):
        return written
    if day := parse_date(written):
        return day.isoformat()
    found = find_year_and_month(written) if written[-1] in "年月" else None
    if not found or (written[-1] == "月") != (found[1] is not None):
        return None
    return f"{found[0]:04}-{found[1]:02}" if found[1] else f"{found[0]:04}"


def named(value: str, pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the ids that a value means: the id itself, else those of that name, else those whose name holds it."""
    held = [(key, plain(name)) for key, name in pairs]
    wanted = plain(value)
    exact = tuple(key for key, _ in held if key == value)
    equal = exact or tuple(key for key, name in held if name == wanted)
    return equal or tuple(key for key, name in held if wanted and wanted in name)


def plain(text: str) -> str:
    """Return a name as it is compared: folded, without spaces."""
    return "".join(fold_word(text).split())


def _speakers(value: str, known: Known) -> tuple[str, ...]:
    labels = dict(known.speakers)
    person = facet_term(PERSON, value)
    labels.update((facet_term(PERSON, one.id), one.name) for one in known.names.people)
    return (person,) if person in labels else named(value, labels.items())


def _bodies(value: str, names: Names) -> frozenset[str]:
    found = {name for key, name in names.bodies if key == value}
    pairs = [(name, name) for _, name in names.bodies]
    return frozenset(found or named(value, pairs))


def _bills(value: str, bills: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return a bill's id as it is, else those of its printed number."""
    held = tuple(bills)
    wanted = plain(value)
    exact = tuple(key for key, _ in held if key == value)
    return exact or tuple(key for key, title in held if plain(title.partition(" ")[0]) == wanted)
