"""Findings as text, JSON and GitHub annotations. Rules never print; a format never decides."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from council.diagnostics import Finding, Severity
from council.report.page import as_html
from council.report.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SHOWN = 3  # places of one repeated finding that are spelt out


def as_json(report: Report, language: str) -> str:
    """Return the list of contract §3: code, severity, path, line, column, paragraph, message, help, withholds."""
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
        "message": found.message(language),
        "help": found.help(language),
        "withholds": found.rule.withholds.value,
    }


def as_text(report: Report, language: str) -> str:
    """Return one line a finding, its remedy below, repeats folded; nothing for no findings."""
    lines: list[str] = []
    for found, places in _folded(report.findings):
        lines.append(f"{found.location}: {report.severity(found).value}[{found.rule.code}] {found.message(language)}")
        lines += _where(found, language)
        if places:
            lines.append("    " + _more(places, language))
        lines.append(f"    {'対処：' if language == 'ja' else 'help: '}{found.help(language)}")
    return "\n".join(lines)


def _folded(findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, list[str]]]:
    """Fold the same rule with the same values in one file: the first place stands, the others are listed behind it."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for found in findings:
        groups.setdefault((found.rule.code, found.location.path, found.values), []).append(found)
    for same in groups.values():
        yield same[0], [str(other.location).removeprefix(other.location.path).lstrip(":") for other in same[1:]]


def _where(found: Finding, language: str) -> list[str]:
    place, japanese = found.location, language == "ja"
    lines = []
    if place.heading:
        lines.append(f"    {'見出し：' if japanese else 'under: '}{place.heading}")
    if place.words:
        searched = (
            f"Word で「{place.words}」を検索すると見つかります" if japanese else f"search Word for “{place.words}”"
        )
        lines.append(f"    {searched}")
    return lines


def _more(places: list[str], language: str) -> str:
    shown = [place for place in places[:_SHOWN] if place]
    spelt = ("：" if language == "ja" else ": ") + ", ".join(shown) if shown else ""
    dots = " …" if len(places) > _SHOWN and shown else ""
    return (f"ほか{len(places)}か所" if language == "ja" else f"and {len(places)} more") + spelt + dots


def as_github(report: Report, language: str) -> str:
    """Return workflow commands, one a finding."""
    return "\n".join(_annotation(report, found, language) for found in report.findings)


def _annotation(report: Report, found: Finding, language: str) -> str:
    place = found.location
    properties = [f"file={_escaped(place.path, ',:')}", f"title={found.rule.code} {found.rule.name}"]
    properties += [f"line={place.line}"] if place.line else []
    properties += [f"col={place.column}"] if place.column else []
    words = _escaped(f"{place}: {found.message(language)} {found.help(language)}")
    return f"::{_LEVELS[report.severity(found)]} {','.join(properties)}::{words}"


def _escaped(text: str, also: str = "") -> str:
    for character in ("%", "\r", "\n", *also):
        text = text.replace(character, f"%{ord(character):02X}")
    return text


FORMATS: dict[str, Callable[[Report, str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "html": as_html,
}
