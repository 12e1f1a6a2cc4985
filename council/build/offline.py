"""Saved packets: what tells a device what to keep is made last, of files that are written or stand already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256

from msgspec import Struct

from council.model.council import Council
from council.model.events import Event
from council.opendata import PlannedFiles
from council.packets.app import APP, ICONS, icon_files, web_manifest
from council.packets.offline import FOLDER, LIST, WORKER, Finished, Kept, manifest, packet_list, worker
from council.pages.book import book_of
from council.pages.book_papers import papers_of
from council.pages.page import OutputFile
from council.pages.sheet import Studio
from council.pages.sittings import has_packet

_REDACTED = ("withdrawn", "personal")


class PlannedKept(Struct, frozen=True):
    """What a saved packet will say of itself; ``make`` gives none for a packet without papers."""

    uri: str
    given: tuple[object, ...]
    make: Callable[[], Kept | None]

    @property
    def uris(self) -> tuple[str, ...]:
        """The address of its manifest."""
        return (self.uri,)


def plan_kept(studio: Studio) -> Iterator[PlannedKept]:
    """Yield the plan of every packet that can be saved."""
    for event in studio.record.council.events.values():
        if has_packet(studio, event):
            yield PlannedKept(f"{FOLDER}{event.id}.json", (event,), partial(_kept, studio, event))


def _kept(studio: Studio, event: Event) -> Kept | None:
    if not papers_of(studio.record, event):
        return None
    return Kept.of(book_of(studio, event), event.start_date.isoformat() if event.start_date else "")


def plan_app(council: Council) -> Iterator[PlannedFiles]:
    """Yield the plan of what makes the packets a program of their own."""
    facts = council.facts
    told = (facts.name, facts.language, council.edition.value)
    yield PlannedFiles((APP,), lambda: ((OutputFile(APP, web_manifest(*told)),), None), told)
    yield PlannedFiles(ICONS, lambda: (tuple(OutputFile(*one) for one in icon_files()), None))


def offline_files(council: Council, packets: Iterable[Kept | None], finished: Finished) -> Iterator[OutputFile]:
    """Yield the manifest of each packet, the list of all, and the worker; ``finished`` are all other files."""
    redactions = redactions_of(council)
    manifests = {one.id: manifest(one, finished, redactions) for one in packets if one}
    yield from (OutputFile(f"{FOLDER}{name}.json", content) for name, content in manifests.items())
    edition = council.edition.value
    yield OutputFile(LIST, packet_list(edition, manifests))
    yield OutputFile(WORKER, worker(edition, finished))


def redactions_of(council: Council) -> str:
    """Return a text that changes whenever words were withdrawn; it tells nothing of them."""
    rows = [f"{one.date}|{one.kind}|{one.source}" for one in council.corrections if one.kind in _REDACTED]
    return sha256("\n".join(rows).encode()).hexdigest()[:16]
