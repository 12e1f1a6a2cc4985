"""The value a run ends with."""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct

from council.diagnostics import Finding, Severity, Withholds
from council.report.changes import Change
from council.report.recognised import Recognised


class ExitCode(IntEnum):
    """Contract §3: 0 nothing wrong, 1 findings of severity error, 2 cannot run."""

    OK = 0
    FINDINGS = 1
    CANNOT_RUN = 2


class Published(Struct, frozen=True):
    """One edition brought into its folder: how many files are new, changed, removed, unchanged, and pages in all."""

    edition: str
    site_dir: str
    pages: int
    new: int
    changed: int
    removed: int
    unchanged: int


class Progress(Struct, frozen=True):
    """A step of a run: ``stage`` names it, ``done`` of ``total`` (0 where the end is not known)."""

    stage: str
    done: int = 0
    total: int = 0


class Report(Struct, frozen=True):
    """Findings in the order of the files, the language they are first worded in, and what was published.

    ``cannot_run`` is True where nothing could be built at all: a broken configuration, a running build, no disk.
    ``strict`` lifts the warnings that say so to errors. ``recognised`` is what was read of each file, where a check
    tells it. ``changes`` is what was published that was not so before.
    """

    findings: tuple[Finding, ...]
    language: str = "ja"
    published: tuple[Published, ...] = ()
    cannot_run: bool = False
    strict: bool = False
    recognised: tuple[Recognised, ...] = ()
    changes: tuple[Change, ...] = ()

    def severity(self, finding: Finding) -> Severity:
        """Return how much a finding weighs in this run."""
        lifted = self.strict and finding.rule.strict_error and finding.rule.severity is Severity.WARNING
        return Severity.ERROR if lifted else finding.rule.severity

    def count(self, severity: Severity) -> int:
        """Return the number of findings of one severity."""
        return sum(self.severity(finding) is severity for finding in self.findings)

    @property
    def errors(self) -> int:
        """The number of errors."""
        return self.count(Severity.ERROR)

    @property
    def is_stopped(self) -> bool:
        """Say whether the run could not be what was asked for: it says so itself, or a finding withholds everything."""
        return self.cannot_run or any(found.rule.withholds is Withholds.EVERYTHING for found in self.findings)

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command."""
        if self.is_stopped:
            return ExitCode.CANNOT_RUN
        return ExitCode.FINDINGS if self.errors else ExitCode.OK
