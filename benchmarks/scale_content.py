"""What two sites say, counted, so that it can be seen that it is the same: ``scale_content.py SITE OTHER``."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from lxml.html import HtmlElement
from scale_articles import pages_of

_COUNTED = {"headings": ("h1", "h2", "h3", "h4", "h5", "h6"), "list items": ("li",), "table cells": ("td", "th")}


def said(article: HtmlElement) -> str:
    """Return the words of an article without any space."""
    return "".join(article.text_content().split())


def counted(site: Path) -> tuple[Counter[str], dict[str, bytes]]:
    """Return how much a site holds, and a print of each page's words."""
    found: Counter[str] = Counter()
    prints: dict[str, bytes] = {}
    for address, article in pages_of(site):
        words = said(article)
        prints[address] = blake2b(words.encode(), digest_size=16).digest()
        found.update({"pages": 1, "characters": len(words), "links": sum(1 for _ in article.iterfind(".//a[@href]"))})
        found.update({name: sum(1 for _ in article.iter(*tags)) for name, tags in _COUNTED.items()})
    return found, prints


def main(arguments: Sequence[str]) -> int:
    """Print what both sites hold, and how many pages have the same words."""
    (ours, here), (plain, there) = (counted(Path(one)) for one in arguments)
    same = sum(there.get(address) == words for address, words in here.items())
    sys.stdout.write(json.dumps({"ours": ours, "plain": plain, "pages with the same words": same}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
