"""The search's cases as both languages take them: what goes in, and what must come out, as JSON would hold it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from case_files import CASES, load

from council.model.people import Person, PersonId
from council.search.filters import as_day
from council.search.folding import fold
from council.search.grams import is_told_by_terms, word_terms
from council.search.matching import find, stands
from council.search.query import Group, Query, Word, parse
from council.search.readings import widening_tables
from council.search.scoring import score
from council.search.snippets import snippet
from council.search.tables import Tables
from council.search.widening import widen

Run = Callable[[str, list[list[Any]]], list[Any]]
"""Runs an exported function, by its name in `words.mjs`, for each list of arguments."""


@dataclass(frozen=True)
class Case:
    """One call and its result; ``name`` is that in JavaScript."""

    what: str
    name: str
    given: list[Any]
    expected: Any


def all_cases() -> Iterator[Case]:
    """Yield the cases of every file."""
    for room, make in _MAKERS.items():
        told = load(CASES / "search" / f"{room}.yml")
        for case in told["cases"]:
            yield make(case, told)


def in_python(name: str, given: list[Any]) -> Any:
    """Return what Python's function of the same meaning returns, as JSON would hold it."""
    return _PYTHON[name](*given)


def query_of(told: Mapping[str, Any]) -> Query:
    """Return a query from JSON."""
    return Query(
        tuple(
            Group(
                tuple(Word(one["text"], one["exact"], one.get("apart", False)) for one in group["words"]),
                group["negative"],
            )
            for group in told["groups"]
        )
    )


def query_as_json(query: Query | None) -> dict[str, Any] | None:
    """Return a query as `words.mjs` holds it."""
    if query is None:
        return None
    return {
        "groups": [
            {"words": [_word(word) for word in group.words], "negative": group.negative} for group in query.groups
        ]
    }


def _word(word: Word) -> dict[str, Any]:
    return {"text": word.text, "exact": word.exact} | ({"apart": True} if word.apart else {})


def _fold(text: str) -> dict[str, Any]:
    folded = fold(text)
    return {"text": folded.text, "places": list(folded.places)}


def _find(typed: str, text: str) -> dict[str, Any] | None:
    hit = find(parse(typed), fold(text))
    return hit and {"spans": [list(span) for span in hit.spans], "counts": list(hit.counts)}


def _widen(query: dict[str, Any], tables: dict[str, dict[str, list[str]]]) -> dict[str, Any] | None:
    words = {word: tuple(others) for word, others in tables["words"].items()}
    return query_as_json(widen(query_of(query), Tables(words)))


_PYTHON: dict[str, Callable[..., Any]] = {
    "fold": _fold,
    "parse": lambda typed: query_as_json(parse(typed)),
    "find": _find,
    "snippet": lambda text, spans: list(snippet(text, [tuple(span) for span in spans])),
    "score": score,
    "widen": _widen,
    "stands": lambda word, text: stands(Word(word["text"], apart=word.get("apart", False)), text),
    "wordTerms": lambda word: list(word_terms(word)),
    "isToldByTerms": is_told_by_terms,
    "asDay": as_day,
}


def tables_of(told: Mapping[str, Any]) -> Tables:
    """Return the tables of widening for the people and synonyms of a case file, and the built-in ones."""
    people = [
        Person(PersonId(str(number)), one["name"], one["kana"], tuple(one.get("other_names", ())))
        for number, one in enumerate(told["people"])
    ]
    return widening_tables(people, [tuple(row) for row in told["synonyms"]])


def _groups(told: list[list[str]]) -> dict[str, Any]:
    groups = []
    for group in told:
        words = [word for word in group if word != "not"]
        quoted = [{"text": word.removeprefix('"'), "exact": word.startswith('"')} for word in words]
        groups.append({"words": quoted, "negative": "not" in group})
    return {"groups": groups}


def _repeated(parts: list[str]) -> str:
    return "".join(re.sub(r"^(.)\*(\d+)$", lambda match: match[1] * int(match[2]), part) for part in parts)


def _match_case(case: dict[str, Any], _: Mapping[str, Any]) -> Case:
    hit = None if case.get("none") else {"spans": case["spans"], "counts": case["counts"]}
    return Case(f"{case['typed']} in {case['text']}", "find", [case["typed"], case["text"]], hit)


def _widen_case(case: dict[str, Any], told: Mapping[str, Any]) -> Case:
    query = query_as_json(parse(case["typed"]))
    assert query
    wide = None
    if not case.get("none"):
        added = [[{"text": word, "exact": True, "apart": True} for word in words] for words in case["added"]]
        wide = {
            "groups": [
                {**group, "words": [*group["words"], *more]} for group, more in zip(query["groups"], added, strict=True)
            ]
        }
    return Case(case["typed"], "widen", [query, tables_of(told).as_json()], wide)


def _snippet_case(case: dict[str, Any], _: Mapping[str, Any]) -> Case:
    text = _repeated(case["text"])
    return Case(text, "snippet", [text, case["spans"]], [_repeated(case["snippet"]), case["marks"]])


def _score_case(case: dict[str, Any], _: Mapping[str, Any]) -> Case:
    given = [case["counts"], case["length"]]
    return Case(str(given), "score", given, case.get("score", score(*given)))


_MAKERS: dict[str, Callable[[dict[str, Any], Mapping[str, Any]], Case]] = {
    "fold": lambda case, _: Case(
        case["text"], "fold", [case["text"]], {"text": case["folded"], "places": case["places"]}
    ),
    "query": lambda case, _: Case(case["typed"], "parse", [case["typed"]], _groups(case["groups"])),
    "match": _match_case,
    "snippet": _snippet_case,
    "score": _score_case,
    "widen": _widen_case,
    "apart": lambda case, _: Case(
        f"{case['word']} in {case['text']}",
        "stands",
        [{"text": case["word"], "apart": True}, fold(case["text"]).text],
        case["stands"],
    ),
    "terms": lambda case, _: Case(case["word"], "wordTerms", [case["word"]], case["terms"]),
    "day": lambda case, _: Case(case["written"], "asDay", [case["written"]], case.get("day")),
}
