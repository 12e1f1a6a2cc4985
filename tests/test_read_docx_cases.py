"""Word text in, blocks and findings out: each file in cases/docx says one thing about Word and shows it.

A case is a sentence, the document in the words of `build_word`, and what is read of it. ``⇥`` is a tab, ``⏎`` a line
break; ``¶2 #1`` is a heading of level 1; ``{ruby 0-2 やまだ}`` is a mark on the characters 0 to 2; ``!`` is a finding.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from build_word import build_word

from council.read.docx import read_word
from council.text.blocks import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from council.diagnostics import Finding
    from council.text.blocks import Block

CASES = sorted((Path(__file__).parent / "cases" / "docx").glob("*.txt"))


def sections(case: Path) -> tuple[str, str]:
    """Return the document and the expectation of a case."""
    _sentence, document, expected = case.read_text(encoding="utf-8").split("\n====\n")
    return document, expected.strip("\n")


def shown(text: str) -> str:
    """Return the text with its tabs and line breaks to be seen."""
    return text.replace("\t", "⇥").replace("\n", "⏎")


def block_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Write blocks as a case shows them."""
    for block in blocks:
        match block:
            case Paragraph(number, text, marks, level, origin):
                head = f"¶{number}" + (f" #{level}" if level else "") + ("" if origin == "body" else f" [{origin}]")
                said = "".join(f" {{{mark.kind} {mark.start}-{mark.end} {mark.value}".rstrip() + "}" for mark in marks)
                yield f"{head} {shown(text)}{said}".rstrip(" ")
            case Table(number, rows):
                yield f"¶{number} table"
                for row in rows:
                    cells = [
                        f"{shown(cell.text)}"
                        + ("" if (cell.columns, cell.rows) == (1, 1) else f" ({cell.columns}×{cell.rows})")
                        for cell in row.cells
                    ]
                    yield f"|{'#' if row.header else ''} {' | '.join(cells)} |"


def finding_line(finding: Finding) -> str:
    """Write a finding as a case shows it."""
    values = "".join(f" {name}={shown(value)}" for name, value in finding.values)
    place = finding.location
    paragraph = "" if place.paragraph is None else f" ¶{place.paragraph}"
    return f"! {finding.rule.code} {finding.rule.name}{paragraph}{values}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_document_reads_as_the_case_says(case: Path, tmp_path: Path):
    document, expected = sections(case)
    outcome = read_word(build_word(tmp_path / "第1号.docx", document), "minutes_src/第1号.docx")
    assert outcome.value is not None
    read = [*block_lines(outcome.value.blocks), *(finding_line(one) for one in outcome.findings)]
    assert "\n".join(read) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_words_that_are_withheld_are_in_no_block_and_no_finding(case: Path, tmp_path: Path):
    # in every case such words say 秘密
    document, _expected = sections(case)
    outcome = read_word(build_word(tmp_path / "第1号.docx", document), "minutes_src/第1号.docx")
    assert "秘密" not in repr(outcome)


def test_there_are_cases():
    assert len(CASES) > 20
