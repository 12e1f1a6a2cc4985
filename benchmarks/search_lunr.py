"""Material's own search of the same texts: the file that its plugin writes, asked through its own worker in Chromium."""

from __future__ import annotations

import gzip
import html
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from search_corpus import days_of, path_of, read_speeches
from search_visits import memory_of_tabs, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_CONFIG = {
    "lang": ["ja"],
    "separator": r"[\s\-　、。，．]+",
    "pipeline": ["stemmer"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}
"""What the plugin writes for `language: ja`."""

_INDEX = "search/search_index.json"
_BLANK = "index.html"
_SCRIPTS = "assets/javascripts"
_SETUP = """async ([worker, index]) => {
    const before = performance.now();
    const data = await (await fetch(index)).json();
    const running = new Worker(worker);
    const tell = (message) => new Promise((resolve, reject) => {
        running.onmessage = ({ data }) => resolve(data);
        running.onerror = reject;
        running.postMessage(message);
    });
    globalThis.tell = tell;
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error("not ready after 20 minutes")), 1_200_000));
    await Promise.race([late, tell({ type: 0, data: { ...data, options: { suggest: false } } })]);
    return performance.now() - before;
}"""
_ASK = """async (asked) => {
    const found = [];
    for (const words of JSON.parse(asked)) {
        const before = performance.now();
        const { data } = await globalThis.tell({ type: 2, data: words });
        const took = performance.now() - before;
        found.push([data.items.flat().filter(({ score }) => score > 0).map(({ location }) => location), took]);
    }
    return JSON.stringify(found);
}"""


@dataclass(frozen=True, slots=True)
class Lunr:
    """The bytes of the file as it is sent; milliseconds until it can be asked; addresses and milliseconds of each query.

    ``memory`` is the peak of the tab in MiB.
    """

    sent: int
    ready: float
    memory: float
    found: Sequence[tuple[list[str], float]]


def write_site(corpus: Path, site: Path) -> None:
    """Write the file that Material's plugin writes, each speech a section of its sitting's page, and Material's scripts."""
    material = find_spec("material")
    if material is None or not material.submodule_search_locations:
        message = "mkdocs-material is not installed"
        raise RuntimeError(message)
    templates = Path(material.submodule_search_locations[0]) / "templates"
    shutil.copytree(templates / _SCRIPTS, site / _SCRIPTS)
    path = site / _INDEX
    path.parent.mkdir()
    (site / _BLANK).write_text("<!doctype html><title>search</title>", encoding="utf-8")
    text = json.dumps({"config": _CONFIG, "docs": list(_entries(corpus))}, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")


def _entries(corpus: Path) -> Iterator[dict[str, Any]]:
    """Yield page by page; a speech has no title, so that only words of its text are found."""
    for day in days_of(corpus):
        yield {"location": day.page, "title": day.title, "text": ""}
        for speech in read_speeches(path_of(corpus, day)):
            paragraphs = (f"<p>{html.escape(line)}</p>" for line in speech.text.split("\n"))
            yield {"location": day.url(speech), "title": "", "text": " ".join(paragraphs)}


def ask(browser: Browser, site: Path, queries: Sequence[str]) -> Lunr:
    """Let Material's worker make its index, and ask it everything."""
    (worker,) = (site / _SCRIPTS / "workers").glob("search.*.min.js")
    with served(site) as address:
        page = browser.new_page()
        page.set_default_timeout(0)
        page.goto(f"{address}{_BLANK}")
        ready = page.evaluate(_SETUP, [f"/{worker.relative_to(site).as_posix()}", f"/{_INDEX}"])
        answers = json.loads(page.evaluate(_ASK, json.dumps(queries)))
        memory = memory_of_tabs()
        page.close()
    sent = len(gzip.compress((site / _INDEX).read_bytes(), mtime=0))
    return Lunr(sent, ready, memory, [([place for place in places if "#" in place], took) for places, took in answers])
