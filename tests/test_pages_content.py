"""Word files and workbooks as HTML: every visible word, escaped; tables that a screen reader can follow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from office_papers import HIDDEN, budget, ordinance
from papers_files import word

from council.glossary.interface import Words
from council.model.paper_content import (
    Align,
    ContentPart,
    Face,
    Frame,
    PaperContent,
    PaperPages,
    Passage,
    Picture,
    Rise,
    Run,
    Tabular,
    TabularCell,
    TabularRow,
    passages,
)
from council.pages.content_html import ContentHtml
from council.pages.paper_pages import on_page
from council.papers.reading import prepare_paper

HOSTILE = "<script>alert(1)</script>\"'&"


def written(blocks, heading: int = 3):
    made = ContentHtml(Words("ja"), heading, lambda name: f"files/{name}").blocks(blocks)
    return html.fragment_fromstring(str(made), create_parent="div"), str(made)


def seen(data: bytes, kind: str):
    return prepare_paper(data, f"a.{kind}", kind).value.seen


def plain(text: str) -> str:
    return "".join(text.split())


def shown(tree) -> str:
    """Return what a page says, alternatives of pictures included, without what only older browsers show."""
    for one in tree.iter("rp"):
        one.text = ""
    pictures_ = [*tree.iter("img"), *tree.iter("svg")]
    return plain("".join([*tree.itertext(), *(one.get("alt") or one.get("aria-label") for one in pictures_)]))


def said(blocks) -> str:
    """Return what blocks say."""
    found = []
    for passage in passages(blocks):
        found.append(passage.label)
        found += [one.text + one.ruby if isinstance(one, Run) else one.alt or "図" for one in passage.inlines]
    return plain("".join(found))


@pytest.mark.parametrize(("data", "kind"), [(ordinance, "docx"), (budget, "xlsx")])
def test_every_letter_is_there_once_and_nothing_hidden(data, kind):
    blocks = seen(data(), kind).blocks
    tree, text = written(blocks)
    assert sorted(shown(tree)) == sorted(said(blocks))
    assert HIDDEN not in text
    assert " style=" not in text


def test_looks_are_classes():
    blocks = [
        Passage((Run("題", Face(scale=1.5)),), align=Align.CENTER),
        Passage((Run("文"),), first=1),
        Passage((Run("条"),), label="第1条", left=2, first=-1),
        Passage(
            (Run("m"), Run("2", Face(rise=Rise.SUPER)), Run("太", Face(bold=True)), Run("線", Face(underline=True)))
        ),
        Passage((Run("山", ruby="やま"), Run("a\tb\nc"))),
    ]
    assert written(blocks)[1].split("\n") == [
        '<p class="c-center"><span class="c-large">題</span></p>',
        '<p class="c-first">文</p>',
        '<p class="c-in-2 c-hang-1"><span class="c-label">第1条</span> 条</p>',
        '<p>m<sup>2</sup><strong>太</strong><span class="c-underlined">線</span></p>',
        "<p><ruby>山<rp>（</rp><rt>やま</rt><rp>）</rp></ruby>a\u2003b<br>c</p>",
    ]


def test_headings_nest_below_the_page_s():
    blocks = [Passage((Run("章"),), level=1), Passage((Run("節"),), level=2), Passage((Run("深"),), level=9)]
    assert [one.tag for one in written(blocks, 4)[0]] == ["h4", "h5", "h6"]


def test_a_table_can_be_followed_and_scrolled():
    head = TabularRow(
        (TabularCell((Passage((Run("款"),)),), header=True), TabularCell((Passage((Run("額"),)),), 2, 1, header=True))
    )
    body = TabularRow(
        (TabularCell((Passage((Run("市税"),)),)), TabularCell((Passage((Run("1,200"),), align=Align.END),), 2))
    )
    tree, _ = written([Tabular((head, body), (10.0, 20.0, 10.0), 1)])
    region = tree.find("div")
    assert (region.get("role"), region.get("tabindex"), region.get("aria-label")) == ("group", "0", "資料の表")
    assert [(one.text_content(), one.get("scope"), one.get("colspan")) for one in tree.iter("th")] == [
        ("款", "col", None),
        ("額", "colgroup", "2"),
    ]
    assert [one.get("class") for one in tree.iter("col")] == ["c-w-5", "c-w-10", "c-w-5"]
    assert [one.get("class") for one in tree.iter("td")] == [None, "c-whole"]


def test_a_table_without_lines_is_no_data():
    row_ = TabularRow((TabularCell((Passage((Run("氏名"),)),)), TabularCell()))
    assert 'class="c-table--bare"' in written([Tabular((row_,), (10.0, 10.0), ruled=False)])[1]


def test_pictures_have_alternatives():
    whole, cut, none = (
        Picture("a.png", 25.4, 12.7, "地図"),
        Picture("a.png", 10, 10, "", (0.5, 0, 0, 0)),
        Picture("", 0, 0, "グラフ"),
    )
    tree, text = written([Passage((whole, cut, none))])
    (image,) = tree.iter("img")
    assert (image.get("src"), image.get("alt"), image.get("width"), image.get("height")) == (
        "files/a.png",
        "地図",
        "96",
        "48",
    )
    (window,) = tree.iter("svg")
    assert (window.get("role"), window.get("aria-label"), window.get("viewbox")) == ("img", "図", "0 0 10 10")
    assert window[0].get("x") == "-10"
    assert "〔図 グラフ〕" in text


def test_hostile_words_stay_words():
    cell = TabularCell((Passage((Run(HOSTILE),), label=HOSTILE),), header=True)
    blocks = [
        Passage(
            (
                Run(HOSTILE, ruby=HOSTILE),
                Picture("a.png", 1, 1, HOSTILE),
                Picture("a.png", 1, 1, HOSTILE, (0.1, 0, 0, 0)),
                Picture("", alt=HOSTILE),
            ),
            label=HOSTILE,
        ),
        Tabular((TabularRow((cell,)),), (1.0,)),
        Frame((Passage((Run(HOSTILE),)),)),
    ]
    tree, _ = written(blocks)
    assert list(tree.iter("script")) == []
    assert tree.text_content().count(HOSTILE) == 7


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=20), max_size=6))
def test_any_words_come_through(texts):
    blocks = [Passage((Run(one),)) for one in texts]
    assert shown(written(blocks)[0]) == said(blocks)


def test_notes_stand_together():
    blocks = [Passage((Run("文¹"),)), Passage((Run("¹注"),), origin="note"), Passage((Run("²注"),), origin="note")]
    (notes,) = written(blocks)[0].find_class("c-notes")
    assert len(notes) == 2


def test_blocks_stand_on_the_page_they_begin_on():
    lines = tuple(Passage((Run(one),)) for one in "甲乙丙")
    content = PaperContent("xlsx", (ContentPart(1, lines[:2], "表1"), ContentPart(2, lines[2:], "表2")))

    def on(page, pages):
        return [(one.title, "".join(line.text for line in one.blocks)) for one in on_page(content, pages, page)]

    known = PaperPages(3, (1, 2, 3))
    assert [on(page, known) for page in (1, 2, 3)] == [[("表1", "甲")], [("", "乙")], [("表2", "丙")]]
    assert [on(page, None) for page in (1, 2)] == [[("表1", "甲乙"), ("表2", "丙")], []]


def test_a_table_that_goes_on_shows_on_each_page_its_rows_below_its_heads():
    def cell(text: str, rows: int = 1) -> TabularCell:
        return TabularCell((Passage((Run(text),)),), rows=rows)

    rows = [
        (cell("款"), cell("額")),
        (cell("歳入", 3), cell("甲")),
        (cell("乙"),),
        (cell("丙"),),
        (cell("歳出"), cell("丁")),
    ]
    table = Tabular(tuple(map(TabularRow, rows)), (10.0, 10.0), 1)
    content = PaperContent("xlsx", (ContentPart(1, (table,)),))
    pages = PaperPages(2, (1,), rows=((0, (1, 1, 1, 2, 2)),))

    def on(page):
        (part,) = on_page(content, pages, page)
        return [
            [("".join(one.text for one in passages(at.blocks)), at.rows) for at in row.cells]
            for row in part.blocks[0].rows
        ]

    assert on(1) == [[("款", 1), ("額", 1)], [("歳入", 2), ("甲", 1)], [("乙", 1)]]
    assert on(2) == [[("款", 1), ("額", 1)], [("", 1), ("丙", 1)], [("歳出", 1), ("丁", 1)]]
    assert on_page(content, pages, 3) == []


def test_a_word_file_reads_as_before_on_a_page():
    tree, _ = written(seen(word("# 題\n一\n\n二"), "docx").blocks)
    assert [(one.tag, one.text_content()) for one in tree] == [("h3", "題"), ("p", "一"), ("p", "二")]
