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
    japanese_font,
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
from pypdf.generic import FloatObject, NameObject, NullObject

from council.papers.cleaning import clean_paper
from council.papers.reading import prepare_paper

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
    assert [one.rule.code for one in opened.findings] == ["D332"]
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


UNSEEN = "HIMITSU"


def with_state(**values):
    def change(writer):
        writer.pages[0][name("Resources")][name("ExtGState")] = dictionary(G0=dictionary(**values))

    return change


def with_crop_box(writer):
    writer.pages[0][name("CropBox")] = array(*(FloatObject(edge) for edge in (0, 650, 595, 842)))


@pytest.mark.parametrize(
    ("drawing", "change"),
    [
        (text_at(72, 600, UNSEEN, before="1 g"), None),
        (text_at(72, 600, UNSEEN, before="1 1 1 rg"), None),
        (text_at(72, 600, UNSEEN, before="0 0 0 0 k"), None),
        (text_at(72, 600, UNSEEN, size=3), None),
        (text_at(72, 600, UNSEEN, before="0.1 0 0 0.1 0 0 cm"), None),
        (text_at(2000, 600, UNSEEN), None),
        (text_at(72, 300, UNSEEN), with_crop_box),
        (text_at(72, 600, UNSEEN, before="/G0 gs"), with_state(ca=FloatObject(0))),
        (text_at(72, 600, UNSEEN, before="0 0 1 1 re W n"), None),
        (text_at(72, 600, UNSEEN, before="3 Tr"), None),
    ],
)
def test_words_that_nobody_sees_hold_it_back_and_the_page_is_named(drawing, change):
    found = cleaned(pdf(LINE, LINE + drawing) if change is None else pdf(LINE + drawing, change=change))
    assert found.value is None
    (one,) = found.findings
    assert (one.rule.code, dict(one.values)["count"]) == ("D323", "7")
    assert dict(one.values)["page"] == ("2" if change is None else "1")


def with_a_scan(writer):
    values = {"Type": name("XObject"), "Subtype": name("Image"), "Width": number(1), "Height": number(1)}
    scan = writer._add_object(stream(jpeg(), Filter=name("DCTDecode"), **values))
    writer.pages[0][name("Resources")][name("XObject")] = dictionary(Im0=scan)


SCAN = "q 595 0 0 842 0 0 cm /Im0 Do Q\n"


@pytest.mark.parametrize(
    ("drawing", "change"),
    [
        (SCAN + text_at(72, 600, UNSEEN, before="3 Tr"), with_a_scan),  # the words of a scan
        (text_at(72, 600, UNSEEN, before="3 Tr") + SCAN, with_a_scan),
        (SCAN + text_at(72, 600, UNSEEN, before="1 g"), with_a_scan),  # white on a photograph
        (box(60, 590, 200, 30, "0 0 0.5 rg") + text_at(72, 600, UNSEEN, before="1 g"), None),
        (
            "q 0 0 0.5 rg 60 590 m 260 590 l 280 605 300 640 60 640 c f Q\n" + text_at(72, 600, UNSEEN, before="1 g"),
            None,
        ),
        ("q 30 w 60 604 m 300 604 l S Q\n" + text_at(72, 600, UNSEEN, before="1 g"), None),
        (text_at(72, 600, UNSEEN, before="1 g 1 Tr"), None),  # white letters with a black line around them
        (text_at(72, 600, UNSEEN, before="0.8 g"), None),
        (text_at(72, 600, UNSEEN, size=5), None),  # readings above kanji
        (text_at(72, 600, UNSEEN, before="70 590 20 30 re W n"), None),  # a word that its cell cuts off
        (text_at(580, 600, UNSEEN), None),
        (text_at(72, 600, UNSEEN, before="/G0 gs") + text_at(72, 600, UNSEEN), with_state(ca=FloatObject(0))),
    ],
)
def test_what_is_seen_stays_published(drawing, change):
    assert codes(pdf(LINE + drawing, change=change)) == []


def with_vertical_letters(writer):
    font = japanese_font()
    font[name("Encoding")] = name("UniJIS-UTF16-V")
    writer.pages[0][name("Resources")][name("Font")][name("F3")] = writer._add_object(font)


def test_a_page_written_downwards_stays_published():
    words_down = "令和八年三月四日に本会議を開き議案第一号から第三号までを原案のとおり可決しました"
    drawing = f"BT /F3 12 Tf 1 0 0 1 540 800 Tm <{words_down.encode('utf-16-be').hex()}> Tj ET\n"
    assert codes(pdf(drawing, change=with_vertical_letters)) == []


def test_pictures_and_forms_that_no_page_draws_stay_behind():
    def change(writer):
        form = {"Type": name("XObject"), "Subtype": name("Form"), "BBox": array(*map(number, (0, 0, 9, 9)))}
        unused = stream(text_at(0, 0, LATIN_HIDDEN).encode(), **form)
        inner = stream(b"q /In Do Q", **form)
        inner[name("Resources")] = dictionary(
            XObject=dictionary(In=writer._add_object(stream(text_at(72, 500, "Inner").encode(), **form)))
        )
        listed = dictionary(Un=writer._add_object(unused), Us=writer._add_object(inner))
        writer.pages[0][name("Resources")][name("XObject")] = listed

    published = cleaned(pdf(LINE + "/Us Do\n", change=change)).value
    assert LATIN_HIDDEN not in all_words(published)
    assert "Inner" in all_words(published)


@pytest.mark.parametrize(
    ("drawing", "left"),
    [
        (f"/Span <</ActualText ({LATIN_HIDDEN}) /MCID 0>> BDC {LINE} EMC\n", "/MCID 0"),
        (f"/Span <</Alt (a \\) {LATIN_HIDDEN} (b)) /MCID 0>> BDC {LINE} EMC\n", "/MCID 0"),
        (f"/Span <</ActualText <FEFF{LATIN_HIDDEN.encode('utf-16-be').hex()}>>> BDC {LINE} EMC\n", "/Span"),
        (f"/Span <</ActualText <FEFF0020>>> BDC {LINE} EMC\n", "/ActualText"),  # a space put right is no word
        (f"{LINE}% {LATIN_HIDDEN}\n", "Budget"),
    ],
)
def test_words_that_stand_in_for_what_is_drawn_stay_behind(drawing, left):
    published = all_words(cleaned(pdf(drawing)).value)
    assert LATIN_HIDDEN not in published
    assert LATIN_HIDDEN.encode("utf-16-be").hex() not in published
    assert left in published


def test_only_a_language_is_kept_as_the_language():
    def change(text):
        return lambda writer: root(writer, "Lang", words(text))

    assert LATIN_HIDDEN not in all_words(cleaned(pdf(LINE, change=change(LATIN_HIDDEN + " x"))).value)
    assert "ja-JP" in all_words(cleaned(pdf(LINE, change=change("ja-JP"))).value)
