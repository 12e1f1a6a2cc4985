"""For any words and any markup: what is visible comes out whole, what is concealed nowhere, and nothing stops the reader."""

from __future__ import annotations

import tempfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from build_word import paragraph, run, word_parts, write_parts
from hypothesis import given, settings
from hypothesis import strategies as st

from council.read.docx import read_word
from council.text.blocks import MarkKind, paragraphs

SETTINGS = settings(max_examples=60, deadline=None, derandomize=True)
# whatever XML can hold; blanks that matter in minutes come often
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from(
    "　 \t○◆君"
)
LINES = st.lists(st.text(LETTERS, max_size=30), min_size=1, max_size=8)

CONCEAL = [
    "<w:vanish/>",
    "<w:strike/>",
    "<w:dstrike/>",
    '<w:color w:val="FFFFFF"/>',
    '<w:sz w:val="2"/>',
    '<w:rStyle w:val="secret"/>',
]
CANARY = "⚑"


def read(body: str, **parts: str) -> object:
    """Read a document with this body."""
    with tempfile.TemporaryDirectory() as folder:
        made = word_parts(body) | {f"word/{name}.xml": text for name, text in parts.items()}
        return read_word(write_parts(Path(folder) / "a.docx", made), "a.docx")


def texts(outcome: object) -> list[str]:
    """Return the paragraphs' texts."""
    return [one.text for one in paragraphs(outcome.value.blocks)]  # type: ignore[attr-defined]


@SETTINGS
@given(LINES)
def test_every_character_of_every_paragraph_comes_out(lines: list[str]):
    assert texts(read("\n".join(paragraph(run(line)) for line in lines))) == lines


@SETTINGS
@given(st.lists(st.tuples(st.text(LETTERS, min_size=1, max_size=8), st.none() | st.sampled_from(CONCEAL)), max_size=12))
def test_concealed_words_are_nowhere_and_visible_ones_are_whole(pieces: list[tuple[str, str | None]]):
    runs = [run(text, "") if hidden is None else run(CANARY + text, hidden) for text, hidden in pieces]
    outcome = read(paragraph("".join(runs)))
    assert texts(outcome) == ["".join(text for text, hidden in pieces if hidden is None)]
    assert CANARY not in repr(outcome)


@SETTINGS
@given(st.lists(st.tuples(st.text("甲乙丙", min_size=1, max_size=4), st.booleans()), min_size=1, max_size=10))
def test_a_mark_stands_where_struck_words_stood(pieces: list[tuple[str, bool]]):
    outcome = read(paragraph("".join(run(text, "<w:strike/>" if struck else "") for text, struck in pieces)))
    expected, length = set(), 0
    for text, struck in pieces:
        length += 0 if struck else len(text)
        expected |= {length} if struck else set()
    (block,) = outcome.value.blocks  # type: ignore[attr-defined]
    assert {mark.start for mark in block.marks} == expected
    assert all(mark.start == mark.end and mark.kind is MarkKind.WITHHELD for mark in block.marks)


NAMES = (
    "p r t tab br cr sym ruby rubyBase rt fldChar instrText fldSimple hyperlink ins del moveFrom moveTo sdt sdtContent smartTag customXml "
    "tbl tr tc tblPr trPr tcPr gridSpan vMerge hMerge gridBefore tblHeader hidden pPr rPr pStyle rStyle numPr numId ilvl outlineLvl vanish "
    "strike dstrike color sz shd highlight rFonts drawing pict object txbxContent footnoteReference endnoteReference commentReference "
    "footnoteRef noBreakHyphen softHyphen ptab delText altChunk subDoc newThing tblStyle tblLook sectPr headerReference rPrChange"
).split()
VALUES = st.sampled_from(
    [
        "",
        "0",
        "1",
        "-1",
        "99999999999",
        "x",
        "begin",
        "separate",
        "end",
        "restart",
        "continue",
        "FFFFFF",
        "auto",
        "secret",
        "1 2",
        "F0FC",
        "０",
    ]
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        [
            "w:val",
            "w:fldCharType",
            "w:instr",
            "w:id",
            "w:char",
            "w:font",
            "w:ascii",
            "w:author",
            "w:type",
            "w:fill",
            "w:themeColor",
            "r:id",
            "w:firstRow",
        ]
    ),
    VALUES,
    max_size=3,
)


def element(name: str, attributes: dict[str, str], children: list[str]) -> str:
    """Return an element of WordprocessingML."""
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<w:{name}{said}>{''.join(children)}</w:{name}>"


TREES = st.recursive(
    st.text("文　1", max_size=3),
    lambda inner: st.builds(element, st.sampled_from(NAMES), ATTRIBUTES, st.lists(inner, max_size=4)),
    max_leaves=40,
)


@settings(SETTINGS, max_examples=300)
@given(st.lists(TREES, max_size=5))
def test_no_markup_stops_the_reader(trees: list[str]):
    body = "".join(trees)
    numbers = [one.number for one in paragraphs(read(f"<w:p/>{body}").value.blocks)]  # type: ignore[attr-defined]
    assert numbers == sorted(set(numbers))


@settings(SETTINGS, max_examples=100)
@given(st.lists(TREES, max_size=4), st.sampled_from(["styles", "numbering", "footnotes", "comments"]))
def test_no_side_part_stops_the_reader(trees: list[str], part: str):
    sound = word_parts("本文{footnote 注}{comment 覚え}\n+ 項目\n# 見出し")[f"word/{part}.xml"]
    head, _, tail = sound.rpartition("</w:")
    read("本文{footnote 注}{comment 覚え}\n+ 項目\n# 見出し", **{part: f"{head}{''.join(trees)}</w:{tail}"})


@SETTINGS
@given(st.binary(max_size=600))
def test_no_bytes_stop_the_reader(data: bytes):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        assert read_word(path, "a.docx").value is None
