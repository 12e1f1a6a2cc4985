"""What was measured, as a table for the terminal, as JSON and as the measured part of ``docs/performance.md``."""

from __future__ import annotations

import json
import math
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from statistics import linear_regression
from typing import Any

from scale_measure import Cost

UNREAD, READ = "check, nothing read before", "check, everything read before"
FIRST = "first run (Word unread)"
MADE = "all pages made anew, only Word and tables kept"
FULL = "site written anew, everything kept"
NOTHING, SITTING, TEMPLATE = "nothing changed", "one new sitting", "one template changed"
PLAIN = "plain mkdocs build of the same content"
ROWS = (UNREAD, READ, FIRST, MADE, FULL, NOTHING, SITTING, TEMPLATE, PLAIN)

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_HEADINGS = ("", "CPU s", "wall s", "peak MiB", "plain's CPU ÷ this")
_WIDTHS = (48, 10, 10, 10, 20)
_FULL, _SITTING = 12, 30  # times less CPU than plain
_SECONDS, _MIB, _READING = 5, 300, 0.1
_BARRED = (MADE, FULL, SITTING)


@dataclass(frozen=True, slots=True)
class Results:
    """One run: what each step cost, how much was built, how a build that makes all pages grows."""

    sittings: int
    costs: Mapping[str, Cost]
    content: Mapping[str, Any]
    growth: Sequence[tuple[int, Cost]]
    runs: int

    def times(self, row: str) -> float:
        """Return how many times more CPU plain MkDocs needs."""
        return self.costs[PLAIN].cpu / self.costs[row].cpu

    @property
    def reading(self) -> float:
        """CPU seconds a sitting for reading Word."""
        return (self.costs[UNREAD].cpu - self.costs[READ].cpu) / self.sittings

    @property
    def exponent(self) -> float:
        """The power of the number of pages with which the CPU of making all pages grows, fitted to all lengths."""
        return _slope(self.growth)

    @property
    def last_exponent(self) -> float:
        """The same between the two longest archives, where what every build costs counts least."""
        return _slope(self.growth[-2:])

    @property
    def bars(self) -> tuple[tuple[str, str, bool], ...]:
        """What is to be held, what was measured, whether it is held."""
        sitting = self.costs[SITTING]
        return (
            _at_least(f"{FULL}: ≥ {_FULL} × less CPU than plain", self.times(FULL), _FULL, "{:.1f} ×"),
            _at_least(
                f"one new sitting: ≥ {_SITTING} × less CPU than plain", self.times(SITTING), _SITTING, "{:.1f} ×"
            ),
            _at_most(f"one new sitting: ≤ {_SECONDS} s (wall)", sitting.wall, _SECONDS, "{:.1f} s"),
            *(_at_most(f"{row}: ≤ {_MIB} MiB", self.costs[row].memory, _MIB, "{:.0f} MiB") for row in _BARRED),
            _at_most(f"reading Word: ≤ {_READING} s of CPU a sitting", self.reading, _READING, "{:.3f} s"),
            _at_most("growth of making all pages: at most linear (exponent ≤ 1)", round(self.exponent, 2), 1, "{:.2f}"),
        )


def _slope(growth: Sequence[tuple[int, Cost]]) -> float:
    pages, costs = zip(*((math.log(pages), math.log(cost.cpu)) for pages, cost in growth), strict=True)
    return linear_regression(pages, costs).slope


def _at_least(bar: str, found: float, limit: float, form: str) -> tuple[str, str, bool]:
    return bar, form.format(found), found >= limit


def _at_most(bar: str, found: float, limit: float, form: str) -> tuple[str, str, bool]:
    return bar, form.format(found), found <= limit


