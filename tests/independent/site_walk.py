"""A walk over a finished site with lxml alone: what every page offers, loads and leads to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html

LOADING = (
    ("img", "src"),
    ("img", "srcset"),
    ("script", "src"),
    ("iframe", "src"),
    ("frame", "src"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("source", "src"),
    ("source", "srcset"),
    ("track", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("input", "src"),
    ("image", "href"),
    ("use", "href"),
)
_NAMED_ONLY = {"canonical", "alternate", "next", "prev", "license"}


@dataclass(frozen=True)
class PageFile:
    """One page: its address below the root and its parsed tree."""

    uri: str
    tree: lxml.html.HtmlElement

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [str(one) for one in self.tree.xpath("//@id")]

    @property
    def anchors(self) -> set[str]:
        """Every place that a fragment can name."""
        return {*self.ids, *map(str, self.tree.xpath("//a/@name")), "", "top"}

    @property
    def articles(self) -> list[lxml.html.HtmlElement]:
        """The article elements."""
        return list(self.tree.iter("article"))

    @property
    def policy(self) -> str:
        """The Content-Security-Policy the page declares."""
        found = self.tree.xpath("//meta[translate(@http-equiv,'CSP','csp')='content-security-policy']/@content")
        return str(found[0]) if found else ""

    def meta(self, name: str) -> str:
        """Return what a <meta> says, empty if it is not there."""
        return "".join(map(str, self.tree.xpath("//meta[@name=$name]/@content", name=name)))

    @property
    def redirects(self) -> str:
        """Where a moved page leads, empty if it is none."""
        found = self.tree.xpath("//meta[translate(@http-equiv,'REFSH','refsh')='refresh']/@content")
        return str(found[0]).partition("url=")[2].strip() if found else ""

    def loads(self) -> Iterator[str]:
        """Yield every address the browser fetches for this page by itself."""
        for tag, name in LOADING:
            yield from map(str, self.tree.xpath(f"//{tag}/@{name}"))
        for link in self.tree.iter("link"):
            if link.get("href") and not _NAMED_ONLY & set((link.get("rel") or "").split()):
                yield link.get("href")

    def leads_to(self) -> Iterator[str]:
        """Yield every address a reader can go to from here."""
        for name in ("href", "action", "formaction"):
            yield from map(str, self.tree.xpath(f"//*[self::a or self::area or self::form or self::button]/@{name}"))
        if self.redirects:
            yield self.redirects


def read_pages(root: Path) -> Iterator[PageFile]:
    """Yield every page below a folder, in order of its address."""
    for path in sorted(root.rglob("*.html")):
        yield PageFile(path.relative_to(root).as_posix(), lxml.html.document_fromstring(path.read_bytes()))


def read_page(root: Path, uri: str) -> PageFile:
    """Return one page."""
    return PageFile(uri, lxml.html.document_fromstring((root / uri).read_bytes()))


def is_elsewhere(address: str) -> bool:
    """Say whether an address leaves the site (or is no address of a file at all)."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def target(uri: str, address: str) -> tuple[str, str]:
    """Return the page below the root and the place on it that an address names, seen from a page."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    where = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri
    fragment = unquote(parts.fragment)
    return where, "" if fragment.startswith(("?", ":~:")) or "=" in fragment else fragment


def words(element: lxml.html.HtmlElement) -> str:
    """Return an element's text on one line."""
    return " ".join(element.text_content().split())


def of_class(element: lxml.html.HtmlElement, *names: str) -> list[lxml.html.HtmlElement]:
    """Return the elements below that bear one of these classes, in order."""
    return [one for one in element.iterdescendants() if isinstance(one.tag, str) and set(names) & set(one.classes)]


def by_id(page: PageFile, name: str) -> list[lxml.html.HtmlElement]:
    """Return the element of an id, if there is one."""
    return list(page.tree.xpath("//*[@id=$name]", name=name))
