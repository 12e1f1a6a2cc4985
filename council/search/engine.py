"""Searches an index on this computer: the same hits, counts and order as the browser's module finds in the shards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct, to_builtins

from council.search.candidates import Found, OpenYear, is_told
from council.search.current import read_current
from council.search.documents import BILL, Document
from council.search.filters import BY_SCORE, Filters, Known, Request, Scope, scope_of
from council.search.folding import fold
from council.search.knowledge import Knowledge
from council.search.matching import find, matches
from council.search.query import Query, parse
from council.search.scoring import RANKED, score
from council.search.snippets import snippet
from council.search.widening import widen


class Item(Struct, frozen=True):
    """A hit as it is shown; ``marks`` are the places of the words in the snippet, in code points."""

    id: str
    kind: str
    url: str
    date: str
    name: str
    role: str
    title: str
    snippet: str
    marks: list[list[int]]


class Results(Struct, frozen=True):
    """What `council search --json` tells (contract §4)."""

    query: str
    total: int
    exact: bool
    items: list[Item]
    expanded: list[Item]

    def as_json(self) -> dict[str, object]:
        """Return the object of the contract."""
        told: dict[str, object] = to_builtins(self)
        return told


class SearchEngine(Struct, frozen=True, eq=False):
    """An open index; every hit it tells of was found in the text itself, or by terms that leave no doubt."""

    years: tuple[OpenYear, ...]
    knowledge: Knowledge

    @classmethod
    def open(cls, folder: Path) -> SearchEngine | None:
        """Open the index of an edition; none if there is none, or any doubt about it."""
        current = read_current(folder)
        if current is None:
            return None
        opened: list[OpenYear] = []
        try:
            opened.extend(map(OpenYear.of, current.index.years))
        except Exception:  # noqa: BLE001 - whatever Whoosh raises, the index is not what it should be
            for year in opened:
                year.close()
            return None
        return cls(tuple(opened), current.knowledge)

    def __enter__(self) -> Self:
        """Return the engine."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the index."""
        for year in self.years:
            year.close()

    def search(self, request: Request) -> Results:
        """Return the hits of a request."""
        query = parse(request.text)
        scope = self.scope(request.filters)
        hits = list(self.hits(query, scope))
        wider = None if request.exact else widen(query, self.knowledge.tables)
        more = self._beside(wider, scope, hits) if wider else []
        return Results(
            query=request.text,
            total=len(hits),
            exact=True,
            items=self._shown(query, hits, request, request.offset),
            expanded=self._shown(wider, more, request, 0) if wider else [],
        )

    def scope(self, filters: Filters) -> Scope:
        """Return what filters mean in this index."""
        speakers = {one.term: one.label for year in self.years for one in year.year.speakers}
        return scope_of(filters, Known(self.knowledge.names, tuple(speakers.items()), self._bills))

    def count(self, query: Query, scope: Scope) -> int:
        """Return how many hits a query has."""
        return sum(1 for _ in self.hits(query, scope))

    def hits(
        self, query: Query, scope: Scope, beside: Collection[tuple[OpenYear, int]] = frozenset()
    ) -> Iterator[Found]:
        """Yield the hits of a query, the newest first, but for those that are known already."""
        if query.is_empty:
            return
        told = is_told(query)
        for year in reversed(self.years):
            for found in year.found(query, scope):
                if (year, found.number) in beside:
                    continue
                if told or matches(query, fold(found.document.text).text):
                    yield found

    def _beside(self, wider: Query, scope: Scope, hits: Iterable[Found]) -> list[Found]:
        known = {(found.year, found.number) for found in hits}
        return list(self.hits(wider, scope, known))

    def _shown(self, query: Query, hits: list[Found], request: Request, offset: int) -> list[Item]:
        ordered = _by_score(query, hits) if request.sort == BY_SCORE else hits
        return [_item(query, found) for found in ordered[offset : offset + request.limit]]

    def _bills(self) -> Iterator[tuple[str, str]]:
        for year in reversed(self.years):
            for found in year.found(Query(), Scope(Filters(kind=BILL))):
                yield found.document.id, found.document.title


def _by_score(query: Query, hits: list[Found]) -> list[Found]:
    """Return the newest hits in the order of their score, the older ones as they were."""
    newest = [(-_score(query, found.document), place) for place, found in enumerate(islice(hits, RANKED))]
    return [hits[place] for _, place in sorted(newest)] + hits[RANKED:]


def _score(query: Query, document: Document) -> float:
    folded = fold(document.text)
    hit = find(query, folded)
    return score(hit.counts, len(folded.text)) if hit else 0.0


def _item(query: Query, found: Found) -> Item:
    document = found.document
    hit = find(query, fold(document.text))
    words, marks = snippet(document.text, hit.spans if hit else ())
    return Item(
        document.id,
        document.kind,
        document.url,
        found.row.heading.date,
        document.name,
        document.role,
        document.title,
        words,
        marks,
    )
