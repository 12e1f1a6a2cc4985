"""Addresses inside the site: relative from page to page, absolute where the site's own address is known."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote, urljoin

LONGEST = 200
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_SEGMENT = re.compile(r"[A-Za-z0-9_~][A-Za-z0-9._~-]*")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)  # names Windows keeps for devices


def relative(target: str, page_uri: str) -> str:
    """Return how a page leads to an address below the root: ``../bills/x.html#a`` from ``members/y.html``."""
    path, rest = _PARTS.match(target).groups()  # type: ignore[union-attr] # the pattern matches any text
    if not path:
        return rest
    return _way(path, posixpath.dirname(page_uri) or ".") + rest


@lru_cache(maxsize=1 << 12)
def _way(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder)


def absolute(uri: str, site_url: str | None) -> str | None:
    """Return the public address of a page, if the site's own address is known."""
    return urljoin(site_url.rstrip("/") + "/", quote(uri)) if site_url else None


def is_safe(uri: str) -> bool:
    """Say whether a file may be written under this address on every system: ASCII segments, nothing that climbs out."""
    segments = uri.split("/")
    return len(uri) <= LONGEST and all(
        _SEGMENT.fullmatch(segment) and not _RESERVED.fullmatch(segment) and not segment.endswith(".")
        for segment in segments
    )
