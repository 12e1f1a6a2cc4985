"""Word files and workbooks set as PDF: every word in order, tagged, the same bytes; what has no shape is told."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_papers import HIDDEN, budget, ordinance
from papers_files import word
from pypdf import PdfReader

from council.model.paper_content import (
    Align,
    ContentPart,
    Face,
    Frame,
    PageBreak,
    PaperContent,
    Passage,
    Picture,
    Rise,
    Run,
    Tabular,
    TabularCell,
    TabularRow,
    letters,
    passages,
)
from council.packets import typesetting
from council.packets.typeset.leaves import Leaves
from council.packets.typesetting import typeset_paper
from council.papers.reading import prepare_paper

pytest.importorskip("typst")


def made(data: bytes, kind: str):
    paper = prepare_paper(data, f"a.{kind}", kind).value
    return paper.seen, typeset_paper(paper.seen, "資料", "ja", paper.pictures, f"a.{kind}")


def content(*blocks, kind: str = "docx", landscape: bool = False) -> PaperContent:
    return PaperContent(kind, (ContentPart(1, tuple(blocks), landscape=landscape),))


def set_(*blocks, **given_):
    done = typeset_paper(content(*blocks, **given_), "題", "ja", {})
    assert done.value is not None, [one.message("ja") for one in done.findings]
    return done.value


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def plain(text: str) -> str:
    return "".join(text.split())


def lines(*texts: str) -> list[Passage]:
    return [Passage((Run(one),)) for one in texts]


@pytest.mark.parametrize(("data", "kind"), [(ordinance, "docx"), (budget, "xlsx")])
def test_every_word_is_printed_and_nothing_hidden(data, kind):
    seen, done = made(data(), kind)
    text = plain(text_of(done.value.pdf))
    for passage in passages(seen.blocks):
        for one in passage.inlines:
            if isinstance(one, Run):
                assert plain(one.text) in text
                assert one.ruby in text
        assert plain(passage.label) in text
    assert HIDDEN not in text
    assert done.findings == ()


def test_it_is_tagged_titled_and_in_its_language():
    _, done = made(ordinance(), "docx")
    reader = PdfReader(io.BytesIO(done.value.pdf))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "ja-JP"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    assert [one.title for one in reader.outline] == ["第１章　総則"]


def test_the_same_paper_gives_the_same_bytes():
    assert made(ordinance(), "docx")[1] == made(ordinance(), "docx")[1]
    assert b"/CreationDate" not in made(budget(), "xlsx")[1].value.pdf


def test_fonts_are_embedded_and_of_the_package():
    reader = PdfReader(io.BytesIO(made(ordinance(), "docx")[1].value.pdf))
    fonts = {
        font["/BaseFont"].partition("+")[2]
        for page in reader.pages
        for font in (one.get_object() for one in page["/Resources"]["/Font"].values())
    }
    assert fonts
    assert all(re.match(r"Noto(Sans|Serif)JP-Regular", one) for one in fonts)


def test_where_each_block_begins():
    long = [Passage((Run("あ" * 400),)) for _ in range(12)]
    done = set_(*long, PageBreak(), *lines("末"))
    starts = done.pages.starts
    assert len(starts) == 14
    assert list(starts) == sorted(starts)
    assert (starts[0], starts[-1]) == (1, done.pages.count)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(done.pdf)).pages]
    assert len(pages) == done.pages.count
    assert "末" in pages[starts[-1] - 1]


def test_a_table_begins_where_its_first_cell_stands():
    row = TabularRow((TabularCell((Passage((Run("額" * 10),)),)), TabularCell()))
    empty = TabularRow((TabularCell(), TabularCell()))
    done = set_(*lines(*("行" * 30 for _ in range(44))), Tabular((empty, *[row] * 3), (40.0, 40.0)), *lines("末"))
    assert done.pages.starts[-2:] == (2, 2) or done.pages.starts[-1] == 2


def test_heads_are_repeated():
    head = TabularRow((TabularCell((Passage((Run("区分"),)),), header=True),))
    rows = tuple(TabularRow((TabularCell((Passage((Run(f"第{one}行"),)),)),)) for one in range(120))
    done = set_(Tabular((head, *rows), (60.0,), 1), kind="xlsx")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(done.pdf)).pages]
    assert len(pages) > 2
    assert all("区分" in page for page in pages)


def test_a_table_that_goes_on_tells_where_each_row_stands():
    head = TabularRow((TabularCell((Passage((Run("区分"),)),), 2, header=True),))
    side = TabularCell((Passage((Run("歳入"),)),), rows=120, stands="middle")
    rows = [TabularRow((TabularCell((Passage((Run(f"第{one}行"),)),)),)) for one in range(1, 120)]
    table = Tabular((head, TabularRow((side, TabularCell((Passage((Run("第0行"),)),)))), *rows), (20.0, 60.0), 1)
    done = set_(*lines("前"), table, *lines("後"), kind="xlsx")
    ((place, pages),) = done.pages.rows
    assert (place, len(pages), done.pages.starts[0], done.pages.starts[2]) == (1, 121, 1, done.pages.count)
    printed = [page.extract_text() for page in PdfReader(io.BytesIO(done.pdf)).pages]
    for row, page in enumerate(pages[1:]):
        assert re.search(rf"第{row}行", printed[page - 1]), row


def test_wide_sheets_lie_on_their_side():
    cells = tuple(TabularCell((Passage((Run(f"列{one}"),)),)) for one in range(12))
    wide = content(Tabular((TabularRow(cells),), (22.0,) * 12), kind="xlsx", landscape=True)
    wider = content(Tabular((TabularRow(cells * 2),), (30.0,) * 24), kind="xlsx", landscape=True)
    sizes = []
    for one in (wide, wider):
        page = PdfReader(io.BytesIO(typeset_paper(one, "題", "ja", {}).value.pdf)).pages[0].mediabox
        sizes.append((round(float(page.width) / 72 * 25.4), round(float(page.height) / 72 * 25.4)))
    assert sizes == [(297, 210), (420, 297)]


def test_pages_turn_where_the_file_turns_them():
    done = set_(*lines("縦"), PageBreak(landscape=True), *lines("横"), PageBreak(), *lines("縦"))
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(done.pdf)).pages]
    assert [box.width > box.height for box in boxes] == [False, True, False]
    assert done.pages.starts == (1, 2, 2, 3, 3)


@pytest.mark.parametrize("levels", [(3,), (1, 3), (9, 1, 5, 5), (2, 1)])
def test_headings_never_skip_a_level(levels):
    set_(*(Passage((Run(f"題{at}"),), level=level) for at, level in enumerate(levels)))


def test_a_letter_without_shape_is_told_and_stands_as_a_mark():
    done = typeset_paper(content(*lines("祝😀")), "題", "ja", {}, "資料/a.docx")
    (found,) = done.findings
    assert (found.rule.code, str(found.location)) == ("D401", "資料/a.docx")
    assert "U+1F600" in found.message("ja")
    assert "祝〓" in text_of(done.value.pdf)


def test_letters_of_names_are_kept():
    text = text_of(set_(*lines("髙橋・山﨑・𠮟る・葛\U000e0100飾・ｱｲｳ・①⑴Ⅳ㈱㍻")).pdf)
    for one in ("髙橋", "山﨑", "𠮟る"):
        assert one in text


def test_markup_in_words_is_only_words():
    words = ['#image("x")', "*太*", "$x$", "= 題", "// 消える", "\\ 改行", "@ref", "<at>", "`code`", "[a](b)", "- - -"]
    text = plain(text_of(set_(*lines(*words)).pdf))
    for one in words:
        assert plain(one) in text


def edges(pdf: bytes) -> tuple[float, float]:
    """Return how far words reach to the right, and how wide the page is."""
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    found = [0.0]

    def note(text, _, matrix, *__):
        if text.strip():
            found.append(matrix[4])

    page.extract_text(visitor_text=note)
    return max(found), float(page.mediabox.width)


@pytest.mark.parametrize("long", ["https://example.jp/" + "a" * 300, "…" * 200, "－" * 200, "1" * 200, "あ" * 300])
def test_no_line_leaves_the_page(long):
    cell = TabularRow((TabularCell((Passage((Run(long),)),)), TabularCell((Passage((Run("後"),)),))))
    for blocks in (lines(long), [Tabular((cell,), (20.0, 30.0))]):
        done = set_(*blocks)
        assert plain(text_of(done.pdf)).replace("後", "") == long
        right, width = edges(done.pdf)
        assert right < width - 50


def test_readings_spread_leaders_and_frames():
    ruby = Passage((Run("汐路", ruby="しおじ"), Run("の"), Run("短", ruby="とてもながい")))
    spread = Passage((Run("均等割付"),), align=Align.SPREAD)
    leader = Passage((Run("第１章　総則\t3"),), leader=True)
    raised = Passage(
        (Run("m"), Run("2", Face(rise=Rise.SUPER)), Run("x", Face(rise=Rise.SUB, underline=True, bold=True, scale=1.5)))
    )
    text = plain(text_of(set_(ruby, spread, leader, raised, Frame(tuple(lines("枠"))), Frame(())).pdf))
    for one in ("しおじ", "とてもながい", "均等割付", "第１章総則", "枠", "m2x"):
        assert one in text, one


def test_what_is_too_long_is_not_set(monkeypatch):
    monkeypatch.setattr(typesetting, "_MOST_WORK", 3)
    done = typeset_paper(content(*lines(*"甲乙丙丁")), "題", "ja", {})
    assert (done.value, [one.rule.code for one in done.findings]) == (None, ["D403"])


def test_what_the_typesetter_refuses_is_told():
    broken = Passage((Picture("a.png", 10, 10, "図"),))
    done = typeset_paper(content(broken), "題", "ja", {"a.png": b"\x89PNG broken"}, "a.docx")
    assert (done.value, [one.rule.code for one in done.findings]) == (None, ["D402"])
    assert "paper.typ" not in done.findings[0].message("ja")


def test_a_fault_within_the_typesetter_stops_nothing(monkeypatch):
    import typst  # noqa: PLC0415 - of the extra

    class Panic(BaseException):
        """What a fault within the typesetter raises."""

    def fails(*_, **__):
        raise Panic

    monkeypatch.setattr(typst, "Compiler", fails)
    monkeypatch.setattr("council.packets.typeset.engine.let_go", lambda: None)
    assert typeset_paper(content(*lines("文")), "題", "ja", {}).value is None


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks Linux")
def test_finished_papers_are_forgotten():
    def resident() -> int:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1])

    def many(name: str) -> Tabular:
        cells = tuple(TabularCell((Passage((Run(f"{name}{one}"),)),)) for one in range(10))
        return Tabular((TabularRow(cells),) * 150, (18.0,) * 10)

    set_(many("初"))
    before = resident()
    for name in "甲乙丙丁":
        set_(many(name))
    assert (resident() - before) * 4096 < 40 * 2**20


def test_a_picture_that_is_missing_has_its_place():
    assert "〔地図〕" in text_of(set_(Passage((Picture("", alt="地図"),))).pdf)


def test_an_empty_paper_has_a_page():
    assert typeset_paper(PaperContent("xlsx"), "題", "ja", {}).value.pages.count == 1


RUNS = st.builds(
    Run,
    st.text("あ漢 　a1,.#*_$\\<>\"'\t\n", max_size=12),
    st.builds(Face, bold=st.booleans(), underline=st.booleans(), scale=st.sampled_from([0.6, 1, 2])),
)
RUBIES = st.builds(Run, st.text("山川a", min_size=1, max_size=4), ruby=st.just("よみ"))
INLINES = st.lists(RUNS | RUBIES, max_size=3)
PASSAGES = st.builds(
    Passage,
    INLINES.map(tuple),
    label=st.sampled_from(["", "第1条"]),
    align=st.sampled_from(list(Align)),
    first=st.sampled_from([0, 1, -2]),
    left=st.sampled_from([0, 3, 90]),
    level=st.sampled_from([None, None, 1, 4]),
)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(PASSAGES, max_size=5), st.lists(st.lists(PASSAGES, min_size=2, max_size=2), max_size=3), st.integers(0, 2)
)
def test_anything_can_be_set_and_every_letter_is_in_it(blocks, cells, heads):
    rows = tuple(TabularRow(tuple(TabularCell((one,)) for one in row)) for row in cells)
    table = (Tabular(rows, (30.0, 50.0), heads if heads < len(rows) else 0),) if rows else ()
    paper = content(*blocks, *table)
    done = typeset_paper(paper, "題", "ja", {})
    assert done.value is not None, done.findings[0].message("en")
    text = re.sub("[.（）]", "", plain(text_of(done.value.pdf)))  # dots of leaders, readings in headings
    assert sorted(text) == sorted(plain(letters(paper)).replace(".", ""))
    assert len(done.value.pages.starts) == len(paper.blocks)


def test_data_holds_strings_and_numbers_only():
    data = Leaves(frozenset(), "図").data(content(*lines("#x")), "題", "ja")
    assert data["leaves"][0]["blocks"][0]["inlines"][0]["text"] == "#x"


def test_a_word_file_of_many_pages_is_set_quickly():
    body = "\n".join("　" + "議案の説明を申し上げます。" * 20 for _ in range(100))
    assert made(word(body), "docx")[1].value.pages.count > 10
