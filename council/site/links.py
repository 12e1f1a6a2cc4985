"""Walks a finished site: every link, source and anchor leads somewhere, ids are unique, the sitemap names every page."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from msgspec import Struct, field
from msgspec.structs import replace
from hashlib import sha256
from html import unescape
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from council.diagnostics import Finding, Outcome, Rule, finding
from council.location import Location
from council.rules.site import BROKEN_ANCHOR, BROKEN_LINK, NOT_IN_SITEMAP, ONLY_IN_SITEMAP
from council.site.page_facts import PageFacts, PageRow, Place, Places, read_page
from council.site.sitemap import SITEMAP
from council.site.written import files_below

_LOC = re.compile(r"<loc>([^<]*)</loc>")
_NOTHING: Mapping[str, str] = MappingProxyType({})

PlainFacts = tuple[tuple[Place, ...], Mapping[str, PageRow]]


class SiteFacts(Struct, frozen=True):
    """What is known of every page of a site, by address; ``places`` are those that pages lead to, by number."""

    places: tuple[Place, ...] = ()
    pages: Mapping[str, PageFacts] = field(default_factory=dict)

    @property
    def plain(self) -> PlainFacts:
        """The same without our own classes, which are slow to keep by the thousand."""
        return self.places, {uri: page.row for uri, page in self.pages.items()}

    @classmethod
    def of(cls, plain: PlainFacts) -> SiteFacts:
        """Return what was kept as `plain`."""
        places, rows = plain
        return cls(places, {uri: PageFacts(*row) for uri, row in rows.items()})


class SiteIndex(Struct, frozen=True):
    """Addresses below the root of everything that was found: pages, and files that are no pages."""

    pages: tuple[str, ...]
    files: tuple[str, ...]
    facts: SiteFacts = field(default_factory=SiteFacts)


def check_site(
    root: Path,
    written: Mapping[str, str] = _NOTHING,
    standing: Path | None = None,
    kept: Mapping[str, str] = _NOTHING,
    before: SiteFacts | None = None,
) -> Outcome[SiteIndex]:
    """Check the site in ``root``; one finding (S1xx) for each thing that is wrong, at the first page that has it.

    ``written`` are the SHA-256 of files there as far as they are known; ``kept`` those of files that were not written
    again and stand in the folder ``standing``. A page is read unless ``before`` tells of the very same bytes.
    """
    uris = sorted(files_below(root))
    known = before or SiteFacts()
    reader = _Reader(known, Places.of(known.places))
    pages = {uri: reader.facts(uri, root, written.get(uri)) for uri in uris if uri.endswith(".html")}
    there = {
        **{uri: reader.facts(uri, standing or root, sha) for uri, sha in kept.items() if uri.endswith(".html")},
        **pages,
    }
    walk = _Walk(dict(sorted(there.items())), reader.places.listed, frozenset({*uris, *kept}))
    found = (*walk.wrong(), *walk.lost(), *walk.unlisted(_locations(root / SITEMAP)))
    files = tuple(uri for uri in uris if not uri.endswith(".html"))
    return Outcome(SiteIndex(tuple(pages), files, walk.facts()), found)


class _Reader(Struct):
    """Tells what is known of a page, and reads it if nothing is."""

    before: SiteFacts
    places: Places

    def facts(self, uri: str, folder: Path, sha: str | None) -> PageFacts:
        known = self.before.pages.get(uri)
        if known is not None and known.sha == sha:
            return known
        data = (folder / uri).read_bytes()
        return read_page(uri, data, sha or sha256(data).hexdigest(), self.places)


class _Walk(Struct):
    """Everything that is known of a whole site, pages in the order of their addresses."""

    pages: Mapping[str, PageFacts]
    places: list[Place]
    there: frozenset[str]
    _used: set[int] = field(default_factory=set)

    def wrong(self) -> Iterator[Finding]:
        """Yield what is wrong with pages by themselves, the same on several of them at the first."""
        said: set[tuple[str, str]] = set()
        for page in self.pages.values():
            for about, found in page.wrong:
                if (found.rule.code, about) not in said:
                    said.add((found.rule.code, about))
                    yield found

    def lost(self) -> Iterator[Finding]:
        """Yield the places that are not there, each at the first page that leads to it."""
        gone = {number: told for number, place in enumerate(self.places) if (told := self._told(*place))}
        if gone:  # perhaps nobody leads there any more
            self._used.update(*(page.places for page in self.pages.values()))
        lost = {number: gone[number] for number in gone.keys() & self._used}
        said: set[tuple[Rule, str]] = set()
        for uri, page in self.pages.items() if lost else ():
            here = {lost[number] for number in page.places if number in lost} - said
            said |= here
            yield from (finding(rule, Location(uri), target=target) for rule, target in sorted(here, key=_code_first))

    def _told(self, target: str, anchor: str) -> tuple[Rule, str] | None:
        if target not in self.there:
            return BROKEN_LINK, target
        if anchor and not self.pages[target].offers(anchor):
            return BROKEN_ANCHOR, f"{target}#{anchor}"
        return None

    def unlisted(self, listed: Iterable[str]) -> Iterator[Finding]:
        """Yield what the sitemap names and is no page, and pages that it does not name."""
        named = set(listed)
        for target in sorted(named - self.pages.keys()):
            yield finding(ONLY_IN_SITEMAP, Location(SITEMAP), target=target)
        for uri, page in self.pages.items():
            if page.listed and uri not in named:
                yield finding(NOT_IN_SITEMAP, Location(uri))

    def facts(self) -> SiteFacts:
        """Return what is known; where places are gone, without those that no page leads to any more."""
        if not self._used:
            return SiteFacts(tuple(self.places), self.pages)
        moved = {number: at for at, number in enumerate(sorted(self._used))}
        places = tuple(self.places[number] for number in moved)
        return SiteFacts(places, {uri: _renumbered(page, moved) for uri, page in self.pages.items()})


def _renumbered(page: PageFacts, moved: Mapping[int, int]) -> PageFacts:
    return replace(page, leads=array("I", map(moved.__getitem__, page.places)).tobytes())


def _code_first(told: tuple[Rule, str]) -> tuple[str, str]:
    return told[0].code, told[1]


def _locations(sitemap: Path) -> list[str]:
    """Return the sitemap's addresses below the root, which lies where its index.html is; none without a sitemap."""
    text = sitemap.read_text("utf-8") if sitemap.is_file() else ""
    found = [unquote(unescape(location)) for location in _LOC.findall(text)]
    homes = [location for location in found if location == "index.html" or location.endswith("/index.html")]
    root = min(homes, key=len, default="index.html").removesuffix("index.html")
    return [location.removeprefix(root) for location in found]
