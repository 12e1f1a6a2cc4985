"""What a search costs whoever asks it: bytes and requests of single queries, each asked by a browser that knows nothing.

`measure` tells what each costs, `found` what they find.
"""

from __future__ import annotations

import json
import re
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from search_visits import SITE, Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHOWN = 20
"""Hits on a page of results."""

_KB = 1000
_SCRIPT = re.compile(r"\.m?js$|(^|/)wasm\.")
_MODULE = f"{SITE}assets/search/search.mjs"
_ASK = """async ([module, words, options]) => {
    const { search } = await import(module);
    const time = async () => {
        const before = performance.now();
        const { total } = await search(words, options);
        return [performance.now() - before, total];
    };
    const [cold, total] = await time();
    const [warm] = await time();
    return { total, cold, warm };
}"""
_ALL = """async ([module, asked, options]) => {
    const { search } = await import(module);
    const found = [];
    for (const words of JSON.parse(asked)) found.push((await search(words, options)).items.map(({ url }) => url));
    return JSON.stringify(found);
}"""


@dataclass(frozen=True, slots=True)
class Traffic:
    """One query: bytes of posting lists, of texts, of all else but scripts, of scripts; requests; milliseconds first and again."""

    words: str
    total: int
    postings: int
    texts: int
    rest: int
    scripts: int
    requests: int
    cold: float
    warm: float

    @property
    def bytes(self) -> int:
        """All that was sent."""
        return self.postings + self.texts + self.rest + self.scripts


def measure(browser: Browser, site: Path, queries: Iterable[str]) -> Iterator[Traffic]:
    """Yield what each query costs in our own search; every one has a fresh profile."""
    for words in queries:
        with visit(browser, site) as opened:
            told = opened.run(_ASK, [_MODULE, words, {"base": SITE, "limit": SHOWN}])
            yield traffic(opened, words, told, "/p/", "/t/")


def traffic(opened: Visit, words: str, told: dict[str, float], postings: str, texts: str) -> Traffic:
    """Return what a query cost; ``postings`` and ``texts`` are the folders of such files."""
    sizes = dict.fromkeys(("postings", "texts", "rest", "scripts"), 0)
    for path, size in opened.loaded.items():
        sizes[_sort(path, postings, texts)] += size
    return Traffic(
        words, int(told["total"]), requests=len(opened.loaded), cold=told["cold"], warm=told["warm"], **sizes
    )


def _sort(path: str, postings: str, texts: str) -> str:
    if postings in path:
        return "postings"
    if texts in path:
        return "texts"
    return "scripts" if _SCRIPT.search(path) else "rest"


def found(browser: Browser, site: Path, queries: Sequence[str], most: int) -> list[list[str]]:
    """Return the addresses that our own search finds for each query, not more than so many."""
    with visit(browser, site) as opened:
        answers: list[list[str]] = json.loads(
            opened.run(_ALL, [_MODULE, json.dumps(queries), {"base": SITE, "limit": most, "exact": True}])
        )
    return answers


MEASURES: dict[str, Callable[[Traffic], float]] = {
    "postings KB": lambda one: one.postings / _KB,
    "texts KB": lambda one: one.texts / _KB,
    "all KB": lambda one: one.bytes / _KB,
    "requests": lambda one: float(one.requests),
    "cold ms": lambda one: one.cold,
    "warm ms": lambda one: one.warm,
}
"""What is told of queries."""


def spread(values: Iterable[float]) -> tuple[float, float, float]:
    """Return median, ninth decile and maximum."""
    held = sorted(values)
    return statistics.median(held), held[len(held) * 9 // 10], held[-1]
