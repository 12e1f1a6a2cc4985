"""Material's own `main.html` around a record: rendered once per sort of page, then filled (18 times faster)."""

from __future__ import annotations

from collections.abc import Mapping
from msgspec import Struct, field
from typing import Any

import jinja2
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MaterialPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from council.pages.page import EncodedPage, Page, encoded
from council.site.addresses import absolute, relative
from council.site.contents import ARTICLE_ID, ItemMarkup, nest, table_of_contents
from council.site.policy import inline_scripts, seal
from council.site.tokens import cut, is_clean, slots, token

_TOC_ITEM = "partials/toc-item.html"


class ShellKey(Struct, frozen=True):
    """What makes two pages need two frames: where they lie, what is lit, which optional parts they have."""

    folder: str
    home: bool
    kind: str
    section: str
    crumbs: int
    described: bool
    noindex: bool
    redirected: bool
    contents: bool

    @classmethod
    def of(cls, page: Page) -> ShellKey:
        """Return the key of a page's frame."""
        return cls(
            folder=page.uri.rpartition("/")[0],
            home=page.uri == "index.html",
            kind=page.kind,
            section=page.section,
            crumbs=len(page.breadcrumbs),
            described=bool(page.description),
            noindex=page.noindex,
            redirected=bool(page.redirect),
            contents=bool(page.toc),
        )


class Shell(Struct, frozen=True):
    """A rendered frame, cut at its slots: fixed bytes at even places, names of slots at odd ones."""

    fixed: tuple[bytes, ...]
    slots: tuple[str, ...]
    item: ItemMarkup

    @classmethod
    def of(cls, parts: tuple[str, ...], item: ItemMarkup) -> Shell:
        """Return the shell of a page that was cut at its tokens."""
        return cls(tuple(map(encoded, parts[::2])), parts[1::2], item)

    def fill(self, values: Mapping[str, bytes]) -> bytes:
        """Put a page's values in their places."""
        parts = [b""] * (len(self.fixed) + len(self.slots))
        parts[::2] = self.fixed
        parts[1::2] = [values[name] for name in self.slots]
        return b"".join(parts)


class Theme(Struct):
    """Renders records with MkDocs' configuration, navigation and template environment of one build.

    ``branches``: the council's own templates decide by what is on a page, so that no frame is good for two pages.
    ``slow`` collects the kinds of pages that are rendered whole, for this or because the fast way did not give what
    Material itself gives.
    """

    config: MkDocsConfig
    nav: Navigation
    env: jinja2.Environment
    branches: bool = False
    slow: set[str] = field(default_factory=set)
    _shells: dict[ShellKey, Shell | None] = field(default_factory=dict)

    def render(self, page: EncodedPage) -> bytes:
        """Return the finished page."""
        key = ShellKey.of(page.head)
        if key not in self._shells:
            self._shells[key] = self._proven_shell(page)
        shell = self._shells[key]
        return encoded(self.render_whole(page.whole)) if shell is None else shell.fill(self._values(page, shell.item))

    def render_whole(self, page: Page) -> str:
        """Return the page as Material renders it by itself, the slow way."""
        return self._render(page, _slot_values(page, self.config.site_url), table_of_contents(page))

    def _proven_shell(self, page: EncodedPage) -> Shell | None:
        shell = None if self.branches else self._shell(page.whole)
        if shell is not None:
            filled = shell.fill(self._values(page, shell.item))
            if filled.decode().split() == encoded(self.render_whole(page.whole)).decode().split():
                return shell
        self.slow.add(page.head.kind)
        return None

    def _shell(self, page: Page) -> Shell | None:
        tokens = {name: token(name) for name in _slot_values(page, self.config.site_url)}
        item = self._item_markup()
        place = AnchorLink(token("title"), token("id"), 2)
        top = AnchorLink(token("title"), ARTICLE_ID, 1)
        top.children = [place] if page.toc else []
        html = self._render(page, tokens, TableOfContents([top]))
        html = html.replace(self._toc_item(place), token("toc"))
        parts = cut(html)
        return Shell.of(parts, item) if _is_sound(html, parts, page) else None

    def _values(self, page: EncodedPage, item: ItemMarkup) -> dict[str, bytes]:
        values = _slot_values(page.head, self.config.site_url)
        values["toc"] = item.render(nest(page.head.toc))
        return {name: encoded(value) for name, value in values.items()} | {"body": page.body}

    def _render(self, page: Page, values: dict[str, str], toc: TableOfContents) -> str:
        material = MaterialPage(values["title"], File.generated(self.config, page.uri, content=""), self.config)
        material.content = values["body"]
        material.toc = toc
        material.canonical_url = values.get("canonical")
        material.meta = _meta(page, values)
        material.active = True
        context: Any = get_context(self.nav, [], self.config, material)
        return seal(self.env.get_template("main.html").render(context))

    def _item_markup(self) -> ItemMarkup:
        leaf = AnchorLink(token("title"), token("id"), 2)
        child = AnchorLink(token("below"), token("below"), 3)
        alone = self._toc_item(leaf)
        leaf.children = [child]
        nested = self._toc_item(leaf).replace(self._toc_item(child), token("below"))
        nested = nested.replace(f'aria-label="{token("title")}"', f'aria-label="{token("label")}"')
        return ItemMarkup(cut(alone), cut(nested))

    def _toc_item(self, link: AnchorLink) -> str:
        return self.env.get_template(_TOC_ITEM).render(toc_item=link)


def _slot_values(page: Page, site_url: str | None) -> dict[str, str]:
    """Return everything of a page that its frame shows, as finished HTML; absent parts have no slot."""
    values = {"title": str(escape(page.title)), "body": page.body}
    if page.description:
        values["description"] = str(escape(page.description))
    if page.redirect:
        values["redirect"] = str(escape(relative(page.redirect, page.uri)))
    if site_url:
        values["canonical"] = str(escape(absolute(page.redirect or page.uri, site_url)))
    for number, (title, uri) in enumerate(page.breadcrumbs):
        values[f"crumb{number}"] = str(escape(title))
        values[f"way{number}"] = str(escape(relative(uri, page.uri)))
    return values


def _meta(page: Page, values: dict[str, str]) -> dict[str, Any]:
    crumbs = range(len(page.breadcrumbs))
    return {
        "hide": ["navigation"] if page.toc else ["navigation", "toc"],
        "council": {
            "kind": page.kind,
            "section": page.section,
            "description": values.get("description", ""),
            "noindex": page.noindex,
            "redirect": values.get("redirect", ""),
            "breadcrumbs": [{"title": values[f"crumb{n}"], "href": values[f"way{n}"]} for n in crumbs],
        },
    }


def _is_sound(html: str, parts: tuple[str, ...], page: Page) -> bool:
    found = slots(parts)
    once = ("body", "toc") if page.toc else ("body",)
    return (
        is_clean(parts)
        and all(found.count(name) == 1 for name in once)
        and not ({"id", "below"} & set(found))
        and all(is_clean(cut(script)) and not slots(cut(script)) for script in inline_scripts(html))
    )
