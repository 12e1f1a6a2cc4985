"""Pictures are published without camera, place, program and author, and without a changed pixel."""

from __future__ import annotations

import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers_files import CODED, HIDDEN, JFIF, chunk, exif, jpeg, png, segment

from council.papers.cleaning import clean_paper
from council.papers.pictures import PictureError, clean_jpeg, clean_jpx, clean_png


@pytest.mark.parametrize(
    "extra",
    [
        chunk(b"tEXt", b"Author\0" + HIDDEN.encode()),
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(HIDDEN.encode())),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + HIDDEN.encode()),
        chunk(b"eXIf", b"MM\0*" + HIDDEN.encode()),
        chunk(b"tIME", b"\x07\xea\x03\x03\x09\x29\x0a"),
        chunk(b"prVt", HIDDEN.encode()),
    ],
)
def test_a_png_keeps_its_picture_and_nothing_else(extra):
    assert clean_png(png(extra)).data == png()


def test_what_follows_a_png_goes_with_a_cropped_original_in_it():
    assert clean_png(png(after=b"IDAT of the picture before it was cropped")).data == png()


def test_colours_of_a_png_stay():
    kept = chunk(b"gAMA", b"\0\0\xb1\x8f") + chunk(b"sRGB", b"\0")
    assert clean_png(png(kept)).data == png(kept)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png()[:-5], "D103"),
        (png().replace(b"\xff\0\0", b"\xff\0\1"), None),
        (png()[:30] + b"\0" + png()[31:], "D103"),
        (png(chunk(b"acTL", bytes(8))), "D305"),
        (png(chunk(b"ABCD", b"")), "D305"),
        (jpeg()[:-2], "D103"),
        (b"\xff\xd8\xff", "D103"),
    ],
)
def test_a_picture_that_is_damaged_or_unknown_is_held_back(data, code):
    found = clean_paper(data, "a", "jpeg" if data.startswith(b"\xff\xd8") else "png")
    assert (found.value is None) == (code is not None)
    assert [one.rule.code for one in found.findings] == ([code] if code else [])


@pytest.mark.parametrize(
    ("extra", "dropped"),
    [
        (exif(), {"Exif"}),
        (exif(gps=True), {"Exif", "GPS"}),
        (segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + HIDDEN.encode()), {"XMP"}),
        (segment(0xED, b"Photoshop 3.0\0" + HIDDEN.encode()), {"APP13"}),
        (segment(0xFE, HIDDEN.encode()), {"COM"}),
        (segment(0xE2, b"MPF\0" + HIDDEN.encode()), {"APP2"}),
        (segment(0xE0, b"JFXX\0\x10" + HIDDEN.encode()), {"APP0"}),
    ],
)
def test_a_jpeg_keeps_its_picture_and_nothing_else(extra, dropped):
    cleaned = clean_jpeg(jpeg(extra))
    assert (cleaned.data, cleaned.dropped) == (jpeg(), dropped)


def test_a_photo_stays_turned_as_it_was_taken():
    cleaned = clean_jpeg(jpeg(exif(6, gps=True))).data
    assert HIDDEN.encode() not in cleaned
    assert cleaned.startswith(b"\xff\xd8" + JFIF + b"\xff\xe1")
    assert b"\x01\x12\0\x03\0\0\0\x01\0\x06" in cleaned
    assert clean_jpeg(cleaned).data == cleaned


def test_colour_profile_and_adobe_marker_stay_and_the_film_after_the_photo_goes():
    profile = segment(0xE2, b"ICC_PROFILE\0\x01\x01profile") + segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")
    assert clean_jpeg(jpeg(profile, after=b"ftypmp42" + HIDDEN.encode())).data == jpeg(profile)


def test_the_thumbnail_in_the_head_goes():
    thumb = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01abcdef")
    assert clean_jpeg(b"\xff\xd8" + thumb + CODED + b"\xff\xd9").data == jpeg()


def test_a_jpeg_2000_keeps_its_stream_without_comment():
    stream = b"\xff\x4f\xff\x51\0\x04ab" + b"\xff\x64\0\x08\0\x01" + b"memo" + b"\xff\x90\0\x04cd\xff\xd9"
    without = stream.replace(b"\xff\x64\0\x08\0\x01memo", b"")
    boxed = b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0\0\0\x0cxml <a/>" + (len(stream) + 8).to_bytes(4, "big") + b"jp2c"
    assert clean_jpx(stream).data == without
    assert clean_jpx(boxed + stream).data.endswith(b"jp2c" + without)
    assert clean_jpx(boxed + stream).dropped == {"xml?", "COM"}


@given(st.binary(max_size=80), st.integers(0, 120))
def test_no_bytes_make_it_stumble(tail, place):
    for clean, data in ((clean_png, png()), (clean_jpeg, jpeg(exif(3))), (clean_jpx, b"\xff\x4f\xff\x51")):
        with suppress(PictureError):
            assert clean(data[:place] + tail).data
