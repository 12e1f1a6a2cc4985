"""How much paper a session's packets would take: pages times whoever would get one, sitting by sitting."""

from __future__ import annotations

from msgspec import Struct

from council.model.events import Event, SessionId
from council.model.identifiers import PLENARY
from council.pages.addresses import packet_uri
from council.pages.book_papers import papers_of
from council.pages.book_parts import binding_of
from council.pages.sheet import Link, Sheet
from council.pages.sittings import sitting_link


class PaperLine(Struct, frozen=True):
    """A sitting's packet and what it would take on paper, in words."""

    packet: Link
    words: str


class PaperSaved(Struct, frozen=True):
    """What each packet would take, and all of them together (empty where there is one)."""

    lines: tuple[PaperLine, ...]
    total: str


def paper_saved(sheet: Sheet, session_id: SessionId) -> PaperSaved | None:
    """Return what a session's packets would take on paper; None where there are none, or nobody to get them."""
    lines, total = [], 0
    for event in sheet.record.events_by_session.get(session_id, ()):
        if not papers_of(sheet.record, event):
            continue
        pages, people = _pages(sheet, event), _recipients(sheet, event)
        if people:
            link = sheet.link(packet_uri(event.id), sitting_link(sheet, event.id).text)
            total += pages * people
            lines.append(PaperLine(link, _words(sheet, event, pages, people)))
    if not lines:
        return None
    return PaperSaved(tuple(lines), sheet.t("saved.total", sheets=f"{total:,}") if len(lines) > 1 else "")


def _pages(sheet: Sheet, event: Event) -> int:
    return sum(len(part.numbers) for part in binding_of(sheet.studio, event).numbering.parts)


def _recipients(sheet: Sheet, event: Event) -> int:
    """Return how many were members of the body that day; 0 where that is not known."""
    record = sheet.record
    if event.start_date is None:
        return 0
    if _is_plenary(event):
        return len(record.in_office(event.start_date))
    held = (one for one in record.council.memberships if one.organization_id == event.organization_id)
    return len({one.person_id for one in held if one.covers(event.start_date)})


def _is_plenary(event: Event) -> bool:
    return event.body in (PLENARY, "council")


def _words(sheet: Sheet, event: Event, pages: int, people: int) -> str:
    key = "saved.members" if _is_plenary(event) else "saved.committee"
    return sheet.t(key, pages=f"{pages:,}", people=people, sheets=f"{pages * people:,}")
