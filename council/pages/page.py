"""What the pages hand to the site: finished pages and finished files, as data that knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace


class TocEntry(Struct, frozen=True):
    """A heading of a page that its table of contents names: anchor without ``#``, plain text, heading level 2–6."""

    id: str
    title: str
    level: int = 2


class Page(Struct, frozen=True):
    """One finished page.

    ``uri`` is the address below the site's root (``members/yamada-taro.html``, ASCII); ``kind`` names the sort of
    page (``member``, ``meeting`` …); ``title`` and ``description`` are plain text; ``body`` is finished HTML that
    begins with its one ``<h1>``, holds no ``<article>`` (the frame gives it) and no inline script or style;
    ``section`` is the tab that is lit (``council.site.navigation``); ``breadcrumbs`` are pairs of plain title and
    address below the root, from the top down, without the page itself. ``noindex`` keeps it out of the sitemap and
    of search engines. ``redirect`` is the address below the root that the reader is led on to, for a page that moved.
    """

    uri: str
    kind: str
    title: str
    body: str
    toc: tuple[TocEntry, ...] = ()
    description: str = ""
    section: str = ""
    breadcrumbs: tuple[tuple[str, str], ...] = ()
    noindex: bool = False
    redirect: str = ""


class EncodedPage(Struct, frozen=True):
    """A finished page as it is kept: all but its body, and the body as it is written, in UTF-8."""

    head: Page
    body: bytes

    @classmethod
    def of(cls, page: Page | EncodedPage) -> EncodedPage:
        """Return a page with its body encoded; a character that UTF-8 cannot hold becomes its number."""
        if isinstance(page, EncodedPage):
            return page
        return cls(replace(page, body=""), encoded(page.body))

    @property
    def whole(self) -> Page:
        """The page with its body as text."""
        return replace(self.head, body=self.body.decode())


def encoded(html: str) -> bytes:
    """Return HTML as it is written."""
    return html.encode("utf-8", errors="xmlcharrefreplace")


class OutputFile(Struct, frozen=True):
    """A finished file that is no page: data, feed, calendar, paper, picture, search shard.

    A large one is a ``stream`` of bytes that is walked once, when it is written. ``sha`` is the SHA-256 of all of it
    where that is known.
    """

    uri: str
    content: bytes = b""
    stream: Iterable[bytes] | None = None
    sha: str = ""

    @property
    def parts(self) -> Iterable[bytes]:
        """The content, piece by piece."""
        return (self.content,) if self.stream is None else self.stream
