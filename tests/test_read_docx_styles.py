"""Styles say what a paragraph is and whether its words can be seen; they are followed as Word follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from build_word import NAMESPACES, paragraph, run, word_parts, write_parts

from council.read.docx import read_word
from council.text.blocks import paragraphs

if TYPE_CHECKING:
    from pathlib import Path

    from council.diagnostics import Outcome
    from council.read.documents import WordDocument


def style(style_id: str, content: str, kind: str = "paragraph", based_on: str = "") -> str:
    """Return a w:style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{base}{content}</w:style>'


def read(path: Path, body: str, styles: str) -> Outcome[WordDocument | None]:
    """Read a document with these styles more."""
    parts = word_parts(body)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", f"{styles}</w:styles>")
    return read_word(write_parts(path / "a.docx", parts), "a.docx")


def levels(outcome: Outcome[WordDocument | None]) -> list[int | None]:
    """Return the paragraphs' outline levels."""
    assert outcome.value is not None
    return [one.level for one in paragraphs(outcome.value.blocks)]


def seen(outcome: Outcome[WordDocument | None]) -> tuple[list[str], list[str]]:
    """Return the paragraphs that have words, and the names of the findings."""
    assert outcome.value is not None
    return [one.text for one in paragraphs(outcome.value.blocks) if one.text], [
        one.rule.name for one in outcome.findings
    ]


def styled(text: str, style_id: str, more: str = "") -> str:
    """Return a paragraph in a style."""
    return paragraph(run(text), f'<w:pStyle w:val="{style_id}"/>{more}')


