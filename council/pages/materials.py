"""`materials.html`: every council paper with what it belongs to; and papers as other pages list them."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from council.model.events import AgendaItem, Audience, EventId, Material, MotionId
from council.model.votes import Motion
from council.pages import dates
from council.pages.addresses import bill_uri, material_page_uri, material_uri, session_uri
from council.pages.filters import FilterBar, choice, filter_bar
from council.pages.page import Page
from council.pages.sheet import Link, Sheet, Studio
from council.pages.sittings import sitting_link

_KIBI = 1024
_KINDS = {"DOCX": "material.word", "XLSX": "material.excel", "PNG": "material.picture", "JPEG": "material.picture"}


class BillOfPaper(Struct, frozen=True):
    """A bill that a paper names: where to, its number, its number and title."""

    id: str
    href: str
    text: str
    words: str


class MaterialView(Struct, frozen=True):
    """A paper: its page and file, what kind and how large, and what it belongs to; ``file`` is empty if held back."""

    title: str
    href: str
    file: str
    kind: str
    kind_words: str
    size: str
    withheld: bool
    restricted: bool
    agenda_label: str
    session: Link
    session_id: str
    meeting: Link | None
    body: str
    year: str
    year_words: str
    bills: tuple[BillOfPaper, ...]


class MaterialsPage(Struct, frozen=True):
    """What the list of papers says, by session, newest first; whether a session has papers that are not listed."""

    filter: FilterBar
    groups: tuple[tuple[Link, tuple[MaterialView, ...], bool], ...]


def compose_materials(studio: Studio) -> Page:
    """Return the list of papers."""
    sheet = studio.sheet("materials.html")
    council, by_session = studio.record.council, studio.record.materials_by_session
    groups = tuple(
        (sheet.link(session_uri(one.id), one.name), _views(sheet, by_session.get(one.id, ())), unsettled)
        for one in reversed(tuple(council.sessions.values()))
        if (unsettled := one.id in council.unsettled_papers) or one.id in by_session
    )
    papers = [paper for _, found, _ in groups for paper in found]
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
        choice(sheet, "bill", ((bill.id, bill.words) for one in papers for bill in one.bills)),
        choice(sheet, "kind", ((one.kind, one.kind_words) for one in papers)),
    )
    return filter_bar(sheet, "materials-list", choices, least=1)


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
        title=title_of(sheet, material),
        href=sheet.href(material_page_uri(material.id)),
        file="" if material.withheld else sheet.href(material_uri(material)),
        kind=material.kind.upper(),
        kind_words=kind_words(sheet, material.kind.upper()),
        size="" if material.withheld else _size(sheet, material),
        withheld=bool(material.withheld),
        restricted=material.audience is Audience.MEMBERS,
        agenda_label=material.agenda_label,
        session=sheet.link(session_uri(session.id), session.name),
        session_id=session.id,
        meeting=sitting_link(sheet, event.id) if event else None,
        body=sheet.body(event.body) if event else "",
        year=str(day.year) if day else "",
        year_words=dates.year_words(day, sheet.language) if day else "",
        bills=tuple(_bill(sheet, motion) for motion in motions),
    )


def _bill(sheet: Sheet, motion: Motion) -> BillOfPaper:
    return BillOfPaper(
        id=motion.id,
        href=sheet.href(bill_uri(motion.id)),
        text=motion.identifier or motion.text,
        words=" ".join(part for part in (motion.identifier, motion.text) if part),
    )


def title_of(sheet: Sheet, material: Material) -> str:
    """Return a paper's title; that of one from which words were withdrawn is not told."""
    return material.title or sheet.t("material.untitled")


def belongs(material: Material, item: AgendaItem) -> bool:
    """Say whether a paper is of an item of its sitting's agenda: it names the item or one of its bills."""
    same_label = bool(material.agenda_label) and _plain(material.agenda_label) == _plain(item.label)
    return same_label or bool(set(material.motion_ids) & set(item.motion_ids))


def _plain(label: str) -> str:
    return "".join(unicodedata.normalize("NFKC", label).split())


def kind_words(sheet: Sheet, kind: str) -> str:
    """Return what sort of file a paper is, in words."""
    return sheet.t(_KINDS[kind], kind=kind) if kind in _KINDS else kind


def _size(sheet: Sheet, material: Material) -> str:
    size = (
        f"{max(1, round(material.size / _KIBI))} KB"
        if material.size < _KIBI**2
        else f"{material.size / _KIBI**2:.1f} MB"
    )
    return sheet.t("material.pages_size", n=material.pages, size=size) if material.pages else size
