"""What stands around the text is reported, not published; places lead a person back into Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_word import build_word, word_parts, write_parts

from council.read.docx import read_word
from council.rules import word_hidden, word_unread

if TYPE_CHECKING:
    from pathlib import Path

    from council.diagnostics import Finding


def findings(path: Path) -> list[Finding]:
    """Return the findings of a file."""
    return list(read_word(path, "minutes_src/第1号.docx").findings)


def test_headers_and_footers_are_noted_with_their_words_but_not_their_hidden_ones(tmp_path: Path):
    path = build_word(tmp_path / "a.docx", "本文", header="汐路市議会{hidden 秘密}　会議録", footer="{hidden 秘密}")
    outcome = read_word(path, "a.docx")
    assert [(one.rule, dict(one.values)) for one in outcome.findings] == [
        (word_unread.HEADER_FOOTER, {"text": "汐路市議会 会議録"})
    ]
    assert "会議録" not in repr(outcome.value)


def test_a_finding_names_paragraph_heading_and_words(tmp_path: Path):
    text = "表紙\n△日程第１　会議録署名議員の指名\n　　○議長（山田太郎君）　本日の署名議員を指名します。{hidden 秘密}"
    (finding,) = findings(build_word(tmp_path / "a.docx", text))
    place = finding.location
    assert (str(place), place.heading, place.words) == (
        "minutes_src/第1号.docx:¶3",
        "△日程第１　会議録署名議員の指名",
        "○議長（山田太郎君）　本",
    )


def test_paragraphs_in_tables_boxes_and_notes_are_counted_in_reading_order(tmp_path: Path):
    text = "一\n| 二 | 三{textbox 四} |\n五{footnote 七}\n六{hidden 秘密}"
    (finding,) = findings(build_word(tmp_path / "a.docx", text))
    assert finding.location.paragraph == 6


def test_private_characters_are_named_once_a_paragraph_and_kept(tmp_path: Path):
    outcome = read_word(build_word(tmp_path / "a.docx", "○\ue000田（\ue001\ue000）君"), "a.docx")
    assert outcome.value is not None
    assert outcome.value.blocks[0].text == "○\ue000田（\ue001\ue000）君"  # type: ignore[union-attr]
    assert [dict(one.values) for one in outcome.findings] == [{"codes": "U+E000 U+E001"}]


def test_note_numbers_that_restart_are_counted_through_and_noted(tmp_path: Path):
    parts = word_parts("一{footnote 甲}\n二{footnote 乙}")
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "<w:sectPr>",
        '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalFullWidth"/><w:numRestart w:val="eachPage"/></w:footnotePr>',
    )
    outcome = read_word(write_parts(tmp_path / "a.docx", parts), "a.docx")
    assert [one.rule for one in outcome.findings] == [word_unread.NOTE_NUMBERS]


def test_a_note_with_its_own_mark_is_not_counted(tmp_path: Path):
    parts = word_parts("一{footnote 甲}二{footnote 乙}")
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>※</w:t>'
    )
    outcome = read_word(write_parts(tmp_path / "a.docx", parts), "a.docx")
    assert outcome.value is not None
    assert [block.text for block in outcome.value.blocks] == ["一※二¹", "甲", "¹乙"]  # type: ignore[union-attr]


def test_unsettled_changes_in_a_note_are_found(tmp_path: Path):
    parts = word_parts("一{footnote 甲}")
    parts["word/footnotes.xml"] = parts["word/footnotes.xml"].replace(
        "</w:p>", '<w:ins w:author="佐藤"><w:r><w:t>追加</w:t></w:r></w:ins></w:p>'
    )
    (finding,) = findings(write_parts(tmp_path / "a.docx", parts))
    assert (finding.rule, finding.location.paragraph) == (word_hidden.TRACKED_INSERTION, 2)


def test_a_watermark_is_noted_like_a_header(tmp_path: Path):
    parts = word_parts("本文", header="頭")
    mark = '<w:r><w:pict><v:shape><v:textpath string="未定稿"/></v:shape></w:pict></w:r></w:p>'
    parts["word/header1.xml"] = parts["word/header1.xml"].replace("</w:p>", mark)
    (finding,) = findings(write_parts(tmp_path / "a.docx", parts))
    assert dict(finding.values) == {"text": "頭 未定稿"}


def test_whole_paragraphs_in_an_unsettled_change_are_found(tmp_path: Path):
    text = (
        '一\n<w:del w:author="佐藤"><w:p><w:r><w:t>秘密</w:t></w:r></w:p></w:del>\n'
        '<w:ins w:author="鈴木"><w:p><w:r><w:t>二</w:t></w:r></w:p></w:ins>'
    )
    outcome = read_word(build_word(tmp_path / "a.docx", text), "a.docx")
    assert [one.rule for one in outcome.findings] == [word_hidden.TRACKED_DELETION, word_hidden.TRACKED_INSERTION]
    assert "秘密" not in repr(outcome)
