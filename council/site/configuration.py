"""MkDocs' configuration of a council's folder, loaded without a command line; everything in mkdocs.yml has a default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.rules.site import CONFIG_REFUSED, SETTING_LEFT_OUT
from council.site.stated import OURS, UNREADABLE, names
from council.site.templates import pages_dir

THEME = "material"
_UNREADABLE = (ConfigurationError, *UNREADABLE)


def load_configuration(project_dir: Path, mkdocs_file: Path, staging: Path) -> Outcome[MkDocsConfig | None]:
    """Return the configuration that builds into ``staging``, without plugins; none if MkDocs refuses it."""
    try:
        stated = _read(mkdocs_file)
    except _UNREADABLE as problem:
        return Outcome(None, (_refused(mkdocs_file, _words(problem)),))
    config = MkDocsConfig(config_file_path=str(mkdocs_file))
    config.load_dict({**stated, **_overrides(stated, project_dir, mkdocs_file, staging)})
    errors, warnings = config.validate()
    findings = (
        *_left_out(stated, mkdocs_file),
        *(_refused(mkdocs_file, f"{name}: {_words(error)}") for name, error in errors),
        *(_not_used(mkdocs_file, name, _words(warning)) for name, warning in warnings),
    )
    return Outcome(None if errors else config, findings)


def _read(mkdocs_file: Path) -> dict[str, Any]:
    if not mkdocs_file.is_file():
        return {}
    with mkdocs_file.open("rb") as stream:
        return dict(yaml_load(stream) or {})


def _overrides(stated: Mapping[str, Any], project: Path, mkdocs_file: Path, staging: Path) -> dict[str, Any]:
    return {
        "site_name": stated.get("site_name") or project.resolve().name,
        "site_dir": str(staging.resolve()),
        "docs_dir": str(_docs_dir(stated, project, mkdocs_file, staging)),
        "use_directory_urls": False,
        "strict": False,
        "plugins": [],
        "theme": _theme(stated, mkdocs_file),
    }


def _docs_dir(stated: Mapping[str, Any], project: Path, mkdocs_file: Path, staging: Path) -> Path:
    named = mkdocs_file.parent / str(stated.get("docs_dir") or "")
    folder = named if stated.get("docs_dir") and named.is_dir() else pages_dir(project)
    if not folder.is_dir():
        folder = no_pages(staging)
        folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def no_pages(staging: Path) -> Path:
    """Return the empty folder that stands for hand-written pages where there are none; MkDocs insists on one."""
    return staging.with_name(f"{staging.name}-no-pages")


def _theme(stated: Mapping[str, Any], mkdocs_file: Path) -> dict[str, Any]:
    theme = stated.get("theme")
    options = dict(theme) if isinstance(theme, Mapping) and theme.get("name", THEME) == THEME else {}
    custom = options.pop("custom_dir", None)
    if custom and (mkdocs_file.parent / str(custom)).is_dir():
        options["custom_dir"] = str((mkdocs_file.parent / str(custom)).resolve())
    return {**options, "name": THEME}


def _left_out(stated: Mapping[str, Any], mkdocs_file: Path) -> Iterator[Finding]:
    theme = stated.get("theme")
    name = theme.get("name", THEME) if isinstance(theme, Mapping) else theme or THEME
    if name != THEME:
        yield _not_used(mkdocs_file, "theme", str(name))
    for plugin in names(stated.get("plugins")):
        if plugin not in OURS:
            yield _not_used(mkdocs_file, "plugins", plugin)


def _refused(mkdocs_file: Path, words: str) -> Finding:
    return finding(CONFIG_REFUSED, Location(mkdocs_file.name), words=words)


def _not_used(mkdocs_file: Path, setting: str, value: str) -> Finding:
    return finding(SETTING_LEFT_OUT, Location(mkdocs_file.name), setting=setting, value=value)


def _words(problem: object) -> str:
    return " ".join(str(problem).split())
