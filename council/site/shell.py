"""Frames of pages that were rendered once per sort of page: cut at their slots, then filled (18 times faster)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from markupsafe import escape
from msgspec import Struct, field

from council.pages.page import EncodedPage, Page, encoded
from council.site.addresses import absolute, relative
from council.site.contents import ItemMarkup, nest


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

    def filled(self, page: EncodedPage, site_url: str | None) -> bytes:
        """Return the page in this frame."""
        values = slot_values(page.head, site_url)
        values["toc"] = self.item.render(nest(page.head.toc))
        return self.fill({name: encoded(value) for name, value in values.items()} | {"body": page.body})

    def fill(self, values: Mapping[str, bytes]) -> bytes:
        """Put a page's values in their places."""
        parts = [b""] * (len(self.fixed) + len(self.slots))
        parts[::2] = self.fixed
        parts[1::2] = [values[name] for name in self.slots]
        return b"".join(parts)


class Renderer(Protocol):
    """What renders a page as Material does, and frames that are proven to give the same."""

    def proven_shell(self, page: EncodedPage) -> Shell | None:
        """Return the frame of pages of this sort; none if there is none that is good for two."""

    def render_whole(self, page: Page) -> str:
        """Return the page as Material renders it by itself, the slow way."""


class Shells(Struct):
    """Puts pages into their frames; ``renderer`` is asked for only if a frame is wanted that is not ``known``.

    ``slow`` collects the kinds of pages that are rendered whole.
    """

    site_url: str | None
    renderer: Callable[[], Renderer]
    known: dict[ShellKey, Shell] = field(default_factory=dict)
    slow: set[str] = field(default_factory=set)
    _without: set[ShellKey] = field(default_factory=set)

    def render(self, page: EncodedPage) -> bytes:
        """Return the finished page."""
        shell = self._shell(page)
        if shell is not None:
            return shell.filled(page, self.site_url)
        self.slow.add(page.head.kind)
        return encoded(self.renderer().render_whole(page.whole))

    def _shell(self, page: EncodedPage) -> Shell | None:
        key = ShellKey.of(page.head)
        if key not in self.known and key not in self._without:
            proven = self.renderer().proven_shell(page)
            if proven is None:
                self._without.add(key)
            else:
                self.known[key] = proven
        return self.known.get(key)


def slot_values(page: Page, site_url: str | None) -> dict[str, str]:
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
