"""`materials/ID.html`: one paper: its file, where it was used, its words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from council.model.events import AgendaItem, Event, Material
from council.model.paper_text import PaperPart, PaperText
from council.pages.addresses import material_page_uri, meeting_uri, packet_uri, session_uri, speech_uri
from council.pages.bill_views import BillView, bill_view
from council.pages.materials import MaterialView, belongs, material_view, title_of
from council.pages.page import Page, TocEntry
from council.pages.paper_words import paper_html
from council.pages.sheet import Link, Sheet, Studio
from council.pages.sittings import has_packet, sitting_link

_PICTURES = frozenset({"png", "jpeg"})
_MOST_IN_CONTENTS = 40


@dataclass(frozen=True, slots=True)
class PartView:
    """A page or sheet of the paper: its anchor and heading (none where the paper has one part only), its words."""

    id: str
    title: str
    readable: bool
    words: Markup


@dataclass(frozen=True, slots=True)
class MaterialPage:
    """What the page of a paper says. ``parts`` is empty where it holds no words; ``picture`` is the file if it is one."""

    paper: MaterialView
    session: Link
    meeting: Link | None
    items: tuple[Link, ...]
    bills: tuple[BillView, ...]
    packet: Link | None
    sha256: str
    picture: str
    withheld: str
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
        picture=paper.file if material.kind in _PICTURES else "",
        withheld=material.withheld,
        note=_note(sheet, material, text),
        parts=tuple(_parts(sheet, text)) if text and text.has_words else (),
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
    if text is None or not text.has_words:
        return sheet.t("material.no_words")
    return sheet.t(f"material_words.{text.kind}")


def _parts(sheet: Sheet, text: PaperText) -> list[PartView]:
    several = len(text.parts) > 1
    return [
        _part(sheet, part, part.title or (sheet.t("material.page", n=part.number) if several else ""))
        for part in text.parts
    ]


def _part(sheet: Sheet, part: PaperPart, title: str) -> PartView:
    words = paper_html(part.blocks, sheet.studio.words, "h4" if title else "h3")
    return PartView(f"part-{part.number}", title, part.readable, words)


def _contents(sheet: Sheet, view: MaterialPage) -> list[TocEntry]:
    found = [TocEntry("used", sheet.t("material.used"))]
    if view.parts:
        found.append(TocEntry("words", sheet.t("material.words")))
        titled = [part for part in view.parts if part.title]
        found += [TocEntry(part.id, part.title, 3) for part in titled[:_MOST_IN_CONTENTS]]
    return found if view.withheld else [*found, TocEntry("file", sheet.t("material.file"))]


def _neighbour(sheet: Sheet, material: Material | None) -> Link | None:
    return sheet.link(material_page_uri(material.id), title_of(sheet, material)) if material else None
