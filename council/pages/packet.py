"""`packets.html` and `packets/ID.html`: what a sitting needs on the table: its agenda with the papers of each item."""

from __future__ import annotations

from dataclasses import dataclass

from council.model.events import AgendaItem, Audience, Event, Material
from council.pages.addresses import bill_uri, packet_uri, session_uri
from council.pages.materials import MaterialView, belongs, material_view
from council.pages.page import Page
from council.pages.sheet import Link, Sheet, Studio, web_address
from council.pages.sittings import SittingView, has_packet, sitting_link, sitting_view


@dataclass(frozen=True, slots=True)
class PacketItem:
    """One item of the agenda with its papers."""

    id: str
    label: str
    title: str
    bills: tuple[Link, ...]
    papers: tuple[MaterialView, ...]
    restricted: bool


@dataclass(frozen=True, slots=True)
class PacketPage:
    """What a packet's page says; ``rest`` are papers of the sitting that name no item."""

    sitting: SittingView
    session: Link
    meeting: Link
    online_url: str
    items: tuple[PacketItem, ...]
    rest: tuple[MaterialView, ...]
    papers: int
    pages: int


@dataclass(frozen=True, slots=True)
class PacketsPage:
    """What the list of packets says: by session, newest first."""

    groups: tuple[tuple[Link, tuple[tuple[Link, SittingView, int], ...]], ...]


def compose_packets(studio: Studio) -> Page:
    """Return the list of packets."""
    sheet = studio.sheet("packets.html")
    record = studio.record
    groups = []
    for session in reversed(tuple(record.council.sessions.values())):
        events = [event for event in record.events_by_session.get(session.id, ()) if has_packet(studio, event)]
        if events:
            groups.append(
                (sheet.link(session_uri(session.id), session.name), tuple(_line(sheet, one) for one in events))
            )
    return Page(
        uri=sheet.uri,
        kind="packets",
        title=sheet.t("packets.title"),
        body=sheet.render("record/packets.html.j2", PacketsPage(tuple(groups))),
        description=sheet.t("packets.lead"),
        section="packets",
    )


def _line(sheet: Sheet, event: Event) -> tuple[Link, SittingView, int]:
    link = sheet.link(packet_uri(event.id), sitting_link(sheet, event.id).text)
    return link, sitting_view(sheet, event), len(sheet.record.materials_by_event.get(event.id, ()))


def compose_packet(studio: Studio, event: Event) -> Page:
    """Return the packet of one sitting."""
    sheet = studio.sheet(packet_uri(event.id))
    materials = studio.record.materials_by_event.get(event.id, ())
    own = {item.position: tuple(one for one in materials if belongs(one, item)) for item in event.agenda}
    taken = {one.id for found in own.values() for one in found}
    meeting = sitting_link(sheet, event.id)
    view = PacketPage(
        sitting=sitting_view(sheet, event),
        session=sheet.link(session_uri(event.session_id), studio.record.council.sessions[event.session_id].name),
        meeting=meeting,
        online_url=web_address(event.online_url),
        items=tuple(_item(sheet, item, own[item.position]) for item in event.agenda),
        rest=tuple(material_view(sheet, one) for one in materials if one.id not in taken),
        papers=len(materials),
        pages=sum(one.pages for one in materials),
    )
    return Page(
        uri=sheet.uri,
        kind="packet",
        title=sheet.t("packet.title", sitting=meeting.text),
        body=sheet.render("record/packet.html.j2", view),
        description=sheet.t("packet.description", sitting=meeting.text),
        section="packets",
        breadcrumbs=((sheet.t("packets.title"), "packets.html"),),
    )


def _item(sheet: Sheet, item: AgendaItem, papers: tuple[Material, ...]) -> PacketItem:
    motions = [sheet.record.council.motions[motion_id] for motion_id in item.motion_ids]
    return PacketItem(
        id=f"item-{item.position}",
        label=item.label,
        title=item.title,
        bills=tuple(sheet.link(bill_uri(motion.id), motion.identifier or motion.text) for motion in motions),
        papers=tuple(material_view(sheet, one) for one in papers),
        restricted=item.audience is Audience.MEMBERS,
    )
