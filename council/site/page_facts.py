"""What a page offers other pages and wants of them, and what is wrong with it by itself: all that its bytes tell."""

from __future__ import annotations

import posixpath
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from msgspec import Struct, field

from council.diagnostics import Finding, Rule, finding
from council.location import Location
from council.rules.site import ARTICLE_COUNT, BLOCKED_CODE, BROKEN_ANCHOR, DUPLICATE_ID, THIRD_PARTY
from council.site.policy import inline_scripts

Place = tuple[str, str]
"""An address below the root and an anchor there, or none."""

# Text and attribute values hold neither sign, they are escaped; a shorter tag has no attribute.
_TAGS = re.compile(rb"<[a-zA-Z][^>]{4,}>")
_ID = re.compile(rb'id="(?<=[ \n]id=")([^"]*)"(?=[^<>]*>)')  # patterns that begin with fixed text are quick
_LED_TO = tuple(f'{name}="'.encode() for name in (" href", ":href", " action", " formaction"))
_LOADED = tuple(f'{name}="'.encode() for name in (" src", " poster", " data"))
_VALUES = {begin: re.compile(begin + rb'([^"]*)"') for begin in (*_LED_TO, *_LOADED)}
_LINK = b"<link"
_LINK_TAG = re.compile(rb"<link\b[^>]*>")
_ONLY_NAMED = re.compile(rb'rel="[^"]*\b(?:canonical|alternate)\b')
_ARTICLE, _ARTICLE_ENDS = b"<article", b"</article>"
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_RUNS = ("javascript:", "vbscript:")
_HANDLER = re.compile(rb' (on[a-z]+)="')
_ROBOTS = b'<meta name="robots" content="noindex">'
_REFRESHED_BEGINS = b'http-equiv="refresh"'
_REFRESHED = re.compile(rb'http-equiv="refresh" content="\d+; url=([^"]*)"')
_REFRESH = b'<meta http-equiv="refresh"'
_NOT_LISTED = ("404.html",)
_UP = "../"
_PLAIN = re.compile(r"(?:[a-zA-Z0-9_-]+/)*[a-zA-Z0-9_-]+\.html(?:#(?!top$)[a-zA-Z0-9_-]+)?")

_Wrong = tuple[Rule, str, Mapping[str, object]]
PageRow = tuple[str, bool, bytes, bytes, tuple[tuple[str, Finding], ...]]
"""What is known of a page as it is kept."""


class PageFacts(Struct, frozen=True):
    """What is known of a page with these bytes (``sha``, its SHA-256).

    ``listed``: it wants to be in the sitemap; ``ids`` as `offers` reads them; ``leads``: the places it leads to, by
    their numbers; ``wrong``: what is wrong with it whatever stands beside it, each with what may be told only once.
    """

    sha: str
    listed: bool
    ids: bytes
    leads: bytes
    wrong: tuple[tuple[str, Finding], ...] = ()

    def offers(self, anchor: str) -> bool:
        """Say whether the page has an anchor."""
        return b"\0" + anchor.encode() + b"\0" in self.ids

    @property
    def row(self) -> PageRow:
        """What is known of it as it is kept."""
        return self.sha, self.listed, self.ids, self.leads, self.wrong

    @property
    def places(self) -> array[int]:
        """The numbers of the places it leads to."""
        return array("I", self.leads)


