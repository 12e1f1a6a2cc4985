"""Writes a whole site into an empty folder: MkDocs' own pages and assets, the records, the sitemap.

MkDocs is slow to load and to run: that is done only where no frame was kept, or a page needs one that was not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import jinja2
from msgspec import Struct
from msgspec.structs import replace

from council.diagnostics import Outcome
from council.pages.page import EncodedPage, OutputFile, Page
from council.site.failing import STOPPING, failure
from council.site.frame import Frame
from council.site.framing import Begun, CannotRunError, Framing
from council.site.listening import listening
from council.site.records import Finished, Order, Records, nothing_more
from council.site.sitemap import SITEMAP


class WrittenSite(Struct, frozen=True):
    """Addresses below the root of what was written for the records: pages, and files that are no pages.

    ``shas`` are the SHA-256 of every file that was written, MkDocs' own with them; ``frame`` is what a later build may
    use, none if that one must run MkDocs again.
    """

    pages: tuple[str, ...]
    files: tuple[str, ...]
    shas: Mapping[str, str]
    frame: Frame | None = None


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
    frame: Frame | None = None,
) -> Outcome[WrittenSite | None]:
    """Write the site of one edition into ``staging``, an empty folder; none if MkDocs refuses the configuration.

    Pages are taken one at a time and never held. ``kept`` are addresses that stand from the last build: they are not
    written; those with True belong to the sitemap. ``compiled`` are templates that were compiled before. ``closing`` gives
    the files that are made of all others. ``frame``: what MkDocs gave is kept and all of its files stand; they are not
    written. Findings: S2xx.
    """
    order = Order(edition, language, pages, files, kept, closing)
    framing = Framing(project_dir, mkdocs_file, staging, edition, language, compiled)
    with listening() as heard:
        begun = framing.made(heard) if frame is None else Outcome(framing.of_kept(frame))
        if begun.value is None:
            return Outcome(None, begun.findings)
        given = begun.value.frame
        records = Records(staging, given.own, given.files)
        try:
            records.write(order, begun.value.shells)
        except STOPPING as problem:
            return Outcome(None, (*given.findings, failure(mkdocs_file.parent, problem), *given.said, *framing.said(heard)))
        except CannotRunError as problem:
            return Outcome(None, problem.findings)
    lasting = None if heard else _lasting(begun.value, records)
    written = WrittenSite(tuple(records.pages), tuple(records.files), _shas(begun.value, records), lasting)
    return Outcome(written, (*given.findings, *records.findings, *given.said, *framing.said(heard)))


def _shas(begun: Begun, records: Records) -> dict[str, str]:
    """Return the SHA-256 of every file in the folder."""
    by_mkdocs = {} if begun.kept else {uri: sha for uri, (sha, _) in begun.frame.files.items()}
    return {**by_mkdocs, **records.shas}


def _lasting(begun: Begun, records: Records) -> Frame | None:
    """Return the frame with all frames of pages that are known now; none where a record took the place of a file in it."""
    frame, shells = begun.frame, begun.shells.known
    files = {uri: told for uri, told in frame.files.items() if uri != SITEMAP}  # it is ours, over all pages
    if not begun.lasting or files.keys() & records.shas.keys():
        return None
    return frame if begun.kept and len(shells) == len(frame.shells) else replace(frame, files=files, shells=shells)
