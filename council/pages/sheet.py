"""The sheet a page is written on: it knows the record, the language and where the page lies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import jinja2
from markupsafe import Markup
from msgspec import Struct, field

from council.glossary.interface import Words
from council.packets.pagination import Pagination
from council.pages import dates
from council.pages.parts import Parts
from council.pages.record import Record
from council.pages.watch import Read, Watch

T = TypeVar("T")


class Link(Struct, frozen=True):
    """A finished link: where to, in what words."""

    href: str
    text: str


class Moment(Struct, frozen=True):
    """A day in words and for machines; both empty where the day is unknown."""

    text: str
    iso: str = ""


def web_address(url: str) -> str:
    """Return an address that leads out if it is one of the web (http, https), else nothing: no page runs a link."""
    return url if url.lower().startswith(("https://", "http://")) else ""


class Studio(Struct, frozen=True):
    """What all pages of one build share; what is the same wherever it stands is made once (`once`)."""

    record: Record
    words: Words
    environment: jinja2.Environment
    watch: Watch = field(default_factory=Watch)
    pagination: Pagination = field(default_factory=Pagination)
    kept: dict[object, tuple[Any, tuple[Read, ...]]] = field(default_factory=dict)
    parts: Parts = field(default_factory=Parts)

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self.words.language

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what is kept under a key, made if it is asked for the first time; every page has read its part of it."""
        known = self.kept.get(key)
        if known is None:
            known = self.kept[key] = self.watch.reading(make)
        else:
            self.watch.again(known[1])
        made: T = known[0]
        return made

    def forget(self) -> None:
        """Let go of what was kept, once everything is made."""
        self.kept.clear()
        self.watch.forget()

    def sheet(self, uri: str) -> Sheet:
        """Return an empty sheet for the page at this address."""
        return Sheet(self, uri, "../" * uri.count("/"))


class Sheet(Struct, frozen=True):
    """One page being written. ``up`` leads from it to the site's root."""

    studio: Studio
    uri: str
    up: str

    @property
    def record(self) -> Record:
        """The record that the page tells of."""
        return self.studio.record

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self.studio.words.language

    def t(self, key: str, **values: object) -> str:
        """Return words of the interface."""
        return self.studio.words(key, **values)

    def href(self, uri: str) -> str:
        """Return how this page leads to an address below the root."""
        return self.up + uri

    def link(self, uri: str, text: str) -> Link:
        """Return a finished link to an address below the root."""
        return Link(self.up + uri, text)

    def day(self, day: dt.date | None) -> Moment:
        """Return a day with its weekday; an unknown one says so."""
        return self._moment(day, dates.long_day(day, self.language))

    def plain_day(self, day: dt.date | None) -> Moment:
        """Return a day without its weekday; an unknown one says so."""
        return self._moment(day, dates.plain_day(day, self.language))

    def _moment(self, day: dt.date | None, text: str) -> Moment:
        return Moment(text, day.isoformat()) if day else Moment(self.t("date.unknown"))

    def body(self, name: str) -> str:
        """Return the name of a body; an English council itself, which minutes do not name, has the glossary's word."""
        return self.t("body.council") if name == "council" else name

    def render(self, template: str, view: object) -> str:
        """Fill a template with what the page says."""
        return self.studio.environment.get_template(template).render(view=view)

    def piece(self, fragment: str, value: object) -> Markup:
        """Return a fragment that is the same wherever it stands at this depth, rendered once."""
        return self.studio.once((fragment, self.up, value), lambda: self.fragment(fragment, value))

    def piece_of(self, fragment: str, key: object, view: Callable[[], object]) -> Markup:
        """Return a fragment that is the same for the same key at this depth; its view is made only if it is new."""
        return self.studio.once((fragment, self.up, key), lambda: self.fragment(fragment, view()))

    def part(self, key: str, make: Callable[..., T], *given: object) -> T:
        """Return a piece of this page that is kept from build to build.

        ``make`` is called with what is ``given``, and reads everything else that it tells of itself.
        """
        return self.studio.parts.of(self.studio.watch, self.uri, key, make, given)

    def fragment(self, fragment: str, value: object) -> Markup:
        """Fill the template of a fragment."""
        template = self.studio.environment.get_template(f"fragments/{fragment}.html.j2")
        return Markup(template.render(value=value).strip())  # noqa: S704 - an autoescaped template's own output
