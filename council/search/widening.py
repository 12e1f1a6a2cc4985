"""A query widened by other ways to say the same: what it then finds more is shown apart, and never counted with the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from council.search.matching import stands
from council.search.other_numbers import numbers, years
from council.search.query import Group, Query, Word
from council.search.tables import Tables, hiragana, katakana

_TYPED, _PRINTED = "'", "\u2019"  # Word prints a typed apostrophe as the curved one, and no folding unites the two


def widen(query: Query, tables: Tables) -> Query | None:
    """Return the query with other ways to say its words; None where there are none. What is in quotes stays as it is."""
    groups = tuple(group if group.negative else _widened(group, tables) for group in query.groups)
    return Query(groups) if groups != query.groups else None


def _widened(group: Group, tables: Tables) -> Group:
    found = (other for word in group.words if not word.exact for other in _others(word.text, tables))
    added = [Word(text, exact=True, apart=True) for text in dict.fromkeys(found)]
    return replace(group, words=(*group.words, *(word for word in added if not _finds_nothing(word, group, added))))


def _others(word: str, tables: Tables) -> Iterator[str]:
    yield from years(word)
    yield from numbers(word)
    yield from (hiragana(word), katakana(word))
    yield from (word.replace(_TYPED, _PRINTED), word.replace(_PRINTED, _TYPED))
    yield from tables.words.get(hiragana(word), ())


def _finds_nothing(word: Word, group: Group, added: Iterable[Word]) -> bool:
    """Say whether wherever a word stands another one stands that is asked for already."""
    others = (*group.words, *(other for other in added if other != word))
    return any(stands(other, word.text) for other in others)