class Places(Struct):
    """Every place that any page leads to, numbered; a reference is looked up once a folder."""

    listed: list[Place] = field(default_factory=list)
    _numbers: dict[Place, int] = field(default_factory=dict)
    _known: dict[str, dict[str, int | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, listed: Iterable[Place]) -> Places:
        """Go on with places that have their numbers."""
        places = cls(list(listed))
        places._numbers.update((place, number) for number, place in enumerate(places.listed))
        return places

    def of_references(self, uri: str, references: set[str]) -> set[int]:
        """Return the numbers of the places that references on a page lead to; those that lead out have none."""
        known = self._known.setdefault(posixpath.dirname(uri), {})
        up = _UP * uri.count("/")
        for reference in references.difference(known):
            place = _plain_place(up, reference) or _place(uri, reference)
            known[reference] = None if place is None else self._number(place)
        return {number for number in set(map(known.__getitem__, references)) if number is not None}

    def _number(self, place: Place) -> int:
        number = self._numbers.get(place)
        if number is None:
            number = self._numbers[place] = len(self.listed)
            self.listed.append(place)
        return number


class _Tags(Struct, frozen=True):
    """The tags of a page that have attributes, line ends as spaces, each once: those of its article, and all of them.

    ``one_article``: there is one article for certain.
    """

    article: bytes
    all: bytes
    one_article: bool

    @classmethod
    def of(cls, html: bytes) -> _Tags:
        """Find the tags; what stands around the article is short, and the article much longer than its tags."""
        start, end = html.find(_ARTICLE), html.rfind(_ARTICLE_ENDS)
        if not 0 <= start < end:
            return cls(html[start:end], _each_once(_TAGS.findall(html)), one_article=False)
        begins, ends = html.find(b">", start) + 1, end + len(_ARTICLE_ENDS)  # no tag goes on beyond such a sign
        around = _each_once([*_TAGS.findall(html, 0, begins), *_TAGS.findall(html, ends)])
        within = html[start:begins] + _each_once(_TAGS.findall(html, begins, ends))
        return cls(within, around + within, within.count(_ARTICLE) == 1 and _ARTICLE not in html[ends:])


def _each_once(tags: Iterable[bytes]) -> bytes:
    return b"".join(set(tags)).replace(b"\n", b" ")  # lists repeat most of theirs


def read_page(uri: str, html: bytes, sha: str, places: Places) -> PageFacts:
    """Return what a page tells, its ``places`` numbered."""
    ids = _ID.findall(html)
    tags = _Tags.of(html)
    loaded, led_to = _loaded(tags.all), _found(_LED_TO, tags.all)
    if _REFRESHED_BEGINS in tags.all:
        led_to |= _texts(_REFRESHED.findall(tags.all))
    leads = places.of_references(uri, loaded | led_to)
    names = [name.decode() for name in ids]
    return PageFacts(
        sha,
        not (_REFRESH in tags.all or _ROBOTS in tags.all or uri in _NOT_LISTED),
        b"\0" + b"\0".join(ids) + b"\0",
        array("I", sorted(leads)).tobytes(),
        tuple(
            (about, finding(rule, Location(uri), **values))
            for rule, about, values in (
                *_doubled(names),
                *_misplaced(uri, html, tags),
                *_not_ours(loaded),
                *_lost_within(uri, led_to, set(names)),
            )
        ),
    )


def _doubled(ids: list[str]) -> Iterator[_Wrong]:
    if len(ids) != len(set(ids)):
        yield from ((DUPLICATE_ID, name, {"id": name}) for name in sorted(set(ids)) if ids.count(name) > 1)


def _misplaced(uri: str, html: bytes, tags: _Tags) -> Iterator[_Wrong]:
    if not tags.one_article and (count := html.count(_ARTICLE)) != 1:
        yield ARTICLE_COUNT, uri, {"count": count}
    yield from ((BLOCKED_CODE, what, {"what": what}) for what in _blocked(html, tags))


def _not_ours(loaded: set[str]) -> Iterator[_Wrong]:
    external = (one for one in loaded if _SCHEME.match(one) and not one.startswith("data:"))
    yield from ((THIRD_PARTY, target, {"target": target}) for target in sorted(external))


def _lost_within(uri: str, references: set[str], ids: set[str]) -> Iterator[_Wrong]:
    for reference in sorted(one for one in references if ":" in one and one.lower().startswith(_RUNS)):
        yield BLOCKED_CODE, reference, {"what": reference[:40]}
    for name in sorted({one[1:] for one in references if one[:1] == "#"} - ids):
        if _is_anchor(name) and unquote(unescape(name)) not in ids:
            yield BROKEN_ANCHOR, f"#{name}", {"target": f"{uri}#{name}"}


def _loaded(tags: bytes) -> set[str]:
    links = (tag for tag in _LINK_TAG.findall(tags) if not _ONLY_NAMED.search(tag)) if _LINK in tags else ()
    return _found(_LOADED, tags) | _found(_LED_TO, b"".join(links))


def _found(begins: Iterable[bytes], tags: bytes) -> set[str]:
    """Return the values of attributes by how they begin; it is much quicker to see that there is none than to look for all."""
    return {value for begin in begins if begin in tags for value in _texts(_VALUES[begin].findall(tags))}


def _texts(values: Iterable[bytes]) -> set[str]:
    return {value.decode() for value in set(values)}


def _blocked(html: bytes, tags: _Tags) -> Iterator[str]:
    if b"<script" in tags.article:
        article = html[html.find(_ARTICLE) : html.rfind(_ARTICLE_ENDS)]
        if b"<script" in article and inline_scripts(article.decode()):
            yield "<script>"
    if b"<style" in tags.article:
        yield "<style>"
    if b' style="' in tags.all:
        yield "style="
    if b" on" in tags.all:
        yield from sorted({f"{name.decode()}=" for name in _HANDLER.findall(tags.all)})


def _plain_place(up: str, reference: str) -> Place | None:
    """Return where a reference to a page leads that begins at the root (``up`` leads there) and needs no reading."""
    rest = reference.removeprefix(up)
    if (up and rest == reference) or not _PLAIN.fullmatch(rest):
        return None
    target, _, anchor = rest.partition("#")
    return target, anchor


def _place(uri: str, reference: str) -> Place | None:
    """Return where a reference leads if that is another file; an anchor is of interest on a page only."""
    path, _, anchor = unescape(reference).partition("#")
    path = unquote(path.partition("?")[0])
    if not path or _SCHEME.match(reference):
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))
    anchor = unquote(anchor)
    return target, anchor if _is_anchor(anchor) and target.endswith(".html") else ""


def _is_anchor(text: str) -> bool:
    """Say whether what follows # names a place; ``a=b`` is the state of a filter, ``:~:`` words to look for."""
    return bool(text) and "=" not in text and not text.startswith(":~:") and text != "top"
