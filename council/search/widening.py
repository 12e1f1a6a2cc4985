"""A query widened by other ways to say the same: what it then finds more is shown apart, and never counted with the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from council.search.matching import stands
from council.search.other_numbers import numbers, years
from council.search.query import Group, Query, Word

_HIRAGANA = {code: code - 0x60 for code in (*range(ord("ァ"), ord("ヶ") + 1), ord("ヽ"), ord("ヾ"))}
_KATAKANA = {hiragana: katakana for katakana, hiragana in _HIRAGANA.items()}
_TYPED, _PRINTED = "'", "\u2019"  # Word prints a typed apostrophe as the curved one, and no folding unites the two


@dataclass(frozen=True, slots=True)
class Tables:
    """Folded words in hiragana, each with the folded texts that say the same: names by their readings, synonyms."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def as_json(self) -> dict[str, dict[str, list[str]]]:
        """Return the tables as the browser reads them."""
        return {"words": {word: list(others) for word, others in self.words.items()}}


def widen(query: Query, tables: Tables) -> Query | None:
    """Return the query with other ways to say its words; None where there are none. What is in quotes stays as it is."""
    groups = tuple(group if group.negative else _widened(group, tables) for group in query.groups)
    return Query(groups) if groups != query.groups else None


def hiragana(text: str) -> str:
    """Return a text with katakana as hiragana."""
    return text.translate(_HIRAGANA)


def katakana(text: str) -> str:
    """Return a text with hiragana as katakana."""
    return text.translate(_KATAKANA)


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
