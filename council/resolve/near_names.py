"""Which roster name may be meant by one that nobody bears: offered to the clerk, never applied."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from council.model.people import Person
from council.text.latin_names import is_latin, without_titles
from council.text.names import folded_name, strip_honorific
from council.text.patterns import regex

_SHORTEST = 2  # one character is near to everything
_MOST_SHOWN = 3
_LONGEST_GIVEN = 3
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


class _Spelling(Struct, frozen=True):
    """A name as it is compared: whole, and its family and given name where the spelling tells them apart."""

    whole: str
    family: str
    given: str


def near_names(name: str, people: Iterable[Person]) -> str:
    """Return up to three names of people that differ from ``name`` in one thing, joined with 、; empty if there is none.

    The same parts in another order, a surname alone, a reading, other initials; else one character put in, left out or exchanged, or
    two neighbours exchanged. Variant characters are no difference.
    """
    wanted = _hiragana(folded_name(name.replace(",", " ").replace("，", " ")))
    if len(wanted) < _SHORTEST:
        return ""
    listed = list(people)
    same = [person.name for person in listed if _is_same_otherwise(wanted, person) or _is_same_latin(name, person)]
    near = same or [
        person.name for person in listed if any(is_one_apart(wanted, one.whole) for one in _spellings(person))
    ]
    return "、".join(list(dict.fromkeys(near))[:_MOST_SHOWN])


def family_and_given(name: str) -> tuple[str, str]:
    """Return both parts where the spelling tells them (a space, or the last word of a Latin name), else nothing."""
    latin = is_latin(name)
    words = (without_titles(name) if latin else strip_honorific(name)).split()
    spaced_out = len(words) > 2 and all(len(word) == 1 for word in words)  # noqa: PLR2004 - 髙　橋　一　郎
    if len(words) < 2 or spaced_out:  # noqa: PLR2004 - two parts
        return "", ""
    return (words[-1], " ".join(words[:-1])) if latin else (words[0], "".join(words[1:]))


def _is_same_otherwise(wanted: str, person: Person) -> bool:
    family, given = family_and_given(person.sort_name)
    readings = {f"{family}{given}", f"{_spelling(person.name).family}{given}"} if given else set()  # 鈴木はなこ
    return wanted in map(_hiragana, readings) or any(_has_same_parts(wanted, one) for one in _spellings(person))


_NO_PART = regex(r"[A-Za-z]\.?|(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)


def _is_same_latin(name: str, person: Person) -> bool:
    """Say whether two Latin names have one first and one last name, initials, middle names and Jr. aside."""
    ends = _first_and_last(name)
    return bool(ends) and any(_first_and_last(known) == ends for known in (person.name, *person.other_names))


def _first_and_last(name: str) -> tuple[str, ...]:
    if not is_latin(name):
        return ()
    words = re.split(r"[\s,]+", without_titles(name).casefold())
    kept = [word for word in words if word and not _NO_PART.fullmatch(word)]
    return (kept[0], kept[-1]) if len(kept) > 1 else ()


def _spellings(person: Person) -> list[_Spelling]:
    return [_spelling(name) for name in (person.name, *person.other_names)]


def _spelling(name: str) -> _Spelling:
    family, given = (folded_name(part) for part in family_and_given(name))
    return _Spelling(_hiragana(folded_name(name)), _hiragana(family), _hiragana(given))


def _has_same_parts(wanted: str, one: _Spelling) -> bool:
    if one.family:
        return wanted in {one.family, f"{one.given}{one.family}", f"{one.family}{one.given}"}
    begins = one.whole.startswith(wanted) and len(one.whole) - len(wanted) <= _LONGEST_GIVEN
    turned = {one.whole[place:] + one.whole[:place] for place in range(1, len(one.whole))}
    return begins or wanted in turned | {one.whole}


def is_one_apart(one: str, other: str) -> bool:
    """Say whether two names differ by one character put in, left out or exchanged, or by two neighbours exchanged."""
    if one == other or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _SHORTEST:
        return False
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
    differing = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) == 1:
        return True
    first, last = differing[0], differing[-1]
    return len(differing) == last - first + 1 == 2 and one[first] + one[last] == other[last] + other[first]  # noqa: PLR2004 - neighbours


def _hiragana(text: str) -> str:
    return text.translate(_HIRAGANA)
