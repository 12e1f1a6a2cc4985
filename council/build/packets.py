"""Packets as PDF files: planned for every sitting with papers, bound once and kept with what was found then."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from council.cache import fingerprint, key_of, made_by, pack
from council.diagnostics import Finding, finding
from council.location import Location
from council.model.events import Event, Material
from council.model.paper_text import PaperText
from council.opendata import PlannedFiles
from council.opendata.resource import Found
from council.packets.blank import blank_pdf
from council.packets.book import Book
from council.packets.pagination import Pagination
from council.packets.pdf import bind, is_installed, versions
from council.packets.printing import Printer
from council.pages.addresses import packet_pdf_uri
from council.pages.book import book_of
from council.pages.book_papers import papers_of
from council.pages.page import OutputFile
from council.pages.sheet import Studio
from council.papers import Shelf
from council.papers.prints import WAY, print_of
from council.papers.shelf import OFFICE
from council.rules.binding import NO_EXTRA

PRINTS = "page-prints"
"""Kind in the store: what tells a paper's pages from others."""


def kind_of(edition: str) -> str:
    """Return the kind in the store of an edition's packets as PDF, each with what was found when it was bound."""
    return f"packet-{edition}"


class PapersAsPages(Struct, frozen=True):
    """Papers as pages of a packet, each fetched from the shelf or from the printer when it is needed."""

    printer: Printer

    @property
    def shelf(self) -> Shelf:
        """Where papers lie."""
        return self.printer.shelf

    def prints(self, material: Material) -> tuple[str, ...]:
        """Return a print for each page of a paper."""
        if material.kind == "pdf":
            key = key_of(WAY, material.sha256)
            made: tuple[str, ...] = self.shelf.store.value(PRINTS, key, partial(self._prints, material.sha256))
            return made
        content = self.printer.pdf(material) if material.kind in OFFICE else None
        return _prints_of(content, None, material.path) if content else (print_of(material.sha256),)

    def content(self, material: Material) -> bytes | None:
        """Return a paper as it is bound: a PDF or a picture; None where it cannot be."""
        return self.printer.pdf(material) if material.kind in OFFICE else self.shelf.content(material.sha256)

    def _prints(self, sha256: str) -> tuple[str, ...]:
        return _prints_of(self.shelf.content(sha256), self.shelf.text(sha256))


def _prints_of(content: bytes, text: PaperText | None, name: str = "") -> tuple[str, ...]:
    """Return a print for each page of a PDF; its words are taken from it where they are not known."""
    from council.papers.page_prints import page_prints  # noqa: PLC0415 - pypdf is slow to import, and prints are kept
    from council.papers.pdf_text import pdf_text  # noqa: PLC0415 - as above

    return page_prints(content, pdf_text(content, name).value if text is None else text)


def pagination(printer: Printer) -> Pagination:
    """Return how papers are seen as pages."""
    papers = PapersAsPages(printer)
    return Pagination(papers.prints, binds=is_installed())


def plan_packets(studio: Studio, printer: Printer) -> Iterator[PlannedFiles]:
    """Yield the plan of the packets as PDF files; none without the extra ``packet``."""
    if not is_installed():
        return
    engines = versions()
    for event in with_papers(studio):
        make = partial(_files, studio, printer, event)
        yield PlannedFiles((packet_pdf_uri(event.id),), make, (event, engines, printer.identity))


def with_papers(studio: Studio) -> tuple[Event, ...]:
    """Return the sittings that have papers."""
    return tuple(one for one in studio.record.council.events.values() if papers_of(studio.record, one))


def told_without(studio: Studio) -> tuple[Finding, ...]:
    """Return a note (D505) where there are papers but nothing to bind them with."""
    if is_installed() or not studio.record.council.materials:
        return ()
    return (finding(NO_EXTRA, Location("packets")),)


def _files(studio: Studio, printer: Printer, event: Event) -> tuple[tuple[OutputFile, ...], Found]:
    bound = packet_pdf(studio, printer, event)
    return (OutputFile(packet_pdf_uri(event.id), bound.content),), bound.told


class Bound(Struct, frozen=True):
    """A packet as PDF, and what was found when it was bound (D401-D505)."""

    content: bytes
    told: Found


def packet_pdf(studio: Studio, printer: Printer, event: Event) -> Bound:
    """Return a sitting's packet as PDF, from the store if it was bound before; a page that says so if it cannot be."""
    book = book_of(studio, event)
    kind, key = kind_of(book.edition), key_of(made_by(), printer.identity, fingerprint(book))
    kept = printer.shelf.store.record(kind, key, Bound)
    if kept is None:
        kept = _bound(
            book, {one.id: one for one in papers_of(studio.record, event)}, PapersAsPages(printer), (kind, key)
        )
        printer.shelf.store.put(kind, key, pack(kept))
    return kept


def _bound(book: Book, materials: dict[str, Material], papers: PapersAsPages, key: tuple[str, str]) -> Bound:
    made = bind(book, lambda place: papers.content(materials[book.papers[place].material_id]))
    paths = {one.uri: materials[one.material_id].path for one in book.papers if one.uri}
    told = (found for one in book.papers for found in papers.printer.pages(materials[one.material_id]).findings)
    findings = (*told, *(_at_input(one, paths) for one in made.findings))
    return Bound(blank_pdf() if made.value is None else made.value, Found(findings, (key,)))


def _at_input(found: Finding, paths: dict[str, str]) -> Finding:
    """Return a finding with the paper's own file as its place, which is what a clerk can mend."""
    path = paths.get(found.location.path)
    return replace(found, location=replace(found.location, path=path)) if path else found
