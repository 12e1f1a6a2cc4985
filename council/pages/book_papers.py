"""Which papers a sitting's packet holds, and at which item of the agenda each stands."""

from __future__ import annotations

from msgspec import Struct

from council.model.events import AgendaItem, Event, Material
from council.pages.materials import belongs
from council.pages.record import Record

_LAST = 10**6


class Laid(Struct, frozen=True):
    """The papers at an item: its own, and those that stand at an earlier item already (``also``)."""

    own: tuple[Material, ...]
    also: tuple[Material, ...] = ()


def papers_of(record: Record, event: Event) -> tuple[Material, ...]:
    """Return a sitting's papers: those of its day, and those of the session that name one of its bills and no day."""
    keys = dict.fromkeys(key for item in event.agenda for key in item.motion_ids)
    of_bills = (
        one
        for key in keys
        for one in record.materials_by_motion.get(key, ())
        if one.event_id is None and one.session_id == event.session_id
    )
    return tuple(dict.fromkeys((*record.materials_by_event.get(event.id, ()), *of_bills)))


def lay_out(event: Event, papers: tuple[Material, ...]) -> tuple[tuple[Laid, ...], tuple[Material, ...]]:
    """Return the papers at each item of the agenda, and at last those of no item; each is laid down once."""
    laid: list[Laid] = []
    taken: set[str] = set()
    for item in event.agenda:
        found = _in_order(tuple(one for one in papers if _is_of(one, item)))
        laid.append(
            Laid(tuple(one for one in found if one.id not in taken), tuple(one for one in found if one.id in taken))
        )
        taken |= {one.id for one in found}
    return tuple(laid), _in_order(tuple(one for one in papers if one.id not in taken))


def _is_of(paper: Material, item: AgendaItem) -> bool:
    """Say whether a paper is of an item; the label of an item is that of the paper's own sitting only."""
    if paper.event_id is None:
        return bool(set(paper.motion_ids) & set(item.motion_ids))
    return belongs(paper, item)


def _in_order(papers: tuple[Material, ...]) -> tuple[Material, ...]:
    return tuple(sorted(papers, key=lambda one: (_LAST if one.order is None else one.order, one.path)))
