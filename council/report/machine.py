"""Findings for other programs: the JSON list of contract §3, and annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator

from council.diagnostics import Finding, Severity
from council.report.report import Report
from council.report.words import one_line

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_json(report: Report, language: str) -> str:
    """Return a list of objects; ``line``, ``column`` and ``paragraph`` are null where they are not known."""
    return json.dumps([_object(report, found, language) for found in report.findings], ensure_ascii=False, indent=2)


def _object(report: Report, found: Finding, language: str) -> dict[str, object]:
    place = found.location
    return {
        "code": found.rule.code,
        "severity": report.severity(found).value,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "paragraph": place.paragraph,
        "message": _message(found, language),
        "help": found.help(language),
        "withholds": found.rule.withholds.value,
    }


def _message(found: Finding, language: str) -> str:
    """Return what is wrong; the list has no key for a workbook's sheet, so the message names it."""
    sheet = found.location.sheet
    if not sheet:
        return found.message(language)
    return found.message(language) + (f"（シート「{sheet}」）" if language == "ja" else f" (sheet “{sheet}”)")


def as_github(report: Report, language: str) -> str:
    """Return workflow commands (``::error file=…,line=…::…``), one a finding."""
    return "\n".join(_annotation(report, found, language) for found in report.findings)


def _annotation(report: Report, found: Finding, language: str) -> str:
    words = _escaped(one_line(f"{found.location}: {found.message(language)} {found.help(language)}"))
    return f"::{_LEVELS[report.severity(found)]} {','.join(_properties(found))}::{words}"


def _properties(found: Finding) -> Iterator[str]:
    place = found.location
    yield f"file={_escaped(one_line(place.path), ',:')}"
    if place.line:
        yield f"line={place.line}"
    if place.column:
        yield f"col={place.column}"
    yield f"title={found.rule.code} {found.rule.name}"


def _escaped(text: str, also: str = "") -> str:
    for character in ("%", "\r", "\n", *also):
        text = text.replace(character, f"%{ord(character):02X}")
    return text
