"""What every page is made with, as one key: while it stays the same, an unchanged record gives an unchanged page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from council.cache import key_of, made_by
from council.site.configuration import stated_in
from council.site.templates import template_roots

SAYING = ("record", "fragments")
"""Folders of the templates of what pages say."""

_AROUND = ("theme", "pages")
"""Folders of what stands around it."""


def frame_key(project_dir: Path, mkdocs_file: Path, edition: str, language: str) -> str:
    """Return a key over program and libraries, mkdocs.yml and what it names, templates, edition and language.

    Hand-written pages are in it as well: MkDocs' navigation may tell of them.
    """
    parts: list[bytes | str] = [made_by(), edition, language, _settings(mkdocs_file)]
    for name, content in _parts(project_dir, mkdocs_file):
        parts += [name, content]
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


def _settings(mkdocs_file: Path) -> str:
    """Return what mkdocs.yml states once other files (INHERIT) and the environment (!ENV) have had their say."""
    stated = stated_in(mkdocs_file)
    return json.dumps(stated, skipkeys=True, default=lambda value: getattr(value, "__qualname__", str(value)))


def _parts(project_dir: Path, mkdocs_file: Path) -> Iterator[tuple[str, bytes]]:
    if mkdocs_file.is_file():
        yield mkdocs_file.name, mkdocs_file.read_bytes()
    for place in (*template_roots(project_dir), *_named(mkdocs_file)):
        files = place.rglob("*") if place.is_dir() else (place,)
        for path in sorted(path for path in files if path.is_file() and path.suffix != ".pyc"):
            yield path.relative_to(place).as_posix(), path.read_bytes()


def _named(mkdocs_file: Path) -> Iterator[Path]:
    """Yield files and folders outside `site_templates` that mkdocs.yml builds with."""
    stated = stated_in(mkdocs_file)
    theme = stated.get("theme")
    hooks = stated.get("hooks")
    names = [
        stated.get("docs_dir"),
        stated.get("INHERIT"),
        theme.get("custom_dir") if isinstance(theme, Mapping) else None,
        *(hooks if isinstance(hooks, list) else ()),
    ]
    for name in names:
        if isinstance(name, str) and (path := mkdocs_file.parent / name).exists():
            yield path
