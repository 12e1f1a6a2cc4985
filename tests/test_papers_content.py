"""Word files and workbooks as they are seen: looks, numbers, tables, pictures; nothing that nobody sees."""

from __future__ import annotations

import io

import pytest
from build_word import paragraph, run
from case_files import CASES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_papers import HIDDEN, budget, cell, docx, drawing, gradient, ordinance, row, table
from openpyxl import Workbook
from papers_files import word

from council.build.withdrawing import Texts
from council.cache import Store, pack, unpack
from council.corrections import Withdrawn
from council.location import Location
from council.model.paper_content import (
    Align,
    Frame,
    PageBreak,
    Passage,
    Picture,
    Rise,
    Run,
    Tabular,
    TabularCell,
    letters,
    passages,
    pictures,
)
from council.model.paper_text import PaperPart, PaperText
from council.papers import Shelf
from council.papers.reading import prepare_paper
from council.papers.squares import squared, width_of
from council.papers.word_content import word_content
from council.read.docx import read_word_bytes, read_word_looks
from council.text.blocks import MarkKind


def seen(data: bytes, kind: str = "docx"):
    prepared = prepare_paper(data, f"a.{kind}", kind)
    assert prepared.value is not None, [one.message("ja") for one in prepared.findings]
    return prepared.value


def blocks_of(data: bytes, kind: str = "docx"):
    return seen(data, kind).seen.blocks


def words(blocks) -> list[str]:
    return [one.label + one.text for one in passages(blocks)]


def grid(table_: Tabular) -> list[list[tuple[str, int, int]]]:
    return [["".join(words(one.blocks)) + f" {one.columns}x{one.rows}" for one in row_.cells] for row_ in table_.rows]


# ---- Word files


def test_numbers_stand_before_their_paragraphs_as_printed():
    labels = [one.label for one in blocks_of(ordinance()) if isinstance(one, Passage) and one.label]
    assert labels == ["第1条", "第2条", "２", "一", "二"]


def test_indents_are_told_in_letters():
    found = {
        one.label: (one.left, one.first) for one in blocks_of(ordinance()) if isinstance(one, Passage) and one.label
    }
    assert found == {"第1条": (1, -1), "第2条": (1, -1), "２": (2, -1), "一": (2, -1), "二": (2, -1)}
    assert [one.first for one in blocks_of(ordinance()) if isinstance(one, Passage) and one.first > 0] == [1, 1]


def test_title_date_and_heading():
    title, date, _, heading = blocks_of(ordinance())[:4]
    assert (title.align, title.inlines[0].face.gothic, title.inlines[0].face.scale) == (Align.CENTER, True, 1.33)
    assert date.align is Align.END
    assert (heading.level, heading.text) == (1, "第１章　総則")


def test_a_reading_stands_with_its_words():
    runs = [
        one for block in passages(blocks_of(ordinance())) for one in block.inlines if isinstance(one, Run) and one.ruby
    ]
    assert [(one.text, one.ruby) for one in runs] == [("汐路", "しおじ")]


def test_underlined_and_raised_letters():
    line = next(one for one in blocks_of(ordinance()) if isinstance(one, Passage) and one.text.startswith("別表"))
    assert [(one.text, one.face.underline, one.face.rise) for one in line.inlines] == [
        ("別表", True, Rise.NONE),
        ("（第２条関係）m", False, Rise.NONE),
        ("2", False, Rise.SUPER),
    ]


def test_merged_and_nested_cells():
    first, second = (one for one in blocks_of(ordinance()) if isinstance(one, Tabular))
    assert grid(first) == [
        ["区分 1x1", "単位 1x1", "使用料（円） 1x1"],
        ["大ホール 1x2", "午前 1x1", "12,000 1x1"],
        ["午後 1x1", "18,500 1x1"],
        ["備考　使用料には消費税を含む。 3x1"],
    ]
    assert (first.heads, first.widths, first.ruled) == (1, (52.9, 35.3, 52.9), True)
    inner = second.rows[0].cells[1].blocks
    assert [type(one) for one in inner] == [Tabular]


