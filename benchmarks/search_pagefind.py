"""Pagefind's search of the same texts, each speech a page of its own: made by its program, asked in Chromium.

Measured if it is installed: ``pip install 'pagefind[extended]'``, the variant that can cut Japanese into words.
"""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from scale_measure import Cost, cost_of, python
from search_corpus import texts_of
from search_traffic import SHOWN, Traffic, traffic
from search_visits import SITE, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_PAGE = '<!doctype html><html lang="ja"><title>-</title><body data-pagefind-body>{}</body></html>'
_FOLDER = "pagefind"
_MODULE = f"{SITE}{_FOLDER}/pagefind.js"
_MARK = b"pagefind_dcd"
_ASK = f"""async ([module, words]) => {{
    const time = async () => {{
        const before = performance.now();
        const pagefind = await import(module);
        const found = (await pagefind.search(words)).results;
        await Promise.all(found.slice(0, {SHOWN}).map((one) => one.data()));
        return [performance.now() - before, found.length];
    }};
    const [cold, total] = await time();
    const [warm] = await time();
    return {{ total, cold, warm }};
}}"""
_ALL = """async ([module, asked]) => {
    const pagefind = await import(module);
    const found = [];
    for (const words of JSON.parse(asked)) found.push((await pagefind.search(words)).results.map(({ id }) => id));
    return JSON.stringify(found);
}"""


def installed() -> str:
    """Return the version of Pagefind with Japanese, empty if it is not installed."""
    try:
        return version("pagefind_bin_extended") and version("pagefind")
    except PackageNotFoundError:
        return ""


def write_pages(corpus: Path, site: Path) -> None:
    """Write every speech as a page, its address being ``NUMBER.html``."""
    site.mkdir(parents=True)
    for number, (_, speech) in enumerate(texts_of(corpus)):
        paragraphs = (f"<p>{html.escape(line)}</p>" for line in speech.text.split("\n"))
        (site / f"{number}.html").write_text(_PAGE.format("".join(paragraphs)), encoding="utf-8")


def build(site: Path) -> Cost:
    """Let Pagefind make its index."""
    return cost_of(python("-m", "pagefind", "--site", site), site.parent, site.with_suffix(".log"))


def size(site: Path) -> int:
    """Return the bytes of all that Pagefind wrote."""
    return sum(path.stat().st_size for path in (site / _FOLDER).rglob("*") if path.is_file())


def measure(browser: Browser, site: Path, queries: Sequence[str]) -> Iterator[Traffic]:
    """Yield what each query costs, the first hits shown; every one has a fresh profile."""
    for words in queries:
        with visit(browser, site) as opened:
            told = opened.run(_ASK, [_MODULE, words])
            yield traffic(opened, words, told, "/index/", "/fragment/")


def found(browser: Browser, site: Path, queries: Sequence[str]) -> list[list[int]]:
    """Return the numbers of the speeches that Pagefind finds for each query."""
    numbers = _numbers(site)
    with visit(browser, site) as opened:
        answers = json.loads(opened.run(_ALL, [_MODULE, json.dumps(queries)]))
    return [[numbers[one] for one in ids] for ids in answers]


def _numbers(site: Path) -> Mapping[str, int]:
    """Return the number of the speech for every id; a hit's address is told in a file of its own."""
    found = {}
    for path in (site / _FOLDER / "fragment").iterdir():
        told = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MARK))
        found[path.stem] = int(Path(told["url"]).stem)
    return found
