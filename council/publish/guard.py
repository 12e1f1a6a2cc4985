"""Which folders are never published into, and which files in a folder are ours."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from council.diagnostics import Finding, finding
from council.location import Location
from council.publish.manifest import Manifest, ledgers, way
from council.rules.publication import OUTPUT_DANGEROUS, OUTPUT_FOREIGN, OUTPUT_OTHER_EDITION
from council.site.navigation import FOLDERS
from council.text.patterns import regex

_INPUTS = ("minutes_src", "votes", "site_templates", ".council", ".git")
_HOST_FILES = ("cname", "web.config", "_headers", "_redirects", "robots.txt", "favicon.ico", "thumbs.db", "desktop.ini")
_ROOT_FILES = ("sitemap.xml", "robots.txt", "feed.xml", "calendar.ics")
_OUR_FOLDERS = (*FOLDERS, "assets", "search")
_MARK = regex(rb'<meta name="council-edition" content="([a-z]+)">')
_HEAD = 8192


def refuse(site_dir: Path, state_dir: Path, before: Manifest, edition: str) -> Finding | None:
    """Return why nothing may be published into this folder (S301–S303), if so."""
    folder = way(site_dir, state_dir)
    if _is_dangerous(site_dir, state_dir.parent):
        return finding(OUTPUT_DANGEROUS, Location(folder), folder=folder)
    there = _other_edition(site_dir, state_dir, before, edition)
    if there:
        return finding(OUTPUT_OTHER_EDITION, Location(folder), folder=folder, there=there, edition=edition)
    foreign = next(_foreign(site_dir, before), None)
    return finding(OUTPUT_FOREIGN, Location(folder), folder=folder, example=foreign) if foreign else None


def our_files(site_dir: Path, before: Manifest) -> frozenset[str]:
    """Return the addresses in a folder that some build wrote and the manifest does not know (`mkdocs build` alone).

    Pages are told by their mark. Other files are told by their place, and only if there is no manifest at all: with
    one, what it does not know was put there by hand.
    """
    known = {*before.entries, *before.retired}
    unknown = (uri for folder in _folders(str(site_dir), "") for uri in folder if uri not in known)
    return frozenset(uri for uri in unknown if _is_our_file(site_dir / uri, uri, before))


def _folders(folder: str, way: str) -> Iterator[list[str]]:
    """Yield the addresses of the files in a folder and in each below it."""
    entries = list(os.scandir(folder))
    yield [f"{way}{entry.name}" for entry in entries if entry.is_file()]
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _folders(entry.path, f"{way}{entry.name}/")


def _is_our_file(path: Path, uri: str, before: Manifest) -> bool:
    if uri.endswith(".html"):
        return bool(_edition_of(path))
    return not before.entries and (uri in _ROOT_FILES or _is_in_our_folder(uri))


def _is_in_our_folder(uri: str) -> bool:
    return uri.partition("/")[0] in _OUR_FOLDERS and "/" in uri


def _is_dangerous(site_dir: Path, project: Path) -> bool:
    """Say whether the folder is, holds, or lies in something that must not be lost."""
    site, root = site_dir.resolve(), project.resolve()
    holds = (root, Path.home().resolve(), *(root / name for name in _INPUTS))
    lies_in = [root / name for name in _INPUTS]
    return (
        site == Path(site.anchor)
        or any(site == path or site in path.parents for path in holds)
        or any(path in site.parents for path in lies_in)
        or (site.exists() and not site.is_dir())
        or _leads_away(site_dir)
    )


def _leads_away(site_dir: Path) -> bool:
    """Say whether a folder of ours inside is a link to somewhere else."""
    return site_dir.is_dir() and any((site_dir / name).is_symlink() for name in _OUR_FOLDERS)


def _other_edition(site_dir: Path, state_dir: Path, before: Manifest, edition: str) -> str:
    """Return the edition that stands here, or in a folder that holds this one or lies in it, if another."""
    site = site_dir.resolve()
    here = _edition_of(site_dir / "index.html") or (before.edition if _stands(site_dir, before) else "")
    if here and here != edition:
        return here
    for manifest in (ledger.read() for ledger in ledgers(state_dir)):
        other = (state_dir.resolve().parent / manifest.site).resolve()
        nested = other in site.parents or site in other.parents
        if nested and other.is_dir() and manifest.edition not in ("", edition):
            return manifest.edition
    return ""


def _foreign(site_dir: Path, before: Manifest) -> Iterator[str]:
    """Yield what is in a folder that no build of ours has written into."""
    visible = sorted(path.name for path in _entries(site_dir) if not _is_of_host(path.name))
    if visible and not _is_ours(site_dir, before):
        yield from visible


def _is_ours(site_dir: Path, before: Manifest) -> bool:
    pages = (path for path in _entries(site_dir) if path.suffix == ".html")
    return any(_edition_of(page) for page in pages) or _stands(site_dir, before)


def _stands(site_dir: Path, before: Manifest) -> bool:
    return site_dir.is_dir() and any(entry.stands(f"{site_dir}/{uri}") for uri, entry in before.entries.items())


def _is_of_host(name: str) -> bool:
    return (
        name.startswith(".") or name.lower() in _HOST_FILES or re.fullmatch(r"google[0-9a-f]+\.html", name) is not None
    )


def _edition_of(page: Path) -> str:
    try:
        with page.open("rb") as stream:
            mark = _MARK.search(stream.read(_HEAD))
    except OSError:
        return ""
    return mark[1].decode() if mark else ""


def _entries(folder: Path) -> Iterable[Path]:
    return folder.iterdir() if folder.is_dir() else ()
