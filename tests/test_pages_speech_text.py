"""Words of minutes as HTML: nothing is lost, nothing is added, nothing runs."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.glossary.interface import Words
from council.pages.speech_text import blocks_html, is_stage_line, paragraph_html
from council.text.blocks import Cell, Mark, MarkKind, Paragraph, Row, Table

JA = Words("ja")


def html(text, *marks):
    return paragraph_html(Paragraph(1, text, marks), JA)


def test_full_width_spaces_and_breaks_are_kept():
    assert blocks_html((Paragraph(1, "　本日の会議を\n開きます。"),), JA) == "<p>　本日の会議を<br>開きます。</p>"


def test_ruby_stands_over_its_base():
    assert (
        html("議員の鵜飼です", Mark(3, 5, MarkKind.RUBY, "うかい"))
        == "議員の<ruby>鵜飼<rp>（</rp><rt>うかい</rt><rp>）</rp></ruby>です"
    )


def test_held_back_and_withdrawn_words_have_their_place():
    shown = html("ここにがありました", Mark(3, 3, MarkKind.WITHHELD), Mark(9, 9, MarkKind.REDACTED))
    assert (
        shown
        == 'ここに<span class="c-withheld">〔確認中〕</span>がありました<span class="c-withheld">〔発言取消〕</span>'
    )


def test_the_words_of_a_held_back_stretch_are_never_printed():
    assert "秘密" not in html("前秘密後", Mark(1, 3, MarkKind.WITHHELD))


@pytest.mark.parametrize(
    "line",
    [
        "〔賛成者起立〕",
        "　　　〔資料を示す〕",
        "（「異議なし」と呼ぶ者あり）",
        "　　午前11時02分休憩",
        "午後１時００分　再開",
        "――――◇――――",
        "午後三時四十分散会",
    ],
)
def test_stage_and_time_lines_standing_alone_are_told_apart(line):
    assert is_stage_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "　（１）について伺います。",
        "午前10時から会議を開きます。",
        "〔注〕この点です。",
        "",
        "（笑）と記されました（拍手）",
    ],
)
def test_other_lines_are_speech(line):
    assert not is_stage_line(line)


def test_a_table_stays_a_table_with_its_spans():
    table = Table(
        1,
        (
            Row((Cell((Paragraph(1, "区分"),), columns=2),), header=True),
            Row((Cell((Paragraph(2, "歳入"),), rows=2), Cell((Paragraph(3, "1&2"),)))),
        ),
    )
    shown = blocks_html((table,), JA)
    assert '<th scope="col" colspan="2"><p>区分</p></th>' in shown
    assert '<td rowspan="2"><p>歳入</p></td><td><p>1&amp;2</p></td>' in shown


def test_a_table_drawn_with_lines_keeps_them_and_is_scrolled():
    lines = ("付託表", "┌──┬──┐", "│総務│1&2 │", "└──┴──┘", "以上です。")
    shown = blocks_html([Paragraph(number, line) for number, line in enumerate(lines, 1)], JA)
    assert shown.count('<div class="c-scroll" role="region" tabindex="0"') == 1
    assert '<div class="c-drawn"><p>┌──┬──┐</p>\n<p>│総務│1&amp;2 │</p>\n<p>└──┴──┘</p></div>' in shown
    assert shown.startswith("<p>付託表</p>")
    assert shown.endswith("<p>以上です。</p>")


@given(st.text())
def test_every_character_comes_through(text):
    shown = html(text)
    assert unescape(shown.replace("<br>", "\n")) == unescape(text) or unescape(re.sub(r"<br>", "\n", shown)) == text
    assert "<script" not in shown


@given(
    st.text(min_size=1),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.sampled_from(MarkKind)), max_size=5),
)
def test_any_marks_at_all_give_balanced_html_that_loses_nothing_but_what_is_held_back(text, places):
    marks = tuple(Mark(min(a, b), max(a, b), kind, "よみ") for a, b, kind in places)
    shown = html(text, *marks)
    for tag in ("ruby", "strong", "span"):
        assert len(re.findall(f"<{tag}[ >]", shown)) == shown.count(f"</{tag}>")
    if not any(mark.kind in (MarkKind.WITHHELD, MarkKind.REDACTED, MarkKind.PERSONAL) for mark in marks):
        plain = re.sub(r"<rp>.*?</rp>|<rt>.*?</rt>|</?(?:ruby|strong)>", "", shown.replace("<br>", "\n"))
        assert unescape(plain) == text or plain == shown
