"""Where the shipped templates lie: a council's own files first, one by one, then the toolkit's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = "site_templates"
_BRANCH = re.compile(r"\{%-?\s*(?:if|elif|for|set)\b[^%]*\bpage\.")
_DAY = re.compile(r"\b(?:build_date_utc|update_date)\b")
_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_root() -> Path:
    """Return the toolkit's own templates: inside the package when installed, beside it in a checkout."""
    installed = _PACKAGE / FOLDER
    return installed if installed.is_dir() else _PACKAGE.parent / FOLDER


def template_roots(project_dir: Path) -> tuple[Path, ...]:
    """Return the folders in which a template is looked for, in this order; a folder that is not there is left out."""
    roots = dict.fromkeys(((project_dir / FOLDER).resolve(), shipped_root().resolve()))
    return tuple(root for root in roots if root.is_dir())


def theme_dirs(project_dir: Path) -> tuple[Path, ...]:
    """Return the folders that override Material's templates, in the order of `template_roots`."""
    return tuple(root / "theme" for root in template_roots(project_dir) if (root / "theme").is_dir())


def branch_on_pages(folders: Iterable[Path]) -> bool:
    """Say whether a template in folders that are not the toolkit's decides by what is on a page."""
    return _any_has(_BRANCH, folders)


def tell_the_day(folders: Iterable[Path]) -> bool:
    """Say whether a template in folders that are not the toolkit's may show the day of the build."""
    return _any_has(_DAY, folders)


def _any_has(sought: re.Pattern[str], folders: Iterable[Path]) -> bool:
    shipped = shipped_root().resolve()
    own = (folder for folder in folders if shipped not in folder.resolve().parents)
    return any(
        sought.search(template.read_text("utf-8", "replace")) for folder in own for template in folder.rglob("*.html")
    )


def pages_dir(project_dir: Path) -> Path:
    """Return the folder of hand-written pages: the council's own, else the toolkit's (which may not be there)."""
    own = project_dir / FOLDER / "pages"
    return own if own.is_dir() else shipped_root() / "pages"
