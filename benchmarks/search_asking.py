"""Asks every search of an archive the same, and compares what they find with plain reading."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import search_lunr as lunr
import search_pagefind as pagefind
import search_traffic as traffic
from search_corpus import days_of, texts_of
from search_making import PUBLISHED, Archive, tell
from search_queries import Judged, Query, judged, queries, truth
from search_results import Column, Found, Material, Ours, Pagefind
from search_visits import another

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_MODULES = Path(__file__).parent.parent / "site_templates" / "theme" / "assets" / "search"
T = TypeVar("T")
_MOST = 2000  # hits of ours that are looked at


def asked(archive: Archive, browser: Browser, each: int, step: int, *, others: bool) -> Column:
    """Ask everything of everyone."""
    found = queries(archive.corpus, each)[::step]
    right = truth(archive.corpus, found)
    days = days_of(archive.corpus)
    sizes = [len(speech.text.encode()) for _, speech in texts_of(archive.corpus)]
    failed = list(archive.failed)
    return Column(
        asked=archive.asked,
        text=sum(sizes),
        speeches=len(sizes),
        sittings=len(days),
        years=len({day.date[:4] for day in days}),
        material=_tried("Material", browser, archive, failed, lambda other: _material(archive, other, right))
        if others
        else None,
        pagefind=_tried("Pagefind", browser, archive, failed, lambda other: _pagefind(archive, other, right)),
        ours=_ours(archive, browser, right),
        failed=failed,
    )


def _tried(name: str, browser: Browser, archive: Archive, failed: list[str], ask: Callable[[Browser], T]) -> T | None:
    """Return what another search answers to a browser of its own, or note that this gave up: a tab's memory has an end."""
    from playwright.sync_api import Error as BrowserError  # noqa: PLC0415 - the processes that build need no browser

    try:
        with another(browser) as other:
            return ask(other)
    except BrowserError as error:
        failed.append(f"{archive.asked:g} MB: {name} could not be asked in Chromium: {error.message.splitlines()[0]}")
        tell(failed[-1])
        return None


def _ours(archive: Archive, browser: Browser, right: Mapping[Query, list[str]]) -> Ours:
    tell(f"{archive.asked:g} MB: asking our search")
    for path in _MODULES.glob("*.mjs"):
        shutil.copy2(path, archive.site / PUBLISHED)
    words = [query.words for query in right]
    answers = dict(zip(right, traffic.found(browser, archive.site, words, _MOST), strict=True))
    found = _found({query: _newest(places) for query, places in right.items()}, answers)
    return Ours(archive.making, list(traffic.measure(browser, archive.site, words)), found)


def _newest(places: Sequence[str]) -> list[str]:
    """Return the first of what should be found: newest sitting first, each sitting in its order."""
    sittings = [list(found) for _, found in groupby(places, key=lambda one: one.partition("#")[0])]
    return list(islice(chain.from_iterable(reversed(sittings)), _MOST))


def _material(archive: Archive, browser: Browser, right: Mapping[Query, list[str]]) -> Material:
    tell(f"{archive.asked:g} MB: asking Material")
    site = archive.work / "material"
    lunr.write_site(archive.corpus, site)
    told = lunr.ask(browser, site, [query.words for query in right])
    answers = {query: places for query, (places, _) in zip(right, told.found, strict=True)}
    return Material(told.sent, told.ready, told.memory, [took for _, took in told.found], _found(right, answers))


def _pagefind(archive: Archive, browser: Browser, right: Mapping[Query, list[str]]) -> Pagefind | None:
    if archive.pagefind is None:
        return None
    tell(f"{archive.asked:g} MB: asking Pagefind")
    words = [query.words for query in right]
    addresses = [day.url(speech) for day, speech in texts_of(archive.corpus)]
    numbers = pagefind.found(browser, archive.pages, words)
    answers = {query: [addresses[one] for one in hits] for query, hits in zip(right, numbers, strict=True)}
    size = pagefind.size(archive.pages)
    found = _found(right, answers)
    return Pagefind(archive.pagefind, size, list(pagefind.measure(browser, archive.pages, words)), found)


def _found(right: Mapping[Query, list[str]], answers: Mapping[Query, list[str]]) -> Found:
    def of(*, drawn: bool) -> Judged:
        return judged(right, {query: answer for query, answer in answers.items() if query.drawn is drawn})

    return Found(of(drawn=False), of(drawn=True))
