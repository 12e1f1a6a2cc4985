"""`materials.html`: every council paper with what it belongs to; and papers as other pages list them."""

from __future__ import annotations

from dataclasses import dataclass

from council.model.events import Audience, EventId, Material, MotionId
from council.pages import dates
from council.pages.addresses import bill_uri, material_uri, session_uri
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.page import Page
from council.pages.sheet import Link, Sheet, Studio
from council.pages.sittings import sitting_link

_KIBI = 1024


@dataclass(frozen=True, slots=True)
class MaterialView:
    """A paper: its file, what kind and how large, and what it belongs to."""

    title: str
    href: str
    kind: str
    size: str
    restricted: bool
    agenda_label: str
    session: Link
    session_id: str
    meeting: Link | None
    body: str
    year: str
    year_words: str
    bills: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MaterialsPage:
    """What the list of papers says, by session, newest first."""

    filter: FilterBar
    groups: tuple[tuple[Link, tuple[MaterialView, ...]], ...]


def compose_materials(studio: Studio) -> Page:
    """Return the list of papers."""
    sheet = studio.sheet("materials.html")
    by_session = studio.record.materials_by_session
    groups = tuple(
        (sheet.link(session_uri(session.id), session.name), _views(sheet, by_session[session.id]))
        for session in reversed(tuple(studio.record.council.sessions.values()))
        if session.id in by_session
    )
    papers = [paper for _, found in groups for paper in found]
    view = MaterialsPage(_filter(sheet, papers), groups)
    return Page(
        uri=sheet.uri,
        kind="materials",
        title=sheet.t("materials.title"),
        body=sheet.render("record/materials.html.j2", view),
        description=sheet.t("materials.lead"),
        section="materials",
    )


def _filter(sheet: Sheet, papers: list[MaterialView]) -> FilterBar:
    choices = (
        choice(sheet, "year", ((one.year, one.year_words) for one in papers)),
        choice(sheet, "session", ((one.session_id, one.session.text) for one in papers)),
        choice(sheet, "body", ((one.body, one.body) for one in papers)),
        choice(sheet, "format", ((one.kind, one.kind) for one in papers)),
    )
    return filter_bar(sheet, "materials-list", choices)


def materials_of_event(sheet: Sheet, event_id: EventId) -> tuple[MaterialView, ...]:
    """Return the papers of a sitting, in their order."""
    return _views(sheet, sheet.record.materials_by_event.get(event_id, ()))


def materials_of_motion(sheet: Sheet, motion_id: MotionId) -> tuple[MaterialView, ...]:
    """Return the papers of a bill, in their order."""
    return _views(sheet, sheet.record.materials_by_motion.get(motion_id, ()))


def _views(sheet: Sheet, materials: tuple[Material, ...]) -> tuple[MaterialView, ...]:
    return tuple(material_view(sheet, material) for material in materials)


def material_view(sheet: Sheet, material: Material) -> MaterialView:
    """Return one paper as lists show it."""
    council = sheet.record.council
    event = council.events.get(material.event_id) if material.event_id else None
    session = council.sessions[material.session_id]
    day = event.start_date if event and event.start_date else session.start_date
    motions = [council.motions[motion_id] for motion_id in material.motion_ids]
    return MaterialView(
        title=material.title,
        href=sheet.href(material_uri(material)),
        kind=material.kind.upper(),
        size=_size(sheet, material),
        restricted=material.audience is Audience.MEMBERS,
        agenda_label=material.agenda_label,
        session=sheet.link(session_uri(session.id), session.name),
        session_id=session.id,
        meeting=sitting_link(sheet, event.id) if event else None,
        body=sheet.body(event.body) if event else "",
        year=str(day.year) if day else "",
        year_words=dates.year_words(day, sheet.language) if day else "",
        bills=tuple(sheet.link(bill_uri(motion.id), motion.identifier or motion.text) for motion in motions),
    )


def _size(sheet: Sheet, material: Material) -> str:
    size = (
        f"{max(1, round(material.size / _KIBI))} KB"
        if material.size < _KIBI**2
        else f"{material.size / _KIBI**2:.1f} MB"
    )
    return sheet.t("material.pages_size", n=material.pages, size=size) if material.pages else size
