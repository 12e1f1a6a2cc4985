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


def compose_record(council: Council, config: Config) -> Composed:
    """Return the pages and files of a record."""
    templates = environment(template_roots(config.project))
    return Composed(
        compose_pages(council, templates, dictionary(config.facts.language)),
        _files(council, config.project),
    )


def compose(project: Path, edition: str) -> Composed:
    """Read a project and return one edition's pages and files; what `mkdocs build` by itself asks for."""
    config = load_config(project)
    drafts = read_drafts(config.value, lambda _: None)
    record = make_record(drafts.value, config.value, Audience(edition))
    composed = compose_record(record.value, config.value)
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


def _files(council: Council, project: Path) -> Iterator[OutputFile]:
    yield from data_files(council)
    for material in council.materials:
        yield OutputFile(material_uri(material), (project / material.path).read_bytes())
