"""Names compared: spaces, honorifics, variant kanji."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.text.names import comparable_name, folded_name, strip_honorific
from council.text.variants import VARIANTS


@pytest.mark.parametrize(
    "printed",
    [
        "山田太郎",
        "山田 太郎",
        "山　田　太　郎",
        "山田太郎君",
        "山田太郎　議員",
        "山 田 太 郎 君",
        "山田太郎さん",
        "山田太郎議員さん",
        "山田太郎様",
        "山田太郎氏",
        "山田太郎委員",
    ],
)
def test_spaces_and_honorifics_do_not_make_another_person(printed: str):
    assert comparable_name(printed) == "山田太郎"


def test_honorific_goes_and_inner_spaces_stay():
    assert strip_honorific("山田　太郎 君") == "山田　太郎"
    assert strip_honorific("山　田　太　郎　議　員") == "山　田　太　郎"


@pytest.mark.parametrize("name", ["議員", "君", "王君", "委員長", "議員定数", ""])
def test_a_word_that_would_leave_no_name_stays(name: str):
    assert strip_honorific(name) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Councillor Allard", "Allard"),
        ("His Worship Mayor Bowman", "Bowman"),
        ("Mr. R. Kachur", "R. Kachur"),
        ("Ms D. Watt", "D. Watt"),
        ("Mayor", "Mayor"),
        ("Drew Mayorga", "Drew Mayorga"),
    ],
)
def test_titles_before_latin_names(printed: str, name: str):
    assert strip_honorific(printed) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋一郎", "高橋一郎"),
        ("山﨑 花子", "山崎花子君"),
        ("渡邉", "渡辺"),
        ("渡邊", "渡辺"),
        ("辻\U000e0100本", "辻本"),
        ("𠮷田", "吉田"),
        ("ｻﾄｳ一郎", "サトウ一郎"),
        ("寬子", "寛子"),
        ("SMITH", "Smith"),
    ],
)
def test_variants_meet_on_the_second_try_only(one: str, other: str):
    assert comparable_name(one) != comparable_name(other)
    assert folded_name(one) == folded_name(other)


@pytest.mark.parametrize(("one", "other"), [("斉藤", "斎藤"), ("高橋啓", "高橋克也"), ("猪村利恵子", "猪村理恵子")])
def test_different_names_stay_different(one: str, other: str):
    assert folded_name(one) != folded_name(other)


def test_no_variant_leads_to_another_variant():
    assert not set(VARIANTS) & set(VARIANTS.values())


@given(st.text("山田髙高﨑崎太郎君さん様氏議員委 　\U000e0100ｱABcd."))
def test_comparing_twice_changes_nothing(name: str):
    assert comparable_name(comparable_name(name)) == comparable_name(name)
    assert folded_name(folded_name(name)) == folded_name(name)
