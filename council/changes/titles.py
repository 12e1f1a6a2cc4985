"""The titles of published pages, read from the pages themselves: hand-written ones have theirs nowhere else."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path

from council.changes.snapshot import PageState
from council.text.patterns import regex

_HOME = "index.html"
_TITLE = regex(rb"<title>(.*?)</title>", re.DOTALL)
_HEAD = 16_384  # bytes; a title stands well before
_SHA = 16


def states_of(published: Mapping[str, str], site_dir: Path, before: Mapping[str, PageState]) -> dict[str, PageState]:
    """Return what is kept of each page (``published``: its SHA-256 by address); one that is as it was is not read."""
    site = _title(site_dir / _HOME)
    return {uri: _state(uri, sha[:_SHA], site_dir, before.get(uri), site) for uri, sha in published.items()}


def _state(uri: str, sha: str, site_dir: Path, was: PageState | None, site: str) -> PageState:
    if was and was.sha == sha and was.title:
        return was
    return PageState(sha, _title(site_dir / uri).removesuffix(f" - {site}"))


def _title(page: Path) -> str:
    """Return a page's title; nothing where it has none or cannot be read."""
    try:
        with page.open("rb") as file:
            found = _TITLE.search(file.read(_HEAD))
    except OSError:
        return ""
    return " ".join(html.unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
