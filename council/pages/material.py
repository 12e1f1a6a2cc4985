"""`materials/ID.html`: one paper: its file, where it was used, its words."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from council.model.events import AgendaItem, Event, Material
from council.model.paper_content import ContentPart
from council.model.paper_text import PaperPart, PaperText
from council.pages.addresses import material_page_uri, meeting_uri, packet_uri, session_uri, speech_uri
from council.pages.bill_views import BillView, bill_view
from council.pages.materials import MaterialView, belongs, material_view, title_of
from council.pages.page import Page, TocEntry
from council.pages.paper_pages import content_html, way_of
from council.pages.paper_words import paper_html
from council.pages.sheet import Link, Sheet, Studio
from council.pages.sittings import has_packet, sitting_link

_PICTURES = frozenset({"png", "jpeg"})
_MOST_IN_CONTENTS = 40


class PartView(Struct, frozen=True):
    """A page or sheet of the paper: its anchor and heading (none where the paper has one part only), its words."""

    id: str
    title: str
    readable: bool
    words: Markup


class MaterialPage(Struct, frozen=True):
    """What the page of a paper says. ``parts`` is empty where it holds no words; ``picture`` is the file if it is one."""

    paper: MaterialView
    session: Link
    meeting: Link | None
    items: tuple[Link, ...]
    bills: tuple[BillView, ...]
    packet: Link | None
    sha256: str
    way: str
    picture: str
    withheld: str
    heading: str
    note: str
    parts: tuple[PartView, ...]
    previous: Link | None
    next: Link | None


def compose_material(studio: Studio, material: Material, before: Material | None, after: Material | None) -> Page:
    """Return the page of one paper; ``before`` and ``after`` are its neighbours in the session."""
    sheet = studio.sheet(material_page_uri(material.id))
    session = studio.record.council.sessions[material.session_id]
    view = _view(sheet, material, before, after)
    return Page(
        uri=sheet.uri,
        kind="material",
        title=title_of(sheet, material),
        body=sheet.render("record/material.html.j2", view),
        toc=tuple(_contents(sheet, view)),
        description=sheet.t("material.description", title=title_of(sheet, material), session=session.name),
        section="materials",
        breadcrumbs=((sheet.t("materials.title"), "materials.html"),),
    )


def _view(sheet: Sheet, material: Material, before: Material | None, after: Material | None) -> MaterialPage:
    council = sheet.record.council
    event = council.events.get(material.event_id) if material.event_id else None
    text = None if material.withheld else council.papers.get(material.id)
    paper = material_view(sheet, material)
    return MaterialPage(
        paper=paper,
        session=sheet.link(session_uri(material.session_id), council.sessions[material.session_id].name),
        meeting=sitting_link(sheet, event.id) if event else None,
        items=tuple(_item(sheet, event, item) for item in event.agenda if belongs(material, item)) if event else (),
        bills=tuple(bill_view(sheet, council.motions[key], material.session_id) for key in material.motion_ids),
        packet=_packet(sheet, event),
        sha256=material.sha256,
        way=_way(sheet, material, event),
        picture=paper.file if material.kind in _PICTURES else "",
        withheld=material.withheld,
        heading=sheet.t("paper.content" if material.id in council.contents else "material.words"),
        note=_note(sheet, material, text),
        parts=tuple(_parts(sheet, material, text)),
        previous=_neighbour(sheet, before),
        next=_neighbour(sheet, after),
    )


def _item(sheet: Sheet, event: Event, item: AgendaItem) -> Link:
    """Return the item of the agenda, linked to where the minutes take it up, else to the sitting."""
    has_heading = item.speech_id and event.id in sheet.record.with_debate
    uri = speech_uri(event.id, item.speech_id) if has_heading else meeting_uri(event.id)
    return sheet.link(uri, " ".join(part for part in (item.label, item.title) if part))


def _packet(sheet: Sheet, event: Event | None) -> Link | None:
    if event is None or not has_packet(sheet.studio, event):
        return None
    return sheet.link(packet_uri(event.id), sheet.t("packet.of_sitting"))


def _note(sheet: Sheet, material: Material, text: PaperText | None) -> str:
    """Return what kind of words these are, and that the file is the paper."""
    if material.withheld:
        return ""
    seen = sheet.record.council.contents.get(material.id)
    if text is None or not (text.has_words or (seen and seen.parts)):
        return sheet.t("material.no_words")
    return sheet.t(f"material_words.{text.kind}")


def _way(sheet: Sheet, material: Material, event: Event | None) -> str:
    """Return in words how the pages of a Word file or workbook in a packet were made."""
    in_packet = bool(material.motion_ids) or (event is not None and has_packet(sheet.studio, event))
    if material.withheld or not in_packet:
        return ""
    way = way_of(sheet, material.id)
    return sheet.t(f"paper_way.{way}") if way else ""


def _parts(sheet: Sheet, material: Material, text: PaperText | None) -> list[PartView]:
    """Return the parts of a paper: a Word file or workbook as it is seen, the words of any other."""
    if text is None:
        return []
    seen = sheet.record.council.contents.get(material.id)
    if seen is not None and seen.parts:
        return [_seen(sheet, material, part) for part in seen.parts]
    several = len(text.parts) > 1
    return [
        _part(sheet, part, part.title or (sheet.t("material.page", n=part.number) if several else ""))
        for part in text.parts
        if text.has_words
    ]


def _seen(sheet: Sheet, material: Material, part: ContentPart) -> PartView:
    html = content_html(sheet, material.id, part.blocks, 4 if part.title else 3)
    return PartView(f"part-{part.number}", part.title, readable=True, words=html)


def _part(sheet: Sheet, part: PaperPart, title: str) -> PartView:
    words = paper_html(part.blocks, sheet.studio.words, "h4" if title else "h3")
    return PartView(f"part-{part.number}", title, part.readable, words)


def _contents(sheet: Sheet, view: MaterialPage) -> list[TocEntry]:
    found = [TocEntry("used", sheet.t("material.used"))]
    if view.parts:
        found.append(TocEntry("words", view.heading))
        titled = [part for part in view.parts if part.title]
        found += [TocEntry(part.id, part.title, 3) for part in titled[:_MOST_IN_CONTENTS]]
    return found if view.withheld else [*found, TocEntry("file", sheet.t("material.file"))]


def _neighbour(sheet: Sheet, material: Material | None) -> Link | None:
    return sheet.link(material_page_uri(material.id), title_of(sheet, material)) if material else None
