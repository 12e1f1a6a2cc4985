"""List numbers come out as Word prints them, in the formats councils use, through lists, levels and styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from build_word import DECLARATION, NAMESPACES, paragraph, run, word_parts, write_parts

from council.read.docx import read_word
from council.read.docx.counting import counted, padded
from council.text.blocks import paragraphs

if TYPE_CHECKING:
    from pathlib import Path

    from council.diagnostics import Outcome
    from council.read.documents import WordDocument


@pytest.mark.parametrize(
    ("number_format", "values"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {1: "１", 20: "２０"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("ideographEnclosedCircle", {1: "㈠", 10: "㈩"}),
        (
            "japaneseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 105: "百五", 1234: "千二百三十四", 20000: "二万"},
        ),
        ("japaneseLegal", {1: "壱", 12: "壱拾弐", 20: "弐拾"}),
        ("ideographDigital", {1: "一", 10: "一〇", 25: "二五"}),
        ("aiueo", {1: "ｱ", 46: "ﾝ", 47: "ｱ"}),
        ("aiueoFullWidth", {1: "ア", 5: "オ", 6: "カ"}),
        ("iroha", {1: "ｲ", 3: "ﾊ"}),
        ("irohaFullWidth", {1: "イ", 2: "ロ", 3: "ハ", 47: "ス", 48: "ン", 49: "イ"}),
        ("ideographTraditional", {1: "甲", 2: "乙", 11: "甲"}),
        ("ideographZodiac", {1: "子"}),
        ("ideographZodiacTraditional", {1: "甲子", 2: "乙丑"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa"}),
        ("upperLetter", {2: "B"}),
        ("lowerRoman", {4: "iv", 1999: "mcmxcix"}),
        ("upperRoman", {9: "IX"}),
        ("ordinal", {1: "1st", 11: "11th", 22: "22nd"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
        ("thaiLetters", {1: None}),
    ],
)
def test_a_number_is_written_in_the_format_of_its_list(number_format: str, values: dict[int, str | None]):
    assert {value: counted(value, number_format) for value in values} == values


@pytest.mark.parametrize(
    "number_format",
    ["decimal", "japaneseCounting", "japaneseLegal", "lowerRoman", "lowerLetter", "aiueo", "iroha", "ordinal"],
)
def test_no_number_is_too_large_or_too_small(number_format: str):
    assert all(counted(value, number_format) is not None for value in (0, 1, 46, 48, 4000, 10**8, 10**12))
    assert counted(-1, number_format) is None


def test_a_custom_format_is_its_first_members_written_out():
    assert padded(7, "001, 002, 003, ...") == "007"
    assert padded(7, "あ, い") is None


def level(number: int, number_format: str, text: str, more: str = "") -> str:
    """Return a w:lvl."""
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def item(text: str, number: int = 1, depth: int = 0, more: str = "") -> str:
    """Return a paragraph in a list."""
    return paragraph(run(text), f'{more}<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def lists(levels: str, nums: str = "") -> str:
    """Return a numbering part with one list; ``nums`` are more w:num of it."""
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}'


def read(path: Path, body: str, numbering: str, styles: str = "") -> Outcome[WordDocument | None]:
    """Read a document with this numbering part and these styles more."""
    parts = word_parts(body)
    parts["word/numbering.xml"] = f"{DECLARATION}<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", f"{styles}</w:styles>")
    return read_word(write_parts(path / "a.docx", parts), "a.docx")


def texts(outcome: Outcome[WordDocument | None]) -> list[str]:
    """Return the paragraphs' texts."""
    assert outcome.value is not None
    return [one.text for one in paragraphs(outcome.value.blocks)]


def test_levels_count_below_each_other_and_begin_anew(tmp_path: Path):
    levels = (
        level(0, "japaneseCounting", "第%1", '<w:suff w:val="space"/>')
        + level(1, "decimalFullWidth", "（%2）", '<w:suff w:val="nothing"/>')
        + level(2, "aiueoFullWidth", "%1の%3")
    )
    body = "\n".join(
        [
            item("総則"),
            item("目的", depth=1),
            item("定義", depth=1),
            item("細目", depth=2),
            item("議員"),
            item("定数", depth=1),
        ]
    )
    assert texts(read(tmp_path, body, lists(levels))) == [
        "第一 総則",
        "（１）目的",
        "（２）定義",
        "一のア\t細目",
        "第二 議員",
        "（１）定数",
    ]


