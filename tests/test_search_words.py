"""The words of a search: folding, queries, hits, snippets, scores, widening. The cases are data, for JavaScript too."""

from __future__ import annotations

import unicodedata
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_cases import Case, all_cases, in_python

from council.location import Location
from council.model.council import CouncilFacts
from council.model.events import Audience
from council.parse.draft_synonyms import DraftSynonyms
from council.parse.drafts import Drafts
from council.resolve import resolve
from council.search.folding import BREAKS, FOLDING_HASH, TABLE, fold
from council.search.folding_data import TABLE_FILE, hash_of, read_table
from council.search.folding_table import BEGIN, WORDS_MODULE, fold_character, make_table, put_into, write_table
from council.search.grams import WHITE, is_told_by_terms, terms_of, word_terms
from council.search.matching import find, matches
from council.search.query import Query, parse
from council.search.readings import built_in_synonyms, widening_tables
from council.search.snippets import BEFORE, LENGTH, snippet
from council.search.widening import widen
from council.text.variants import VARIANTS

ASSIGNED = (range(0xD800), range(0xE000, 0x30000), range(0xE0000, 0xE1000))
CHARACTERS = [chr(code) for code in chain(*ASSIGNED)]
# Texts as minutes and queries hold them, and what folds in some uncommon way.
LETTERS = st.sampled_from(
    [
        *'予算給食の第３２号ABc 　\n\t。、「」-|－｜"”・ｶﾞﾊﾟ㈱①…髙﨑𠮷𩸽ガ',
        "\u3099",
        "\u309a",
        "\u0301",
        "\u200b",
        "\ufe00",
        "\U000e0100",
        "令和7年",
        "R7",
    ]
)
PLAIN = widening_tables((), ())
TEXTS = st.lists(LETTERS | st.characters(), max_size=30).map("".join)


@pytest.mark.parametrize("case", list(all_cases()), ids=lambda case: f"{case.name}-{case.what[:20]}")
def test_cases(case: Case):
    assert in_python(case.name, case.given) == case.expected


def test_terms_tell_of_words_as_the_cases_say():
    assert [word for word in ("給食", "税", "。", "𠀋𩸽") if not is_told_by_terms(word)] == []
    assert [word for word in ("学校給食", "ああああ", "1.5", " ", "", "税。") if is_told_by_terms(word)] == []


def test_the_table_is_current_and_in_the_browsers_module():
    text = TABLE_FILE.read_text("utf-8")
    made = make_table()
    if made.version == TABLE.version:
        assert write_table(made) == text
    # A later Unicode has more characters, and changes nothing of those there were.
    assert {code: made.characters.get(code) for code in TABLE.characters} == TABLE.characters
    assert {pair: made.pairs.get(pair) for pair in TABLE.pairs} == TABLE.pairs
    assert read_table(write_table(made)) == made
    module = WORDS_MODULE.read_text("utf-8")
    assert BEGIN in module
    assert put_into(module, text, hash_of(text)) == module
    assert hash_of(text) == FOLDING_HASH


def expected(text: str) -> str:
    """NFKC, lower case character by character, variants, until nothing changes; white space and zero width as documented."""
    before = None
    while text != before:
        before = text
        lowered = (one.lower() for one in unicodedata.normalize("NFKC", text))
        text = "".join(VARIANTS.get(one, one) for word in lowered for one in word)
    plain = (" " if one.isspace() and one not in "\n\t" else one for one in text if fold_character(one))
    return "".join(plain)


def test_every_character_folds_as_nfkc_and_variants_have_it():
    wrong = [one for one in CHARACTERS if fold(one).text != expected(one)]
    if unicodedata.unidata_version != TABLE.version:  # what came later is in no table yet and folds to itself
        wrong = [one for one in wrong if ord(one) in TABLE.characters]
    assert wrong == []


@settings(deadline=None)
@given(st.lists(st.sampled_from("予算ｶﾞｽﾊﾞﾎﾟが１２ＡＢ髙﨑會㈱㌔①Ⅳ éÀ　ーｰ"), max_size=20).map("".join))
def test_ordinary_text_folds_as_nfkc_and_variants_have_it(text: str):
    assert fold(text).text == expected(text)


