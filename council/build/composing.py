"""Drafts to plans: one edition's record, checked, and everything that can be written of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from council.build.data_parts import kept_entries, row_parts, speech_lines
from council.build.inputs import read_drafts
from council.build.offline import PlannedKept, offline_files, plan_app, plan_kept
from council.build.packets import pagination, plan_packets
from council.build.papers import printer_of
from council.build.reading import Reading
from council.build.recalling import recall_sessions
from council.build.searching import plan_search
from council.cache import Prints, Store
from council.checks import check_record
from council.config import Config, load_config
from council.diagnostics import Finding, Outcome
from council.editions import visible
from council.model.council import Council
from council.model.events import Audience
from council.opendata import PlannedFiles, package_file, plan_extracts, plan_files
from council.opendata.pieces import Gather, all_made
from council.opendata.resource import Resource
from council.opendata.schema import SPEECHES, TABLES
from council.packets.offline import Finished
from council.packets.printing import Printer, printed_papers
from council.pages.addresses import material_uri, picture_uri
from council.pages.compose import PlannedPage, open_studio, plan_pages
from council.pages.page import OutputFile, Page
from council.pages.sheet import Studio
from council.pages.templates import environment
from council.papers import Shelf, paper_contents, paper_texts
from council.papers.shelf import OFFICE
from council.parse.drafts import Drafts
from council.resolve import resolve
from council.resolve.recall import Recall
from council.site.templates import template_roots


class Composed(Struct, frozen=True):
    """What one edition consists of; pages and files are made one at a time, as they are asked for."""

    pages: Iterable[Page]
    files: Iterable[OutputFile]
    closing: Callable[[Finished], Iterable[OutputFile]]
    findings: tuple[Finding, ...] = ()


class SitePlan(Struct, frozen=True):
    """What one edition consists of, nothing of which is made yet.

    The data package comes after the files and tells of them; what saves ``packets`` comes last of all.
    """

    council: Council
    studio: Studio
    pages: Iterable[PlannedPage]
    files: Iterable[PlannedFiles]
    packets: Iterable[PlannedKept]


def make_record(drafts: Drafts, config: Config, edition: Audience, recall: Recall | None = None) -> Outcome[Council]:
    """Resolve what an edition may see, and check it; ``recall`` gives back what sessions came to before."""
    record = resolve(visible(drafts, edition), config.facts, edition, recall)
    return Outcome(record.value, (*record.findings, *check_record(record.value)))


def plan_site(
    council: Council, config: Config, store: Store, gather: Gather = all_made, prints: Prints | None = None
) -> SitePlan:
    """Plan the pages and files of a record; papers and speeches come from the store, one at a time.

    ``gather`` gets the pieces of large data files; ``prints`` are known of parts of the record.
    """
    shelf = Shelf(store)
    printer = printer_of(config, shelf)
    with_papers, studio = _opened(council, config, printer, prints)
    watched = studio.record.council
    return SitePlan(
        council,
        studio,
        plan_pages(studio, dictionary(config.facts.language)),
        (
            *plan_files(
                watched,
                partial(speech_lines, studio.watch),
                partial(row_parts, studio.watch, agreed=studio.record.agreement),
                partial(kept_entries, store, studio.watch),
                gather,
            ),
            *_extracts(studio),
            *_copies(council, shelf),
            *_pictures(council, shelf),
            *plan_packets(studio, printer),
            *plan_app(council),
            *plan_search(with_papers, config.project, store, studio.watch),
        ),
        plan_kept(studio),
    )


def packet_studio(council: Council, config: Config, printer: Printer) -> Studio:
    """Return what packets are planned with, as the site plans them."""
    return _opened(council, config, printer)[1]


def _opened(council: Council, config: Config, printer: Printer, prints: Prints | None = None) -> tuple[Council, Studio]:
    shelf = printer.shelf
    with_papers = replace(
        council,
        papers=paper_texts(council.materials, shelf),
        contents=paper_contents(council.materials, shelf),
        printed=printed_papers(council.materials, printer),
    )
    templates = environment(template_roots(config.project), shelf.store)
    return with_papers, open_studio(with_papers, templates, pagination(printer), prints)


def compose(project: Path, edition: str) -> Composed:
    """Read a project and return one edition's pages and files; what `mkdocs build` by itself asks for."""
    config = load_config(project)
    store = open_store(project)
    reading = Reading(store)
    drafts = read_drafts(config.value, reading)
    record = make_record(drafts.value, config.value, Audience(edition), recall_sessions(reading, Audience(edition)))
    plan = plan_site(record.value, config.value, store)
    findings = (*config.findings, *drafts.findings, *record.findings)

    def closing(finished: Finished) -> Iterable[OutputFile]:
        return offline_files(record.value, (one.make() for one in plan.packets), finished)

    return Composed((one.make() for one in plan.pages), _files(plan), closing, findings)


def open_store(project: Path, *, fresh: bool = False) -> Store:
    """Return the project's private store; ``fresh``: believe nothing that lies there."""
    return Store(project / ".council" / "cache", fresh=fresh)


def dictionary(language: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return what each data file's columns mean, for the page about the data."""
    japanese = language == "ja"
    return tuple(
        (
            f"{table.name}.jsonl" if table is SPEECHES else f"{table.name}.csv",
            tuple((column.name, column.ja if japanese else column.en) for column in table.columns),
        )
        for table in (*TABLES, SPEECHES)
    )


def _files(plan: SitePlan) -> Iterator[OutputFile]:
    resources = []
    for planned in plan.files:
        files, told = planned.make()
        resources += [told] if isinstance(told, Resource) else []
        yield from files
    yield package_file(plan.council, resources)


def _extracts(studio: Studio) -> Iterator[PlannedFiles]:
    record = studio.record
    return plan_extracts(record.council, record.votes_cast, record.decisions_by_motion, record.decisions_by_session)


def _copies(council: Council, shelf: Shelf) -> Iterator[PlannedFiles]:
    """Yield the plan of the copies of papers, which hold nothing but what is seen."""
    for material in council.materials:
        if not material.withheld:
            yield PlannedFiles(
                (uri := material_uri(material),), partial(_copy, uri, shelf, material.sha256), (material,)
            )


def _pictures(council: Council, shelf: Shelf) -> Iterator[PlannedFiles]:
    """Yield the plan of the pictures that Word files and workbooks show."""
    for material in council.materials:
        if material.kind in OFFICE and not material.withheld:
            for name in shelf.pictures(material.sha256):
                make = partial(_picture, uri := picture_uri(material.id, name), shelf, name)
                yield PlannedFiles((uri,), make, (name,))


def _picture(uri: str, shelf: Shelf, name: str) -> tuple[tuple[OutputFile, ...], None]:
    return (OutputFile(uri, shelf.picture(name)),), None


def _copy(uri: str, shelf: Shelf, sha256: str) -> tuple[tuple[OutputFile, ...], None]:
    return (OutputFile(uri, shelf.content(sha256)),), None
