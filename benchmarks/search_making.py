"""Makes archives, and the search of each; every step that is measured is a process of its own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import search_pagefind as pagefind
from scale_measure import Cost, FailedError, cost_of, python, said_by
from search_corpus import change_one
from search_results import Making

PUBLISHED = Path("assets", "search")
"""Where the files of our search lie in a site."""

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive on disk, and all that is made of it in folders beside it; what the making cost.

    ``failed`` says that Pagefind was begun and did not come to its end.
    """

    asked: float
    work: Path
    making: Making
    pagefind: Cost | None
    failed: Sequence[str] = ()

    @property
    def corpus(self) -> Path:
        """What was said."""
        return self.work / "corpus"

    @property
    def site(self) -> Path:
        """The published files of our search."""
        return self.work / "council" / "site"

    @property
    def pages(self) -> Path:
        """The pages of which Pagefind makes its index."""
        return self.work / "pagefind"


def made(work: Path, megabytes: float, *, others: bool) -> Archive:
    """Write an archive, and let our search and Pagefind make what they need; this process stays small."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    tell(f"{megabytes:g} MB: writing the archive")
    said_by(python(_HERE / "search_writing.py", work / "corpus", str(megabytes)))
    making = _making(work, f"{megabytes:g} MB: ")
    if not (others and pagefind.installed()):
        return Archive(megabytes, work, making, None)
    tell(f"{megabytes:g} MB: Pagefind")
    pagefind.write_pages(work / "corpus", work / "pagefind")
    try:
        return Archive(megabytes, work, making, pagefind.build(work / "pagefind"))
    except FailedError as error:
        tell(str(error))
        return Archive(megabytes, work, making, None, [f"{megabytes:g} MB: Pagefind did not come to its end."])


def _making(work: Path, which: str) -> Making:
    """Make our search, once more with nothing changed, and once more with one sitting changed: this one is asked."""
    tell(f"{which}indexing")
    index = _run(work, "index")
    index_bytes = _bytes(work / "council" / ".council" / "search")
    files = _run(work, "files")
    folder = work / "council" / "site" / PUBLISHED
    postings, texts = (_bytes(folder / part) for part in ("p", "t"))
    count = sum(1 for path in folder.rglob("*") if path.is_file())
    nothing = _run(work, "files")
    change_one(work / "corpus")
    return Making(index, files, nothing, _run(work, "files"), index_bytes, postings, texts, count)


def _run(work: Path, what: str) -> Cost:
    command = python(_HERE / "search_index.py", what, work / "corpus", work / "council")
    return cost_of(command, work, work / f"{what}.log")


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def tell(what: str) -> None:
    """Say what is done now."""
    sys.stderr.write(f"{what} …\n")
    sys.stderr.flush()
