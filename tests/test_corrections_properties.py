"""Whatever a list of corrections says of whatever stands in the files: nothing breaks, and nothing withdrawn is left."""

from __future__ import annotations

from corrections_desk import MINUTES, errata, meeting_of, row
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from council.corrections import TargetFiles, correct_minutes, correct_tables, plan_corrections, without_words
from council.corrections.folding import fold
from council.diagnostics import Outcome
from council.parse.corrections import KINDS
from council.read.documents import Grid, GridRow, WordDocument
from council.text.blocks import Mark, MarkKind, Paragraph, paragraphs

LETTERS = "あかが山川123１２、。○◆（）取消し　 \n\u3099髙"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=25)
PLACES = st.one_of(TEXTS, st.sampled_from(["¶1", "¶99", "1:1", "B2", "9:9", "（　　部分後日発言取消あり）"]))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(sorted(set(KINDS.values()))), PLACES, st.one_of(TEXTS, st.just("sha256:" + "0" * 64)), TEXTS
    ),
    max_size=4,
)


def rows_of(drawn, target):
    return [
        row(line, target, kind=kind, place=place, was=was, now=now)
        for line, (kind, place, was, now) in enumerate(drawn, 2)
    ]


@given(
    st.lists(st.one_of(TEXTS, TEXTS.map(lambda text: "○" + text)), min_size=1, max_size=6),
    ROWS,
    st.lists(
        st.tuples(
            st.integers(0, 9), st.integers(0, 9), st.sampled_from([MarkKind.RUBY, MarkKind.EMPHASIS, MarkKind.WITHHELD])
        ),
        max_size=2,
    ),
)
def test_minutes(texts, drawn, places):
    blocks = tuple(
        Paragraph(
            number,
            text,
            tuple(Mark(min(a, b, len(text)), min(max(a, b), len(text)), kind, "よみ") for a, b, kind in places),
        )
        for number, text in enumerate(texts, start=1)
    )
    made = correct_minutes(
        WordDocument(MINUTES, "", blocks), meeting_of(blocks), errata(rows_of(drawn, MINUTES), MINUTES)
    )
    after = tuple(paragraphs(made.value.value.blocks))
    assert len(after) == len(blocks)
    for paragraph in after:
        assert all(0 <= mark.start <= mark.end <= len(paragraph.text) for mark in paragraph.marks)
    if not any(one.applied for one in made.value.matched):
        assert [one.text for one in after] == texts
    told = {found.location.line for found in made.findings} | {int(one.id[2:]) for one in made.value.matched}
    silent = {line for line, (kind, *_) in enumerate(drawn, 2) if kind in ("withdrawn", "personal")}
    assert told | silent >= set(range(2, len(drawn) + 2))


@given(st.lists(st.lists(TEXTS, max_size=4), max_size=4), ROWS)
def test_tables(cells, drawn):
    grid = Grid("votes/a.csv", tuple(GridRow(line, tuple(texts)) for line, texts in enumerate(cells, start=1)), "utf-8")
    made = correct_tables("votes/a.csv", (grid,), errata(rows_of(drawn, "votes/a.csv"), "votes/a.csv"))
    assert all(one.rows and len(one.rows) == len(grid.rows) for one in made.value.value if grid.rows)
    assert len(made.value.matched) + len(made.findings) == len(drawn)


@given(
    st.lists(
        st.lists(st.one_of(TEXTS, st.sampled_from(["発言取消", "第1号.docx", "a.csv", "."])), max_size=5), max_size=4
    ),
    st.lists(TEXTS, max_size=3),
)
def test_lists(cells, targets):
    grid = Grid(
        "votes/corrections.csv",
        tuple(GridRow(line, tuple(texts)) for line, texts in enumerate(cells, start=1)),
        "utf-8",
    )
    files = TargetFiles(frozenset({MINUTES}), frozenset({"votes/a.csv"}), frozenset({"minutes_src/a/資料/公開/図.pdf"}))
    rows = tuple(row(line, target, kind="withdrawn") for line, target in enumerate(targets, start=50))
    planned = plan_corrections(Outcome(rows), (grid,), files)
    assert set(planned.value.kept_back) <= {MINUTES, "votes/a.csv"}
    named = any("発言取消" in texts and "第1号.docx" in texts for texts in cells)
    assert (MINUTES in planned.value.kept_back) >= named


@given(TEXTS, TEXTS, TEXTS)
def test_reasons_do_not_repeat_withdrawn_words(before, words, after):
    hidden = f"鷽{words}鷽"
    one = replace(row(2, MINUTES, kind="withdrawn"), reason=f"{before}{hidden}。{after}")
    assert fold(hidden) not in fold(without_words(one, [hidden]).reason)
