"""Blanks that stand for withdrawn words are marked where the speech notes a withdrawal, and nowhere else."""

from __future__ import annotations

import pytest
from minutes_outline import read, text_of

from council.text.blocks import MarkKind, paragraphs

NOTE = "（　　部分後日発言取消あり）"


@pytest.mark.parametrize(
    ("lines", "marked"),
    [
        ("それは　　　　　　であります。" + NOTE, ["　　　　　　"]),
        ("それは　　　　であり、また　　　であります。" + NOTE, ["　　　　", "　　　"]),
        ("それは　　　　　　であります。\n　終わります。\n　" + NOTE, ["　　　　　　"]),
        ("それは　　　であります。\n　また　　　　であります。\n　" + NOTE, []),
        ("それは　　　　　　であります。", []),
        ("申します。\n　　　　　　題名\n　数字は　１２　です。" + NOTE, []),
        ("発言の取消しを認めます。　　　　よろしいですか。", []),
        ("よろしくお願いします。" + NOTE, []),
    ],
)
def test_only_the_gap_of_a_noted_withdrawal_is_marked(lines: str, marked: list[str]):
    meeting = read(
        f"令和8年第1回定例会会議録\n○１番（山野太郎君）　{lines}\n○議長（海原一君）　次に　　　移ります。"
    ).value
    first, second = meeting.debate
    found = [
        paragraph.text[mark.start : mark.end]
        for speech in (first, second)
        for paragraph in paragraphs(speech.blocks)
        for mark in paragraph.marks
        if mark.kind is MarkKind.REDACTED
    ]
    assert found == marked
    assert text_of(first) == lines
