"""What to try where nothing was found: a word fewer, no filters, a name that differs in one character."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from council.search.engine import SearchEngine
from council.search.filters import EVERYTHING, Request, plain
from council.search.query import Group, Query, Word, parse

_MOST = 5
_SHORTEST = 2


class Near(Struct, frozen=True):
    """A query that finds something; ``everywhere`` where the filters are to be dropped for it."""

    query: str
    total: int
    everywhere: bool = False


def nearest(engine: SearchEngine, request: Request) -> tuple[Near, ...]:
    """Return queries near to one that found nothing, each with the number of its hits, the nearest first."""
    query = parse(request.text)
    if query.is_empty:
        return ()
    found: dict[str, Near] = {}
    if request.filters != EVERYTHING and (total := engine.count(query, engine.scope(EVERYTHING))):
        found[request.text] = Near(request.text, total, everywhere=True)
    scope = engine.scope(request.filters)
    for other in (*_with_other_names(query, engine), *_with_fewer_words(query)):
        text = as_typed(other)
        if len(found) < _MOST and text not in found and (total := engine.count(other, scope)):
            found[text] = Near(text, total)
    return tuple(found.values())


def as_typed(query: Query) -> str:
    """Return what somebody could have typed for a query."""
    return " ".join(("-" if group.negative else "") + "|".join(map(_typed, group.words)) for group in query.groups)


def _typed(word: Word) -> str:
    is_plain = not word.exact and parse(word.text) == Query((Group((word,)),))
    return word.text if is_plain else f'"{word.text}"'


def _with_fewer_words(query: Query) -> Iterator[Query]:
    for left_out in reversed(query.groups):
        rest = Query(tuple(group for group in query.groups if group is not left_out))
        if not rest.is_empty and not left_out.negative:
            yield rest


def _with_other_names(query: Query, engine: SearchEngine) -> Iterator[Query]:
    names = [plain(person.name) for person in engine.knowledge.names.people]
    for place, group in enumerate(query.groups):
        for word in group.words if not group.negative else ():
            for name in names:
                if _differ_in_one(plain(word.text), name):
                    groups = list(query.groups)
                    groups[place] = replace(group, words=(Word(name),))
                    yield Query(tuple(groups))


def _differ_in_one(word: str, name: str) -> bool:
    """Say whether two words differ in one character, or one has a character more."""
    if min(len(word), len(name)) < _SHORTEST or abs(len(word) - len(name)) > 1:
        return False
    if len(word) == len(name):
        return sum(one != other for one, other in zip(word, name, strict=True)) == 1
    short, long = sorted((word, name), key=len)
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