def test_a_table_without_lines_is_told():
    body = table([row(cell("氏名"), cell("山田"))], (1000, 2000), ruled=False)
    assert [one.ruled for one in blocks_of(docx(body)) if isinstance(one, Tabular)] == [False]


def test_pictures_are_files_with_sizes_in_mm():
    paper = seen(ordinance())
    first, second = pictures(paper.seen.blocks)
    assert (first.width, first.height, first.alt, first.crop) == (60, 40, "会館の位置図", (0, 0, 0, 0))
    assert (second.width, second.height, second.alt, second.crop) == (30, 20, "", (0.25, 0, 0.25, 0))
    assert first.name == second.name
    assert paper.pictures == {first.name: gradient()}
    assert first.name.endswith(".png")


def test_a_picture_that_cannot_be_shown_has_its_place():
    (found,) = pictures(blocks_of(word("前{picture}後")))
    assert found.name == ""
    assert words(blocks_of(word("前{picture}後"))) == ["前後"]


def test_page_breaks_part_paragraphs():
    assert [type(one).__name__ if isinstance(one, PageBreak) else one.text for one in blocks_of(word("前{page}後\n次"))] == [
        "前", "PageBreak", "後", "次",
    ]  # fmt: skip


def test_a_section_on_its_side():
    side = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    body = paragraph(run("横"), side) + paragraph(run("縦"))
    part = seen(docx(body)).seen.parts[0]
    assert part.landscape
    assert [one.landscape if isinstance(one, PageBreak) else one.text for one in part.blocks] == ["横", False, "縦"]


def test_boxes_and_notes():
    blocks = blocks_of(word("本文{textbox 箱の中}{footnote 注です}\n次"))
    assert [words([one]) for one in blocks] == [["本文¹"], ["箱の中"], ["次"], ["¹注です"]]
    assert [isinstance(one, Frame) for one in blocks] == [False, True, False, False]
    assert blocks[-1].origin == "note"


def test_words_and_looks_are_of_one_reading():
    for data in (ordinance(), word("# 題\n* 一\n| a | b |\n{ruby 山|やま}と{bold 川}{br}{tab}海{footnote 注}")):
        paper = seen(data)
        shown = "".join("".join(words(paper.seen.blocks)).split())
        assert shown == "".join(paper.text.text.split())


