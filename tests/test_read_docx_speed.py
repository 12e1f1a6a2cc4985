"""Every style is worked out once, however long the sitting."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from build_word import build_word, paragraph, run

from council.read.docx import read_word
from council.read.docx.styles import ParagraphStyle, StyleSheet

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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
