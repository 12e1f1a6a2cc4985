"""The search of an archive of 1, 10 and 100 MB of text, beside Material's and Pagefind's: ``python benchmarks/search.py``.

One run, one table: what making and bringing up to date costs, what a query costs whoever asks it in Chromium, and how
near its hits come to those of grep on folded text. Pagefind is measured if it is installed:
``pip install 'pagefind[extended]'``. Needs Linux or macOS, and the browser of the tests.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import search_report as report
from search_asking import asked
from search_making import made, tell
from search_queries import EACH
from search_results import Column
from search_visits import chromium

_SIZES, _QUICK_SIZES = (1.0, 10.0, 100.0), (0.05,)
_QUICK_EACH = 3
_QUICK_STEP = 6  # of so many queries one
_OTHERS = 100.0


def measured(work: Path, chosen: argparse.Namespace, told: Callable[[Sequence[Column]], None]) -> Sequence[Column]:
    """Measure every size; ``told`` is given what is known whenever a size is done."""
    each, step = (_QUICK_EACH, _QUICK_STEP) if chosen.quick else (EACH, 1)
    sizes = _QUICK_SIZES if chosen.quick else chosen.sizes
    archives = [made(work / f"{one:g}", one, others=one <= chosen.others) for one in sizes]
    columns: list[Column] = []
    with chromium() as browser:
        for one in archives:
            columns.append(asked(one, browser, each, step, others=one.asked <= chosen.others))
            told(columns)
    return columns


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Measure the search of archives of several sizes, beside Material's and Pagefind's.",
        epilog="Pagefind is measured if it is installed: pip install 'pagefind[extended]'",
    )
    parser.add_argument(
        "--sizes", type=float, nargs="+", default=_SIZES, metavar="MB", help="of text (default: 1 10 100)"
    )
    parser.add_argument(
        "--others", type=float, default=_OTHERS, metavar="MB", help="no other search above (default: 100)"
    )
    parser.add_argument("--quick", action="store_true", help="a tiny archive: to see that everything runs")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results as JSON, too")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the results into a page (docs/performance.md)")
    parser.add_argument("--date", default="", help="the date that --write puts beside them (the clock is not asked)")
    parser.add_argument(
        "--work",
        type=Path,
        default=Path(tempfile.gettempdir()) / "council-search",
        metavar="DIR",
        help="where archives and sites are written (default: council-search in the folder for temporary files)",
    )
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write what was asked for; each size is told as soon as it is known."""
    parser = _arguments()
    chosen = parser.parse_args(arguments)
    if chosen.write and not chosen.date:
        parser.error("--write needs --date")
    where, work = report.machine(), chosen.work.resolve()
    options = " --quick" if chosen.quick else f" --sizes {' '.join(f'{one:g}' for one in chosen.sizes)}"
    options += f" --others {chosen.others:g}" if chosen.others != _OTHERS else ""
    command = f"python benchmarks/search.py{options}"

    def write(columns: Sequence[Column]) -> None:
        if chosen.json:
            chosen.json.write_text(report.as_json(columns, where), "utf-8", newline="\n")
        if chosen.write:
            part = report.markdown(columns, where, chosen.date, command)
            chosen.write.write_text(report.replaced(chosen.write.read_text("utf-8"), part), "utf-8", newline="\n")

    if not chosen.quick:
        tell("warming up")
        made(work / "tiny", _QUICK_SIZES[0], others=False)
    sys.stdout.write(report.text(measured(work, chosen, write), where))
    return 0


if __name__ == "__main__":
    sys.exit(main())
