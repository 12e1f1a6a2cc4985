"""Which words tell where they come from, and that nothing so long is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.gate.allowed import PublicWords
from council.gate.index import Index
from council.gate.letters import letters, runs, sentences
from council.gate.spellings import Speller
from council.location import Location
from council.parse.drafts import DraftMember, Drafts

HERE = Location("minutes_src/議員限定/a.docx", paragraph=3)
KANJI = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4EFF), min_size=12, max_size=40)
OTHER_KANJI = st.text(st.characters(min_codepoint=0x5000, max_codepoint=0x50FF), max_size=90)
LATIN = st.text("abcdefghij", min_size=24, max_size=60)
OTHER_LATIN = st.text("klmnopqrst", max_size=90)


def index_of(*words: str, is_name: bool = False) -> Index:
    index = Index()
    for one in words:
        index.add(one, HERE, is_name=is_name)
    return index


@given(KANJI, OTHER_KANJI, OTHER_KANJI, st.data())
def test_twelve_kanji_in_a_row_are_found_wherever_they_stand(words, before, after, data):
    start = data.draw(st.integers(0, len(words) - 12))
    end = data.draw(st.integers(start + 12, len(words)))
    hits = list(index_of(f"前置き、{words}。").hits(letters(before + words[start:end] + after)))
    assert words[start:end] in {hit.letters for hit in hits}


@given(LATIN, OTHER_LATIN, OTHER_LATIN, st.data())
def test_twenty_four_latin_letters_in_a_row_are_found_wherever_they_stand(words, before, after, data):
    start = data.draw(st.integers(0, len(words) - 24))
    end = data.draw(st.integers(start + 24, len(words)))
    hits = list(index_of(words).hits(before + words[start:end] + after))
    assert any(words[start:end] in hit.letters for hit in hits)


@given(
    st.lists(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4EFF), min_size=6, max_size=11), min_size=60),
    OTHER_KANJI,
)
def test_names_are_found_among_many(names, before):
    index = index_of(*names, is_name=True)
    for name in names:
        assert name in {hit.letters for hit in index.hits(before + name + "億兆")}


@given(KANJI, OTHER_KANJI)
def test_nothing_is_found_in_other_words(words, text):
    assert list(index_of(words).hits(letters(text))) == []


def test_words_at_the_seam_of_two_blocks_are_found():
    words = "仏法僧地区から先に始めるつもり"
    for shift in range(40):
        text = "他" * (65536 - 256 - 20 + shift) + words + "他" * 400
        assert words in {hit.letters for hit in index_of(words).hits(text)}, shift


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("買収は、仏法僧地区から（先に）始める。", ["買収は", "仏法僧地区から", "先に", "始める"]),
        ("令和８年３月３日　午前10時", ["令和", "年", "月", "日", "午前", "時"]),
        ("The Mayor's report, 2025 edition", ["themayorsreport", "edition"]),
        ("ｶﾞﾝｺ㈱Ａ", ["ガンコ", "株", "a"]),
    ],
)
def test_runs_end_at_digits_punctuation_and_spaces(text: str, found: list[str]):
    assert runs(text) == found


def test_sentences_keep_their_digits():
    assert list(sentences("価格は48,210円です。よろしいか？\nPrice 3.5 yen. Next")) == [
        "価格は48210円です",
        "よろしいか",
        "price35yen",
        "next",
    ]


@pytest.mark.parametrize(
    "text", ["がんこ", "か\u3099んこ", "ｶﾞﾝｺ", "ガンコ", "Ａb１", "①㈱㌔", "é", "髙﨑", "𠮷野", "İstanbul"]
)
def test_letters_do_not_change_again(text: str):
    assert letters(letters(text)) == letters(text)


def public_words(*names: str) -> PublicWords:
    return PublicWords(Drafts(members=tuple(DraftMember(name, Location("votes/members.csv")) for name in names)))


@pytest.mark.parametrize(
    ("found", "is_whole"),
    [
        ("高橋一郎鈴木花子佐藤健太郎", True),  # a list of names side by side
        ("総務委員会委員長高橋一郎", True),  # an office before a name
        ("令和8年3月3日火曜日高橋一郎", False),  # a date with words torn at both ends
        ("君高橋一郎鈴木花子佐藤", False),
    ],
)
def test_public_words_side_by_side_are_no_leak(found: str, *, is_whole: bool):
    public = public_words("高橋一郎", "鈴木花子", "佐藤健太郎", "総務委員会", "委員長", "令和8年", "火曜日", "月、日")
    assert public.explains(found, is_whole=is_whole)


@pytest.mark.parametrize("found", ["総務委員会買収高橋一郎", "一郎高橋一郎", "買収価格調書"])
def test_other_words_among_public_ones_are_a_leak(found: str):
    assert not public_words("高橋一郎", "総務委員会").explains(found, is_whole=True)


def test_markup_seen_before_is_read_once():
    speller = Speller()
    assert list(speller.spellings('<a title="秘密">x</a>')) == ["x", '</a>\n<a title="秘密">']
    assert list(speller.spellings('<a title="秘密">y</a>')) == ["y"]
