"""Words of papers: lines of a PDF become paragraphs, radicals become kanji, marks of secrecy are seen."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from case_files import CASES
from hypothesis import given
from hypothesis import strategies as st

from council.cache import pack, unpack
from council.model.paper_text import PaperPart, PaperText
from council.papers.pdf_lines import joined
from council.papers.radicals import as_kanji
from council.papers.restricted_marks import mark_among, restricted_mark
from council.text.blocks import Cell, Mark, MarkKind, Paragraph, Row, Table

LINES = yaml.safe_load((CASES / "papers" / "lines.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", LINES, ids=lambda case: case["what"])
def test_lines(case):
    assert joined(case["lines"]) == case["paragraphs"]


@given(st.lists(st.text(alphabet="あ市a 1　。-", max_size=50), max_size=8))
def test_no_character_of_a_page_is_lost(lines):
    def visible(text):
        return "".join(text.split())

    assert visible("".join(joined(lines))) == visible("".join(lines))


def test_radicals_become_the_kanji_that_were_written():
    assert as_kanji("令和７年１２⽉２⽇の⻑野⺠⽣部⾧") == "令和７年１２月２日の長野民生部長"


@given(st.text())
def test_other_characters_stay(text):
    kept = "".join(one for one in text if not "\u2e80" <= one <= "\u2fdf")
    assert as_kanji(kept) == kept
    assert all(unicodedata.name(one, "").startswith("CJK UNIFIED") for one in as_kanji("⼀⼆⼈⾦"))


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("【取扱注意】", "取扱注意"),
        ("　部　外　秘", "部外秘"),
        ("（秘）", "秘"),
        ("CONFIDENTIAL", "CONFIDENTIAL"),
        ("取扱注意の資料の管理について", ""),
        ("公開の原則", ""),
    ],
)
def test_a_line_that_is_a_mark_of_secrecy(line, mark):
    text = PaperText("pdf", (PaperPart(1, (Paragraph(1, "第1回会議"), Paragraph(2, line))),))
    assert restricted_mark(text) == mark


def test_a_mark_in_a_header_may_stand_beside_other_words():
    assert (mark_among("第3号 【議員限り】 － 1 －"), mark_among("第3号 議員限りなく")) == ("議員限り", "")


def test_words_come_back_from_the_shelf_as_they_were():
    marks = (Mark(0, 1, MarkKind.RUBY, "し"), Mark(1, 1, MarkKind.WITHHELD))
    table = Table(2, (Row((Cell((Paragraph(2, "a"), Table(3, ())), 2, 3),), header=True),))
    text = PaperText(
        "docx",
        (
            PaperPart(1, (Paragraph(1, "市税", marks, 2, "note"), table)),
            PaperPart(2, (), "表", readable=False),
        ),
    )
    assert unpack(pack(text)) == text
    assert text.text == "市税\na"
