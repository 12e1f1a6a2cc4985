"""Building the small council again and again, as a clerk does."""

from __future__ import annotations

from pathlib import Path

from council.build import BuildOptions, build_project
from council.report import Report

BOTH = BuildOptions(editions=("public", "members"))


def built(root: Path, options: BuildOptions = BOTH) -> Report:
    """Build a council's folder, which must be possible, and return what was told."""
    report = build_project(root, options)
    assert not report.cannot_run, [found.message("en") for found in report.findings]
    return report
