"""What may be done to what a build left: to the site, and to the private folder beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

OLD_TIME = 1_000_000_000_000_000_000


def without_site(root: Path) -> None:
    shutil.rmtree(root / "site")


def without_state(root: Path) -> None:
    shutil.rmtree(root / ".council")


def without_the_cache(root: Path) -> None:
    shutil.rmtree(root / ".council" / "cache")


def without_what_was_published(root: Path) -> None:
    shutil.rmtree(root / ".council" / "published")


def page_edited(root: Path) -> None:
    page = root / "site" / "members.html"
    page.write_bytes(page.read_bytes().replace("議員".encode(), "画員".encode()))


def page_of_a_sitting_edited(root: Path) -> None:
    page = next((root / "site" / "meetings").glob("*.html"))
    page.write_bytes(page.read_bytes()[:-1] + b" ")


def data_edited(root: Path) -> None:
    (root / "site" / "data" / "votes.csv").write_bytes(b"")


def page_deleted(root: Path) -> None:
    next((root / "site" / "bills").glob("*.html")).unlink()


def folder_deleted(root: Path) -> None:
    shutil.rmtree(root / "site" / "data")


def asset_deleted(root: Path) -> None:
    for path in (root / "site" / "assets").rglob("*.css"):
        path.unlink()


def files_touched(root: Path) -> None:
    for path in root.rglob("*"):
        if path.is_file():
            os.utime(path, ns=(OLD_TIME, OLD_TIME))


def page_of_another_build(root: Path) -> None:
    shutil.copy2(root / "site" / "members.html", root / "site" / "meetings" / "left-over.html")


def the_other_edition_of_a_page(root: Path) -> None:
    shutil.copy2(root / "site-members" / "about.html", root / "site" / "about.html")


BEFORE: dict[str, Callable[[Path], None]] = {
    "the site was deleted": without_site,
    "the private folder was deleted": without_state,
    "the cache was deleted": without_the_cache,
    "the list of what was published was deleted": without_what_was_published,
    "a page was edited by hand, of the same size": page_edited,
    "the page of a sitting was edited by hand, of the same size": page_of_a_sitting_edited,
    "a data file was emptied": data_edited,
    "a page was deleted": page_deleted,
    "a folder was deleted": folder_deleted,
    "style sheets were deleted": asset_deleted,
    "every file has another time": files_touched,
    "a page of ours was copied to another place": page_of_another_build,
    "a page of the other edition lies in its place": the_other_edition_of_a_page,
}
