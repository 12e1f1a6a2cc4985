"""Browser, command line, plain reading of the text and an engine that is not ours: all find the same."""

from __future__ import annotations

import json
import random
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import to_builtins
from msgspec.structs import replace
from search_archive import WORDS, Exported, blocks, exported, scattered
from search_browser import MODULES, SITE, JavaScript

from council.search.engine import Request, SearchEngine
from council.search.filters import Filters
from council.search.folding import fold
from council.search.grams import word_terms
from council.search.matching import matches
from council.search.query import parse

if TYPE_CHECKING:
    from conftest import SampleSite

EVERYTHING = 100_000
EVERYWHERE = Filters()
QUERIES: list[str] = WORDS["queries"]
SUBSTRINGS, MUTATED = 430, 60
PROBE = Path(__file__).parent / "search_probe.mjs"
QUOTES = frozenset('"”“＂')


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return exported(tmp_path_factory.mktemp("threeway"), blocks())


@pytest.fixture(scope="module")
def engine(archive: Exported) -> Iterator[SearchEngine]:
    with SearchEngine.open(archive.index) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser(javascript: JavaScript, archive: Exported) -> JavaScript:
    served(javascript, archive.site)
    return javascript


def served(javascript: JavaScript, site: Path) -> None:
    shutil.copy2(PROBE, site / "assets" / "search" / PROBE.name)
    javascript.serve(site)


def ask(javascript: JavaScript, asked: list[str], **options: object) -> list[dict[str, Any]]:
    return javascript.calls("search", [(one, {"base": SITE, **options}) for one in asked], module="search.mjs")


def drawn(archive: Exported, count: int, seed: int = 1) -> list[str]:
    """Draw pieces of one to eight characters out of the texts, each asked for as it stands."""
    random_ = random.Random(seed)  # noqa: S311 - the same pieces every time
    texts = [document.text for _, document, _ in archive.documents]
    found: list[str] = []
    while len(found) < count:
        text = random_.choice(texts)
        start = random_.randrange(len(text))
        piece = text[start : start + random_.randint(1, 8)]
        if fold(piece).text and not QUOTES.intersection(piece):
            found.append(piece)
    return found


def mutated(archive: Exported) -> list[str]:
    """Return pieces with one character that no text has."""
    random_ = random.Random(2)  # noqa: S311 - the same pieces every time
    found = []
    for piece in drawn(archive, MUTATED, 3):
        place = random_.randrange(len(piece) + 1)
        found.append(piece[:place] + random_.choice("ゑヱ龘") + piece[place:])
    return found


def addresses(javascript: JavaScript, asked: list[str], **options: object) -> list[dict[str, Any]]:
    given = [(one, {"base": SITE, "limit": EVERYTHING, **options}) for one in asked]
    return javascript.calls("addresses", given, module=PROBE.name)


def engine_addresses(engine: SearchEngine, words: str, filters: Filters = EVERYWHERE) -> list[str]:
    return [found.document.url for found in engine.hits(parse(words), engine.scope(filters))]


def test_browser_engine_and_plain_reading_find_the_same(archive, engine, browser):
    words = [*drawn(archive, SUBSTRINGS), *mutated(archive)]
    asked = [*(f'"{word}"' for word in words), *QUERIES]
    assert len(asked) >= 500
    told = dict(zip(asked, addresses(browser, asked), strict=True))
    for words_, found in told.items():
        assert found["items"] == read(archive, words_) == engine_addresses(engine, words_), words_
        assert (found["total"], found["exact"]) == (len(found["items"]), True)
    for word in words:
        folded = fold(word).text
        assert told[f'"{word}"']["total"] == sum(folded in text for _, _, text in archive.documents), word
        assert told[f'"{word}"']["expanded"] == []
    assert all(told[f'"{word}"']["total"] == 0 for word in mutated(archive))


def test_what_is_shown_is_the_same_to_the_last_letter(archive, engine, browser):
    asked = [*QUERIES, *(f'"{word}"' for word in drawn(archive, 60, 9))]
    for words, found in zip(asked, ask(browser, asked), strict=True):
        expected = to_builtins(engine.search(Request(words)))
        assert {**found, "total": 0, "exact": True} == {**expected, "total": 0}, words
        assert found["total"] == expected["total"] or (not found["exact"] and found["total"] > expected["total"])


def read(archive: Exported, words: str) -> list[str]:
    query = parse(words)
    return [document.url for _, document, text in archive.documents if matches(query, text)]


