"""What the gate reads of the search's files: every facet's name, every text, and anything that is not what it should be."""

from __future__ import annotations

import gzip

import pytest

from council.gate.containers import texts
from council.gate.search_bins import facets_of
from council.search.bins import bin_bytes, packed
from council.search.lists import posting_list

WORD = "仏法僧地区の買収"


def made(*terms: str) -> bytes:
    return bin_bytes([packed(posting_list(term, [3, 5, 8, 400])) for term in sorted(terms)])


def read(data: bytes, name: str = "p/4eee.0123456789abcdef.bin") -> str:
    return "\n".join(texts(gzip.compress(data), name))


def test_the_names_of_facets_are_read():
    data = made("予算", "算", f"@n:{WORD}", "@p:suzuki-hanako")
    assert facets_of(data) == (f"@n:{WORD}", "@p:suzuki-hanako")
    assert WORD in read(data)


def test_pairs_of_characters_tell_no_word():
    data = made("仏法", "法僧", "僧地")
    assert facets_of(data) == ()
    assert "仏法" not in read(data)


@pytest.mark.parametrize(
    "data",
    [
        made("予算") + WORD.encode(),
        made("予算", WORD),
        made("予算")[:-1] + WORD.encode(),
        WORD.encode(),
        b"\0\0" + WORD.encode(),
        made("予算").replace("予算".encode(), "予算".encode() + b"\x02", 1) + WORD.encode(),
    ],
    ids=["behind", "a-term", "in-the-numbers", "text", "no-terms", "kind"],
)
def test_whatever_is_no_bin_through_and_through_is_read_as_any_other_file(data):
    assert facets_of(data) is None
    assert WORD in read(data)


def test_only_a_bin_by_name_is_read_as_one():
    data = made("予算") + b""
    assert "予算" in read(data, "t/x.pack")
    assert facets_of(b"") is None
    assert facets_of(bin_bytes([])) == ()


def test_a_text_of_the_search_is_read():
    assert WORD in "\n".join(texts(gzip.compress(f'[["s-1","{WORD}"]]'.encode()), "t/x.0123456789abcdef.pack"))
