"""MkDocs' configuration brought to what the site needs: nothing from elsewhere, nothing that needs a server."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme as MaterialTheme
from pymdownx.slugs import slugify  # type: ignore[import-untyped]

from council.site.assets import Assets, Bundle
from council.site.navigation import FEED, FOLDERS, FOOTER, HOME, SEARCH, TABS, labels, links
from council.site.templates import theme_dirs

_NOT_HERE = ("navigation.instant", "navigation.tabs", "navigation.path", "search.")  # need a server, or are ours
_DEFAULT_FEATURES = ("toc.follow", "navigation.top")


def project_dir(config: MkDocsConfig) -> Path:
    """Return the folder that holds the configuration."""
    return Path(config.config_file_path or ".").resolve().parent


def language_of(config: MkDocsConfig) -> str:
    """Return ``ja`` or ``en`` as `extra.council.language` says, else as the theme says; Japanese without either."""
    council = config.extra.get("council")
    stated = council.get("language") if isinstance(council, Mapping) else None
    return "en" if (stated or config.theme.get("language")) == "en" and stated != "ja" else "ja"


def own_theme_dirs(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return the folders of theme overrides, without Material's own templates."""
    custom = (Path(config.theme.custom_dir),) if config.theme.custom_dir else ()
    return (*custom, *theme_dirs(project_dir(config)))


def adapt(config: MkDocsConfig, edition: str, language: str) -> None:
    """Bring a loaded configuration to what every page needs, whatever mkdocs.yml says."""
    config.use_directory_urls = False
    if edition == "members":
        config.site_url = None  # the known address is the public one
    config.extra.update(generator=False, homepage=HOME.uri, frame=_frame(config, edition, language))
    config.validation.links.not_found = logging.DEBUG  # links to records; the finished tree is checked instead
    _adapt_theme(config.theme, project_dir(config), language)
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)  # a style attribute is blocked
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify(case="lower"))  # else kanji give `_1`, `_2`


def adopt_assets(config: MkDocsConfig, assets: Assets) -> None:
    """Tell the frame by which names its style sheets and scripts go."""
    config.extra["frame"].update(
        _named(assets.common),
        sections={section: _named(bundle) for section, bundle in assets.sections.items()},
        icon=assets.icon,
    )


def _named(bundle: Bundle) -> dict[str, list[Any]]:
    return {"styles": [{"uri": uri, "media": media} for uri, media in bundle.styles], "scripts": list(bundle.scripts)}


def _adapt_theme(theme: MaterialTheme, project: Path, language: str) -> None:
    theme["font"] = False
    theme["language"] = language
    features = theme.get("features") or _DEFAULT_FEATURES
    theme["features"] = [feature for feature in features if not feature.startswith(_NOT_HERE)]
    if not theme.get("palette"):
        theme["palette"] = _palette(labels(language))
    theme.static_templates.discard("sitemap.xml")  # ours is written with the records
    position = 1 if theme.custom_dir else 0
    theme.dirs[position:position] = [str(path) for path in theme_dirs(project) if str(path) not in theme.dirs]


def _frame(config: MkDocsConfig, edition: str, language: str) -> dict[str, Any]:
    tabs, footer = links(TABS, language), links(FOOTER, language)
    return {
        "edition": edition,
        "home": HOME.uri,
        "search": SEARCH.uri,
        "feed": FEED,
        "tabs": tabs,
        "footer": footer,
        "known": [HOME.uri, *(item["uri"] for item in tabs + footer)],
        "folders": list(FOLDERS),
        "root_path": urlsplit(config.site_url or "").path,
        "words": labels(language),
        "styles": [],
        "scripts": [],
        "sections": {},
        "icon": "",
    }


def _palette(words: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "media": f"(prefers-color-scheme: {media})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": icon, "name": words[other]},
        }
        for media, scheme, icon, other in (
            ("light", "default", "material/weather-night", "dark"),
            ("dark", "slate", "material/weather-sunny", "light"),
        )
    ]
