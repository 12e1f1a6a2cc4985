"""Two states of a small site, a project to publish them from, and a way to stop a publication at any step."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from council.diagnostics import Outcome
from council.publish import Published, fresh_staging, publish

MARK = '<meta name="council-edition" content="public">'
OPERATIONS = ("replace", "link", "unlink", "mkdir", "rmdir", "fsync")


def page(words: str, sheet: str) -> str:
    """Return a page of ours that needs one style sheet."""
    return f'<html><head>{MARK}<link rel="stylesheet" href="{sheet}"></head><article>{words}</article></html>'


OLD = {
    "assets/council.0a0a0a0a.css": "old",
    "data/votes.csv": "a",
    "index.html": page("home, old", "assets/council.0a0a0a0a.css"),
    "members.html": page("same", "assets/plain.css"),
    "assets/plain.css": "plain",
    "members/gone.html": page("gone", "../assets/council.0a0a0a0a.css"),
    "bills/x.html": page("bill, old", "../assets/council.0a0a0a0a.css"),
    "sitemap.xml": "old",
}
NEW = {
    "assets/council.1b1b1b1b.css": "new",
    "data/votes.csv": "b",
    "data/votes.json": "[]",
    "index.html": page("home, new", "assets/council.1b1b1b1b.css"),
    "members.html": page("same", "assets/plain.css"),
    "assets/plain.css": "plain",
    "members/new.html": page("new", "../assets/council.1b1b1b1b.css"),
    "bills/x.html": page("bill, new", "../assets/council.1b1b1b1b.css"),
    "sitemap.xml": "new",
}
RETIRED = {"assets/council.0a0a0a0a.css": "old"}


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for uri, text in files.items():
        (folder / uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / uri).write_text(text, "utf-8")


def read(folder: Path) -> dict[str, str]:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@dataclass(frozen=True)
class Project:
    """A council's folder with its state and its output folder."""

    root: Path

    @property
    def state(self) -> Path:
        """The private folder."""
        return self.root / ".council"

    @property
    def site(self) -> Path:
        """The output folder."""
        return self.root / "site"

    def stage(self, files: dict[str, str], edition: str = "public") -> Path:
        """Make a site whole, as a build does before it publishes."""
        staging = fresh_staging(self.site, self.state, edition).value
        assert staging is not None
        write(staging, files)
        return staging

    def publish(self, files: dict[str, str]) -> Outcome[Published | None]:
        """Stage and publish."""
        return publish(self.stage(files), self.site, self.state)


def everything_opens(site: dict[str, str]) -> bool:
    """Say whether every file is whole and every page finds its style sheet."""
    whole = all(text in (OLD.get(uri), NEW.get(uri)) for uri, text in site.items())
    needs = [
        (uri, os.path.normpath(Path(uri).parent / sheet).replace(os.sep, "/"))
        for uri, text in site.items()
        for sheet in re.findall(r'href="([^"]*)"', text)
    ]
    return whole and all(sheet in site for _, sheet in needs)


@contextmanager
def stopping(at: int, stop: Callable[[str], None]) -> Iterator[list[str]]:
    """Call ``stop`` before the step of this number; yields the list of steps done, by name."""
    steps: list[str] = []
    true = {name: getattr(os, name) for name in OPERATIONS}

    def counted(name: str) -> Callable[..., object]:
        def operation(*arguments: object, **options: object) -> object:
            steps.append(name)
            if len(steps) == at:
                stop(name)
            return true[name](*arguments, **options)

        return operation

    for name in OPERATIONS:
        setattr(os, name, counted(name))
    try:
        yield steps
    finally:
        for name, operation in true.items():
            setattr(os, name, operation)
