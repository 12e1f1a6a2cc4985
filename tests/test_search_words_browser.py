"""JavaScript folds, reads, matches, cuts, scores and widens as Python does: the same cases, and every character."""

from __future__ import annotations

import codecs
import json
import random
from collections.abc import Iterable

import pytest
from case_files import CASES, load
from conftest import SampleSite
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_browser import JavaScript
from search_cases import all_cases, in_python, query_as_json, tables_of
from test_search_words import TEXTS

from council.search.folding import FOLDING_HASH, TABLE, fold
from council.search.query import parse
from council.text.variants import VARIANTS

pytestmark = pytest.mark.browser

_STRETCH = 0x400
_ERA_YEARS = (
    "令和7",
    "令和 ７",
    "R7",
    "R.7",
    "平成31",
    "令和元",
    "H元",
    "昭和六十四",
    "㋿7",
    "令和7 (2025)",
    "s63",
    "M1",
    "令和百",
)
_YEARS = (*_ERA_YEARS, "二〇二五", "2025", "２０２５", "西暦2024", "1", "令和零", "R07", "")
_MARKS = ("年", "年", ".", "/", "-", "・", "年度", " ", "")
_MONTHS = ("12", "１２", "十二", "2", "02", "0", "13", "")
_DAYS_OF_MONTH = ("5", "31", "二十九", "29", "0", "")
_NAMES = ("Dec", "december", "Sept.", "May", "Feb", "mon, 5")
DAYS = (
    (
        ("", "　", "Friday "),
        _YEARS,
        _MARKS,
        _MONTHS,
        ("月", "月", *_MARKS),
        _DAYS_OF_MONTH,
        ("日", "", "日(金)", "日 00:00"),
    ),
    (_NAMES, (" ", "  "), ("5", "29", "31", "1st"), (", ", " ", ","), ("2024", "2025")),
    (("5", "29th", "31", "1st"), (" ", " of ", " day of "), _NAMES, (" ", ", "), ("2024", "2025", "")),
)
# One call for many: the module's functions answer as the cases name them.
_RUN = """async ([name, given]) => {
    const words = await import("/assets/search/words.mjs");
    const { widen } = await import("/assets/search/widening.mjs");
    const { asDay } = await import("/assets/search/days.mjs");
    const whole = (folded) => {
        const units = folded.places ?? Array.from({ length: folded.text.length + 1 }, (_, place) => place);
        let at = 0;
        const places = [...folded.text].map((character) => units[(at += character.length) - character.length]);
        return { text: folded.text, places: [...places, units.at(-1)] };
    };
    const run = {
        ...words,
        widen,
        asDay,
        fold: (text) => whole(words.fold(text)),
        find: (typed, text) => words.find(words.parse(typed), words.fold(text)),
    };
    return JSON.stringify(JSON.parse(given).map((one) => run[name](...one)));
}"""


def run(javascript: JavaScript, name: str, calls: Iterable[list[object]]) -> list[object]:
    told: list[object] = json.loads(javascript.page.evaluate(_RUN, [name, json.dumps(list(calls))]))
    return told


def differing(javascript: JavaScript, name: str, calls: list[list[object]]) -> list[object]:
    told = run(javascript, name, calls)
    return [given for given, one in zip(calls, told, strict=True) if one != in_python(name, given)]


def test_the_cases(javascript: JavaScript):
    cases = list(all_cases())
    wrong = []
    for name in dict.fromkeys(case.name for case in cases):
        own = [case for case in cases if case.name == name]
        told = run(javascript, name, [case.given for case in own])
        wrong += [(name, case.what, one) for case, one in zip(own, told, strict=True) if one != case.expected]
    assert wrong == []


def test_every_character_folds_alike(javascript: JavaScript):
    assert javascript.page.evaluate("async () => (await import('/assets/search/words.mjs')).FOLDING") == FOLDING_HASH
    assert differing(javascript, "fold", [[chr(code)] for code in TABLE.characters]) == []
    for start in range(0, 0x30000, _STRETCH):
        characters = [chr(code) for code in range(start, start + _STRETCH)]
        assert differing(javascript, "fold", [["あ".join(characters)], [" ".join(characters[::-1])]]) == []


def test_every_pair_and_variant_folds_alike(javascript: JavaScript):
    pairs = [[pair] for pair in TABLE.pairs]
    marked = [[f"{pair[0]}\u200b{pair[1]}{pair[1]}あ"] for pair in TABLE.pairs]
    assert differing(javascript, "fold", [*pairs, *marked, *([one] for one in VARIANTS)]) == []


def test_everything_the_sample_city_says_folds_alike(javascript: JavaScript, sample_site: SampleSite):
    lines = (sample_site.members / "data" / "speeches.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert differing(javascript, "fold", [[text] for text in texts]) == []
    assert differing(javascript, "find", [["予算|議案 市長 -給食", text] for text in texts]) == []


def test_all_of_jis_x_0213_folds_alike_and_in_one_text(javascript: JavaScript):
    characters = []
    for code in range(0x30000):
        try:
            codecs.encode(chr(code), "euc_jis_2004")
        except UnicodeEncodeError:
            continue
        characters.append(chr(code))
    assert len(characters) > 11_000
    text = "".join(characters)
    assert differing(javascript, "fold", [[text], [text[::-1]], *([one + "\u3099"] for one in characters)]) == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(TEXTS, min_size=20, max_size=60))
def test_any_text_alike(javascript: JavaScript, texts: list[str]):
    assert differing(javascript, "fold", [[text] for text in texts]) == []
    assert differing(javascript, "parse", [[text] for text in texts]) == []
    assert differing(javascript, "wordTerms", [[fold(text).text] for text in texts]) == []
    assert differing(javascript, "isToldByTerms", [[fold(text).text[:2]] for text in texts]) == []
    pairs = list(zip(texts, texts[1:] + texts[:1], strict=True))
    found = [[typed, text] for typed, text in pairs] + [[text[1:4], text] for text in texts]
    assert differing(javascript, "find", found) == []
    hits = [(text, in_python("find", [typed, text])) for typed, text in found]
    assert differing(javascript, "snippet", [[text * 9, hit["spans"]] for text, hit in hits if hit]) == []
    assert differing(javascript, "score", [[hit["counts"], len(fold(text).text)] for text, hit in hits if hit]) == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [*"令和7年平成元三十一百第2号議案請願RHs.0５0給食 ごミやまだ-|〇", "2025", "昭和", "やまだ"]
            ),
            max_size=9,
        ).map("".join),
        min_size=30,
        max_size=90,
    )
)
def test_any_widening_alike(javascript: JavaScript, typed: list[str]):
    tables = tables_of(load(CASES / "search" / "widen.yml")).as_json()
    assert differing(javascript, "widen", [[query_as_json(parse(one)), tables] for one in typed]) == []


def test_any_day_alike(javascript: JavaScript):
    dice = random.Random("days")  # noqa: S311 - the same days every time
    written = list(dict.fromkeys("".join(dice.choice(some) for some in dice.choice(DAYS)) for _ in range(20_000)))
    assert differing(javascript, "asDay", [[one] for one in written]) == []


@given(st.lists(st.integers(1, 10**6), max_size=5), st.integers(0, 10**6))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_score_to_the_last_bit(javascript: JavaScript, counts: list[int], length: int):
    assert differing(javascript, "score", [[counts, length]]) == []
