"""Pages of a council as tests read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement
from pages_council import small_council

from council.model.council import Council
from council.pages.compose import compose_pages
from council.pages.page import Page
from council.pages.templates import environment

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "site_templates"
_APART = frozenset("p div li td th dt dd tr br h1 h2 h3 h4 summary details section caption".split())
DICTIONARY = (("votes.csv", (("option", "賛否"),)),)


def composed(council: Council) -> dict[str, Page]:
    """Return every page of a council by its address."""
    return {page.uri: page for page in compose_pages(council, environment([TEMPLATES]), DICTIONARY)}


@cache
def pages(language: str = "ja") -> dict[str, Page]:
    """Return the pages of the small council."""
    return composed(small_council(language))


def tree(page: Page) -> HtmlElement:
    """Return the elements of a page's body."""
    return lxml.html.fragment_fromstring(page.body, create_parent="article")


def words(element: HtmlElement) -> str:
    """Return what a reader sees or hears, on one line; parts that stand apart are told apart by a space."""
    return re.sub(r"\s+", " ", "".join(_texts(element))).strip()


def _texts(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        apart = " " if child.tag in _APART else ""
        yield apart
        yield from _texts(child)
        yield apart + (child.tail or "")


def said(page: Page) -> str:
    """Return what a reader of the page sees or hears."""
    return words(tree(page))
