"""A sitting's packet as a plan of pages (`Book`), made of the record and of what was handed out before."""

from __future__ import annotations

from collections.abc import Iterator

from council.model.events import Audience, Event
from council.model.handouts import Handout
from council.packets.book import Book, BookItem, BookPaper, Leaf
from council.pages.addresses import material_page_uri, material_uri, packet_pdf_uri, packet_uri
from council.pages.book_changes import Changes
from council.pages.book_items import bill_lines, debate_lines, decision_lines
from council.pages.book_parts import Binding, binding_of
from council.pages.dates import short_day
from council.pages.materials import title_of
from council.pages.paper_pages import way_of
from council.pages.sheet import Sheet, Studio
from council.pages.sittings import sitting_link


def book_of(studio: Studio, event: Event) -> Book:
    """Return the packet of a sitting as the record has it now."""
    binding = binding_of(studio, event)
    sheet = studio.sheet(packet_uri(event.id))
    changes = Changes(sheet, binding.handouts, binding.numbering)
    papers = tuple(_papers(sheet, binding, changes))
    last = max(binding.handouts, key=lambda one: one.revision, default=None)
    return Book(
        id=event.id,
        title=sheet.t("packet.title", sitting=sitting_link(sheet, event.id).text),
        heading=_heading(sheet, event, last),
        language=sheet.language,
        edition=str(sheet.record.council.edition),
        date=_date(sheet, event, last),
        items=tuple(_items(sheet, event, binding)),
        papers=papers,
        rest=tuple(binding.materials.index(one) for one in binding.rest),
        leaves=tuple(_leaves(binding, changes)),
        revision=last.revision if last else 0,
        issued=last.issued.isoformat() if last else "",
        notes=changes.notes(),
        retired=changes.retired(),
        pdf_uri=packet_pdf_uri(event.id) if papers and studio.pagination.binds else "",
    )


def _leaves(binding: Binding, changes: Changes) -> Iterator[Leaf]:
    for at, numbered in zip(binding.placed, binding.numbering.parts, strict=True):
        for page, number in enumerate(numbered.numbers, start=1):
            change, words = changes.of(number, numbered)
            yield Leaf(number, at.kind, at.item, at.paper, page if at.paper >= 0 else 0, change, words)


def _items(sheet: Sheet, event: Event, binding: Binding) -> Iterator[BookItem]:
    places = {one.id: place for place, one in enumerate(binding.materials)}
    for item, laid in zip(event.agenda, binding.laid, strict=True):
        yield BookItem(
            anchor=f"item-{item.position}",
            label=item.label,
            title=item.title,
            bills=bill_lines(sheet, item),
            debates=debate_lines(sheet, event, item),
            decisions=decision_lines(sheet, event, item),
            papers=tuple(places[one.id] for one in laid.own),
            restricted=item.audience is Audience.MEMBERS,
            also=tuple(places[one.id] for one in laid.also),
        )


def _papers(sheet: Sheet, binding: Binding, changes: Changes) -> Iterator[BookPaper]:
    numbered = [one for at, one in zip(binding.placed, binding.numbering.parts, strict=True) if at.paper >= 0]
    for material, label, numbers in zip(binding.materials, binding.labels, numbered, strict=True):
        yield BookPaper(
            material_id=material.id,
            number=sheet.t("book.paper_number", number=label),
            title=title_of(sheet, material),
            kind=material.kind,
            uri="" if material.withheld else material_uri(material),
            page_uri=material_page_uri(material.id),
            sha256=material.sha256,
            pages=len(numbers.numbers),
            withheld=sheet.t("book.withheld") if material.withheld else "",
            restricted=material.audience is Audience.MEMBERS,
            change=changes.of_paper(numbers),
            notes=changes.notes_of(numbers),
            way=way_of(sheet, material.id),
        )


def _heading(sheet: Sheet, event: Event, last: Handout | None) -> tuple[str, ...]:
    council = sheet.record.council
    sitting = " ".join(part for part in (sheet.body(event.body), event.number) if part)
    edition = sheet.t(f"book_edition.{council.edition}")
    lines = [council.facts.name, council.sessions[event.session_id].name, sitting, sheet.day(event.start_date).text]
    if last:
        day = short_day(last.issued, sheet.language)
        revision = sheet.t("book.revision", revision=last.revision, day=day)
        edition = f"{edition} {revision}"
    return (*lines, edition)


def _date(sheet: Sheet, event: Event, last: Handout | None) -> str:
    session = sheet.record.council.sessions[event.session_id]
    day = last.issued if last else event.start_date or session.start_date
    return day.isoformat() if day else ""
