"""Twenty years of a council built in every way that matters, beside plain MkDocs: ``python benchmarks/scale.py``.

One run, one table: seconds of CPU and of the clock and peak memory of the first run, of making all pages anew, of
writing the site anew out of what is kept, of a rebuild with nothing changed, with one sitting more, with one template
changed, and of plain ``mkdocs build`` of the same content as Markdown; then how making all pages grows from 1,000 to
10,000 of them. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import scale_report as report
from archive_shape import Shape
from scale_aside import set_aside, throw_away
from scale_measure import Cost, cost_of, least, python, said_by
from scale_project import Project

_HERE = Path(__file__).parent
_QUICK = Shape(years=2, sittings=4, characters=1500, members=8, people=8, bills=8, recorded=6, amendments=2)


def measured(work: Path, shape: Shape, years: Sequence[int], runs: int) -> report.Results:
    """Measure everything; ``years`` are the lengths of the shorter archives on which growth is measured."""
    project = _project(work, "project", shape)
    costs: dict[str, Cost] = {}

    def row(name: str, prepare: Callable[[int], object], measure: Callable[[], Cost] = project.build) -> None:
        _tell(name)
        costs[name] = least(runs, prepare, measure)

    row(report.UNREAD, lambda _: project.forget_everything(), project.check)
    row(report.READ, lambda _: None, project.check)
    row(report.FIRST, lambda _: project.forget_everything())
    row(report.MADE, lambda _: project.forget_all_but_what_was_read())
    row(report.FULL, lambda _: project.forget_site())
    sittings, pages = project.sittings, project.pages
    row(report.NOTHING, lambda _: None)
    _tell(report.PLAIN)
    plain, content = _plain(project.site, work / "plain", runs)
    row(report.SITTING, lambda _: project.add_sitting())
    row(report.TEMPLATE, project.change_template)
    costs[report.PLAIN] = plain
    shorter = (_made(work, dataclasses.replace(shape, years=one), runs) for one in years)
    growth = [*shorter, (pages, costs[report.MADE])]
    return report.Results(sittings, costs, content, growth, runs)


def _warm_up(work: Path) -> None:
    """Build a tiny archive in both ways, so that every module is compiled and in the cache of the disk."""
    _tell("warming up")
    tiny = _project(work, "tiny", _QUICK)
    tiny.build()
    _plain(tiny.site, work / "plain", 1)


def _plain(site: Path, folder: Path, runs: int) -> tuple[Cost, Mapping[str, Any]]:
    """Write a site's content as Markdown, build it with plain MkDocs, and count what both hold."""
    set_aside(folder, folder.parent)
    said_by(python(_HERE / "scale_markdown.py", site, folder))
    built = folder / "site"
    command = python("-m", "mkdocs", "build", "--quiet")
    cost = least(
        runs,
        lambda _: set_aside(built, folder.parent),
        lambda: cost_of(command, folder, folder.with_name("plain.log")),
    )
    return cost, json.loads(said_by(python(_HERE / "scale_content.py", site, built)))


def _made(work: Path, shape: Shape, runs: int) -> tuple[int, Cost]:
    _tell(f"all pages of {shape.years} years")
    project = _project(work, "shorter", shape)
    project.build()
    cost = least(runs, lambda _: project.forget_all_but_what_was_read(), project.build)
    return project.pages, cost


def _project(work: Path, name: str, shape: Shape) -> Project:
    """Copy the archive of a shape, which is kept for the next time as long as its generator stays the same."""
    sources = sorted((*_HERE.glob("archive*.py"), *(_HERE / "words").iterdir()))
    key = blake2b(repr(shape).encode() + b"".join(path.read_bytes() for path in sources), digest_size=4).hexdigest()
    return Project.copied(work / f"archive-{shape.years}-years-{key}", work / name, shape)


def _tell(what: str) -> None:
    sys.stderr.write(f"{what} …\n")
    sys.stderr.flush()


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Measure builds of a large archive beside plain MkDocs.",
        epilog="The archive is kept in the work folder and used again; what was built stays there to be looked at.",
    )
    parser.add_argument("--runs", type=int, default=1, metavar="N", help="measure each step N times, take the least")
    parser.add_argument("--quick", action="store_true", help="a tiny archive: to see that everything runs")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results as JSON, too")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the results into a page (docs/performance.md)")
    parser.add_argument("--date", default="", help="the date that --write puts beside them (the clock is not asked)")
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(tempfile.gettempdir()) / "council-scale",
        metavar="DIR",
        help="where archives and sites are written, 2 GB (default: council-scale in the folder for temporary files)",
    )
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write what was asked for."""
    parser = _arguments()
    chosen = parser.parse_args(arguments)
    if chosen.runs < 1 or (chosen.write and not chosen.date):
        parser.error("--runs is 1 or more; --write needs --date")
    where = report.machine()
    shape, years = (_QUICK, (1,)) if chosen.quick else (Shape(), (2, 6))
    work = chosen.work.resolve() / ("quick" if chosen.quick else "full")
    work.mkdir(parents=True, exist_ok=True)
    if not chosen.quick:
        _warm_up(work)
    results = measured(work, shape, years, chosen.runs)
    throw_away(work)
    sys.stdout.write(report.text(results, where))
    if chosen.json:
        chosen.json.write_text(report.as_json(results, where), "utf-8", newline="\n")
    if chosen.write:
        options = "".join([" --quick" * chosen.quick, f" --runs {chosen.runs}" * (chosen.runs > 1)])
        part = report.markdown(results, where, chosen.date, f"python benchmarks/scale.py{options}")
        chosen.write.write_text(report.replaced(chosen.write.read_text("utf-8"), part), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
