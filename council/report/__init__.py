"""What a run has to say: findings as text, JSON, GitHub annotations or a page, and a summary in words."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from council.report.changes import Change, ChangeKind
from council.report.machine import as_github, as_json
from council.report.page import as_html
from council.report.report import ExitCode, Progress, Published, Report
from council.report.text import as_text

# Rules never print and a format never decides: each is a function from a report and a language to a text.
FORMATS: MappingProxyType[str, Callable[[Report, str], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "html": as_html, "github": as_github}
)

__all__ = [
    "FORMATS",
    "Change",
    "ChangeKind",
    "ExitCode",
    "Progress",
    "Published",
    "Report",
    "as_github",
    "as_html",
    "as_json",
    "as_text",
]
