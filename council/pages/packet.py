"""`packets.html` and `packets/ID.html`: what a sitting needs on the table: its agenda with the papers of each item."""

from __future__ import annotations

import json
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from council.glossary.interface import TEXTS, Words
from council.model.events import Audience, Event, SessionId
from council.pages.addresses import packet_pdf_uri, packet_uri, session_uri
from council.pages.book import book_of
from council.pages.book_papers import papers_of
from council.pages.offline import OfflineView, offline_view
from council.pages.packet_view import BookView, book_view
from council.pages.page import Page
from council.pages.sheet import Link, Sheet, Studio, web_address
from council.pages.sittings import SittingView, has_packet, sitting_link, sitting_view
from council.text.variants import VARIANTS

_SAID = "packet_say."


class PacketPage(Struct, frozen=True):
    """What a packet's page says; the last three are for its scripts: words, variant kanji in pairs, numbers borne no more."""

    sitting: SittingView
    session: Link
    meeting: Link
    online_url: str
    book: BookView
    words: str
    variants: str
    retired: str
    offline: OfflineView | None


class PacketLine(Struct, frozen=True):
    """A packet in the list: the sitting it is of, how many items and papers it has; ``day`` for machines."""

    link: Link
    day: str
    body: str
    number: str
    items: int
    papers: int
    restricted: bool


class PacketsPage(Struct, frozen=True):
    """What the list of packets says: finished sections by session, newest first; ``saved`` leads to those on this device."""

    sections: tuple[Markup, ...]
    timezone: str
    saved: Link


def compose_packets(studio: Studio) -> Page:
    """Return the list of packets."""
    sheet = studio.sheet("packets.html")
    council = studio.record.council
    found = (sheet.part(one, partial(_section, sheet, one)) for one in reversed(tuple(council.sessions)))
    sections = tuple(Markup(section) for section in found if section)  # noqa: S704 - an autoescaped template's own output
    view = PacketsPage(sections, council.facts.timezone, offline_view(sheet).saved)
    return Page(
        uri=sheet.uri,
        kind="packets",
        title=sheet.t("packets.title"),
        body=sheet.render("record/packets.html.j2", view),
        description=sheet.t("packets.lead"),
        section="packets",
    )


def _section(sheet: Sheet, session_id: SessionId) -> str:
    """Return the packets of a session, nothing if it has none."""
    events = [one for one in sheet.record.events_by_session.get(session_id, ()) if has_packet(sheet.studio, one)]
    if not events:
        return ""
    link = sheet.link(session_uri(session_id), sheet.record.council.sessions[session_id].name)
    return str(sheet.fragment("packet_section", (link, tuple(_line(sheet, one) for one in events))))


def _line(sheet: Sheet, event: Event) -> PacketLine:
    return PacketLine(
        link=sheet.link(packet_uri(event.id), sitting_link(sheet, event.id).text),
        day=sheet.day(event.start_date).iso,
        body=sheet.body(event.body),
        number=event.number,
        items=len(event.agenda),
        papers=len(papers_of(sheet.record, event)),
        restricted=event.audience is Audience.MEMBERS,
    )


def compose_packet(studio: Studio, event: Event) -> Page:
    """Return the packet of one sitting."""
    sheet = studio.sheet(packet_uri(event.id))
    book = book_of(studio, event)
    pdf = packet_pdf_uri(event.id) if studio.pagination.binds and book.papers else ""
    view = _view(sheet, event, book_view(sheet, book, pdf), offline_view(sheet, event.id, pdf) if book.papers else None)
    return Page(
        uri=sheet.uri,
        kind="packet",
        title=sheet.t("packet.title", sitting=view.meeting.text),
        body=sheet.render("record/packet.html.j2", view),
        description=sheet.t("packet.description", sitting=view.meeting.text),
        section="packets",
        breadcrumbs=((sheet.t("packets.title"), "packets.html"),),
    )


def _view(sheet: Sheet, event: Event, book: BookView, offline: OfflineView | None) -> PacketPage:
    return PacketPage(
        sitting=sitting_view(sheet, event),
        session=sheet.link(session_uri(event.session_id), sheet.record.council.sessions[event.session_id].name),
        meeting=sitting_link(sheet, event.id),
        online_url=web_address(event.online_url),
        book=book,
        words=_json(_said(sheet.studio.words)),
        variants="".join(variant + plain for variant, plain in VARIANTS.items()),
        retired=_json({number: [now, words] for number, now, words in book.retired}),
        offline=offline,
    )


def _said(words: Words) -> dict[str, str]:
    """Return what scripts say, by the last part of its key."""
    keys = (key.partition(".")[2] for key in TEXTS if key.startswith(_SAID))
    return {key: words.unfilled(f"packet_say.{key}") for key in keys}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
