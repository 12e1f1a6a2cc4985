"""The results of `search.py` as a table for the terminal, as JSON and as a part of ``docs/performance.md``."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from importlib.metadata import version
from typing import TypeVar

from scale_measure import Cost
from search_pagefind import installed
from search_queries import Judged
from search_results import Column, Material, Ours, Pagefind, bars
from search_traffic import MEASURES, spread

BEGIN, END = "<!-- search: begin -->", "<!-- search: end -->"
NOT_INSTALLED = "Pagefind is not installed (`pip install 'pagefind[extended]'`) and was not measured."
_MB = 1_000_000
_WHOLE = 100  # from here on without a fraction
_EMPTY = "–"
_FIRST, _WIDTH = 62, 24

T = TypeVar("T")
Row = tuple[str, list[str]]


def rows(columns: Sequence[Column]) -> list[Row]:
    """Return the rows of the table: what it is, and a cell a size."""
    ours = [one.ours for one in columns]
    material, pagefind = [one.material for one in columns], [one.pagefind for one in columns]
    return [
        ("text, MB", [f"{one.text / _MB:.1f}" for one in columns]),
        ("speeches / sittings / years", [f"{one.speeches:,} / {one.sittings:,} / {one.years}" for one in columns]),
        *_under("council", ours, _ours()),
        *_under("Material", material, _material()),
        *(_under("Pagefind", pagefind, _pagefind()) if any(pagefind) else ()),
    ]


def _under(name: str, found: Sequence[T | None], told: Iterable[tuple[str, Callable[[T], str]]]) -> Iterator[Row]:
    """Yield the rows of one search; a cell is empty where it was not measured."""
    for what, cell in told:
        yield f"{name}: {what}", [_EMPTY if one is None else cell(one) for one in found]


def _ours() -> Iterator[tuple[str, Callable[[Ours], str]]]:
    yield "index, CPU s / peak MiB", lambda one: _cost(one.making.index)
    yield "published files, CPU s / peak MiB", lambda one: _cost(one.making.files)
    yield "nothing changed, CPU s / peak MiB", lambda one: _cost(one.making.nothing)
    yield "one sitting changed, CPU s / peak MiB", lambda one: _cost(one.making.changed)
    yield "index in the cache, MB", lambda one: _megabytes(one.making.index_bytes)
    yield "published, MB of lists / of texts / files", _published
    yield from ((f"a query, {name}", partial(_asked, name)) for name in MEASURES)
    yield from _found()


def _material() -> Iterator[tuple[str, Callable[[Material], str]]]:
    yield "sent before the first query, MB", lambda one: _megabytes(one.sent)
    yield "until it can be asked, ms", lambda one: f"{one.ready:,.0f}"
    yield "the reader's tab, peak MiB", lambda one: f"{one.memory:,.0f}"
    yield "a query, warm ms", lambda one: _three(one.milliseconds)
    yield from _found()


def _pagefind() -> Iterator[tuple[str, Callable[[Pagefind], str]]]:
    yield "index, CPU s / peak MiB", lambda one: _cost(one.cost)
    yield "published, MB", lambda one: _megabytes(one.bytes)
    yield from ((f"a query, {name}", partial(_asked, name)) for name in MEASURES)
    yield from _found()


def _found() -> Iterator[tuple[str, Callable[[Ours | Material | Pagefind], str]]]:
    yield "words typed, recall / precision / exact", lambda one: _judged(one.found.typed)
    yield "pieces drawn, recall / precision / exact", lambda one: _judged(one.found.drawn)


def _published(one: Ours) -> str:
    making = one.making
    return f"{_megabytes(making.postings_bytes)} / {_megabytes(making.texts_bytes)} / {making.count:,}"


def _asked(name: str, one: Ours | Pagefind) -> str:
    return _three([MEASURES[name](query) for query in one.traffic])


def _cost(cost: Cost) -> str:
    return f"{cost.cpu:.2f} / {cost.memory:.0f}"


def _megabytes(size: int) -> str:
    return f"{size / _MB:.2f}"


def _three(values: Sequence[float]) -> str:
    return " / ".join(f"{one:,.1f}" if one < _WHOLE else f"{one:,.0f}" for one in spread(values))


def _judged(found: Judged) -> str:
    return f"{found.recall:.3f} / {found.precision:.3f} / {found.exact} of {found.asked}"


def machine() -> str:
    """Return what it was measured on, and how busy that was."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("whoosh-reloaded", "mkdocs-material"))
    pagefind = f", Pagefind {installed()}" if installed() else ""
    python, load = platform.python_version(), os.getloadavg()[0]
    return f"{platform.system()}, {os.cpu_count()} cores (load {load:.1f} at the start), Python {python}, {libraries}{pagefind}"


def text(columns: Sequence[Column], where: str) -> str:
    """Return everything as plain text."""
    lines = [name.ljust(_FIRST) + "".join(cell.rjust(_WIDTH) for cell in cells) for name, cells in rows(columns)]
    told = [f"{'met    ' if met else 'NOT MET'} {bar}: {found}" for bar, found, met in bars(columns)]
    return "\n".join([where, "", *lines, "", *told, *_missing(columns)]) + "\n"


def as_json(columns: Sequence[Column], where: str) -> str:
    """Return everything as JSON, every query included."""
    told = [{"bar": bar, "measured": found, "met": met} for bar, found, met in bars(columns)]
    value = {"machine": where, "columns": [asdict(one) for one in columns], "bars": told}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def markdown(columns: Sequence[Column], where: str, date: str, command: str) -> str:
    """Return the measured part of the page about performance."""
    queries = len(columns[0].ours.traffic)
    lines = [
        f"`{command}`, {date}, one run. {where}.",
        "",
        f"Three figures of a query are median / ninth decile / maximum over {queries} queries, each asked twice by a fresh profile.",
        "",
        "| | " + " | ".join(f"{one.asked:g} MB" for one in columns) + " |",
        "|---|" + "--:|" * len(columns),
        *(f"| {name} | " + " | ".join(cells) + " |" for name, cells in rows(columns)),
        "",
        "| bar | measured | |",
        "|---|--:|---|",
        *(f"| {bar} | {found} | {'met' if met else '**not met**'} |" for bar, found, met in bars(columns)),
    ]
    return "\n".join([*lines, *(line for one in _missing(columns) for line in ("", one))])


def _missing(columns: Sequence[Column]) -> list[str]:
    told = [] if installed() or any(one.pagefind for one in columns) else [NOT_INSTALLED]
    return [*(why for one in columns for why in one.failed), *told]


def replaced(page: str, measured: str) -> str:
    """Return a page with its measured part, which stands between two remarks, put in anew."""
    before, _, rest = page.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        message = f"{BEGIN} and {END} are wanted, each in a line of its own"
        raise ValueError(message)
    return f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}"
