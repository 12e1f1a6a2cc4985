"""Corrections of minutes: words put right where the place holds them, withdrawn words gone, everything else untouched."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from case_files import case_files, load, told
from corrections_desk import MINUTES, errata, meeting_of, paragraphs_of, row, rows_of, sha256, told_of, with_marks
from hypothesis import given
from hypothesis import strategies as st

from council.corrections import Corrected, correct_minutes
from council.corrections.folding import folded
from council.diagnostics import Outcome
from council.read.documents import WordDocument
from council.rules import corrections as rules
from council.text.blocks import Cell, MarkKind, Paragraph, Row, Table, paragraphs

WORDS = st.text(st.sampled_from("あいう山川、。○（） 　1２\n"), min_size=1, max_size=40)


def corrected(blocks, rows) -> Outcome[Corrected[WordDocument]]:
    document = WordDocument(MINUTES, "", tuple(blocks))
    return correct_minutes(document, meeting_of(paragraphs(blocks)), errata(rows, MINUTES))


@pytest.mark.parametrize("path", case_files("corrections_words"), ids=lambda path: path.stem)
def test_words(path: Path):
    case = load(path)
    made = corrected(paragraphs_of(case), rows_of(case, MINUTES))
    assert [with_marks(one) for one in paragraphs(made.value.value.blocks)] == case["text"]
    assert told_of(made.value.matched) == case["shown"]
    assert sorted(made.value.hidden) == sorted(case.get("hidden", []))
    assert told(made.findings) == case.get("findings", [])


@pytest.mark.parametrize("path", case_files("corrections_words"), ids=lambda path: path.stem)
def test_nothing_of_a_withdrawal_is_left_in_what_may_be_shown_or_said(path: Path):
    case = load(path)
    made = corrected(paragraphs_of(case), rows_of(case, MINUTES))
    for shown in made.value.matched:
        if shown.kind in ("withdrawn", "personal"):
            assert (shown.place, shown.was, shown.now) == ("", "", "")
    said = "".join(found.message("ja") + found.help("ja") + str(found.location) for found in made.findings)
    assert [words for words in made.value.hidden if words in said] == []


def test_words_in_tables_of_the_minutes_are_found_as_well():
    cell = Cell((Paragraph(1, "議案第１号　駅前広場条令"),))
    made = corrected(
        (Table(1, (Row((cell, cell)), Row((Cell((Paragraph(3, "○議長(森川一郎君)　開きます。"),)),)))),),
        (row(2, MINUTES, kind="proof", place="¶3", was="開きます", now="開会します"),),
    )
    texts = [with_marks(one) for one in paragraphs(made.value.value.blocks)]
    assert texts[2] == "○議長(森川一郎君)　[corrected c-2|開会します]。"
    assert texts[:2] == ["議案第１号　駅前広場条令"] * 2


def test_a_document_without_corrections_is_the_same_document():
    document = WordDocument(MINUTES, "", (Paragraph(1, "○議長(森川一郎君)　開きます。"),))
    assert (
        correct_minutes(document, meeting_of(paragraphs(document.blocks)), errata((), MINUTES)).value.value is document
    )


@given(WORDS, WORDS, WORDS)
def test_withdrawn_words_are_gone_and_all_others_stay(before: str, words: str, after: str):
    text = before + "鷽" + words + "鷽" + after
    (paragraph,) = corrected(
        (Paragraph(1, text),), (row(2, MINUTES, kind="withdrawn", was=f"鷽{words}鷽"),)
    ).value.value.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == before + "〔発言取消〕" + after
    assert [(mark.start, mark.end, mark.kind) for mark in paragraph.marks] == [
        (len(before), len(before) + 6, MarkKind.REDACTED)
    ]


@given(WORDS, WORDS, st.data())
def test_a_hash_finds_any_stretch_of_a_short_speech(before: str, after: str, data: st.DataObject):
    text = f"○議長(森川一郎君)　{before}。{after}"
    start = data.draw(st.integers(11, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    made = corrected((Paragraph(1, text),), (row(2, MINUTES, kind="withdrawn", place="○議長", was=sha256(words)),))
    (paragraph,) = made.value.value.blocks
    assert isinstance(paragraph, Paragraph)
    assert made.findings == ()
    assert words in made.value.hidden
    assert words not in paragraph.text or len(words) < 4  # what is left may join to a few such letters again


@given(WORDS, WORDS)
def test_what_is_found_folded_says_the_same_and_what_stands_there_is_found(text: str, words: str):
    spans = folded(text + words + text).find(words)
    squeezed = "".join(words.split())
    assert bool(spans) == bool(squeezed)
    for span in spans:
        assert folded((text + words + text)[span.start : span.end]).text == folded(words).text


def test_half_a_letter_is_not_found():
    assert folded("がっこう").find("か") == ()
    assert folded("か\u3099っこう").find("か") == ()
    assert len(folded("か\u3099っこう").find("が")) == 1


def test_words_of_a_long_sitting_are_found_by_their_hash_in_good_time():
    speech = (
        "本日の議案について、市の考えを順に申し上げます。まず、駅前の広場でありますが、来年度の完成を見込んでおります。"
    )
    blocks = [Paragraph(number, f"○市長(小林美咲君)　{number}番目に、{speech * 4}") for number in range(1, 330)]
    blocks[200] = Paragraph(201, f"○市長(小林美咲君)　{speech}ところで、山雀と申しましたが、続けます。")
    began = time.process_time()
    made = corrected(blocks, (row(2, MINUTES, kind="withdrawn", was=sha256("山雀と申しましたが")),))
    assert made.value.hidden == ("山雀と申しましたが",)
    assert time.process_time() - began < 10


def test_the_finding_of_a_lost_withdrawal_stands_at_the_minutes_and_leads_to_its_row():
    made = corrected(
        (Paragraph(1, "○議長(森川一郎君)　開きます。"),), (row(7, MINUTES, kind="withdrawn", was="河烏の控え"),)
    )
    (found,) = made.findings
    assert found.rule is rules.WITHDRAWAL_NOT_FOUND
    assert str(found.location) == MINUTES
    assert "votes/corrections.csv:7" in found.message("ja")
