"""`search.html`: the form with what it can be narrowed by; the results are put there by the page's own script."""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec import Struct

from council.model.people import OrganizationKind
from council.pages import dates
from council.pages.addresses import SEARCH
from council.pages.filters import Choice, choice
from council.pages.members import members_in_order
from council.pages.page import Page
from council.pages.sheet import Link, Sheet, Studio

KINDS = ("speech", "bill", "decision", "material")
"""What can be found; the values of `data-kind`."""

SAYINGS = (
    *("count", "about", "count_all", "place", "searching", "ask", "only_not", "none", "nearest", "no_filters"),
    *(
        "drop",
        "drop_hint",
        "filters",
        "option",
        "option_about",
        "back",
        "on",
        "pages",
        "page",
        "more",
        "more_first",
        "suggestions",
    ),
    *("recent", "recent_note", "forget"),
    *(
        "member",
        "bill",
        "body",
        "session",
        "missing",
        "damaged",
        "offline",
        "old",
        "undated",
        "failed",
        "folder",
        "again",
        "reload",
    ),
)
"""Names of the words that the page's script fills: `search_says.…` in the glossary."""

_HOW = ("all", "any", "not", "exact")
_LISTS = ("sessions", "bills", "votes", "members", "materials", "live")


class SearchPage(Struct, frozen=True):
    """What the search page holds; ``script`` is JSON for its script: words to fill, days, what kinds are called."""

    here: str
    choices: tuple[Choice, ...]
    years: Choice
    ways: tuple[Link, ...]
    hints: tuple[tuple[str, str], ...]
    script: str


def compose_search(studio: Studio) -> Page:
    """Return the search page."""
    sheet = studio.sheet(SEARCH)
    view = SearchPage(
        here=SEARCH,
        choices=_choices(sheet),
        years=choice(sheet, "year", _years(sheet)),
        ways=tuple(sheet.link(f"{name}.html", sheet.t(f"{name}.title")) for name in _LISTS),
        hints=tuple((sheet.t(f"search_how.{way}"), _example(sheet, way)) for way in _HOW),
        script=_script(sheet),
    )
    return Page(
        uri=sheet.uri,
        kind="search",
        title=sheet.t("search.title"),
        body=sheet.render("record/search.html.j2", view),
        description=sheet.t("search.description", council=studio.record.council.facts.name),
        section="search",
    )


def _example(sheet: Sheet, way: str) -> str:
    """Return a query as it is typed: a bar in it is no bar between two forms of a text."""
    return sheet.studio.words.unfilled(f"search_example.{way}")


def _choices(sheet: Sheet) -> tuple[Choice, ...]:
    council = sheet.record.council
    bodies = ((event.body, sheet.body(event.body)) for event in council.events.values())
    groups = (one for one in council.organizations.values() if one.classification is OrganizationKind.GROUP)
    return (
        choice(sheet, "kind", ((kind, sheet.t(f"search_kind.{kind}")) for kind in KINDS)),
        choice(sheet, "session", ((one.id, one.name) for one in reversed(tuple(council.sessions.values())))),
        choice(sheet, "body", bodies),
        choice(sheet, "group", ((one.id, one.name) for one in groups)),
        choice(sheet, "speaker", ((one.id, one.name) for one in members_in_order(sheet.studio))),
    )


def _years(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield every year with a sitting or a decision, the newest first."""
    council = sheet.record.council
    days = {event.start_date for event in council.events.values()} | {one.date for one in council.vote_events.values()}
    last = {day.year: day for day in sorted(day for day in days if day)}
    for year, day in reversed(last.items()):
        yield str(year), dates.year_words(day, sheet.language)


def _script(sheet: Sheet) -> str:
    words = sheet.studio.words
    told = {
        "words": {name: words.unfilled(f"search_says.{name}") for name in SAYINGS},
        "kinds": {kind: words.unfilled(f"search_kind.{kind}") for kind in KINDS},
        "days": dates.words_for_scripts(sheet.language),
        "language": sheet.language,
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
