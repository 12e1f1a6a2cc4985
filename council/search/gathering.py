"""The posting lists of one year as they grow: which terms stand in which of its documents."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct, field

from council.search.documents import Document, Heading
from council.search.facets import facet_terms, speaker_label, speaker_term
from council.search.folding import fold
from council.search.grams import terms_of
from council.search.lists import BILL, GROUP, PERSON, ROLE, PostingList, posting_list

BODY, SPEAKER, GROUPS, BILLS = "body", "speaker", "group", "bill"
KIND, DATE, SESSION, ORGAN = "kind", "date", "session", "organ"
FIELDS = (BODY, SPEAKER, GROUPS, BILLS, KIND, DATE, SESSION, ORGAN)
"""The indexed fields; the first four are also in `lists.bin`, the others are told by the blocks."""

_LISTED = (BODY, SPEAKER, GROUPS, BILLS)
_FACETS = {PERSON: SPEAKER, ROLE: SPEAKER, GROUP: GROUPS, BILL: BILLS}


class Speaker(Struct):
    """Somebody who took the floor: name as printed first, the last parliamentary group, how many speeches."""

    term: str
    label: str
    group_id: str
    count: int


def _lists() -> defaultdict[str, array[int]]:
    return defaultdict(partial(array, "I"))


class Gathered(Struct):
    """Terms with the numbers of their documents, counted without gaps; ``places`` has the number within the year."""

    fields: dict[str, defaultdict[str, array[int]]] = field(default_factory=lambda: {name: _lists() for name in FIELDS})
    places: array[int] = field(default_factory=lambda: array("I"))
    speakers: dict[str, Speaker] = field(default_factory=dict)

    def add(self, heading: Heading, place: int, document: Document) -> None:
        """Take in a document; numbers ascend."""
        number = len(self.places)
        self.places.append(place)
        folded = fold(document.text).text
        self._note(BODY, terms_of(folded), number)
        for term in facet_terms(document):
            self._note(_FACETS[term[: len(PERSON)]], (term,), number)
        told = {KIND: heading.kind, DATE: heading.date, SESSION: heading.session_id, ORGAN: heading.body}
        for name, value in told.items():
            self._note(name, (value,) if value else (), number)
        self._count(document)

    def _note(self, name: str, terms: Iterable[str], number: int) -> None:
        lists = self.fields[name]
        for term in terms:
            lists[term].append(number)

    def _count(self, document: Document) -> None:
        term = speaker_term(document)
        if term:
            label = document.name if document.person_id else speaker_label(document)
            known = self.speakers.setdefault(term, Speaker(term, label, "", 0))
            known.count += 1
            known.group_id = document.group_id or known.group_id

    def lists_of(self, name: str) -> Iterator[tuple[str, array[int]]]:
        """Yield the lists of a field in the order of their terms, numbers counted without gaps."""
        lists = self.fields[name]
        yield from ((term, lists[term]) for term in sorted(lists))

    def posting_lists(self) -> Iterator[PostingList]:
        """Yield what stands in `lists.bin`: words and facets, with numbers of the year."""
        place = self.places.__getitem__
        lists = {term: numbers for name in _LISTED for term, numbers in self.fields[name].items()}
        for term in sorted(lists):
            yield posting_list(term, [*map(place, lists[term])])
