"""Binding a packet of 280 and one of 1,100 pages, beside the same pages merged by pypdf: ``python benchmarks/packets.py``.

Fifteen papers as offices send them (`tests/packet_papers.py`): plans, scans, turned, locked, cut, empty, laden. Each way
is a process of its own; seconds are CPU, memory is the most that the process held. pypdf only puts the pages together
and writes their outline: it sets no pages, stamps nothing, and leaves the papers' links and their other parts as they are.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from packet_books import book_of, copies
from packet_papers import fifteen

_BEGIN, _END = "<!-- packets: begin -->", "<!-- packets: end -->"
_SIZES = ((1, 620, 10.0, 400), (4, 620, 30.0, 600))  # times the pages, width of scans, seconds, MiB
_QUICK = ((1, 80, 10.0, 400),)
_WAYS = {"council": "council: bound, stamped, linked", "pypdf": "pypdf: merged only"}


def bind_papers(papers: Sequence[bytes | None]) -> bytes:
    """Return the packet as a build makes it."""
    from council.packets.pdf import bind  # noqa: PLC0415 - what it costs to import it is measured

    outcome = bind(book_of(papers, items=5), lambda place: papers[place])
    return outcome.value or b""


def merge_with_pypdf(papers: Sequence[bytes | None]) -> bytes:
    """Return the pages of all papers, one after another, with an outline."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - as above

    writer = PdfWriter()
    for place, paper in enumerate(papers, start=1):
        if paper is None:
            writer.add_blank_page(595, 842)
        else:
            writer.append(PdfReader(io.BytesIO(paper)), outline_item=f"Paper {place}")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


_MAKERS = {"council": bind_papers, "pypdf": merge_with_pypdf}


def measure_here(way: str, folder: Path) -> None:
    """Make a packet of the papers in a folder and print what it cost, as JSON."""
    papers = [content or None for content in (path.read_bytes() for path in sorted(folder.iterdir()))]
    began, wall = time.process_time(), time.perf_counter()
    made = _MAKERS[way](papers)
    spent = {"cpu": time.process_time() - began, "wall": time.perf_counter() - wall}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({**spent, "memory": memory, "bytes": len(made)}))


def measured(way: str, folder: Path, runs: int) -> dict[str, float]:
    """Return what a way costs: the least of some runs, each a process of its own."""
    command = [sys.executable, __file__, "--way", way, "--papers", str(folder)]
    found = [json.loads(_output(command)) for _ in range(runs)]
    return {key: min(one[key] for one in found) for key in found[0]}


def _output(command: Sequence[str]) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - this very script


def rows(folder: Path, sizes: Sequence[tuple[int, int, float, int]], runs: int) -> list[list[str]]:
    """Return the table, one row for each size and way."""
    table = []
    for scale, width, seconds, memory in sizes:
        sent = fifteen(scale, width)
        began, wall = time.process_time(), time.perf_counter()
        papers = copies(sent)[0]
        ready = [f"{time.process_time() - began:.2f}", f"{time.perf_counter() - wall:.2f}", "", "", "", ""]
        own = folder / str(scale)
        own.mkdir()
        for place, paper in enumerate(papers):
            (own / f"{place:02}.pdf").write_bytes(paper or b"")
        book = book_of(papers, items=5)
        given = sum(len(paper or b"") for paper in papers)
        table.append([f"{len(book.leaves):,}", "council: papers cleaned and read, each once", *ready])
        costs = {way: measured(way, own, runs) for way in _WAYS}
        for way, cost in costs.items():
            bar = "" if way == "pypdf" else f"≤ {seconds:.0f} s, ≤ {memory} MiB"
            within = "" if way == "pypdf" else _verdict(met=cost["cpu"] <= seconds and cost["memory"] <= memory)
            told = [
                f"{cost['cpu']:.2f}",
                f"{cost['wall']:.2f}",
                f"{cost['memory']:.0f}",
                f"{cost['bytes'] / given:.2f}",
            ]
            table.append([f"{len(book.leaves):,}", _WAYS[way], *told, bar, within])
    return table


def _verdict(*, met: bool) -> str:
    return "met" if met else "**not met**"


def markdown(table: Sequence[Sequence[str]], date: str, runs: int) -> str:
    """Return the measured part of the page about performance."""
    heads = ["pages", "way", "CPU s", "wall s", "peak MiB", "bytes ÷ papers' bytes", "bar", ""]
    tools = ", ".join(f"{name} {version(name)}" for name in ("typst", "pikepdf", "pypdf"))
    load = f" (load {os.getloadavg()[0]:.1f} at the end)" if hasattr(os, "getloadavg") else ""
    where = f"{platform.system()}, {os.cpu_count()} cores{load}, Python {platform.python_version()}, {tools}"
    lines = [f"| {' | '.join(row)} |" for row in (heads, ["--:", "---", *["--:"] * 4, "---", "---"], *table)]
    told = f"`python benchmarks/packets.py`, {date}, least of {runs} run{'s' * (runs > 1)}. {where}."
    return "\n".join([told, "", *lines])


def put_into(page: Path, measured_part: str) -> None:
    """Put what was measured between its two remarks."""
    text = page.read_text("utf-8")
    before, mark, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (mark and end):
        message = f"{_BEGIN} and {_END} are wanted in {page}, each in a line of its own"
        raise SystemExit(message)
    page.write_text(f"{before}{_BEGIN}\n\n{measured_part}\n\n{_END}{after}", "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    import tempfile  # noqa: PLC0415 - not in the process that is measured

    parser = argparse.ArgumentParser(description="Measure binding packets.")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="take the least of N runs (default: 3)")
    parser.add_argument("--quick", action="store_true", help="only the small one, with small scans")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the table into a page")
    parser.add_argument("--date", default="undated", help="what day the page says")
    parser.add_argument("--way", choices=list(_WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--papers", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.way:
        measure_here(given.way, given.papers)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        table = rows(Path(folder), _QUICK if given.quick else _SIZES, given.runs)
    told = markdown(table, given.date, given.runs)
    sys.stdout.write(told + "\n")
    if given.write:
        put_into(given.write, told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
