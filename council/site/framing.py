"""The two ways to MkDocs' part of a site: taken from a frame that was kept, or made by MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import jinja2
from msgspec import Struct

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.rules.site import MKDOCS_SAID
from council.site.faults import fault
from council.site.frame import Frame
from council.site.listening import listening
from council.site.shell import Renderer, Shells
from council.site.written import described

if TYPE_CHECKING:
    from council.site.running import Ran


class CannotRunError(Exception):
    """MkDocs refuses what it accepted a moment ago; ``findings`` tell why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Take what was found."""
        super().__init__(findings)
        self.findings = findings


class Begun(Struct, frozen=True):
    """MkDocs' part of a site, and what puts pages into their frames.

    ``kept``: its files stand from an earlier build and are not written. ``lasting``: a later build may use it.
    """

    frame: Frame
    shells: Shells
    kept: bool
    lasting: bool


class Framing(Struct, frozen=True):
    """Makes the frame of one edition's site in ``staging``."""

    project_dir: Path
    mkdocs_file: Path
    staging: Path
    edition: str
    language: str
    compiled: jinja2.BytecodeCache | None = None

    def of_kept(self, frame: Frame) -> Begun:
        """Go on with a frame that was kept; MkDocs is run only if a page needs one that is not in it."""
        self.staging.mkdir(parents=True, exist_ok=True)
        shells = Shells(frame.site_url, self._renderer_aside(), dict(frame.shells))
        return Begun(frame, shells, kept=True, lasting=True)

    def made(self, heard: list[str]) -> Outcome[Begun | None]:
        """Let MkDocs write its part; what was ``heard`` of it becomes findings."""
        ran = self._run(self.staging)
        said = self.said(heard)
        heard.clear()
        if ran.value is None:
            return Outcome(None, (*ran.findings, *said))
        theme = ran.value.theme
        site_url = theme.config.site_url
        try:
            files = described(self.staging)
        except OSError as error:
            return Outcome(None, (*ran.findings, fault(error, self.mkdocs_file.parent), *said))
        frame = Frame(site_url, ran.value.own, files, ran.findings, said, {})
        lasting = ran.value.lasting and not self._tells_where_it_lies((*ran.findings, *said))
        return Outcome(Begun(frame, Shells(site_url, lambda: theme), kept=False, lasting=lasting))

    def said(self, heard: Iterable[str]) -> tuple[Finding, ...]:
        """Return what MkDocs had to say as findings."""
        return tuple(finding(MKDOCS_SAID, Location(self.mkdocs_file.name), words=words) for words in heard)

    def _run(self, folder: Path) -> Outcome[Ran | None]:
        from council.site.running import run_mkdocs  # noqa: PLC0415 - it loads MkDocs, a fifth of a second

        return run_mkdocs(self.project_dir, self.mkdocs_file, folder, self.edition, self.language, self.compiled)

    def _renderer_aside(self) -> Callable[[], Renderer]:
        """Return what runs MkDocs once, the first time it is asked; what it writes and says is known already."""

        @cache
        def renderer() -> Renderer:
            with listening(), TemporaryDirectory(prefix=".frame-", dir=self.staging) as folder:
                ran = self._run(Path(folder) / "site")
            if ran.value is None:
                raise CannotRunError(ran.findings)
            return ran.value.theme

        return renderer

    def _tells_where_it_lies(self, findings: Iterable[Finding]) -> bool:
        """Say whether a finding names the project's own folder, which may be moved."""
        place = str(self.project_dir.resolve())
        return any(place in value for found in findings for _, value in found.values)
