"""Pages told apart by what is seen on them, however the file was saved."""

from __future__ import annotations

import hashlib
import io

import papers_files as files
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from council.papers.page_prints import page_prints
from council.papers.pdf_text import pdf_text
from council.papers.prints import WAY, print_of


def prints(data):
    return page_prints(data, pdf_text(data, "a.pdf").value)


def words(*pages):
    return files.pdf(*(files.text_at(72, 700, one) for one in pages))


def saved_again(data):
    """Return a PDF as another program saves it: other names, other compression, other order."""
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(data)).pages:
        added = writer.add_page(page)
        fonts = added["/Resources"]["/Font"]
        for name in list(fonts):
            fonts[NameObject(f"{name}x")] = fonts[name]
        added.compress_content_streams()
    writer.add_metadata({"/Producer": "another"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture(content):
    """Return a change that shows a picture on the first page."""

    def change(writer):
        image = files.stream(
            content,
            Type=files.name("XObject"),
            Subtype=files.name("Image"),
            Width=files.number(1),
            Height=files.number(1),
            BitsPerComponent=files.number(8),
            ColorSpace=files.name("DeviceGray"),
        )
        resources = writer.pages[0]["/Resources"]
        resources[files.name("XObject")] = files.dictionary(P1=writer._add_object(image))

    return change


def test_pages_saved_again_have_the_same_prints():
    data = words("Budget", "Reserve")
    assert prints(saved_again(data)) == prints(data)
    assert hashlib.sha256(saved_again(data)).digest() != hashlib.sha256(data).digest()


def test_only_the_page_that_changed_has_another_print():
    before, after = prints(words("Budget", "Reserve 100", "End")), prints(words("Budget", "Reserve 200", "End"))
    assert [a == b for a, b in zip(before, after, strict=True)] == [True, False, True]


def test_lines_and_pictures_count_as_well():
    text = files.text_at(72, 700, "Chart")
    low, high = text + files.box(72, 100, 40, 100), text + files.box(72, 100, 40, 180)
    assert prints(files.pdf(low)) != prints(files.pdf(high))
    shown = text + "q 100 0 0 100 72 72 cm /P1 Do Q"
    one, other = files.pdf(shown, change=picture(b"\x00")), files.pdf(shown, change=picture(b"\xff"))
    assert prints(one) != prints(other)
    assert prints(one) == prints(files.pdf(shown, change=picture(b"\x00")))


def test_a_picture_that_is_not_shown_tells_nothing():
    text = files.text_at(72, 700, "Words")
    assert prints(files.pdf(text, change=picture(b"\x00"))) == prints(files.pdf(text, change=picture(b"\xff")))


def test_scans_are_told_apart_by_their_pictures():
    scan = "q 595 0 0 842 0 0 cm /P1 Do Q"
    assert prints(files.pdf(scan, change=picture(b"\x10"))) != prints(files.pdf(scan, change=picture(b"\x11")))


@pytest.mark.parametrize("one", [prints(words("a"))[0], print_of("0" * 64)])
def test_a_print_is_no_number_and_no_day_for_excel(one):
    assert one.startswith(WAY)
    assert WAY.isalpha()
    assert len(one) == 12


def test_equal_pages_have_equal_prints_wherever_they_stand():
    assert len(set(prints(words("same", "same", "other")))) == 2