def test_lists_of_one_definition_count_on_unless_they_begin_anew(tmp_path: Path):
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    body = "\n".join([item("甲", 1), item("乙", 2), item("丙", 3), item("丁", 3), item("外", 0), item("無", 99)])
    assert texts(read(tmp_path, body, lists(level(0, "decimal", "%1."), again))) == [
        "1.\t甲",
        "2.\t乙",
        "5.\t丙",
        "6.\t丁",
        "外",
        "無",
    ]


def test_a_list_that_never_restarts_and_legal_numbers(tmp_path: Path):
    levels = level(0, "upperRoman", "%1") + level(1, "decimal", "%1-%2", '<w:isLgl/><w:lvlRestart w:val="0"/>')
    body = "\n".join([item("a"), item("b", depth=1), item("c"), item("d", depth=1)])
    assert texts(read(tmp_path, body, lists(levels))) == ["I\ta", "1-1\tb", "II\tc", "2-2\td"]


def test_a_style_gives_its_paragraphs_a_number(tmp_path: Path):
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="below"><w:basedOn w:val="base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = level(0, "decimal", "第%1条") + level(1, "decimal", "%2項")
    body = "\n".join(paragraph(run("文"), f'<w:pStyle w:val="{style}"/>') for style in ("base", "below", "base"))
    assert texts(read(tmp_path, body, lists(levels), styles)) == ["第1条\t文", "1項\t文", "第2条\t文"]


def test_a_list_level_kept_for_a_style_is_found_by_it(tmp_path: Path):
    styles = (
        '<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)", '<w:pStyle w:val="h2"/>')
    assert texts(read(tmp_path, paragraph(run("文"), '<w:pStyle w:val="h2"/>'), lists(levels), styles)) == ["a)\t文"]


def test_a_definition_kept_in_a_list_style_is_found(tmp_path: Path):
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="議会"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="議会"/>{level(0, "irohaFullWidth", "%1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert texts(read(tmp_path, item("文"), numbering)) == ["イ\t文"]


def test_a_format_nobody_knows_is_reported_and_no_number_is_invented(tmp_path: Path):
    outcome = read(tmp_path, item("文"), lists(level(0, "thaiLetters", "%1.")))
    assert texts(outcome) == ["文"]
    assert [one.rule.name for one in outcome.findings] == ["unknown-numbering"]


def test_bullets_of_symbol_fonts_are_the_signs_that_are_printed(tmp_path: Path):
    bullet = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    levels = level(0, "bullet", "\uf06c").replace("</w:lvl>", f"{bullet}</w:lvl>") + level(
        1, "bullet", "\uf041"
    ).replace("</w:lvl>", f"{bullet.replace('Wingdings', 'Webdings')}</w:lvl>")
    outcome = read(tmp_path, item("文") + "\n" + item("次", depth=1), lists(levels))
    assert texts(outcome) == ["●\t文", "〓\t次"]
    assert [one.rule.name for one in outcome.findings] == ["unknown-symbol"]


def test_an_empty_hidden_paragraph_takes_no_number(tmp_path: Path):
    gone = item("", more="").replace("</w:pPr>", "<w:rPr><w:vanish/></w:rPr></w:pPr>")
    assert texts(read(tmp_path, "\n".join([item("一"), gone, item("二")]), lists(level(0, "decimal", "%1.")))) == [
        "1.\t一",
        "",
        "2.\t二",
    ]


def test_a_custom_format_of_newer_word_is_written(tmp_path: Path):
    newer = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    levels = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{newer}<w:lvlText w:val="%1"/></w:lvl>'
    assert texts(read(tmp_path, item("文"), lists(levels))) == ["001\t文"]


@pytest.mark.parametrize(
    "damage",
    [
        '<w:numId w:val="x"/>',
        '<w:ilvl w:val="99"/><w:numId w:val="1"/>',
        '<w:ilvl w:val="-1"/><w:numId w:val="1"/>',
        "",
    ],
)
def test_a_damaged_list_place_is_no_list(damage: str, tmp_path: Path):
    body = paragraph(run("文"), f"<w:numPr>{damage}</w:numPr>")
    assert texts(read(tmp_path, body, lists(level(0, "decimal", "%1.")))) == ["文"]