LINES = st.lists(
    st.sampled_from(
        ["# 見出し", "* 項", "+ 番", "{ruby 山|やま}田", "{bold 太}字{page}次", "{tab}右{br}下", "| a | {span 2}b |",
         "| {down}c | d |", "| {up} | e |", "|# 頭 | 頭 |", "{textbox 箱}", "{footnote 注}文", "文{picture}", "", "　字下げ"]
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(LINES)
def test_every_word_is_there_once_and_in_order(lines):
    paper = seen(word("始\n" + "\n".join(lines)))
    assert "".join("".join(words(paper.seen.blocks)).split()) == "".join(paper.text.text.split())
    assert unpack(pack(paper.seen)) == paper.seen


CASES_OF_WORD = sorted((CASES / "docx").glob("*.txt"))


@pytest.mark.parametrize("case", CASES_OF_WORD, ids=lambda case: case.stem)
def test_looks_change_nothing_in_what_is_read(case):
    """Whatever Word may hide: what is seen has the words that the guarded reader found, no more and no fewer."""
    data = word(case.read_text("utf-8").split("\n====\n")[1])
    read, looks = read_word_bytes(data, "a.docx"), read_word_looks(data, "a.docx")
    assert looks[0] == read.value
    content, _, blocks = word_content(data, "a.docx")
    assert blocks == read.value.blocks
    assert "".join("".join(words(content.blocks)).split()) == "".join(
        PaperText("docx", (PaperPart(1, blocks),)).text.split()
    )


# ---- workbooks


def test_a_sheet_as_it_is_displayed():
    content = seen(budget(), "xlsx").seen
    assert [(part.title, part.landscape) for part in content.parts] == [("歳入", False), ("日程", False)]
    title, unit, figures, note = content.parts[0].blocks
    assert (title.text, title.inlines[0].face.bold) == ("令和８年度　歳入予算の概要", True)
    assert (unit.text, unit.align) == ("（単位：千円）", Align.END)
    assert note.text.startswith("※")
    assert figures.heads == 2
    assert grid(figures) == [
        ["款 1x2", "本年度 2x1", "増減率 1x2", "備考 1x2"],
        ["予算額 1x1", "前年度比 1x1"],
        ["市税 1x1", "15,520,000 1x1", "240,000 1x1", "1.6% 1x1", "個人市民税の増 1x1"],
        ["地方交付税 1x1", "9,800,000 1x1", "△125,000 1x1", "-1.3% 1x1", " 1x1"],
        ["合計 1x1", "43,000,000 1x1", "115,000 1x1", "0.3% 1x1", " 1x1"],
    ]
    assert [one.align for one in passages((figures,)) if one.text == "240,000"] == [Align.END]


def test_dates_and_pictures_of_a_sheet():
    dates, picture = seen(budget(), "xlsx").seen.parts[1].blocks
    assert grid(dates)[1] == ["令和7年12月9日(火) 1x1", "本会議 1x1"]
    assert [(one.width, one.height) for one in pictures((picture,))] == [(31.8, 21.2)]


def test_what_is_hidden_is_in_no_words():
    for data, kind in ((budget(), "xlsx"),):
        assert HIDDEN not in letters(seen(data, kind).seen)


def workbook(*rows, change=None) -> bytes:
    book = Workbook()
    for values in rows:
        book.active.append(values)
    if change:
        change(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_cells_of_squared_paper_become_the_columns_that_are_meant():
    def squares(sheet):
        for first in ("A", "E", "I"):
            for line in (1, 2):
                sheet.merge_cells(f"{first}{line}:{chr(ord(first) + 3)}{line}")

    values = ("品名", None, None, None, "数量", None, None, None, "単価", None, None, None)
    figures = ("机", None, None, None, 3, None, None, None, 1200, None, None, None)
    (found,) = blocks_of(workbook(values, figures, change=squares), "xlsx")
    assert grid(found) == [["品名 1x1", "数量 1x1", "単価 1x1"], ["机 1x1", "3 1x1", "1200 1x1"]]
    assert len(set(found.widths)) == 1


def test_an_empty_row_parts_tables():
    found = blocks_of(workbook(("a", "b"), (1, 2), (), ("c", "d"), (3, 4)), "xlsx")
    assert [grid(one) for one in found] == [
        [["a 1x1", "b 1x1"], ["1 1x1", "2 1x1"]],
        [["c 1x1", "d 1x1"], ["3 1x1", "4 1x1"]],
    ]


def test_long_words_flow_over_empty_neighbours():
    (found,) = blocks_of(workbook(("とても長い題名なので隣に出る", None, "x"), ("a", "b", "c")), "xlsx")
    assert grid(found)[0] == ["とても長い題名なので隣に出る 2x1", "x 1x1"]


def test_a_merged_cell_over_hidden_rows_counts_those_that_are_seen():
    def hide(sheet):
        sheet.merge_cells("A1:A3")
        sheet.row_dimensions[2].hidden = True

    (found,) = blocks_of(workbook(("a", 1), (None, 2), (None, 3), ("b", 4), change=hide), "xlsx")
    assert grid(found) == [["a 1x2", "1 1x1"], ["3 1x1"], ["b 1x1", "4 1x1"]]


CELLS = st.lists(
    st.lists(st.sampled_from([None, "市税", 12, 0.5, "長い言葉がここに入ります"]), min_size=1, max_size=5),
    min_size=1,
    max_size=6,
)
MERGED = st.lists(st.tuples(*[st.integers(1, 6)] * 4), max_size=3)


def test_words_of_a_merged_cell_do_not_flow_into_the_cell_beside_it():
    (found,) = blocks_of(
        workbook(
            ("款", None, "備考"),
            ("長い言葉がここに入ります",),
            (None, "市税", "x"),
            change=lambda sheet: sheet.merge_cells("A2:A3"),
        ),
        "xlsx",
    )
    assert_whole(found)
    assert grid(found)[2] == ["市税 1x1", "x 1x1"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(CELLS, MERGED)
def test_every_visible_cell_is_in_a_table_without_gaps(rows, merged):
    def merge(sheet):
        taken = set()
        for top, left, height, width in merged:
            inside = {(r, c) for r in range(top, top + height) for c in range(left, left + width)}
            if len(inside) > 1 and not inside & taken:
                taken.update(inside)
                sheet.merge_cells(
                    start_row=top, start_column=left, end_row=top + height - 1, end_column=left + width - 1
                )

    paper = seen(workbook(*rows, change=merge), "xlsx")
    shown = sorted(filter(None, words(paper.seen.blocks)))
    assert shown == sorted(filter(None, paper.text.text.split("\n")))
    for one in paper.seen.blocks:
        if isinstance(one, Tabular):
            assert_whole(one)


def assert_whole(table_: Tabular) -> None:
    """Say that every place of a table's grid belongs to exactly one cell."""
    taken = {}
    for at, row_ in enumerate(table_.rows):
        column = 0
        for one in row_.cells:
            while (at, column) in taken:
                column += 1
            for place in ((at + down, column + right) for down in range(one.rows) for right in range(one.columns)):
                assert place not in taken
                taken[place] = one
    assert set(taken) == {(row_, column) for row_ in range(len(table_.rows)) for column in range(len(table_.widths))}


SPANS = st.lists(
    st.lists(st.builds(TabularCell, columns=st.integers(1, 4), rows=st.integers(1, 4)), max_size=4),
    min_size=1,
    max_size=5,
)


@given(SPANS)
def test_any_cells_make_a_whole_table(rows):
    made = squared(rows)
    if width_of(made):
        assert_whole(Tabular(made, (1.0,) * width_of(made)))


# ---- kept


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_what_is_seen_comes_back_from_the_shelf(tmp_path, kind):
    data = {"docx": ordinance, "xlsx": budget}[kind]()
    found = Shelf(Store(tmp_path)).prepared(data, f"a.{kind}", kind).value
    shelf = Shelf(Store(tmp_path))
    assert shelf.seen(found.sha256) == seen(data, kind).seen
    assert [shelf.picture(name) for name in shelf.pictures(found.sha256)] == [gradient()]


@pytest.mark.parametrize("kind", ["paper-seen", "paper-pictures", "paper-picture"])
def test_what_is_damaged_is_made_anew(tmp_path, kind):
    found = Shelf(Store(tmp_path)).prepared(ordinance(), "a.docx", "docx").value
    (hurt,) = (tmp_path / kind).iterdir()
    hurt.write_bytes(b"?")
    shelf = Shelf(Store(tmp_path))
    assert shelf.prepared(ordinance(), "a.docx", "docx").value == found
    assert shelf.seen(found.sha256) == seen(ordinance()).seen
    assert [shelf.picture(name) for name in shelf.pictures(found.sha256)] == [gradient()]


def test_a_picture_in_line_keeps_its_place():
    body = paragraph(run("前") + drawing(10, 10, "図A") + run("後"))
    (line,) = blocks_of(docx(body, pictures={"rIdPic": gradient()}))
    assert [one.alt if isinstance(one, Picture) else one.text for one in line.inlines] == ["前", "図A", "後"]


@pytest.mark.parametrize("withdrawn", ["取り消された言葉", "しおじのまち", "位置図の説明"])
def test_withdrawn_words_are_looked_for_in_readings_and_in_what_is_said_of_pictures(tmp_path, withdrawn):
    ruby = "<w:r><w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
    body = paragraph(
        ruby.format(run("しおじのまち"), run("汐路市")) + run("取り消された言葉") + drawing(10, 10, "位置図の説明")
    )
    store = Store(tmp_path)
    found = Shelf(store).prepared(docx(body, pictures={"rIdPic": gradient()}), "a.docx", "docx").value
    words_ = (Withdrawn(withdrawn, MarkKind.REDACTED, Location("votes/corrections.csv")),)
    assert Texts(store).of_paper(found.sha256, words_)
    assert not Texts(store).of_paper(found.sha256, (Withdrawn("ほかの言葉", MarkKind.REDACTED, Location("a")),))
