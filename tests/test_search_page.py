"""The search page and the search boxes as they are written, before any script runs."""

from __future__ import annotations

import json
import re

import pytest
from pages_council import ANNOUNCED, HANAKO, HELD_BACK, KEN, MINUTES, SESSION, UNDATED, USHIO
from pages_site import TEMPLATES, pages, said, tree

from council.glossary.interface import TEXTS
from council.pages.search import SAYINGS

LANGUAGES = ("ja", "en")
MODULES = sorted((TEMPLATES / "theme" / "assets" / "search").glob("page*/*.mjs"))
PAGE = TEMPLATES / "theme" / "assets" / "search" / "page.mjs"


def options(name: str, language: str = "ja") -> dict[str, str]:
    """Return the values of a field with their words, without the first, which is all."""
    (field,) = tree(pages(language)["search.html"]).xpath(f"//select[@name='{name}' or @id='search-{name}']")
    return {one.get("value"): one.text for one in list(field)[1:]}


def scope(uri: str) -> tuple[str, dict[str, str]] | None:
    """Return where a page's own search box leads and what it hands on."""
    found = tree(pages()[uri]).xpath("//form[@class='c-search-in']")
    if not found:
        return None
    (form,) = found
    return form.get("action"), {
        one.get("name"): one.get("value") for one in form.iter("input") if one.get("type") == "hidden"
    }


def test_results_are_one_flat_list_beside_a_count_that_is_read_out():
    page = tree(pages()["search.html"])
    assert [one.tag for one in page.xpath("//*[@id='search-results']")] == ["ol"]
    (count,) = page.xpath("//*[@id='search-count']")
    assert count.get("aria-live") == "polite"
    assert count.get("data-count") is None


def test_what_the_results_can_be_narrowed_by_comes_from_the_record():
    assert options("kind") == {"speech": "発言", "bill": "議案", "decision": "採決", "material": "資料"}
    assert list(options("session")) == ["2026-2-teirei", SESSION]
    assert set(options("body")) == {"本会議", "総務委員会"}
    assert options("group")[USHIO] == "うしお"
    assert options("speaker")[HANAKO] == "鈴木 花子"
    assert options("year") == {"2026": "2026年（令和8年）"}
    assert {one.get("name") for one in tree(pages()["search.html"]).xpath("//form[@id='search-form']//*[@name]")} == {
        "q", "kind", "session", "body", "group", "speaker", "from", "to", "sort",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_there_is_an_explanation_and_another_way(language):
    page = pages(language)["search.html"]
    assert "JavaScript" in said(page)
    ways = {one.get("href") for one in tree(page).xpath("//a[@class='c-door']")}
    assert {"sessions.html", "bills.html", "members.html", "materials.html"} <= ways


def test_a_member_s_box_searches_that_member_and_a_sitting_s_that_sitting():
    assert scope(f"members/{KEN}.html") == ("../search.html", {"speaker": KEN})
    day = {"from": "2026-03-03", "to": "2026-03-03"}
    assert scope(f"meetings/{MINUTES}.html") == ("../search.html", {"kind": "speech", "body": "本会議", **day})
    assert [scope(f"meetings/{one}.html") for one in (ANNOUNCED, HELD_BACK, UNDATED)] == [None, None, None]


@pytest.mark.parametrize(
    ("language", "examples"), [("ja", ["予算 給食", "給食|保育"]), ("en", ["budget school", "road|bridge"])]
)
def test_how_to_ask_is_shown_as_it_is_typed(language, examples):
    assert [one.text for one in tree(pages(language)["search.html"]).iter("code")][:2] == examples


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_gets_every_word_that_it_says(language):
    (holder,) = tree(pages(language)["search.html"]).xpath("//*[@data-council-search]")
    told = json.loads(holder.get("data-council-search"))
    assert told["words"] == {name: TEXTS[f"search_says.{name}"][LANGUAGES.index(language)] for name in SAYINGS}
    assert told["language"] == language


def test_the_glossary_and_the_script_know_the_same_words():
    assert {f"search_says.{name}" for name in SAYINGS} == {key for key in TEXTS if key.startswith("search_says.")}
    code = "".join(path.read_text("utf-8") for path in (PAGE, *MODULES, PAGE.parent.parent / "council" / "search.js"))
    assert [name for name in SAYINGS if not re.search(rf'"{name}"|\b{name}: ', code)] == []


def test_no_script_of_the_page_makes_markup_of_data():
    for path in (PAGE, PAGE.with_name("arrival.mjs"), *MODULES):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(", path.read_text("utf-8")
        )