def test_another_engine_has_the_same_candidates_and_hits(archive, browser):
    """SQLite's full text search over the same terms, which it is given as tokens."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE texts USING fts5(terms, tokenize=\"unicode61 tokenchars '_'\", detail=none)")
    found = archive.documents
    for number, (_, _, text) in enumerate(found):
        base.execute("INSERT INTO texts(rowid, terms) VALUES (?, ?)", (number, " ".join(map(token, terms_of(text)))))
    words = [word for word in drawn(archive, 150, 5) if word_terms(fold(word).text)]
    for word, told in zip(words, addresses(browser, [f'"{one}"' for one in words]), strict=True):
        folded = fold(word).text
        terms = " ".join(f'"{token(term)}"' for term in word_terms(folded))
        rows = [row for (row,) in base.execute("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid", (terms,))]
        hits = [found[row][1].url for row in rows if folded in found[row][2]]
        assert told["items"] == hits, word


def terms_of(text: str) -> set[str]:
    return {*map("".join, pairwise(text)), *text}


def token(term: str) -> str:
    return term.encode().hex() + "_"


ONE_BY_ONE = [
    {"speaker": "giin-3"},
    {"speaker": "議員3"},
    {"speaker": "市長 議員8"},
    {"speaker": "市長"},
    {"speaker": "giin-7"},
    {"group": "みらい"},
    {"group": "g-1"},
    {"session": "2021年第1回定例会"},
    {"session": "2022-1-teirei"},
    {"body": "本会議"},
    {"body": "soumu"},
    {"body": "総務"},
    {"kind": "bill"},
    {"kind": "speech"},
    {"bill": "b-2"},
    {"bill": "議案第３号"},
    {"bill": "b-3-2020"},
    {"from": "2021"},
    {"to": "2021-04"},
    {"from": "2020-03-01", "to": "2023"},
    {"from": "2021", "kind": "speech", "speaker": "giin-1", "body": "本会議"},
    {"kind": "nothing"},
    {"session": " "},
]


@pytest.mark.parametrize("sort", ["date", "score"])
def test_filters_pages_and_orders_are_the_same(engine, browser, sort):
    for filters in ONE_BY_ONE:
        named = {"since" if key == "from" else "until" if key == "to" else key: one for key, one in filters.items()}
        for words in ("子ども 予算", "令和7年度", "給食 -橋"):
            for offset, limit in ((7, 5), (0, 1000)):
                request = Request(words, Filters(**named), sort, limit, offset)
                options = {"filters": filters, "sort": sort, "limit": limit, "offset": offset}
                (told,) = ask(browser, [words], **options)
                expected = engine.search(request).as_json()
                if told["exact"]:
                    assert told == expected, (filters, words)
                else:
                    assert told["total"] >= expected["total"]
                    assert {**told, "total": 0, "exact": True} == {**expected, "total": 0}, (filters, words)


def test_what_is_only_the_words_themselves_is_not_widened(engine, browser):
    for words in ("ひまわり", "子ども", "令和7年", "議案32"):
        wide, narrow = ask(browser, [words])[0], ask(browser, [words], exact=True)[0]
        assert wide["expanded"]
        assert narrow == {**wide, "expanded": []}
        assert narrow["items"] == engine.search(Request(words, exact=True)).as_json()["items"]


def test_facets_count_what_each_value_would_leave(engine, browser):
    for filters in ({}, {"kind": "speech", "speaker": "giin-2"}, {"from": "2021", "to": "2022", "body": "本会議"}):
        for words in ("予算", "補正予算", "給食 橋"):
            (told,) = browser.calls("facets", [(words, {"base": SITE, "filters": filters})], module="search.mjs")
            assert told.pop("exact") is True
            assert list(told) == ["kind", "year", "session", "body", "group", "speaker"]
            for facet, rows in told.items():
                assert rows == sorted(rows, key=lambda row: -row[2]) or facet == "year"
                for value, _, count in rows[:4]:
                    narrowed = narrow(filters, facet, value)
                    assert count == engine.search(Request(words, narrowed, limit=0)).total, (
                        filters,
                        words,
                        facet,
                        value,
                    )


def narrow(filters: dict[str, str], facet: str, value: str) -> Filters:
    named = {"since": filters.get("from", ""), "until": filters.get("to", "")}
    named |= {key: one for key, one in filters.items() if key not in {"from", "to"}}
    return replace(Filters(**named), **({"since": value, "until": value} if facet == "year" else {facet: value}))


def test_near_queries_find_as_many_as_they_say(browser):
    for words in ("予算 龘龘", "ひまわり園龘|ヒマワリ 橋 道路龘", "辺見端 予算", "給食 -給食"):
        (near,) = browser.calls("nearest", [(words, {"base": SITE})], module="search.mjs")
        assert near, words
        for one, found in zip(
            near, ask(browser, [one["query"] for one in near], exact=True, limit=EVERYTHING), strict=True
        ):
            assert one["exact"]
            assert one["count"] == found["total"] > 0, one


def test_names_are_suggested_by_their_beginning_or_reading(browser):
    ask_ = lambda text: browser.calls("suggest", [(text, SITE)], module="search.mjs")[0]  # noqa: E731
    assert ask_("ぎいん3") == [{"kind": "member", "label": "議員3", "value": "giin-3", "url": "members/giin-3.html"}]
    assert [one["kind"] for one in ask_("本会")] == ["body"]
    assert {one["kind"] for one in ask_("2021")} == {"session"}
    assert next(one["value"] for one in ask_("議案第5号")) == "b-5-2024"
    assert ask_("") == ask_("龘") == []


def test_a_number_is_verified_unless_its_texts_lie_in_very_many_files(tmp_path, javascript):
    few, many = exported(tmp_path / "few", scattered(90)), exported(tmp_path / "many", scattered(120))
    served(javascript, few.site)
    (told,) = ask(javascript, ["予算案件"], limit=5)
    assert (told["total"], told["exact"], len(told["items"])) == (90, True, 5)
    served(javascript, many.site)
    (told,) = ask(javascript, ["予算案件"], limit=5)
    assert (told["exact"], len(told["items"])) == (False, 5)
    assert 120 < told["total"] <= 360
    (told,) = ask(javascript, ["予算案件"], limit=EVERYTHING)
    assert (told["total"], told["exact"], len(told["items"])) == (120, True, 120)
    (told,) = ask(javascript, ["予算案件"], filters={"to": "2020-09"})
    assert (told["total"], told["exact"]) == (90, True)


def test_the_sample_citys_speeches_are_those_of_its_open_data(sample_site: SampleSite, javascript: JavaScript):
    served(javascript, sample_site.public)
    speeches = speeches_of(sample_site.public)
    random_ = random.Random(11)  # noqa: S311 - the same pieces every time
    pieces = [piece(random_, random_.choice(speeches)) for _ in range(120)]
    asked = [one for one in pieces if not QUOTES.intersection(one) and fold(one).text]
    told = addresses(javascript, [f'"{one}"' for one in asked], filters={"kind": "speech"})
    with SearchEngine.open(sample_site.project / ".council" / "search" / "public") as engine:
        for word, found in zip(asked, told, strict=True):
            folded = fold(word).text
            expected = {one["url"] for one in speeches if folded in fold(one["text"]).text}
            assert set(found["items"]) == expected, word
            assert found["items"] == engine_addresses(engine, f'"{word}"', Filters(kind="speech")), word


def speeches_of(site: Path) -> list[dict[str, str]]:
    lines = (site / "data" / "speeches.jsonl").read_text(encoding="utf-8").splitlines()
    return [one for one in map(json.loads, lines) if one["type"] in {"speech", "question", "answer"} and one["text"]]


def piece(random_: random.Random, speech: dict[str, str]) -> str:
    start = random_.randrange(len(speech["text"]))
    return speech["text"][start : start + random_.randint(1, 8)]


def test_a_page_searches_in_a_worker(browser):
    ask(browser, ["予算"])
    (worker,) = browser.page.workers
    assert re.fullmatch(rf"{re.escape(SITE)}assets/search(\.[0-9a-f]{{12}})?/search\.mjs", worker.url)


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not needed for anything else")
def test_a_program_searches_a_folder_as_a_page_searches_a_site(archive, browser, tmp_path):
    browser.serve(archive.site)
    root = tmp_path / "a site 100%#1"
    shutil.copytree(archive.site, root)
    module = (MODULES / "search.mjs").as_uri()
    code = f"""
        import {{ search }} from {json.dumps(module)};
        const found = [];
        for (const base of [{json.dumps(str(root))}, {json.dumps(root.as_uri())}, "a site 100%#1/"])
            found.push(await search("予算 橋", {{ base }}));
        console.log(JSON.stringify(found));
    """
    command = ["node", "--input-type=module", "--eval", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True)  # noqa: S603
    assert json.loads(done.stdout) == ask(browser, ["予算 橋"]) * 3
