"""The sitemap and the note to robots, made from the same list as the pages."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from council.site.addresses import absolute

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


def sitemap(uris: Iterable[str], site_url: str | None) -> bytes:
    """Return the sitemap of these pages; without a known address of the site, the addresses below its root."""
    rows = "".join(f"<url><loc>{escape(absolute(uri, site_url) or uri)}</loc></url>\n" for uri in sorted(set(uris)))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n".encode()


def robots(edition: str, site_url: str | None) -> bytes:
    """Return robots.txt: the members' edition asks to be left out, the public one names its sitemap if it can."""
    if edition == "members":
        return b"User-agent: *\nDisallow: /\n"
    named = f"Sitemap: {absolute(SITEMAP, site_url)}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{named}".encode()