def test_where_folding_differs_from_nfkc():
    # Two marks are taken one by one; NFKC orders them first and finds ậ. Both spellings of a text differ alike.
    assert fold("a\u0302\u0323").text == "â\u0323"
    assert expected("a\u0302\u0323") == "ậ"
    # A joiner between a letter and its mark does not keep them apart.
    assert fold("か\u200b\u3099").text == "が"
    assert expected("か\u200b\u3099") == "か\u3099"
    # A capital sigma is the same small one everywhere.
    assert fold("ΟΔΟΣ").text == "οδοσ"


@settings(deadline=None)
@given(TEXTS)
def test_places_lead_from_each_folded_character_to_its_own(text: str):
    folded = fold(text)
    places = list(folded.places)
    assert len(places) == len(folded.text) + 1
    assert places[-1] == len(text)
    assert places == sorted(places)
    for start in range(len(folded.text)):
        first, last = folded.span(start, start + 1)
        assert 0 <= first < last <= len(text)
        assert folded.text[start] in fold(text[first:last]).text


@settings(deadline=None)
@given(TEXTS)
def test_folding_knows_no_neighbours_but_marks(text: str):
    marks = {pair[1] for pair in TABLE.pairs}
    alone = "".join(fold(one).text for one in text)
    if not marks.intersection(alone):
        assert fold(text).text == alone


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_terms_of_a_word_are_in_every_text_that_holds_it(before: str, word: str):
    word = fold(word).text
    text = fold(before).text + word + fold(before[::-1]).text
    assert terms_of(text).issuperset(word_terms(word))


@settings(deadline=None)
@given(TEXTS)
def test_the_terms_of_a_text_are_its_characters_and_its_pairs_without_a_break(text: str):
    folded = fold(text).text
    pairs = {one + other for one, other in pairwise(folded) if not BREAKS.intersection((one, other))}
    assert terms_of(folded) == pairs | set(folded) - set(WHITE)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_a_hit_is_found_wherever_its_words_stand(typed: str, text: str):
    query, folded = parse(typed), fold(text)
    hit = find(query, folded)
    assert (hit is not None) == matches(query, folded.text)
    inside = [any(word.text in folded.text for word in group.words) for group in query.groups]
    wanted = [stands != group.negative for stands, group in zip(inside, query.groups, strict=True)]
    assert (hit is not None) == (all(wanted) and not query.is_empty)
    if hit:
        assert len(hit.counts) == len(query.positive)
        assert hit.spans
        line, marks = snippet(text, hit.spans)
        assert len(line) <= LENGTH + 2
        assert marks[0][0] <= BEFORE + 1
        assert all(0 <= start < end <= len(line) for start, end in marks)
        assert marks == sorted(marks)


@settings(deadline=None)
@given(TEXTS)
def test_whatever_is_typed_means_something(typed: str):
    query = parse(typed)
    for group in query.groups:
        assert group.words
        assert all(fold(word.text).text == word.text or "\u0301" in typed for word in group.words)
    assert query.exactly().exactly() == query.exactly()
    assert widen(query.exactly(), PLAIN) is None


@settings(deadline=None)
@given(TEXTS)
def test_a_widened_query_finds_what_the_query_finds(typed: str):
    query = parse(typed)
    wide = widen(query, PLAIN)
    if wide:
        assert [group.negative for group in wide.groups] == [group.negative for group in query.groups]
        for group, wider in zip(query.groups, wide.groups, strict=True):
            assert wider.words[: len(group.words)] == group.words
            assert all(word.exact and word.apart for word in wider.words[len(group.words) :])


def test_the_built_in_synonyms_are_words_of_a_search():
    for row in built_in_synonyms():
        assert len(row) > 1
        assert len({fold(word).text for word in row}) == len(row)
        assert all(word == word.strip() for word in row)
        assert [word for word in row if any(other in word for other in row if other != word)] == []


def test_a_councils_own_synonyms_are_in_its_record():
    drafts = Drafts(synonyms=(DraftSynonyms(("ごみ", "生活ごみ"), Location("minutes_src/synonyms.csv", 2)),))
    council = resolve(drafts, CouncilFacts("汐路市議会"), Audience.PUBLIC).value
    assert council.synonyms == (("ごみ", "生活ごみ"),)


def test_nothing_is_asked_for_by_words_that_must_not_stand_there():
    assert Query().is_empty
    assert parse("-予算").is_empty
    assert find(parse("-予算"), fold("給食")) is None
