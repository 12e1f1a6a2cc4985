"""A PDF that lost its end, or is locked against changes, is published whole or not at all."""

from __future__ import annotations

import io

import pikepdf
import pytest
from packet_papers import changed, laden, locked, mark, plain, with_tail_cut
from papers_files import LATIN_HIDDEN, all_words, pdf, text_at
from pypdf import PdfReader

from council.papers import pdf_open
from council.papers.cleaning import clean_paper

PAGES = 4
WHITE = text_at(72, 500, LATIN_HIDDEN, before="1 g")


def codes(data: bytes) -> list[str]:
    return sorted({one.rule.code for one in clean_paper(data, "a.pdf", "pdf").findings})


def saved(data: bytes, **options) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as opened:
        out = io.BytesIO()
        opened.save(out, static_id=True, **options)
        return out.getvalue()


def with_lock(data: bytes, method: int) -> bytes:
    kinds = {2: {"aes": False, "metadata": False}, 3: {"aes": False, "metadata": False}, 4: {}, 6: {}}
    with pikepdf.open(io.BytesIO(data)) as opened:
        out = io.BytesIO()
        opened.save(out, encryption=pikepdf.Encryption(owner="chief", R=method, **kinds[method]))
        return out.getvalue()


@pytest.mark.parametrize("method", [2, 3, 4, 6])
def test_a_lock_against_changes_is_taken_off_and_told(method):
    outcome = clean_paper(with_lock(plain("a", 2), method), "a.pdf", "pdf")
    assert [one.rule.code for one in outcome.findings] == ["D332"]
    reader = PdfReader(io.BytesIO(outcome.value))
    assert not reader.is_encrypted
    assert mark("a", 2) in reader.pages[1].extract_text()


def test_a_lock_hides_nothing_from_the_search_for_what_cannot_be_seen():
    assert codes(with_lock(pdf(text_at(72, 700, "Budget") + WHITE), 6)) == ["D323", "D332"]
    assert codes(with_lock(laden("a"), 6)) == ["D311", "D314", "D318", "D332"]


def test_a_cut_end_hides_nothing_either():
    assert codes(with_tail_cut(pdf(text_at(72, 700, "Budget") + WHITE))) == ["D323", "D331"]
    copy = clean_paper(with_tail_cut(laden("a")), "a.pdf", "pdf").value
    assert LATIN_HIDDEN not in all_words(copy)


def test_a_file_with_a_password_to_open_it_stays_out():
    assert codes(locked("a", 1, owner="chief", user="open")) == ["D104"]


def test_a_blank_page_is_no_loss():
    data = changed(plain("a", 2), lambda opened: opened.add_blank_page(page_size=(595, 842)))
    assert codes(with_lock(data, 6)) == ["D332"]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True},
    ],
    ids=["plain", "objects in streams", "linearized"],
)
def test_wherever_a_file_is_cut_it_is_published_whole_or_not_at_all(options):
    data = saved(plain("a", PAGES), **options)
    opened = 0
    for end in range(10, len(data), 23):
        copy = clean_paper(data[:end], "a.pdf", "pdf").value
        if copy is not None:
            opened += 1
            texts = [page.extract_text() for page in PdfReader(io.BytesIO(copy)).pages]
            assert [mark("a", page + 1) in text for page, text in enumerate(texts)] == [True] * PAGES
            assert {text.count("市議会") for text in texts} == {3}
    assert opened or options


@pytest.mark.parametrize("spoilt", [b"/Page\n", b"/Count", b"/Kids"])
def test_a_page_that_a_reader_passes_over_is_missed(spoilt):
    data = plain("a", 3)
    place = data.index(spoilt, data.index(b"/Type /Page\n")) if spoilt == b"/Page\n" else data.index(spoilt)
    outcome = clean_paper(data[:place] + b"/Xa" + data[place + 3 :], "a.pdf", "pdf")
    assert outcome.value is None or len(PdfReader(io.BytesIO(outcome.value)).pages) == 3


@pytest.mark.parametrize("font", [False, True])
def test_a_page_whose_font_or_picture_is_lost_is_not_whole(font):
    """What lies behind the cut is gone without a trace but that the page still asks for it."""

    def change(opened):
        late = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier)
        picture = opened.make_stream(
            b"\x7f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1, BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceGray,
        )  # fmt: skip
        resources = opened.pages[0].obj.Resources
        if font:
            resources.Font.F9 = opened.make_indirect(late)
        else:
            resources.XObject = pikepdf.Dictionary(P9=picture)
        drawing = b"\nBT /F9 9 Tf (x) Tj ET" if font else b"\n/P9 Do"
        opened.pages[0].contents_add(drawing, prepend=False)

    data = changed(plain("a", 1), change)
    last = max(data.rindex(b"/Courier") if font else data.rindex(b"/Width"), 0)
    assert codes(data) == []
    assert codes(data[: data.rindex(b" obj", 0, last)]) == ["D103"]


def test_without_the_extra_such_files_are_held_back(monkeypatch):
    monkeypatch.setattr(pdf_open, "can_mend", lambda: False)
    assert codes(with_lock(plain("a", 1), 6)) == ["D104"]
    assert codes(with_tail_cut(plain("a", 1))) == ["D103"]
