"""A sitting's packet as a plan of pages (`Book`), made of the record and of what was handed out before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from council.model.events import AgendaItem, Audience, Event, Material
from council.model.handouts import Handout, PageNumber, PartKind
from council.packets.book import Book, BookItem, BookPaper, Leaf, LeafKind
from council.packets.layout import contents_leaves
from council.packets.numbering import Numbering, Part, number_parts
from council.packets.pagination import SAME, planned_pages
from council.pages.addresses import material_page_uri, material_uri, packet_pdf_uri, packet_uri
from council.pages.book_changes import Changes
from council.pages.book_items import bill_lines, debate_lines, decision_lines
from council.pages.book_papers import Laid, lay_out, papers_of
from council.pages.dates import short_day
from council.pages.materials import title_of
from council.pages.paper_pages import way_of
from council.pages.sheet import Sheet, Studio
from council.pages.sittings import sitting_link


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the packet and what its pages are: of which item, of which paper (-1: none)."""

    part: Part
    kind: LeafKind
    item: int = -1
    paper: int = -1


@dataclass(frozen=True, slots=True)
class Binding:
    """A packet's parts in order with their numbers: what `book_of` is made of, and what is handed out."""

    placed: tuple[Placed, ...]
    numbering: Numbering
    handouts: tuple[Handout, ...]
    materials: tuple[Material, ...]
    laid: tuple[Laid, ...]
    rest: tuple[Material, ...]
    labels: tuple[PageNumber, ...]


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


def binding_of(studio: Studio, event: Event, *, seen: bool = False) -> Binding:
    """Return a packet's parts with their numbers.

    ``seen``: look at every page, so that it can be told again; else only at those of papers that have changed.
    """
    handouts = studio.record.handouts_by_event.get(event.id, ())
    laid, rest = lay_out(event, papers_of(studio.record, event))
    materials = tuple(one for laid_at in laid for one in laid_at.own) + rest
    looked = _Looked(studio, _last_files(handouts), needed=bool(handouts) or seen, whole=seen)
    placed = tuple(_placed(event, laid, rest, looked))
    numbering = number_parts([one.part for one in placed], handouts)
    return Binding(placed, numbering, handouts, materials, laid, rest, _labels(placed, numbering, handouts))


def _last_files(handouts: Sequence[Handout]) -> dict[str, str]:
    """Return the hashes of the files that were handed out last, by their paths."""
    return {one.key: one.sha256 for one in handouts if one.revision == handouts[-1].revision and one.sha256}


@dataclass(frozen=True, slots=True)
class _Looked:
    """Looks at the pages of papers where that is needed: ``last`` are the files that were handed out last."""

    studio: Studio
    last: dict[str, str]
    needed: bool
    whole: bool

    def prints(self, material: Material) -> tuple[str, ...]:
        """Return a print for each page; those of a file that has not changed are the same by their places."""
        same = material.sha256 in ((self.last[material.path],) if material.path in self.last else self.last.values())
        if not self.needed or (same and not self.whole):
            return (SAME,) * self._count(material)
        return self.studio.pagination.prints(material)

    def _count(self, material: Material) -> int:
        printed = self.studio.record.council.printed.get(material.id)
        return printed.count if printed else planned_pages(material)


def _placed(event: Event, laid: Sequence[Laid], rest: Sequence[Material], looked: _Looked) -> Iterator[Placed]:
    papers = sum(len(one.own) for one in laid) + len(rest)
    lines = contents_leaves(len(event.agenda), papers, rest=bool(rest))
    yield Placed(Part(PartKind.COVER, ""), LeafKind.COVER)
    yield Placed(Part(PartKind.CONTENTS, "", ("",) * lines), LeafKind.CONTENTS)
    place = 0
    for number, (item, key, at) in enumerate(zip(event.agenda, _keys(event.agenda), laid, strict=True)):
        if item.motion_ids or at.own or at.also:
            yield Placed(Part(PartKind.ITEM, key), LeafKind.ITEM, number)
        for material in at.own:
            yield _paper(material, number, place, looked)
            place += 1
    for place_of_rest, material in enumerate(rest, start=place):
        yield _paper(material, -1, place_of_rest, looked)


def _paper(material: Material, item: int, place: int, looked: _Looked) -> Placed:
    if material.withheld:
        return Placed(Part(PartKind.PAPER, material.path, held=True), LeafKind.MISSING, item, place)
    part = Part(PartKind.PAPER, material.path, looked.prints(material), material.sha256)
    return Placed(part, LeafKind.PAPER, item, place)


def _keys(agenda: Iterable[AgendaItem]) -> Iterator[str]:
    """Yield what an item is known by when it is handed out again: its bills, else its title; the label may change."""
    seen: dict[str, int] = {}
    for item in agenda:
        key = ";".join(item.motion_ids) or " ".join(item.title.split())
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key} #{seen[key]}"


def _labels(placed: Sequence[Placed], numbering: Numbering, handouts: Iterable[Handout]) -> tuple[PageNumber, ...]:
    """Return the papers' 資料番号: as handed out; a paper that came later has a branch of the one before it."""
    used = [one.label for one in handouts if one.label]
    labels: list[PageNumber] = []
    for at, numbered in zip(placed, numbering.parts, strict=True):
        if at.paper < 0:
            continue
        known = numbered.was.label if numbered.was else None
        label = known if known and known not in labels else _next(labels, used)
        labels.append(label)
        used.append(label)
    return tuple(labels)


def _next(labels: Sequence[PageNumber], used: Sequence[PageNumber]) -> PageNumber:
    newest = max((one.base for one in used), default=0)
    if not labels or newest == labels[-1].base == len(labels):
        return PageNumber(newest + 1)
    base = labels[-1].base
    return PageNumber(base, max(2, 1 + max(one.branch for one in used if one.base == base)))


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