def machine() -> str:
    """Return what it was measured on, and how busy that was."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "lxml"))
    python, load = platform.python_version(), os.getloadavg()[0]
    return f"{platform.system()}, {os.cpu_count()} cores (load {load:.1f} at the start), Python {python}, {libraries}"


def cells(results: Results) -> list[tuple[str, ...]]:
    """Return the rows of the table."""
    return [
        (name, f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.memory:.0f}", f"{results.times(name):.1f}")
        for name, cost in results.costs.items()
    ]


def text(results: Results, where: str) -> str:
    """Return everything as plain text."""
    growth = (
        f"all {pages:,} pages made anew: {cost.cpu:.2f} s of CPU, {cost.memory:.0f} MiB"
        for pages, cost in results.growth
    )
    parts = (
        [where],
        [_line(row) for row in (_HEADINGS, *cells(results))],
        [f"reading Word: {results.reading:.3f} s of CPU a sitting ({UNREAD} less {READ})"],
        _contents(results),
        [*growth, _growing(results)],
        [f"{'met    ' if met else 'NOT MET'} {bar}: {found}" for bar, found, met in results.bars],
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _line(row: Sequence[str]) -> str:
    first, *rest = zip(row, _WIDTHS, strict=True)
    return first[0].ljust(first[1]) + "".join(cell.rjust(width) for cell, width in rest)


def as_json(results: Results, where: str) -> str:
    """Return everything as JSON."""
    bars = [{"bar": bar, "measured": found, "met": met} for bar, found, met in results.bars]
    costs = {name: asdict(cost) for name, cost in results.costs.items()}
    growth = [{"pages": pages, **asdict(cost)} for pages, cost in results.growth]
    told = {
        "machine": where, "runs": results.runs, "sittings": results.sittings, "costs": costs,
        "reading": results.reading, "content": results.content, "growth": growth, "exponent": results.exponent,
        "last exponent": results.last_exponent, "bars": bars,
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _growing(results: Results) -> str:
    found = f"CPU grows with the number of pages to the power of {results.exponent:.2f}"
    return f"{found} (between the two longest: {results.last_exponent:.2f})."


def _contents(results: Results) -> list[str]:
    ours, plain = results.content["ours"], results.content["plain"]
    return [
        *(f"{name}: {ours[name]:,} here, {plain[name]:,} in plain" for name in ours),
        f"pages with the same words: {results.content['pages with the same words']:,}",
    ]


def markdown(results: Results, where: str, date: str, command: str) -> str:
    """Return the measured part of the page about performance."""
    rows = ["| " + " | ".join(row) + " |" for row in (_HEADINGS, *cells(results))]
    ours, plain, same = results.content["ours"], results.content["plain"], results.content["pages with the same words"]
    return "\n".join([
        f"`{command}`, {date}, least of {results.runs} run{'s' * (results.runs > 1)}. {where}.",
        "",
        *rows[:1],
        "|---|--:|--:|--:|--:|",
        *rows[1:],
        "",
        f"Reading Word: {results.reading:.3f} s of CPU a sitting ({results.sittings:,} sittings): the first check less the second.",
        "",
        "| what is in the pages | council | plain |",
        "|---|--:|--:|",
        *(f"| {name} | {ours[name]:,} | {plain[name]:,} |" for name in ours),
        f"| pages whose words are the same, letter by letter | {same:,} | {same:,} |",
        "",
        "| all pages made anew, of | CPU s | CPU ms a page | peak MiB |",
        "|---|--:|--:|--:|",
        *(
            f"| {pages:,} pages | {cost.cpu:.2f} | {cost.cpu / pages * 1000:.1f} | {cost.memory:.0f} |"
            for pages, cost in results.growth
        ),
        "",
        _growing(results),
        "",
        "| bar | measured | |",
        "|---|--:|---|",
        *(f"| {bar} | {found} | {'met' if met else '**not met**'} |" for bar, found, met in results.bars),
    ])  # fmt: skip


def replaced(page: str, measured: str) -> str:
    """Return a page with its measured part, which stands between two remarks, put in anew."""
    before, _, rest = page.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        message = f"{BEGIN} and {END} are wanted, each in a line of its own"
        raise ValueError(message)
    return f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}"
