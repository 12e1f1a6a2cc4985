"""The articles of a built site: what its pages say, without the frame and without controls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

_LEFT_BEHIND = frozenset({"button", "form", "meter", "script", "style", "svg", "template"})
_PERMALINK = "c-permalink"
_NOT_OF_THE_RECORD = frozenset({"404.html", "data/README.html"})  # MkDocs would make the latter the folder's index


def pages_of(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    """Yield the address and the article of each page of the record."""
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        if address in _NOT_OF_THE_RECORD:
            continue
        if (article := article_of(path.read_bytes())) is not None:
            yield address, article


def article_of(page: bytes) -> HtmlElement | None:
    """Return the article of a page that has one, without what is no content."""
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    found: HtmlElement | None = tree.find(".//article")
    for one in [] if found is None else list(found.iter()):
        if not isinstance(one.tag, str) or one.tag in _LEFT_BEHIND or _PERMALINK in one.get("class", "").split():
            one.drop_tree()
    return found
