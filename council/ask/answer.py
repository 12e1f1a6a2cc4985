"""What a search found, in words for a terminal; the words that were asked for stand out in colour where there is one."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from council.glossary.interface import Words
from council.pages.dates import plain_day
from council.report.console import write_out
from council.report.words import one_line
from council.search.engine import Item, Results
from council.search.filters import Request
from council.search.nearest import Near
from council.search.query import parse

_MARK, _QUIET, _ADDRESS = "bold yellow", "dim", "cyan"


def show_answer(results: Results, near: Iterable[Near], request: Request, words: Words) -> None:
    """Write hits to the terminal, in colour if it is one."""
    shown = Text("\n").join(answer(results, near, request, words))
    if sys.stdout.isatty() and not (console := Console(highlight=False)).is_dumb_terminal:
        console.print(shown, soft_wrap=True)
    else:
        write_out(shown.plain)


def answer(results: Results, near: Iterable[Near], request: Request, words: Words) -> Iterator[Text]:
    """Yield the lines: how many hits, the hits, those by other readings, and what to try where there is none."""
    query = parse(request.text)
    if query.is_empty:
        yield Text(words("search_says.only_not" if query.negative else "search_says.ask"))
        return
    if results.total:
        yield Text(words("search_says.count", n=results.total), "bold")
    else:
        yield Text(words("search_says.none", q=one_line(request.text)))
    yield from _hits(results.items, words)
    if left := results.total - request.offset - len(results.items):
        yield Text(words("search_told.left", n=left), _QUIET)
    if results.expanded:
        yield Text()
        yield Text(words("search.more"), "bold")
        yield from _hits(results.expanded, words)
    yield from _near(tuple(near), words)


def _hits(items: Iterable[Item], words: Words) -> Iterator[Text]:
    for item in items:
        yield Text()
        yield _head(item, words)
        yield Text("  ").append_text(_marked(item))
        yield Text(f"  {one_line(item.url)}", _ADDRESS)


def _head(item: Item, words: Words) -> Text:
    """Return kind, day, title and who spoke."""
    who = " ".join(part for part in (item.role, item.name) if part)
    day = plain_day(dt.date.fromisoformat(item.date), words.language) if item.date else words("date.unknown")
    told = (words(f"search_kind.{item.kind}"), day, item.title)
    head = Text(one_line(" ".join(part for part in told if part)), _QUIET)
    return head.append(f"  {one_line(who)}", "not dim bold") if who else head


def _marked(item: Item) -> Text:
    found, done = Text(), 0
    for start, end in item.marks:
        found.append(one_line(item.snippet[done:start]))
        found.append(one_line(item.snippet[start:end]), _MARK)
        done = end
    return found.append(one_line(item.snippet[done:]))


def _near(near: tuple[Near, ...], words: Words) -> Iterator[Text]:
    if near:
        yield Text()
        yield Text(words("search_says.nearest"), "bold")
    for one in near:
        said = words("search_says.option", label=one_line(one.query), n=words("search_says.count", n=one.total))
        yield Text(f"  {said}" + (f" {words('search_says.no_filters')}" if one.everywhere else ""))
