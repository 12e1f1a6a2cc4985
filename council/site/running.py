"""Runs MkDocs, which takes long to load: what it writes by itself, and what renders pages as Material does."""

from __future__ import annotations

import contextlib
from pathlib import Path

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from msgspec import Struct

from council.diagnostics import Outcome, finding
from council.location import Location
from council.rules.site import CONFIG_REFUSED
from council.site.configuration import load_configuration, no_pages
from council.site.failing import STOPPING, failure
from council.site.plugin import CouncilPlugin
from council.site.settings import own_theme_dirs
from council.site.stated import is_known, stated_in
from council.site.templates import tell_the_day
from council.site.theme import Theme


class Ran(Struct, frozen=True):
    """What MkDocs gave besides the files it wrote: what renders pages, and the addresses of hand-written pages (True) and files.

    ``lasting``: it would give the same whenever it is run with the same configuration, theme and pages by hand.
    """

    theme: Theme
    own: dict[str, bool]
    lasting: bool


def run_mkdocs(  # noqa: PLR0913, PLR0917 - where from, where to, and for whom
    project_dir: Path,
    mkdocs_file: Path,
    folder: Path,
    edition: str,
    language: str,
    compiled: jinja2.BytecodeCache | None,
) -> Outcome[Ran | None]:
    """Let MkDocs write into a folder, which is emptied first; none if it refuses the configuration."""
    loaded = load_configuration(project_dir, mkdocs_file, folder)
    if loaded.value is None:
        return Outcome(None, loaded.findings)
    plugin = CouncilPlugin()
    plugin.load_config({}, str(mkdocs_file))
    plugin.prime(edition, language, compiled)
    loaded.value.plugins["council"] = plugin
    try:
        build(loaded.value)
    except STOPPING as problem:
        return Outcome(None, (*loaded.findings, *plugin.findings, failure(mkdocs_file.parent, problem)))
    except MkDocsException as problem:
        refused = finding(CONFIG_REFUSED, Location(mkdocs_file.name), words=" ".join(str(problem).split()))
        return Outcome(None, (*loaded.findings, *plugin.findings, refused))
    finally:
        with contextlib.suppress(OSError):
            no_pages(folder).rmdir()
    theme = plugin.theme
    ran = Ran(theme, plugin.own, _lasts(loaded.value, theme, mkdocs_file)) if theme else None
    return Outcome(ran, (*loaded.findings, *plugin.findings))


def _lasts(config: MkDocsConfig, theme: Theme, mkdocs_file: Path) -> bool:
    return not theme.branches and is_known(stated_in(mkdocs_file)) and not tell_the_day(own_theme_dirs(config))
