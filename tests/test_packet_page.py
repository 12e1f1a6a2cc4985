"""What a packet's page says without any script: every page under its number, its words, changes, what is held back."""

from __future__ import annotations

import json
import re

import pytest
from msgspec.structs import replace
from packet_pages import ASSETS, ID, packet_council
from pages_council import MINUTES, small_council
from pages_site import TEMPLATES, pages, tree, words

from council.glossary.interface import TEXTS
from council.packets.book import Book, Change, Leaf, LeafKind, PageNumber, Retired
from council.pages.book import book_of
from council.pages.compose import open_studio
from council.pages.packet_view import BookView, book_view
from council.pages.templates import environment

PDF = f"packets/{ID}.pdf"


def packet(language: str = "ja"):
    return tree(pages(language)[f"packets/{MINUTES}.html"])


def made_book() -> tuple[Book, BookView]:
    """Return a packet of which page 5 was replaced, and what its page shows."""
    studio = open_studio(packet_council({"予算": ["一", "二", "三"]}), environment([TEMPLATES]))
    book = book_of(studio, studio.record.council.events[MINUTES])
    leaves = tuple(_replaced(leaf) if leaf.number == PageNumber(5) else leaf for leaf in book.leaves)
    retired = (Retired(PageNumber(5), PageNumber(5, 2), "5ページは差し替わりました。"),)
    book = replace(book, leaves=leaves, retired=retired, revision=2)
    return book, book_view(studio.sheet(f"packets/{ID}.html"), book, PDF)


def _replaced(leaf: Leaf) -> Leaf:
    return replace(leaf, number=PageNumber(5, 2), change=Change.REPLACED, changed="12月3日 差し替え")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_of_the_plan_has_its_place_under_its_number(language: str):
    studio = open_studio(small_council(language), environment([TEMPLATES]))
    book = book_of(studio, studio.record.council.events[MINUTES])
    shown = packet(language)
    ids = [one.get("id") for one in shown.iter() if one.get("data-page")]
    assert ids == [leaf.number.anchor for leaf in book.leaves]
    assert all(one.get("id") == f"p{one.get('data-page')}" for one in shown.iter() if one.get("data-page"))


def test_a_page_of_a_pdf_says_its_words_which_page_it_is_and_leads_to_the_original():
    (leaf,) = packet().xpath('.//*[@id="p4"]')
    assert "通しページ 4 資料1 1/24" in words(leaf)
    assert "歳入は、 次のとおりです。" in re.sub(r"\s+", " ", words(leaf))
    assert leaf.xpath(".//a[@data-original]/@href") == ["../files/m-00000001.pdf#page=1"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (5, "このページからは文字を取り出せません"),
        (6, "このページの文字は取り出せませんでした"),
        (29, "まだ掲載していません"),
    ],
)
def test_a_page_without_words_says_why(number: int, said: str):
    (leaf,) = packet().xpath(f'.//*[@id="p{number}"]')
    assert said in words(leaf)
    assert not leaf.find_class("packet-text")


def test_pages_lead_to_their_place_in_the_pdf_of_the_packet():
    book, view = made_book()
    shown = {view.cover.number: view.cover.whole} | {one.number: one.whole for one in view.items[1].papers[0].leaves}
    for place, leaf in enumerate(book.leaves, start=1):
        if str(leaf.number) in shown:
            assert shown[str(leaf.number)] == f"../{PDF}#page={place}"


def test_a_replaced_page_says_since_when_and_the_old_number_leads_to_it():
    _, view = made_book()
    (paper,) = view.items[1].papers
    assert [one.number for one in paper.leaves] == ["4", "5-2", "6"]
    assert (paper.leaves[1].changed, paper.leaves[1].change) == ("12月3日 差し替え", "replaced")
    assert (paper.span, view.last) == ("4〜6", "6")
    assert view.retired == (("5", "5-2", "5ページは差し替わりました。"),)


def test_kinds_of_leaves_are_all_named():
    assert {kind.value for kind in LeafKind} - {"paper", "missing"} <= {key.partition(".")[2] for key in TEXTS}


def test_scripts_say_what_the_table_has_and_nothing_else():
    code = "".join(one.read_text("utf-8") for one in sorted((ASSETS / "packets").glob("packet*.js")))
    asked = set(re.findall(r"say\(\"(\w+)\"", code))
    for one, other in re.findall(r"say\([^\"]*? \? \"(\w+)\" : (?:\w+ \? )?\"(\w+)\"", code):
        asked |= {one, other}
    asked |= set(re.findall(r"\"(awake_\w+|found\w*)\"", code)) | {"mark", "highlight", "note"}
    keys = {key.partition(".")[2] for key in TEXTS if key.startswith("packet_say.")}
    assert asked == keys


@pytest.mark.parametrize("language", ["ja", "en"])
def test_scripts_are_given_their_words_in_the_language_of_the_page(language: str):
    (root,) = packet(language).xpath(".//*[@data-packet]")
    said = json.loads(root.get("data-words"))
    assert said["undo"] == ("元に戻す" if language == "ja" else "Undo")
    assert len(root.get("data-variants")) % 2 == 0
