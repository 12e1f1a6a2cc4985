"""Every style is worked out once, however long the sitting; no small file keeps the reader busy."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from build_word import build_word, paragraph, run, word_parts, write_parts

from council.read.docx import read_word
from council.read.docx.styles import ParagraphStyle, StyleSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SENTENCE = "　本市の令和７年度一般会計補正予算案について、まず歳入のうち市税の見込みを伺います。"
FONT = '<w:rFonts w:hint="eastAsia"/><w:sz w:val="22"/>'


def long_sitting(path: Path) -> Path:
    """Write a sitting of 80,000 characters as Word saves it: each sentence in several runs, each with its font."""
    pieces = [SENTENCE[place : place + 14] for place in range(0, len(SENTENCE), 14)]
    line = paragraph("".join(run(piece, FONT) for piece in pieces), '<w:pStyle w:val="a"/>')
    return build_word(path, "\n".join([line] * (80_000 // len(SENTENCE))))


def test_a_style_is_worked_out_once_however_many_paragraphs_have_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked: Counter[str | None] = Counter()
    read = StyleSheet._read_paragraph

    def counted(self: StyleSheet, style_id: str | None) -> ParagraphStyle:
        asked[style_id] += 1
        return read(self, style_id)

    monkeypatch.setattr(StyleSheet, "_read_paragraph", counted)
    read_word(long_sitting(tmp_path / "a.docx"), "a.docx")
    assert asked == {"a": 1}


SECONDS = 2.0  # of the processor


def chained(kind: str, naming: str) -> dict[str, str]:
    """Return a file of 3,000 paragraphs, each in a style of its own that is based on the one before."""
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="s{number}"><w:basedOn w:val="s{number - 1}"/><w:rPr><w:b/></w:rPr></w:style>'
        for number in range(3000)
    )
    parts = word_parts("\n".join(naming.format(f"s{number}") for number in range(3000)))
    return parts | {"word/styles.xml": parts["word/styles.xml"].replace("</w:styles>", f"{styles}</w:styles>")}


def long_number() -> dict[str, str]:
    """Return a file whose list number is a hundred thousand characters long."""
    parts = word_parts("\n".join(["+ 項"] * 2000))
    return parts | {"word/numbering.xml": parts["word/numbering.xml"].replace('"%1."', f'"{"%1" * 50_000}"')}


def one_paragraph(pieces: Iterator[str]) -> dict[str, str]:
    return word_parts(paragraph("".join(pieces)))


SMALL_FILES = {
    "paragraph styles": lambda: chained(
        "paragraph", '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>'
    ),
    "character styles": lambda: chained(
        "character", '<w:p><w:r><w:rPr><w:rStyle w:val="{}"/></w:rPr><w:t>文</w:t></w:r></w:p>'
    ),
    "a list number": long_number,
    "tracked changes": lambda: one_paragraph(
        f'{run("文")}<w:ins w:id="1" w:author="佐{number}">{run("文")}</w:ins>' for number in range(20_000)
    ),
    "hidden runs": lambda: one_paragraph(
        f"{run(f'文{number}')}{run(f'秘密{number * number}', '<w:vanish/>')}" for number in range(20_000)
    ),
    "formatting": lambda: one_paragraph(
        run("文", f'<w:rPrChange w:id="{number}" w:author="佐{number}"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')
        for number in range(10_000)
    ),
}


@pytest.mark.parametrize("parts", SMALL_FILES.values(), ids=SMALL_FILES)
def test_no_small_file_keeps_the_reader_busy(parts: Callable[[], dict[str, str]], tmp_path: Path):
    path = write_parts(tmp_path / "a.docx", parts())
    began = time.process_time()
    assert read_word(path, "a.docx").value is not None
    assert time.process_time() - began < SECONDS


def test_a_list_number_longer_than_word_takes_is_left_out_and_said(tmp_path: Path):
    outcome = read_word(write_parts(tmp_path / "a.docx", long_number()), "a.docx")
    assert {found.rule.name for found in outcome.findings} == {"unknown-numbering"}
