"""What a council's mkdocs.yml states, read without MkDocs where that can be, and whether all of it is known here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

UNREADABLE = (OSError, yaml.YAMLError, ValueError, TypeError, AttributeError, RecursionError)
OURS = ("council", "search", "material/search")  # the search of Material is left out in silence: ours takes its place

_INHERIT = "INHERIT"
_EXTENSIONS = frozenset(
    (
        *("abbr", "admonition", "attr_list", "def_list", "extra", "fenced_code", "footnotes", "md_in_html", "meta"),
        *("nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
        *(f"pymdownx.{name}" for name in ("betterem", "caret", "critic", "details", "keys", "mark", "smartsymbols")),
        *("pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
    )
)
"""Extensions of Markdown that read nothing but the page and need no other library."""


def stated_in(mkdocs_file: Path) -> dict[str, Any]:
    """Return what a configuration states; nothing if it cannot be read.

    Other files (INHERIT), the environment (!ENV) and Python's own tags are for MkDocs to read, which takes long to load.
    """
    if not mkdocs_file.is_file():
        return {}
    try:
        with mkdocs_file.open("rb") as stream:
            stated = yaml.load(stream, Loader=yaml.SafeLoader) or {}
    except UNREADABLE:
        return _as_mkdocs_reads(mkdocs_file)
    if not isinstance(stated, Mapping) or _INHERIT in stated:
        return _as_mkdocs_reads(mkdocs_file)
    return dict(stated)


def _as_mkdocs_reads(mkdocs_file: Path) -> dict[str, Any]:
    from mkdocs.exceptions import ConfigurationError  # noqa: PLC0415 - few files need it, and it takes long to load
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415 - as above

    try:
        with mkdocs_file.open("rb") as stream:
            stated = yaml_load(stream)
    except (ConfigurationError, *UNREADABLE):
        return {}
    return dict(stated) if isinstance(stated, Mapping) else {}


def is_known(stated: Mapping[str, Any]) -> bool:
    """Say whether nothing runs for this configuration but what is known here to read nothing else.

    Plugins and hooks may do anything, other extensions of Markdown may take in files, templates may ask for the time.
    """
    return (
        _is_plain(stated)
        and not stated.get("hooks")
        and not stated.get("extra_templates")
        and set(names(stated.get("plugins"))) <= set(OURS)
        and {name.removeprefix("markdown.extensions.") for name in names(stated.get("markdown_extensions"))}
        <= _EXTENSIONS
    )


def names(stated: object) -> list[str]:
    """Return the names of plugins or extensions, which may have options."""
    if isinstance(stated, Mapping):
        return [str(name) for name in stated]
    if not isinstance(stated, list):
        return []
    return [str(next(iter(item), "")) if isinstance(item, Mapping) else str(item) for item in stated]


def _is_plain(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(isinstance(key, str) and _is_plain(one) for key, one in value.items())
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return value is None or type(value) in {str, int, float, bool, dt.date, dt.datetime}
