"""Material's own `main.html` around a record, rendered whole and cut into frames."""

from __future__ import annotations

from typing import Any

import jinja2
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MaterialPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from msgspec import Struct

from council.pages.page import EncodedPage, Page, encoded
from council.site.contents import ARTICLE_ID, Branch, ItemMarkup, nest
from council.site.policy import inline_scripts, seal
from council.site.shell import Shell, slot_values
from council.site.tokens import cut, is_clean, slots, token

_TOC_ITEM = "partials/toc-item.html"


class Theme(Struct, frozen=True):
    """Renders records with MkDocs' configuration, navigation and template environment of one build.

    ``branches``: the council's own templates decide by what is on a page, so that no frame is good for two pages.
    """

    config: MkDocsConfig
    nav: Navigation
    env: jinja2.Environment
    branches: bool = False

    def render_whole(self, page: Page) -> str:
        """Return the page as Material renders it by itself, the slow way."""
        return self._render(page, slot_values(page, self.config.site_url), _table_of_contents(page))

    def proven_shell(self, page: EncodedPage) -> Shell | None:
        """Return the frame of pages of this sort; none if it does not give what Material itself gives."""
        shell = None if self.branches else self._shell(page.whole)
        if shell is None:
            return None
        filled = shell.filled(page, self.config.site_url).decode()
        return shell if filled.split() == encoded(self.render_whole(page.whole)).decode().split() else None

    def _shell(self, page: Page) -> Shell | None:
        tokens = {name: token(name) for name in slot_values(page, self.config.site_url)}
        item = self._item_markup()
        place = AnchorLink(token("title"), token("id"), 2)
        top = AnchorLink(token("title"), ARTICLE_ID, 1)
        top.children = [place] if page.toc else []
        html = self._render(page, tokens, TableOfContents([top]))
        html = html.replace(self._toc_item(place), token("toc"))
        parts = cut(html)
        return Shell.of(parts, item) if _is_sound(html, parts, page) else None

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


def _table_of_contents(page: Page) -> TableOfContents:
    """Return the contents as MkDocs hands them to a theme; the first link is the article, where the skip link leads."""
    top = AnchorLink(str(escape(page.title)), ARTICLE_ID, 1)
    top.children = [_anchor(branch) for branch in nest(page.toc)]
    return TableOfContents([top])


def _anchor(branch: Branch) -> AnchorLink:
    link = AnchorLink(str(escape(branch.entry.title)), str(escape(branch.entry.id)), branch.entry.level)
    link.children = [_anchor(below) for below in branch.below]
    return link


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
