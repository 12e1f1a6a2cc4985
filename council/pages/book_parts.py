"""A packet's parts in order with their numbers, made of the agenda, its papers and what was handed out before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from council.model.events import AgendaItem, Event, Material
from council.model.handouts import Handout, PageNumber, PartKind
from council.packets.book import LeafKind
from council.packets.layout import contents_leaves
from council.packets.numbering import Numbering, Part, number_parts
from council.packets.pagination import SAME, planned_pages
from council.packets.paper_numbers import paper_numbers
from council.pages.book_items import has_past
from council.pages.book_papers import Laid, lay_out, papers_of
from council.pages.sheet import Studio


class Placed(Struct, frozen=True):
    """A part of the packet and what its pages are: of which item, of which paper (-1: none)."""

    part: Part
    kind: LeafKind
    item: int = -1
    paper: int = -1


class Binding(Struct, frozen=True):
    """A packet's parts in order with their numbers: what `book_of` is made of, and what is handed out."""

    placed: tuple[Placed, ...]
    numbering: Numbering
    handouts: tuple[Handout, ...]
    materials: tuple[Material, ...]
    laid: tuple[Laid, ...]
    rest: tuple[Material, ...]
    labels: tuple[PageNumber, ...]


def binding_of(studio: Studio, event: Event, *, seen: bool = False) -> Binding:
    """Return a packet's parts with their numbers.

    ``seen``: look at every page, so that it can be told again; else only at those of papers that have changed.
    """
    handouts = studio.record.handouts_by_event.get(event.id, ())
    laid, rest = lay_out(event, papers_of(studio.record, event))
    materials = tuple(one for laid_at in laid for one in laid_at.own) + rest
    looked = _Looked(studio, _last_files(handouts), needed=bool(handouts) or seen, whole=seen)
    sheets = frozenset(one.key for one in handouts if one.part is PartKind.ITEM)
    placed = tuple(_placed(event, laid, rest, looked, sheets))
    numbering = number_parts([one.part for one in placed], handouts)
    return Binding(placed, numbering, handouts, materials, laid, rest, _labels(placed, numbering, handouts))


def _last_files(handouts: Sequence[Handout]) -> dict[str, str]:
    """Return the hashes of the files that were handed out last, by their paths."""
    return {one.key: one.sha256 for one in handouts if one.revision == handouts[-1].revision and one.sha256}


class _Looked(Struct, frozen=True):
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


def _placed(
    event: Event, laid: Sequence[Laid], rest: Sequence[Material], looked: _Looked, sheets: frozenset[str]
) -> Iterator[Placed]:
    """Yield the parts in order; ``sheets`` are the items whose sheet was handed out: it stays though it says little."""
    papers = sum(len(one.own) for one in laid) + len(rest)
    lines = contents_leaves(len(event.agenda), papers, rest=bool(rest))
    yield Placed(Part(PartKind.COVER, ""), LeafKind.COVER)
    yield Placed(Part(PartKind.CONTENTS, "", ("",) * lines), LeafKind.CONTENTS)
    place = 0
    for number, (item, key, at) in enumerate(zip(event.agenda, _keys(event.agenda), laid, strict=True)):
        tells = at.own or at.also or len(item.motion_ids) > 1 or has_past(looked.studio.record, event, item)
        if tells or key in sheets:
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
    """Return the papers' 資料番号."""
    papers = [(at, one) for at, one in zip(placed, numbering.parts, strict=True) if at.paper >= 0]
    known = [(at.item, one.was.label if one.was else None) for at, one in papers]
    return paper_numbers(known, [one.label for one in handouts if one.label])
