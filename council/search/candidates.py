"""Which documents of a year may match, as Whoosh finds them by terms, and what it has stored of a document."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from msgspec import Struct
from whoosh import query as wq
from whoosh.filedb.filestore import FileStorage
from whoosh.searching import Searcher

from council.search.documents import Document
from council.search.filters import Scope
from council.search.gathering import BILLS, BODY, GROUPS, SPEAKER
from council.search.grams import is_told_by_terms, word_terms
from council.search.indexing import STORED
from council.search.lists import BILL, GROUP, PERSON, ROLE
from council.search.query import Group, Query, Word
from council.search.years import Row, Year

_FACETS = {PERSON: SPEAKER, ROLE: SPEAKER, GROUP: GROUPS, BILL: BILLS}
_EMPTY = {"id": "", "url": "", "title": "", "text": ""}


class Found(Struct, frozen=True):
    """A document by its place: the year, the block in it, and its number among the year's documents."""

    year: OpenYear
    row: Row
    number: int

    @property
    def document(self) -> Document:
        """The document as it is stored."""
        return self.year.document(self.row, self.number)


class OpenYear(Struct, frozen=True, eq=False):
    """A year whose index is open."""

    year: Year
    searcher: Searcher

    @classmethod
    def of(cls, year: Year) -> OpenYear:
        """Open a year; whatever Whoosh raises where the index is not its own."""
        storage = FileStorage(str(year.folder), supports_mmap=False, readonly=True)
        return cls(year, storage.open_index().searcher())

    def close(self) -> None:
        """Close the files."""
        self.searcher.close()

    def found(self, query: Query, scope: Scope) -> Iterator[Found]:
        """Yield the documents that may match, newest block first, within a block in its order."""
        asked = _whoosh_query(query, scope)
        found = range(self.year.count) if asked is None else self.searcher.docs_for_query(asked)
        barred = self._barred(query)
        numbers = array("I", (number for number in found if number not in barred))
        end = len(numbers)
        for first, row in reversed(list(_placed(self.year.rows))):
            start = bisect_left(numbers, first, 0, end)
            if scope.allows(row.heading):
                yield from (Found(self, row, number) for number in numbers[start:end])
            end = start

    def _barred(self, query: Query) -> set[int]:
        """Return what surely does not match. Whoosh's own AndNot lets the first of its documents pass."""
        if not query.negative or not is_told(query):
            return set()
        barred = [one for group in query.negative if (one := _any(group))]
        return set(self.searcher.docs_for_query(wq.Or(barred)))

    def document(self, row: Row, number: int) -> Document:
        """Return one document."""
        stored = self.searcher.stored_fields(number)
        return Document(row.heading.kind, **{**_EMPTY, **{name: stored[name] for name in STORED if name in stored}})


def is_told(query: Query) -> bool:
    """Say whether the terms alone tell all hits, so that no text has to be read for them."""
    words = [word for group in query.groups for word in group.words]
    return all(is_told_by_terms(word.text) and not word.apart for word in words)


def _placed(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """Yield blocks with the number of their first document, counted without gaps."""
    first = 0
    for row in rows:
        yield first, row
        first += row.count


def _whoosh_query(query: Query, scope: Scope) -> wq.Query | None:
    """Return what to ask Whoosh for; None for all documents."""
    asked = [one for group in query.positive if (one := _any(group))]
    asked += [_facets(terms) for terms in scope.terms]
    return wq.And(asked) if asked else None


def _any(group: Group) -> wq.Query | None:
    """Return what a text with one of the words holds; None where terms tell nothing of a word."""
    found = [_all(word) for word in group.words]
    return wq.Or(found) if all(found) else None


def _all(word: Word) -> wq.Query | None:
    terms = [wq.Term(BODY, term) for term in word_terms(word.text)]
    return wq.And(terms) if terms else None


def _facets(terms: Iterable[str]) -> wq.Query:
    held = [wq.Term(_FACETS[term[: len(PERSON)]], term) for term in terms]
    return wq.Or(held) if held else wq.NullQuery
