"""Which words tell where they come from, and that nothing so long is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.gate.allowed import PublicWords
from council.gate.alone import stand_alone
from council.gate.file_names import FileNames
from council.gate.index import Index
from council.gate.letters import letters, runs, sentences
from council.gate.spellings import Speller
from council.gate.tokens import tokens
from council.location import Location
from council.parse.drafts import DraftMember, Drafts

HERE = Location("minutes_src/議員限定/a.docx", paragraph=3)
KANJI = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4EFF), min_size=12, max_size=40)
OTHER_KANJI = st.text(st.characters(min_codepoint=0x5000, max_codepoint=0x50FF), max_size=90)
LATIN = st.text("abcdefghij", min_size=24, max_size=60)
OTHER_LATIN = st.text("klmnopqrst", max_size=90)


def _without_tags(text: str) -> str:
    return next(Speller().spellings(text))


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
    assert letters(words[start:end]) in {hit.letters for hit in hits}


@given(LATIN, OTHER_LATIN, OTHER_LATIN, st.data())
def test_twenty_four_latin_letters_in_a_row_are_found_wherever_they_stand(words, before, after, data):
    start = data.draw(st.integers(0, len(words) - 24))
    end = data.draw(st.integers(start + 24, len(words)))
    hits = list(index_of(words).hits(before + words[start:end] + after))
    assert any(words[start:end] in hit.letters for hit in hits)


@given(
    st.lists(
        st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4EFF), min_size=6, max_size=11),
        min_size=130,
        max_size=140,
    ),
    OTHER_KANJI,
)
@settings(max_examples=20, deadline=None)
def test_names_are_found_among_many(names, before):
    index = index_of(*names, is_name=True)
    for name in names[:20]:
        assert letters(name) in {hit.letters for hit in index.hits(letters(before + name + "億兆"))}


@given(st.integers(0, 400), st.sampled_from(["黒鴉計画案", "zebra88x", "98765432", "8765万4321円"]))
def test_short_words_are_found_among_many_wherever_they_stand(shift, word):
    index = index_of(*(f"架空事業計画その{number}号" for number in range(10001, 10140)), word)
    hits = list(index.hits("他" * shift + letters(word) + "他"))
    assert word in {hit.letters for hit in hits}
    index.forget("公開" + word)
    assert list(index.hits("他" * shift + letters(word) + "他")) == []


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("それはカナリア7f3a9b2cという話です", ["7f3a9b2c"]),
        ("CANARY-SPEECH-0A1B2C の件", ["canaryspeech0a1b2c"]),
        ("暗証語は zebraquokka88 です", ["zebraquokka88"]),
        ("価格は8,765万4,321円です", ["8765万4321円"]),
        ("価格は９８，７６５，４３２円です", ["98765432"]),
        ("電話 0987-65-4321", ["0987654321"]),
        ("令和8年3月4日 2026-03-04 20260304 10:00", []),  # a day is no secret
        ("１億5,000万円、10,000,000円、12,345円", []),  # round or short
        ("議案第32号、A4判、R7.12.5、image1", []),
    ],
)
def test_codes_and_exact_numbers_tell_where_they_come_from(text: str, found: list[str]):
    assert list(tokens(text)) == found


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("次は、黒鴉計画案。", True),
        ("<td>黒鴉計画案</td><td>12</td>", True),
        ("<td>市の黒鴉計画案</td>", False),
        ("黒鴉計画案について", False),
        ("黒　鴉　計　画　案", True),
        ('{"title":"黒鴉計画案"}', True),
    ],
)
def test_a_short_title_or_cell_is_a_leak_where_it_stands_by_itself(text: str, *, alone: bool):
    (hit,) = index_of("黒鴉計画案").hits(letters(_without_tags(text)))
    assert hit.alone
    assert stand_alone(hit, _without_tags(text), text) == alone


@pytest.mark.parametrize(
    ("text", "alone"),
    [("額は98,765,432円", True), ("番号198765432", False), ("a98765432", False), ("額98765432円", True)],
)
def test_a_part_of_another_number_is_no_leak(text: str, *, alone: bool):
    (hit,) = index_of("98765432").hits(letters(text))
    assert stand_alone(hit, text, text) == alone


@pytest.mark.parametrize(
    "words",
    ["お問い合わせ", "会議の予定", "傍聴について", "令和8年第2回", "3月4日午前10時", "総務", "賛成多数", "schedule"],
)
def test_short_words_that_anybody_writes_are_not_looked_for(words: str):
    assert index_of(words).is_empty


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('href="files/06_極秘.xlsx"', True),
        ("秘図1.png", True),
        ("秘図1.PNG を参照", True),
        ("大秘図1.png", False),
        ("秘図1.pngx", False),
        ("秘図1.pdf", False),
        ("image1.png logo.png", False),  # what Word and everybody else calls a picture
    ],
)
def test_the_name_of_a_restricted_file_is_found_however_short(text: str, *, found: bool):
    names = FileNames()
    for name in ("06_極秘.xlsx", "秘図1.png", "image1.png", "logo.png"):
        names.add(name, HERE)
    assert (list(names.met(text)) == [HERE]) == found
    names.forget("資料 06_極秘.xlsx")
    assert list(names.met("06_極秘.xlsx")) == []


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


@pytest.mark.parametrize(
    ("found", "explained"),
    [("minutes2025", True), ("zebraquokka88", False), ("98765432", False), ("8765万4321円", False)],
)
def test_a_restricted_number_or_code_is_not_explained_by_public_words(found: str, *, explained: bool):
    assert public_words("minutes", "万", "円").explains(found, is_whole=True, is_token=True) == explained


def test_markup_seen_before_is_read_once():
    speller = Speller()
    assert list(speller.spellings('<a title="秘密">x</a>')) == ["x", '</a>\n<a title="秘密">']
    assert list(speller.spellings('<a title="秘密">y</a>')) == ["y"]
