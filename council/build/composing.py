"""Drafts to pages and files: one edition's record, checked, and everything that is written of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from council.build.inputs import read_drafts
from council.checks import check_record
from council.config import Config, load_config
from council.diagnostics import Finding, Outcome
from council.editions import visible
from council.model.council import Council
from council.model.events import Audience
from council.opendata import data_files
from council.opendata.schema import SPEECHES, TABLES
from council.pages.addresses import material_uri
from council.pages.compose import compose_pages
from council.pages.page import OutputFile, Page
from council.pages.templates import environment
from council.papers import Shelf, paper_texts
from council.parse.drafts import Drafts
from council.resolve import resolve
from council.site.templates import template_roots


@dataclass(frozen=True, slots=True)
class Composed:
    """What one edition consists of; pages and files are made one at a time, as they are asked for."""

    pages: Iterable[Page]
    files: Iterable[OutputFile]
    findings: tuple[Finding, ...] = ()


def make_record(drafts: Drafts, config: Config, edition: Audience) -> Outcome[Council]:
    """Resolve what an edition may see, and check it."""
    record = resolve(visible(drafts, edition), config.facts, edition)
    return Outcome(record.value, (*record.findings, *check_record(record.value)))


def compose_record(council: Council, config: Config, shelf: Shelf) -> Composed:
    """Return the pages and files of a record; papers and their words come from the shelf, one at a time."""
    templates = environment(template_roots(config.project))
    with_papers = replace(council, papers=paper_texts(council.materials, shelf))
    return Composed(
        compose_pages(with_papers, templates, dictionary(config.facts.language)),
        _files(council, shelf),
    )


def compose(project: Path, edition: str) -> Composed:
    """Read a project and return one edition's pages and files; what `mkdocs build` by itself asks for."""
    config = load_config(project)
    shelf = paper_shelf(project)
    drafts = read_drafts(config.value, lambda _: None, shelf)
    record = make_record(drafts.value, config.value, Audience(edition))
    composed = compose_record(record.value, config.value, shelf)
    return replace(composed, findings=(*config.findings, *drafts.findings, *record.findings))


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


def paper_shelf(project: Path, *, fresh: bool = False) -> Shelf:
    """Return the shelf where the project's papers are made ready; ``fresh``: believe nothing that lies there."""
    return Shelf(project / ".council" / "papers", fresh=fresh)


def _files(council: Council, shelf: Shelf) -> Iterator[OutputFile]:
    """Yield the data files and the copies of papers, which hold nothing but what is seen."""
    yield from data_files(council)
    for material in council.materials:
        if not material.withheld:
            yield OutputFile(material_uri(material), shelf.content(material.sha256))
