"""`council packet`: packets as PDF files in a folder, and what is handed out written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from council.build.composing import make_record, open_store, packet_studio
from council.build.guarding import Gate, make_gate, with_withdrawn
from council.build.inputs import read_inputs
from council.build.packet_errors import NO_EXTRA, NO_PAPERS, NO_SITTING, NOT_ISSUED, SEVERAL, TAKEN, PacketError
from council.build.packet_issue import issue_packet
from council.build.packets import packet_pdf, with_papers
from council.build.papers import printer_of
from council.build.publishing import STATE
from council.build.reading import Reading
from council.config import Config, load_config
from council.corrections import Silence
from council.diagnostics import Bilingual, Finding, Outcome
from council.model.council import Council
from council.model.events import Audience, Event
from council.packets.issuing import has_changed
from council.packets.pdf import is_installed
from council.packets.printing import Printer
from council.pages.book_papers import papers_of
from council.pages.book_parts import binding_of
from council.pages.sheet import Studio
from council.papers import Shelf
from council.parse.find import MINUTES, VOTES
from council.publish import disk
from council.publish.lock import build_lock
from council.report import Progress, Report
from council.site.faults import fault
from council.text.dates import parse_date

Step = Callable[[Progress], None]
Say = Callable[[Bilingual], None]
_FOLDERS = {Audience.PUBLIC: "packets", Audience.MEMBERS: "packets-members"}
_MOST_NAMED = 12
_OURS = ("D5", "D6")  # rules of binding and of handouts


class PacketOptions(Struct, frozen=True):
    """What `council packet` was asked for; ``day`` is the day of a handout, None: nothing is handed out."""

    meeting: str = ""
    edition: Audience = Audience.PUBLIC
    out: Path | None = None
    day: dt.date | None = None


def write_packets(project: Path, options: PacketOptions, say: Say, step: Step = lambda _: None) -> Report:
    """Write the packets asked for; PacketError where that is impossible, and nothing is written then."""
    out = _out(project, options)
    if not is_installed():
        raise PacketError(NO_EXTRA)
    config = load_config(project)
    early = Report(config.findings, config.value.facts.language)
    if early.is_stopped:
        return early
    try:
        with build_lock(project / STATE) as running:
            if running:
                return Report(running, config.value.facts.language, cannot_run=True)
            return _written(config.value, options, out, say, step)
    except OSError as error:
        return Report((fault(error, project),), config.value.facts.language, cannot_run=True)


def _out(project: Path, options: PacketOptions) -> Path:
    """Return the folder for the PDFs: not where sites or inputs lie, which others keep."""
    out = options.out or project / _FOLDERS[options.edition]
    taken = (project / name for name in ("site", "site-members", MINUTES, VOTES, STATE))
    for folder in taken:
        if out.resolve().is_relative_to(folder.resolve()):
            raise PacketError(TAKEN, folder=out)
    return out


class _Desk(Struct, frozen=True):
    """One edition as it was read."""

    config: Config
    council: Council
    studio: Studio
    printer: Printer
    gate: Gate
    silence: Silence
    findings: tuple[Finding, ...]


def _read(config: Config, edition: Audience, step: Step) -> _Desk:
    store = open_store(config.project)
    read = read_inputs(config, Reading(store, step))
    drafts, silence = read.value.drafts, read.value.silence
    record = make_record(drafts, config, edition)
    guard = make_gate(config, drafts, store) if edition is Audience.PUBLIC else Outcome(Gate())
    gate = with_withdrawn(guard.value, silence, config, store).of(edition)
    printer = printer_of(config, Shelf(store))
    studio = packet_studio(record.value, config, printer)
    return _Desk(config, record.value, studio, printer, gate, silence, (*read.findings, *record.findings))


def _written(config: Config, options: PacketOptions, out: Path, say: Say, step: Step) -> Report:
    desk = _read(config, options.edition, step)
    events = _asked(desk.studio, options.meeting)
    issued = issue_packet(desk.studio, events[0], config.project, options.day) if options.day else None
    if issued and issued.path:
        desk = _read(config, options.edition, step)
        events = _asked(desk.studio, events[0].id)
    bound = _bound(desk, events, out, step)
    findings = desk.silence.findings((*_concerning(desk, events), *bound.findings))
    if issued and not bound.value:
        issued.undo()
    elif issued:
        say(issued.words)
    for path in bound.value:
        say(Bilingual(str(path), str(path)))
    if not issued and len(events) == 1 and has_changed(binding_of(desk.studio, events[0]).numbering):
        say(NOT_ISSUED)
    ordered = tuple(sorted(findings, key=lambda one: one.location.sort_key))
    return Report(ordered, config.facts.language, cannot_run=not bound.value)


def _bound(desk: _Desk, events: list[Event], out: Path, step: Step) -> Outcome[tuple[Path, ...]]:
    """Write the packets aside, look through them for what must not be in them, and bring them in; none if there is."""
    staging = desk.config.project / STATE / "packets"
    disk.clear(staging)
    staging.mkdir(parents=True)
    found: list[Finding] = []
    for done, event in enumerate(events):
        step(Progress("packets", done, len(events)))
        bound = packet_pdf(desk.studio, desk.printer, event)
        (staging / f"{event.id}.pdf").write_bytes(bound.content)
        found += bound.told.findings
    if barred := desk.gate.refuse(staging, staging, ()):
        return Outcome((), (*found, *barred))
    paths = tuple(out / f"{event.id}.pdf" for event in events)
    for path in paths:
        disk.place(staging / path.name, path)
    disk.clear(staging)
    return Outcome(paths, tuple(found))


def _concerning(desk: _Desk, events: Iterable[Event]) -> Iterator[Finding]:
    """Yield what was found of the papers of these packets and of what was handed out."""
    record = desk.studio.record
    paths = {one.path for event in events for one in papers_of(record, event)}
    yield from (one for one in desk.findings if one.location.path in paths or one.rule.code.startswith(_OURS))


def _asked(studio: Studio, meeting: str) -> list[Event]:
    """Return the sittings asked for: all with papers, or the one of an id, of a beginning of it, or of a day."""
    if not meeting:
        return _with_papers(studio)
    events = studio.record.council.events.values()
    found = [one for one in events if one.id == meeting] or [one for one in events if _is_meant(one, meeting)]
    if len(found) == 1:
        return found
    names = ", ".join(one.id for one in found[:_MOST_NAMED])
    if found:
        raise PacketError(SEVERAL, meeting=meeting, n=len(found), names=names)
    raise PacketError(NO_SITTING, meeting=meeting)


def _with_papers(studio: Studio) -> list[Event]:
    found = list(with_papers(studio))
    if not found:
        raise PacketError(NO_PAPERS)
    return found


def _is_meant(event: Event, meeting: str) -> bool:
    day = parse_date(meeting)
    return event.start_date == day if day else event.id.startswith(meeting)
