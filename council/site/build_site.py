"""Writes a whole site into an empty folder: MkDocs' own pages and assets, the records, the sitemap."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from msgspec import Struct
from pathlib import Path
from traceback import walk_tb
from types import MappingProxyType

import jinja2
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.pages.page import EncodedPage, OutputFile, Page
from council.rules.site import CONFIG_REFUSED, MKDOCS_SAID, TEMPLATE_FAILED
from council.site.configuration import load_configuration, no_pages
from council.site.faults import fault, seen_from
from council.site.listening import listening
from council.site.plugin import CouncilPlugin
from council.site.records import Finished, Order, Records, nothing_more
from council.site.templates import FOLDER, shipped_root
from council.site.written import digest, files_below


class WrittenSite(Struct, frozen=True):
    """Addresses below the root of what was written for the records: pages, and files that are no pages.

    ``shas`` are the SHA-256 of every file that was written, MkDocs' own with them.
    """

    pages: tuple[str, ...]
    files: tuple[str, ...]
    shas: Mapping[str, str]


def write_site(  # noqa: PLR0913, PLR0917 - the seam of the pipeline; each argument is one plain thing
    project_dir: Path,
    mkdocs_file: Path,
    pages: Iterable[Page | EncodedPage],
    files: Iterable[OutputFile],
    staging: Path,
    edition: str,
    language: str,
    *,
    kept: Mapping[str, bool] = MappingProxyType({}),
    compiled: jinja2.BytecodeCache | None = None,
    closing: Callable[[Finished], Iterable[OutputFile]] = nothing_more,
) -> Outcome[WrittenSite | None]:
    """Write the site of one edition into ``staging`` (emptied first); none if MkDocs refuses the configuration.

    Pages are taken one at a time and never held. ``kept`` are addresses that stand from the last build: they are not
    written; those with True belong to the sitemap. ``compiled`` are templates that were compiled before. ``closing`` gives
    the files that are made of all others. Findings: S2xx.
    """
    order = Order(edition, language, pages, files, kept, closing)
    with listening() as heard:
        loaded = load_configuration(project_dir, mkdocs_file, staging)
        if loaded.value is None:
            return Outcome(None, loaded.findings)
        outcome = _build(loaded.value, order, mkdocs_file, compiled)
        with contextlib.suppress(OSError):
            no_pages(staging).rmdir()
    said = tuple(finding(MKDOCS_SAID, Location(mkdocs_file.name), words=words) for words in heard)
    return Outcome(outcome.value, (*loaded.findings, *outcome.findings, *said))


def _build(
    config: MkDocsConfig, order: Order, mkdocs_file: Path, compiled: jinja2.BytecodeCache | None
) -> Outcome[WrittenSite | None]:
    plugin = CouncilPlugin()
    plugin.load_config({}, str(mkdocs_file))
    plugin.prime(order, compiled)
    config.plugins["council"] = plugin
    try:
        build(config)
    except MkDocsException as problem:
        return Outcome(None, (*plugin.findings, _refused(mkdocs_file, problem)))
    except jinja2.TemplateError as problem:
        return Outcome(None, (*plugin.findings, _template_failed(mkdocs_file, problem)))
    except OSError as error:
        return Outcome(None, (*plugin.findings, fault(error, mkdocs_file.parent)))
    if plugin.written is None:
        return Outcome(None, tuple(plugin.findings))
    written = plugin.written
    return Outcome(WrittenSite(tuple(written.pages), tuple(written.files), _shas(written)), tuple(plugin.findings))


def _shas(written: Records) -> dict[str, str]:
    """Return the SHA-256 of every file in the folder; what MkDocs itself has written is read for it."""
    uris = files_below(written.folder)
    return {uri: written.shas.get(uri) or digest(written.folder / uri) for uri in uris}


def _refused(mkdocs_file: Path, problem: Exception) -> Finding:
    return finding(CONFIG_REFUSED, Location(mkdocs_file.name), words=" ".join(str(problem).split()))


def _template_failed(mkdocs_file: Path, problem: jinja2.TemplateError) -> Finding:
    """Return where a council's own template stops; in a template of ours it is our bug and goes on as one."""
    path, line = _place(problem)
    if path and shipped_root().resolve() in path.resolve().parents:
        raise problem
    location = Location(seen_from(mkdocs_file.parent, path) if path else FOLDER, line)
    return finding(TEMPLATE_FAILED, location, words=" ".join(str(problem.message or problem).split()))


def _place(problem: jinja2.TemplateError) -> tuple[Path | None, int | None]:
    """Return file and line of the template: Jinja names them in what it cannot read, else the traceback does."""
    if isinstance(problem, jinja2.TemplateSyntaxError):
        return (Path(problem.filename) if problem.filename else None), problem.lineno
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(problem.__traceback__)]
    templates = [(Path(name), line) for name, line in frames if name.endswith((".html", ".j2"))]
    return templates[-1] if templates else (None, None)
