"""Walks a finished site: every link, source and anchor leads somewhere, ids are unique, the sitemap names every page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from council.diagnostics import Finding, Outcome, Rule, finding
from council.location import Location
from council.rules.site import (
    ARTICLE_COUNT,
    BLOCKED_CODE,
    BROKEN_ANCHOR,
    BROKEN_LINK,
    DUPLICATE_ID,
    NOT_IN_SITEMAP,
    ONLY_IN_SITEMAP,
    THIRD_PARTY,
)
from council.site.policy import inline_scripts
from council.site.sitemap import SITEMAP

_TAGS = re.compile(r"<[a-zA-Z][^<>]*>")  # text and attribute values hold neither sign, they are escaped
_ID = re.compile(r' id="([^"]*)"')  # patterns that begin with fixed text are four times as fast as \s
_LED_TO = tuple(re.compile(rf'{name}="([^"]*)"') for name in (" href", ":href", " action", " formaction"))
_LOADED = tuple(re.compile(rf'{name}="([^"]*)"') for name in (" src", " poster", " data"))
_LINK_TAG = re.compile(r"<link\b[^>]*>")
_ONLY_NAMED = re.compile(r'rel="[^"]*\b(?:canonical|alternate)\b')
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_HANDLER = re.compile(r' (on[a-z]+)="')
_ROBOTS = '<meta name="robots" content="noindex">'
_REFRESHED = re.compile(r'http-equiv="refresh" content="\d+; url=([^"]*)"')
_REFRESH = '<meta http-equiv="refresh"'
_NOT_LISTED = ("404.html",)
_LOC = re.compile(r"<loc>([^<]*)</loc>")


@dataclass(frozen=True, slots=True)
class SiteIndex:
    """Addresses below the root of everything that was found: pages, and files that are no pages.

    ``leads`` are, for each page that was read, the places on other pages that it leads to; ``said`` what was found on
    pages, which holds as long as they stand.
    """

    pages: tuple[str, ...]
    files: tuple[str, ...]
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: tuple[Finding, ...] = ()


def check_site(
    root: Path,
    standing: Path | None = None,
    kept: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    known: Iterable[Finding] = (),
    again: Iterable[str] = (),
) -> Outcome[SiteIndex]:
    """Check the site in ``root``; one finding (S1xx) for each thing that is wrong, at the first page that has it.

    ``kept`` are addresses that were not written again and stand in the folder ``standing``, with the places on other
    pages that they lead to: where such a page was written, it must still have them. ``known`` are findings on kept
    pages, told again as far as they hold; ``again`` those of them that are read once more all the same.
    """
    uris = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    pages = tuple(uri for uri in uris if uri.endswith(".html"))
    walk = _Walk(root, standing, frozenset(uris), frozenset(kept) - frozenset(uris))
    for uri in pages:
        walk.read(uri, root)
    leads = walk.leads()
    for uri in sorted(again):
        walk.read(uri, standing or root)
    walk.tell_again(known)
    walk.take_kept(kept)
    walk.check_anchors()
    walk.check_sitemap(pages)
    files = tuple(uri for uri in uris if not uri.endswith(".html"))
    said = tuple(found for found in walk.findings if found.location.path.endswith(".html"))
    return Outcome(SiteIndex(pages, files, leads, said), tuple(walk.findings))


@dataclass(slots=True)
class _Walk:
    root: Path
    standing: Path | None
    written: frozenset[str]
    kept: frozenset[str]
    findings: list[Finding] = field(default_factory=list)
    _said: set[tuple[str, str]] = field(default_factory=set)
    _sound: dict[str, set[str]] = field(default_factory=dict)  # per folder: references that are known to lead somewhere
    _anchors: dict[str, bytes] = field(default_factory=dict)  # per page: its ids; packed, there may be millions
    _wanted: dict[str, bytes] = field(default_factory=dict)  # per page: the anchors of other pages it leads to
    _listed: list[str] = field(default_factory=list)

    def read(self, uri: str, folder: Path) -> None:
        """Check one page by itself and remember what it offers and wants of others."""
        html = (folder / uri).read_text("utf-8")
        tags = "".join(_TAGS.findall(html)).replace("\n", " ")
        ids = _ID.findall(tags)
        self._anchors[uri] = _pack(ids)
        if len(ids) != len(set(ids)):
            self._say_each(DUPLICATE_ID, uri, "id", sorted({name for name in ids if ids.count(name) > 1}))
        if (count := html.count("<article")) != 1:
            self._say(ARTICLE_COUNT, uri, uri, count=count)
        if not (_REFRESH in html or _ROBOTS in html or uri in _NOT_LISTED):
            self._listed.append(uri)
        self._say_each(BLOCKED_CODE, uri, "what", _blocked(html, tags))
        self._check_loaded(uri, tags)
        self._check_led_to(uri, tags, set(ids))

    def _check_loaded(self, uri: str, tags: str) -> None:
        links = (tag for tag in _LINK_TAG.findall(tags) if not _ONLY_NAMED.search(tag))
        loaded = {*_found(_LOADED, tags), *_found(_LED_TO, "".join(links))}
        external = sorted(target for target in loaded if _SCHEME.match(target) and not target.startswith("data:"))
        self._say_each(THIRD_PARTY, uri, "target", external)
        for target in loaded.difference(external):
            self._check_file(uri, target)

    def _check_led_to(self, uri: str, tags: str, ids: set[str]) -> None:
        references = _found((*_LED_TO, _REFRESHED), tags)
        elsewhere = {reference for reference in references if "#" in reference}
        self._wanted[uri] = _pack(sorted(reference for reference in elsewhere if not reference.startswith("#")))
        for reference in sorted(elsewhere):
            if reference.startswith("#") and _is_anchor(reference[1:]) and unquote(unescape(reference[1:])) not in ids:
                self._say(BROKEN_ANCHOR, uri, reference, target=f"{uri}{reference}")
        for reference in references:
            self._check_file(uri, reference)

    def _check_file(self, uri: str, reference: str) -> None:
        folder = posixpath.dirname(uri)
        sound = self._sound.setdefault(folder, set())
        if reference in sound:
            return
        if reference.lower().startswith(("javascript:", "vbscript:")):
            self._say(BLOCKED_CODE, uri, reference, what=reference[:40])
        elif _SCHEME.match(reference) or self._exists(_target(uri, reference)[0]):
            sound.add(reference)
        else:
            self._say(BROKEN_LINK, uri, reference, target=unescape(reference))

    def _exists(self, target: str) -> bool:
        return target in self.written or target in self.kept

    def leads(self) -> dict[str, tuple[str, ...]]:
        """Return where the pages that were read lead to on other pages."""
        return {
            uri: tuple("#".join(_target(uri, reference)) for reference in _unpack(wanted))
            for uri, wanted in self._wanted.items()
        }

    def tell_again(self, known: Iterable[Finding]) -> None:
        """Tell what was found on pages that stand; a link that led nowhere may lead somewhere by now."""
        for found in known:
            target = dict(found.values).get("target", "")
            if not self._is_mended(found.rule, found.location.path, target):
                self._say(found.rule, found.location.path, target or str(found.values), **dict(found.values))

    def _is_mended(self, rule: Rule, uri: str, target: str) -> bool:
        if rule is BROKEN_LINK:
            return self._exists(_target(uri, target)[0])
        page, _, anchor = target.partition("#")
        return rule is BROKEN_ANCHOR and self._offers(page, anchor)

    def take_kept(self, kept: Mapping[str, tuple[str, ...]]) -> None:
        """Take in what pages that stand want of pages that were written again."""
        for uri, leads in kept.items():
            for lead in leads:
                target, _, anchor = lead.partition("#")
                if target in self.written and not self._offers(target, anchor):
                    self._say(BROKEN_ANCHOR, uri, lead, target=lead)

    def check_anchors(self) -> None:
        """Check what pages want of each other, now that all ids are known."""
        for uri, wanted in self._wanted.items():
            for reference in _unpack(wanted):
                target, anchor = _target(uri, reference)
                if not self._offers(target, anchor):
                    self._say(BROKEN_ANCHOR, uri, f"{target}#{anchor}", target=f"{target}#{anchor}")

    def _offers(self, target: str, anchor: str) -> bool:
        """Say whether a page has an anchor; of what is no page or is missing altogether, nothing is said here."""
        if not _is_anchor(anchor) or not target.endswith(".html") or not self._exists(target):
            return True
        return b"\0" + anchor.encode() + b"\0" in self._ids_of(target)

    def _ids_of(self, uri: str) -> bytes:
        if uri not in self._anchors:
            path = (self.standing or self.root) / uri
            self._anchors[uri] = _pack(_ID.findall(path.read_text("utf-8")) if path.is_file() else ())
        return self._anchors[uri]

    def check_sitemap(self, pages: Iterable[str]) -> None:
        """Compare the sitemap with the pages, both ways."""
        path = self.root / SITEMAP
        listed = _locations(path.read_text("utf-8")) if path.is_file() else []
        there = {*pages, *self.kept}
        self._say_each(ONLY_IN_SITEMAP, SITEMAP, "target", sorted(set(listed) - there))
        for uri in sorted(set(self._listed) - set(listed)):
            self._say(NOT_IN_SITEMAP, uri, uri)

    def _say_each(self, rule: Rule, uri: str, name: str, values: Iterable[str]) -> None:
        for value in values:
            self._say(rule, uri, value, **{name: value})

    def _say(self, rule: Rule, uri: str, about: str, **values: object) -> None:
        if (rule.code, about) not in self._said:
            self._said.add((rule.code, about))
            self.findings.append(finding(rule, Location(uri), **values))


def _target(uri: str, reference: str) -> tuple[str, str]:
    """Return the address below the root and the anchor that a reference on a page leads to."""
    path, _, anchor = unescape(reference).partition("#")
    path = unquote(path.partition("?")[0])
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri
    return joined, unquote(anchor)


def _is_anchor(text: str) -> bool:
    """Say whether what follows # names a place; ``a=b`` is the state of a filter, ``:~:`` words to look for."""
    return bool(text) and "=" not in text and not text.startswith(":~:") and text != "top"


def _found(patterns: Iterable[re.Pattern[str]], tags: str) -> set[str]:
    return {value for pattern in patterns for value in pattern.findall(tags)}


def _blocked(html: str, tags: str) -> Iterator[str]:
    article = html[html.find("<article") : html.rfind("</article>")]
    if "<script" in article and inline_scripts(article):
        yield "<script>"
    if "<style" in article:
        yield "<style>"
    if ' style="' in tags:
        yield "style="
    yield from sorted({f"{name}=" for name in _HANDLER.findall(tags)})


def _locations(sitemap: str) -> list[str]:
    """Return the sitemap's addresses below the root, which lies where its index.html is."""
    found = [unquote(unescape(location)) for location in _LOC.findall(sitemap)]
    homes = [location for location in found if location == "index.html" or location.endswith("/index.html")]
    root = min(homes, key=len, default="index.html").removesuffix("index.html")
    return [location.removeprefix(root) for location in found]


def _pack(names: Iterable[str]) -> bytes:
    return b"\0" + b"\0".join(name.encode() for name in names) + b"\0"


def _unpack(packed: bytes) -> list[str]:
    return [name.decode() for name in packed.split(b"\0") if name]
