"""`feed.xml`: what is new, as Atom (RFC 4287); every date is the data's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from heapq import nlargest

from lxml import etree
from msgspec import Struct

from council.model.council import Council
from council.model.events import Event
from council.model.votes import VoteEvent
from council.pages.addresses import meeting_uri, vote_uri

_ATOM = "http://www.w3.org/2005/Atom"
_ENTRIES = 50


class _News(Struct, frozen=True):
    """What may be told; ``title`` is asked for only if it is."""

    day: dt.date
    id: str
    title: Callable[[], str]
    uri: str


def feed(council: Council) -> bytes:
    """Return the fifty newest sittings with minutes, decisions and corrections."""
    news = nlargest(_ENTRIES, _news(council), key=lambda one: (one.day, one.id))
    names: dict[str | None, str] = {None: _ATOM}
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap=names)  # type: ignore[arg-type]  # the stub leaves out None
    root.set("{http://www.w3.org/XML/1998/namespace}lang", council.facts.language)
    _add(root, "id", _tag(council, "feed"))
    _add(root, "title", council.facts.name)
    _add(root, "updated", _moment(news[0].day if news else dt.date(2000, 1, 1)))
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, "name", council.facts.name)
    for one in news:
        _add_entry(root, one, council)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _news(council: Council) -> Iterator[_News]:
    for event in council.events.values():
        if event.has_minutes and event.start_date:
            yield _News(event.start_date, event.id, partial(_sitting, council, event), meeting_uri(event.id))
    for decision in council.vote_events.values():
        if decision.date:
            yield _News(decision.date, decision.id, partial(_decision, council, decision), vote_uri(decision.id))
    for place, correction in enumerate(council.corrections, start=1):
        identifier = f"correction-{correction.date.isoformat()}-{place}"
        title = correction.reason or correction.kind
        yield _News(correction.date, identifier, partial(str, title), "corrections.html")


def _sitting(council: Council, event: Event) -> str:
    session = council.sessions[event.session_id].name
    return " ".join(part for part in (session, event.body, event.number) if part)


def _decision(council: Council, event: VoteEvent) -> str:
    motion = council.motions[event.motion_id]
    return " ".join(part for part in (event.result, motion.identifier, motion.text) if part)


def _add_entry(root: etree._Element, one: _News, council: Council) -> None:
    entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
    _add(entry, "id", _tag(council, one.id))
    _add(entry, "title", one.title())
    _add(entry, "updated", _moment(one.day))
    link = etree.SubElement(entry, f"{{{_ATOM}}}link")
    link.set("href", (council.facts.site_url.rstrip("/") + "/" if council.facts.site_url else "") + one.uri)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = "".join(
        character
        for character in text
        if character in "\t\n" or ord(character) >= 0x20  # noqa: PLR2004 - XML's least character
    )


def _tag(council: Council, name: str) -> str:
    host = council.facts.site_url.split("//")[-1].split("/")[0]
    return f"tag:{host or 'council.invalid'},2000:{name}"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
