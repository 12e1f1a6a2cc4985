"""A published PDF is made anew from its pages; what may cover or hide words holds it back."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers_files import (
    LATIN_HIDDEN,
    all_words,
    annotation,
    array,
    box,
    dictionary,
    exif,
    jpeg,
    kanji_at,
    name,
    number,
    pdf,
    stream,
    text_at,
    words,
)
from pypdf import PdfReader
from pypdf.generic import NameObject, NullObject

from council.papers import clean_paper, prepare_paper

LINE = text_at(72, 700, "Budget of the city")


def cleaned(data: bytes):
    return clean_paper(data, "a.pdf", "pdf")


def codes(data: bytes) -> list[str]:
    return sorted({one.rule.code for one in cleaned(data).findings})


def root(writer, key, value):
    writer._root_object[NameObject(f"/{key}")] = value


def with_attachment(writer):
    writer.add_attachment("memo.txt", LATIN_HIDDEN.encode())


def with_script(writer):
    root(writer, "OpenAction", dictionary(S=name("JavaScript"), JS=words(f"app.alert('{LATIN_HIDDEN}')")))


def with_xmp(writer):
    data = f"<x xmlns:dc='dc'><dc:creator>{LATIN_HIDDEN}</dc:creator></x>".encode()
    root(writer, "Metadata", writer._add_object(stream(data, Type=name("Metadata"), Subtype=name("XML"))))


def with_page_history(writer):
    page = writer.pages[0]
    page[name("PieceInfo")] = dictionary(Word=dictionary(Private=words(LATIN_HIDDEN)))
    page[name("LastModified")] = words(f"D:2026 {LATIN_HIDDEN}")
    page[name("Thumb")] = writer._add_object(stream(LATIN_HIDDEN.encode()))


def with_tags_of_a_removed_page(writer):
    gone = writer._add_object(dictionary(Type=name("Page"), Contents=writer._add_object(stream(LATIN_HIDDEN.encode()))))
    tag = dictionary(Type=name("StructElem"), S=name("P"), Pg=gone, Alt=words(LATIN_HIDDEN))
    here = dictionary(Type=name("StructElem"), S=name("Figure"), Alt=words(f"C:\\Users\\{LATIN_HIDDEN}\\a.jpg"))
    tree = dictionary(Type=name("StructTreeRoot"), K=array(writer._add_object(tag), writer._add_object(here)))
    root(writer, "StructTreeRoot", writer._add_object(tree))


def with_comment(writer):
    annotation(writer, "Text", T=words(LATIN_HIDDEN), Contents=words(LATIN_HIDDEN))


def with_a_picture(writer):
    values = {"Type": name("XObject"), "Subtype": name("Image"), "Width": number(1), "Height": number(1)}
    picture = stream(jpeg(exif(gps=True)), Filter=name("DCTDecode"), **values)
    picture[name("Metadata")] = writer._add_object(stream(LATIN_HIDDEN.encode()))
    writer.pages[0][name("Resources")][name("XObject")] = dictionary(Im0=writer._add_object(picture))


@pytest.mark.parametrize(
    ("change", "info", "expected"),
    [
        (None, {}, []),
        (None, {"/Author": LATIN_HIDDEN, "/Title": LATIN_HIDDEN}, ["D318"]),
        (None, {"/Title": LATIN_HIDDEN, "/Creator": LATIN_HIDDEN, "/Producer": LATIN_HIDDEN}, []),
        (with_attachment, {}, ["D314"]),
        (with_script, {}, ["D314"]),
        (with_xmp, {}, ["D318"]),
        (with_page_history, {}, []),
        (with_tags_of_a_removed_page, {}, []),
        (with_comment, {}, ["D311"]),
        (with_a_picture, {}, []),
    ],
)
def test_what_a_pdf_carries_beside_its_pages_is_gone(change, info, expected):
    data = pdf(LINE, change=change, info=info)
    published = cleaned(data)
    assert (LATIN_HIDDEN in all_words(data)) == bool(change or info)
    assert published.value is not None
    assert codes(data) == expected
    assert LATIN_HIDDEN not in all_words(published.value)
    assert b"Exif" not in published.value
    reader = PdfReader(io.BytesIO(published.value))
    assert reader.metadata is None
    assert reader.pages[0].extract_text().strip() == "Budget of the city"


def test_the_same_paper_gives_the_same_bytes_and_a_clean_one_stays_as_it_is():
    data = pdf(LINE, LINE, info={"/Author": "somebody"})
    once = cleaned(data).value
    assert once is not None
    assert once == cleaned(data).value == cleaned(pdf(LINE, LINE, info={"/Author": "somebody else"})).value
    assert cleaned(once).value == once
    assert cleaned(once).findings == ()


def link(writer, **action):
    annotation(writer, "Link", A=dictionary(**action))


def links(data: bytes) -> list[str]:
    pages = PdfReader(io.BytesIO(data)).pages
    actions = (one.get_object().get("/A", {}) for page in pages for one in page.get("/Annots", ()))
    return [action.get("/URI", action.get("/S", "")) for action in actions]


def test_links_to_the_web_and_within_the_paper_stay_and_no_others():
    def change(writer):
        link(writer, S=name("URI"), URI=words("https://example.jp/"))
        link(writer, S=name("GoTo"), D=array(writer.pages[1].indirect_reference, name("Fit")))
        link(writer, S=name("URI"), URI=words(f"file:///C:/{LATIN_HIDDEN}"))
        link(writer, S=name("Launch"), F=words(LATIN_HIDDEN))
        link(writer, S=name("JavaScript"), JS=words(LATIN_HIDDEN))

    published = cleaned(pdf(LINE, LINE, change=change)).value
    assert links(published) == ["https://example.jp/", "/GoTo", "", "", ""]
    assert LATIN_HIDDEN not in all_words(published)


@pytest.mark.parametrize(
    ("subtype", "values", "expected"),
    [
        ("Redact", {}, ["D306"]),
        ("Square", {"IC": array(number(0))}, ["D306"]),
        ("Ink", {}, ["D306"]),
        ("Stamp", {}, ["D306"]),
        ("FreeText", {"Contents": words("x")}, ["D306"]),
        ("StrikeOut", {}, ["D306"]),
        ("Highlight", {"C": array(number(0), number(0), number(0))}, ["D306"]),
        ("Highlight", {"C": array(number(1), number(1), number(0))}, ["D311"]),
        ("Square", {"F": number(2)}, ["D311"]),
        ("Underline", {}, ["D311"]),
        ("Popup", {}, []),
        ("FileAttachment", {}, ["D314"]),
        ("Widget", {}, []),
        ("Widget", {"V": words("")}, []),
        ("Widget", {"V": words("written by hand")}, ["D307"]),
        ("Widget", {"V": name("Off")}, []),
    ],
)
def test_annotations_that_may_cover_words_hold_it_back_and_others_go(subtype, values, expected):
    data = pdf(LINE, change=lambda writer: annotation(writer, subtype, **values))
    published = cleaned(data)
    assert codes(data) == expected
    assert (published.value is None) == (expected in (["D306"], ["D307"]))
    if published.value:
        assert "/Annots" not in PdfReader(io.BytesIO(published.value)).pages[0]


def layers(**usual):
    def change(writer):
        group = writer._add_object(dictionary(Type=name("OCG"), Name=words(LATIN_HIDDEN)))
        given = {key: array(group) if value == "group" else value for key, value in usual.items()}
        root(writer, "OCProperties", dictionary(OCGs=array(group), D=dictionary(**given)))
        writer.pages[0][name("Resources")][name("Properties")] = dictionary(MC0=group)

    return change


def test_a_hidden_layer_holds_it_back_and_a_shown_one_loses_its_name():
    assert codes(pdf(LINE, change=layers(OFF="group"))) == ["D308"]
    assert codes(pdf(LINE, change=layers(BaseState=name("OFF")))) == ["D308"]
    shown = pdf(LINE, change=layers(ON="group"))
    assert codes(shown) == []
    assert LATIN_HIDDEN not in all_words(cleaned(shown).value)


@pytest.mark.parametrize(
    ("drawing", "covered"),
    [
        (LINE + box(60, 690, 200, 30), True),
        (LINE + box(60, 690, 200, 30, "1 g"), True),
        (LINE + box(100, 690, 30, 30, "0 0 0 rg"), True),
        (LINE + "q 0.5 0 0 0.5 0 0 cm 120 1380 400 60 re f Q\n", True),
        (LINE + "q 0 0 0 1 k 60 690 m 260 690 l 260 720 l 60 720 l h f Q\n", True),
        (box(60, 690, 200, 30) + LINE, True),
        (box(60, 690, 200, 30) + text_at(72, 700, "White on black", before="1 g"), False),
        (box(60, 690, 200, 30, "0.9 g") + LINE, False),
        (LINE + box(60, 703, 200, 1), False),
        (LINE + box(60, 600, 200, 30), False),
        (LINE + box(71, 690, 1, 30), False),
        (LINE + "q 60 690 200 30 re S Q\n", False),
        (LINE + "q 60 690 m 160 760 l 260 690 l h f Q\n", False),
        (LINE + "q 300 690 10 10 re W n 0 g 60 690 400 30 re f Q\n", False),
        (LINE, False),
    ],
)
def test_words_under_a_filled_box_hold_it_back(drawing, covered):
    assert codes(pdf(drawing)) == (["D309"] if covered else [])


def test_a_transparent_marker_covers_nothing():
    def change(writer):
        state = dictionary(Type=name("ExtGState"), BM=name("Multiply"))
        writer.pages[0][name("Resources")][name("ExtGState")] = dictionary(G0=state)

    assert codes(pdf(LINE + box(60, 690, 200, 30, "/G0 gs 1 1 0 rg"), change=change)) == []


def test_the_page_with_covered_words_is_named():
    found = cleaned(pdf(LINE, LINE + box(60, 690, 200, 30))).findings
    assert [one.message("ja") for one in found] == ["2ページに、黒く塗った下に残っている文字があります。掲載しません"]


def test_a_locked_pdf_is_held_back_and_one_that_opens_is_published_open():
    def lock(password, owner):
        return pdf(LINE, change=lambda writer: writer.encrypt(password, owner, algorithm="RC4-128"))

    assert codes(lock("secret", None)) == ["D104"]
    opened = cleaned(lock("", "owner"))
    assert opened.findings == ()
    assert not PdfReader(io.BytesIO(opened.value)).is_encrypted


def test_words_are_read_page_by_page():
    prepared = prepare_paper(pdf(LINE, "", text_at(72, 700, "Second")), "a.pdf", "pdf")
    assert [(part.number, part.blocks[0].text if part.blocks else "") for part in prepared.value.text.parts] == [
        (1, "Budget of the city"),
        (2, ""),
        (3, "Second"),
    ]
    assert prepared.findings == ()


@pytest.mark.parametrize(("gap", "read"), [(2, "令和8年"), (30, "令和8 年")])
def test_a_hair_s_breadth_between_figures_and_kanji_is_no_space(gap, read):
    drawing = kanji_at(72, 700, "令和") + text_at(96 + 2, 700, "8") + kanji_at(104.7 + gap, 700, "年")
    prepared = prepare_paper(pdf(drawing), "a.pdf", "pdf")
    assert prepared.value.text.text == read


def test_a_scan_is_published_and_said_to_hold_no_words():
    prepared = prepare_paper(pdf(box(0, 0, 500, 500)), "a.pdf", "pdf")
    assert (prepared.value.text.has_words, [one.rule.code for one in prepared.findings]) == (False, ["D315"])


def test_a_paper_that_says_it_is_not_for_everyone_is_pointed_out():
    prepared = prepare_paper(pdf(text_at(72, 800, "[Confidential]") + LINE), "a.pdf", "pdf")
    assert [(one.rule.code, dict(one.values)["text"]) for one in prepared.findings] == [("D320", "Confidential")]


@pytest.mark.parametrize("damage", [lambda data: data[:-200], lambda data: data.replace(b"/Contents", b"/Kontents")])
def test_a_damaged_pdf_prints_nothing_and_raises_nothing(damage, capfd):
    prepare_paper(damage(pdf(LINE)), "a.pdf", "pdf")
    assert capfd.readouterr() == ("", "")


@settings(deadline=None)  # the first call loads tables
@given(st.integers(0, 1200), st.binary(max_size=30))
def test_no_bytes_make_it_stumble(place, junk):
    data = pdf(LINE + box(60, 690, 200, 30))
    found = prepare_paper(data[:place] + junk + data[place + len(junk) :], "a.pdf", "pdf")
    assert found.value is not None or found.findings


def test_null_objects_are_left_out():
    published = cleaned(pdf(LINE, change=lambda writer: root(writer, "Lang", NullObject()))).value
    assert b"/Lang" not in published
