"""Composing the two pages that grow most: a long sitting, a member among 50,000 votes: ``python benchmarks/pages.py``.

CPU milliseconds of one page, the least of some runs; the member's page beside the same in an archive a tenth as long.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from archive import Shape, Written, write_archive

from council.build.composing import make_record
from council.build.inputs import read_drafts
from council.build.reading import Reading
from council.cache import Store
from council.config import load_config
from council.model.events import Audience
from council.pages.compose import PlannedPage, open_studio, plan_pages
from council.pages.templates import environment
from council.site.templates import template_roots

_SITTING = Shape(years=1, sittings=4, characters=80_000, bills=8, recorded=8, amendments=0)
_VOTES = Shape(years=20, sittings=4, characters=1500)
_FEWER = Shape(years=2, sittings=4, characters=1500)


def planned(folder: Path, shape: Shape, kind: str) -> tuple[Written, list[PlannedPage]]:
    """Write an archive and plan its pages of one kind."""
    written = write_archive(folder, shape)
    config = load_config(folder).value
    record = make_record(read_drafts(config, Reading(Store())).value, config, Audience.PUBLIC).value
    studio = open_studio(record, environment(template_roots(folder)))
    return written, [page for page in plan_pages(studio) if page.uris[0].startswith(f"{kind}/")]


def milliseconds(page: PlannedPage, runs: int) -> float:
    """Return the least CPU time of some runs; the first of all pages that are made has paid for the templates."""
    spent = []
    for _ in range(runs):
        began = time.process_time()
        page.make()
        spent.append(time.process_time() - began)
    return min(spent) * 1000


def longest(pages: Sequence[PlannedPage]) -> tuple[PlannedPage, int]:
    """Return the page with the longest body, and the number of its characters."""
    sizes = [len(page.make().body) for page in pages]
    most = max(sizes)
    return pages[sizes.index(most)], most


def lines(folder: Path, runs: int) -> Iterator[str]:
    """Yield the lines of the table."""
    for name, shape, kind in (
        ("a sitting of 80,000 characters", _SITTING, "meetings"),
        ("a member in twenty years", _VOTES, "members"),
        ("a member in two years", _FEWER, "members"),
    ):
        written, pages = planned(folder / f"{kind}-{shape.years}", shape, kind)
        page, size = longest(pages)
        told = f"{written.votes:>10,} votes{size:>12,} characters of HTML"
        yield f"{name:32}{milliseconds(page, runs):>10.1f} ms{told}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure composing the two longest kinds of pages.")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="take the least of N runs (default: 5)")
    with tempfile.TemporaryDirectory() as folder:
        for line in lines(Path(folder), parser.parse_args(arguments).runs):
            sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
