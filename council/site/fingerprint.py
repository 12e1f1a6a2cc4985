"""What every page is made with, as one key: while it stays the same, an unchanged record gives an unchanged page."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from council.cache import key_of, made_by
from council.site.stated import stated_in
from council.site.templates import template_roots

SAYING = ("record", "fragments")
"""Folders of the templates of what pages say."""

_AROUND = ("theme", "pages")
"""Folders of what stands around it."""


def frame_key(project_dir: Path, mkdocs_file: Path, edition: str, language: str) -> str:
    """Return a key over program and libraries, mkdocs.yml and what it names, templates, edition and language.

    Hand-written pages are in it as well: MkDocs' navigation may tell of them.
    """
    stated = stated_in(mkdocs_file)
    named = "" if stated.get("site_name") else project_dir.resolve().name  # the site is called like the folder then
    parts: list[bytes | str] = [made_by(), edition, language, _plain(stated), named]
    for way, content in _parts(project_dir, mkdocs_file, stated):
        parts += [way, content]
    return key_of(*parts)


def words_key(project_dir: Path) -> str:
    """Return a key over the program and the templates of what pages say, apart from the frame around it.

    Whatever lies beside them is in it as well, for they may take it in: all but the theme and pages by hand.
    """
    parts: list[bytes | str] = [made_by()]
    for root in template_roots(project_dir):
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.relative_to(root).parts[0] not in _AROUND:
                parts += [path.relative_to(root).as_posix(), path.read_bytes()]
    return key_of(*parts)


def _plain(stated: Mapping[str, Any]) -> str:
    """Return what mkdocs.yml states once other files (INHERIT) and the environment (!ENV) have had their say."""
    return json.dumps(stated, skipkeys=True, default=lambda value: getattr(value, "__qualname__", str(value)))


def _parts(project_dir: Path, mkdocs_file: Path, stated: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    places = (mkdocs_file, *template_roots(project_dir), *_named(mkdocs_file.parent, stated))
    seen: dict[tuple[int, int], str] = {}
    for number, place in enumerate(places):
        if place.is_dir():
            yield from _below(str(place), f"{number}", seen)
        elif place.is_file():
            yield f"{number}", place.read_bytes()


def _below(folder: str, way: str, seen: dict[tuple[int, int], str]) -> Iterator[tuple[str, bytes]]:
    """Yield everything below a folder, and folders that are empty; links are followed as MkDocs does, each folder once."""
    status = os.stat(folder)  # noqa: PTH116 - it is walked in every build
    known = seen.setdefault((status.st_dev, status.st_ino), way)
    yield f"{way}/", b"" if known == way else known.encode()
    if known != way:
        return
    entries: list[os.DirEntry[str]] = []
    with contextlib.suppress(PermissionError):
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _below(entry.path, f"{way}/{entry.name}", seen)
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield f"{way}/{entry.name}", Path(entry.path).read_bytes()


def _named(base: Path, stated: Mapping[str, Any]) -> Iterator[Path]:
    """Yield files and folders outside `site_templates` that mkdocs.yml builds with, whether they are there or not."""
    theme = stated.get("theme")
    hooks = stated.get("hooks")
    names = [
        stated.get("docs_dir"),
        theme.get("custom_dir") if isinstance(theme, Mapping) else None,
        *(hooks if isinstance(hooks, list) else ()),
    ]
    yield from (base / name for name in names if name and isinstance(name, str))