def test_outline_levels_come_through_the_style_chain_and_can_be_taken_back(tmp_path: Path):
    styles = (
        style("top", '<w:name w:val="日程"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + style("under", "", based_on="top")
        + style("named", '<w:name w:val="見出し 3"/>')
        + style("circle", "", based_on="round")
        + style("round", "", based_on="circle")
    )
    body = "\n".join(
        [
            styled("日程第１", "under"),
            styled("見出し", "named"),
            styled("本文", "under", '<w:outlineLvl w:val="9"/>'),
            styled("本文", "circle"),
            styled("本文", "ない"),
        ]
    )
    assert levels(read(tmp_path, body, styles)) == [2, 3, None, None, None]


def test_a_hidden_paragraph_style_hides_and_a_run_can_take_it_back(tmp_path: Path):
    styles = style("hid", "<w:rPr><w:vanish/></w:rPr>") + style("under", "", based_on="hid")
    shown = paragraph(run("見せる", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="under"/>')
    assert seen(read(tmp_path, styled("秘密", "under") + "\n" + shown, styles)) == (["見せる"], ["hidden-text"])


def test_two_styles_that_both_hide_cancel_out_as_in_word(tmp_path: Path):
    styles = style("hid", "<w:rPr><w:vanish/></w:rPr>")
    body = paragraph(run("二重", '<w:rStyle w:val="secret"/>'), '<w:pStyle w:val="hid"/>')
    assert seen(read(tmp_path, body, styles)) == (["二重"], [])


@pytest.mark.parametrize(
    ("properties", "rule"),
    [
        ('<w:color w:val="FFFFFF"/>', "invisible-colour"),
        ('<w:sz w:val="2"/>', "tiny-text"),
        ("<w:dstrike/>", "struck-text"),
    ],
)
def test_a_character_style_conceals_too(properties: str, rule: str, tmp_path: Path):
    body = paragraph(run("秘密", '<w:rStyle w:val="c"/>') + run("本文"))
    assert seen(read(tmp_path, body, style("c", f"<w:rPr>{properties}</w:rPr>", kind="character"))) == (
        ["本文"],
        [rule],
    )


TABLE_STYLE = style(
    "dark",
    '<w:rPr><w:sz w:val="20"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>',
    kind="table",
)


def dark_table(look: str, properties: str = "") -> str:
    """Return a table of two rows in a style whose first row is white on dark blue."""
    rows = "".join(f"<w:tr><w:tc>{paragraph(run(text, properties))}</w:tc></w:tr>" for text in ("議案", "議案第１号"))
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="dark"/>{look}</w:tblPr>{rows}</w:tbl>'


@pytest.mark.parametrize("look", ['<w:tblLook w:val="0020"/>', '<w:tblLook w:val="0000" w:firstRow="1"/>'])
def test_white_words_in_the_dark_heading_row_of_a_table_style_are_seen(look: str, tmp_path: Path):
    assert seen(read(tmp_path, dark_table(look), TABLE_STYLE)) == (["議案", "議案第１号"], [])


def test_white_words_outside_the_dark_row_are_not(tmp_path: Path):
    outcome = read(tmp_path, dark_table('<w:tblLook w:val="0020"/>', '<w:color w:val="FFFFFF"/>'), TABLE_STYLE)
    assert seen(outcome) == (["議案"], ["invisible-colour"])


def test_a_missing_style_sheet_hides_nothing(tmp_path: Path):
    parts = word_parts("本文\n# 見出し")
    del parts["word/styles.xml"]
    outcome = read_word(write_parts(tmp_path / "a.docx", parts), "a.docx")
    assert seen(outcome) == (["本文", "見出し"], [])


@pytest.mark.parametrize(
    ("properties", "rule"),
    [
        ("<w:vanish/>", "hidden-text"),
        ('<w:color w:val="FFFFFF"/>', "invisible-colour"),
        ('<w:sz w:val="8"/>', "tiny-text"),
        ("<w:strike/>", "struck-text"),
    ],
)
@pytest.mark.parametrize("kind", ["character", "table"])
def test_a_default_style_holds_for_words_that_name_none(kind: str, properties: str, rule: str, tmp_path: Path):
    styles = style("default", f"<w:rPr>{properties}</w:rPr>", kind).replace("<w:style ", '<w:style w:default="1" ')
    _, rules = seen(read(tmp_path, "| 秘密 |", styles))
    assert rules == [rule]


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'


@pytest.mark.parametrize("place", ["tblPr", "tcPr", "pPr"])
def test_white_words_on_the_dark_shading_of_a_table_style_are_seen(place: str, tmp_path: Path):
    styles = style("dark", f"<w:rPr>{WHITE}</w:rPr><w:{place}>{DARK}</w:{place}>", "table")
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="dark"/></w:tblPr><w:tr><w:tc>{paragraph(run("議案"))}</w:tc></w:tr></w:tbl>'
    assert seen(read(tmp_path, body, styles)) == (["議案"], [])


def test_white_words_in_a_white_cell_of_a_dark_table_are_not(tmp_path: Path):
    white_cell = '<w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr>'
    body = (
        f"<w:tbl><w:tblPr>{DARK}</w:tblPr><w:tr><w:tc>{white_cell}{paragraph(run('秘密', WHITE))}</w:tc></w:tr></w:tbl>"
    )
    assert seen(read(tmp_path, body, "")) == ([], ["invisible-colour"])


@pytest.mark.parametrize(
    ("settings", "expected"),
    [("<w:displayBackgroundShape/>", (["白い文字"], [])), ("", ([], ["invisible-colour"]))],
)
def test_white_words_on_a_dark_page_are_seen_where_word_paints_the_page(
    settings: str, expected: tuple[list[str], list[str]], tmp_path: Path
):
    parts = word_parts("{white 白い文字}")
    body = parts["word/document.xml"].replace("<w:body>", '<w:background w:color="1F3864"/><w:body>')
    relation = '<Relationship Id="s" Type="http://x/settings" Target="settings.xml"/></Relationships>'
    parts |= {
        "word/document.xml": body,
        "word/settings.xml": parts["word/styles.xml"].split("<w:styles")[0]
        + f"<w:settings {NAMESPACES}>{settings}</w:settings>",
        "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace("</Relationships>", relation),
    }
    assert seen(read_word(write_parts(tmp_path / "a.docx", parts), "a.docx")) == expected


def test_a_tracked_change_to_another_style_is_unsettled_where_the_former_one_hid_the_words(tmp_path: Path):
    styles = style("hid", "<w:rPr><w:vanish/></w:rPr>")
    change = '<w:pPrChange w:id="1" w:author="佐藤"><w:pPr><w:pStyle w:val="{}"/></w:pPr></w:pPrChange>'
    assert seen(read(tmp_path, paragraph(run("文"), change.format("hid")), styles)) == (["文"], ["tracked-visibility"])
    assert seen(read(tmp_path, paragraph(run("文"), change.format("1")), styles)) == (["文"], ["tracked-formatting"])


def test_styles_based_on_each_other_are_read_as_the_first_one_met(tmp_path: Path):
    styles = style("one", "<w:rPr><w:vanish/></w:rPr>", based_on="two") + style("two", "", based_on="one")
    body = "\n".join((styled("秘密", "one"), styled("秘密", "two")))
    assert seen(read(tmp_path, body, styles)) == ([], ["hidden-text", "hidden-text"])
