"""The tables of widening: members' names by their readings and other spellings, words that mean the same."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path

from council.model.people import Person
from council.search.folding import fold_word
from council.search.tables import Tables, hiragana
from council.text.patterns import regex

_ACCENTS = regex("[\u0300-\u036f]")
_BUILT_IN = Path(__file__).with_name("synonyms.csv")


def widening_tables(people: Iterable[Person], synonyms: Iterable[tuple[str, ...]]) -> Tables:
    """Return the tables for a council's people, its own synonyms (words that mean the same) and the built-in ones."""
    words: dict[str, dict[str, None]] = {}
    for said, meant in (*_names(people), *_pairs(synonyms), *_pairs(built_in_synonyms())):
        key = hiragana(fold_word(said))
        if key and meant and key != meant:
            words.setdefault(key, {})[meant] = None
    return Tables({word: tuple(words[word]) for word in sorted(words)})


def built_in_synonyms() -> tuple[tuple[str, ...], ...]:
    """Return the words of each row of `synonyms.csv` beside this module."""
    with _BUILT_IN.open(encoding="utf-8", newline="") as file:
        return tuple((word, *others.split(";")) for word, others in list(csv.reader(file))[1:])


def _pairs(synonyms: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for row in synonyms:
        yield from ((said, fold_word(meant)) for said, meant in permutations(row, 2))


def _names(people: Iterable[Person]) -> Iterator[tuple[str, str]]:
    """Yield readings with the names they are readings of, names without their accents, and other spellings both ways."""
    for person in people:
        reading, name = _parts(person.sort_name), _parts(person.name)
        yield from (("".join(reading), written) for written in _written(name))
        if len(reading) > 1 and len(name) > 1:
            yield reading[0], name[0]
        yield from ((_without_accents(part), part) for part in name)
        spellings = dict.fromkeys(("".join(name), *("".join(_parts(other)) for other in person.other_names)))
        yield from permutations(spellings, 2)


def _written(name: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(("".join(name), " ".join(name))))


def _without_accents(name: str) -> str:
    """Return núñez as nunez; kana keep their marks."""
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", name)))


def _parts(name: str) -> list[str]:
    return fold_word(name).split()
