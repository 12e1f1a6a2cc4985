"""What a publication will change: which files are placed, in which order, which are removed, which assets retire."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from council.publish import disk
from council.publish.manifest import Entry, Manifest
from council.site.written import files_below
from council.text.patterns import regex

# What the search holds of the record does not stay for a build more: words in it may have been withdrawn since.
_NAMED_BY_CONTENT = regex(r"assets/(?!search/)(?:(?:.*/)?[^/]+\.[0-9a-f]{8,}\.[^/]+|[^/]+\.[0-9a-f]{8,}/.+)")
_NAMES_OF_ASSETS = "assets/search/index.json"
_SAVING = regex(r"packets/[^/]+\.js(?:on)?")  # what tells a device what to keep, once all of it stands
_LAST = ("404.html", "robots.txt", "feed.xml", "calendar.ics", "sitemap.xml", "index.html")


class Put(Struct, frozen=True):
    """A file to place: its address, the SHA-256 of its bytes, and whether another stands there now."""

    uri: str
    sha: str
    replaces: bool


class Plan(Struct, frozen=True):
    """A publication before it begins. ``unchanged`` are entries that stand as they are."""

    puts: tuple[Put, ...]
    removals: tuple[str, ...]
    unchanged: Mapping[str, Entry]
    retired: Mapping[str, Entry]


def make_plan(  # noqa: PLR0913, PLR0917 - two folders, and what is known of them
    staging: Path,
    site_dir: Path,
    before: Manifest,
    ours: Collection[str],
    kept: Collection[str],
    shas: Mapping[str, str] = MappingProxyType({}),
    *,
    doubt: bool = False,
) -> Plan:
    """Compare what is staged with what stands; ``ours`` are the addresses in the folder that we may remove.

    ``shas`` are the SHA-256 of staged files that are known. ``doubt``: read every file that stands, whatever its size
    and time say.
    """
    puts: list[Put] = []
    unchanged = {uri: before.entries[uri] for uri in kept if uri in before.entries}
    is_there = site_dir.is_dir()
    for uri in files_below(staging):
        sha = shas.get(uri) or disk.digest(staging / uri)
        known = None if doubt else before.entries.get(uri) or before.retired.get(uri)
        entry = _standing_entry(f"{site_dir}/{uri}", sha, known) if is_there else None
        if entry:
            unchanged[uri] = entry
        else:
            puts.append(Put(uri, sha, is_there and os.path.lexists(f"{site_dir}/{uri}")))
    staged = {*unchanged, *(put.uri for put in puts)}
    retired = _retired(before, staged, site_dir)
    gone = sorted(uri for uri in {*ours, *before.entries, *before.retired} - staged - set(retired))
    return Plan(tuple(sorted(puts, key=_order)), tuple(gone), unchanged, retired)


def _standing_entry(place: str, sha: str, before: Entry | None) -> Entry | None:
    """Return the entry of a file that already has these bytes; read only if somebody may have touched it."""
    if before and before.stands(place):
        return before if before.sha == sha else None
    stamp = disk.stamp(place)
    if stamp is None or os.path.islink(place) or not os.path.isfile(place) or disk.digest(Path(place)) != sha:
        return None
    return Entry(sha, *stamp)


def _retired(before: Manifest, staged: Collection[str], site_dir: Path) -> dict[str, Entry]:
    """Return the assets that no new page uses but the build before did; they go when others take their place."""
    leaving = {
        uri: entry
        for uri, entry in before.entries.items()
        if uri not in staged and _NAMED_BY_CONTENT.fullmatch(uri) and entry.stands(f"{site_dir}/{uri}")
    }
    return leaving or {uri: entry for uri, entry in before.retired.items() if uri not in staged}


def _order(put: Put) -> tuple[int, str]:
    """Place what pages need before the pages, records before lists, the way in and the sitemap last."""
    if put.uri in _LAST:
        return 9, f"{_LAST.index(put.uri)}"
    if _SAVING.fullmatch(put.uri):
        return 4, put.uri
    if not put.uri.endswith(".html"):
        return (0 if put.uri.startswith("assets/") and put.uri != _NAMES_OF_ASSETS else 1), put.uri
    return (2 if "/" in put.uri else 3), put.uri
